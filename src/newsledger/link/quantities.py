"""When two figures speak of one quantity, and when their numbers agree."""

from __future__ import annotations

import functools
import math
from importlib import resources

from newsledger.records import Figure

ABOUT = 0.1  # "about 100" allows ten percent either way, "nearly 100" ten percent less


@functools.cache
def synonyms() -> dict[str, str]:
    """The name of the quantity for each counted noun that has another name."""
    text = (resources.files("newsledger") / "data" / "figures" / "synonyms.txt").read_text(encoding="utf-8")
    groups = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    return {word: group[0] for group in groups for word in group}


def quantity(figure: Figure) -> str:
    """What is counted, in one word for all wordings; a rate is another quantity than a sum."""
    name = figure.currency or synonyms().get(figure.unit, figure.unit)
    return f"{name} per {figure.per}" if figure.per else name


def stated(figure: Figure) -> tuple[float | None, float | None, float | None]:
    """The numbers that stand in the text."""
    return figure.value, figure.low, figure.high


def allowed(figure: Figure) -> tuple[float, float]:
    """The interval of true values that the figure leaves open."""
    value = figure.value
    if value is None:
        return figure.low or 0.0, figure.high if figure.high is not None else math.inf
    slack = abs(value) * ABOUT
    return {
        "at least": (value, math.inf),
        "at most": (0.0, value),
        "nearly": (value - slack, value),
        "about": (value - slack, value + slack),
    }.get(figure.bound, (value, value))


def conflict(a: Figure, b: Figure) -> bool:
    """Whether no value satisfies both figures."""
    low_a, high_a = allowed(a)
    low_b, high_b = allowed(b)
    return high_a < low_b or high_b < low_a


def same_whole(a: str | None, b: str | None) -> bool:
    """Whether two ids may mean the same: an unknown one agrees with any."""
    return a is None or b is None or a == b


def as_text(figure: Figure) -> str:
    """The number for a cell: ``112``, ``6.5``, ``150..180``, ``24..`` for an open floor."""
    if figure.value is not None:
        return plain(figure.value)
    return f"{plain(figure.low or 0.0)}..{plain(figure.high) if figure.high is not None else ''}"


def plain(value: float) -> str:
    """A number without an exponent or needless zeros."""
    return str(int(value)) if value == int(value) else f"{value:.6f}".rstrip("0")
