"""When two figures speak of one quantity, and when their numbers agree."""

from __future__ import annotations

import functools
import math
from importlib import resources

from newsledger.annotate.figures.physical import Scale, dimension, rounded, scale_of
from newsledger.records import Figure

UNCONVERTED = frozenset(("time", "share", "points", "angle"))
ABOUT = 0.1  # "about 100" allows ten percent either way, "nearly 100" ten percent less


@functools.cache
def synonyms() -> dict[str, str]:
    """The name of the quantity for each counted noun that has another name."""
    text = (resources.files("newsledger") / "data" / "figures" / "synonyms.txt").read_text(encoding="utf-8")
    groups = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    return {word: group[0] for group in groups for word in group}


def quantity(figure: Figure) -> str:
    """What is counted or measured, in one word for all wordings and units; a rate is another quantity than a sum."""
    measured = physical(figure)
    if measured:
        return measured
    name = figure.currency or synonyms().get(figure.unit, figure.unit)
    return f"{name} per {figure.per}" if figure.per else name


def physical(figure: Figure) -> str:
    """What a figure measures in a physical unit that converts: length, speed; empty where it does not.

    Lengths of time keep their units: "two days" and "48 hours" are mostly of two things.
    """
    measured = "" if figure.currency else dimension(figure.unit, figure.per)
    return "" if measured in UNCONVERTED else measured


def stated(figure: Figure) -> tuple[float | None, float | None, float | None]:
    """The numbers that stand in the text."""
    return figure.value, figure.low, figure.high


def number_of(figure: Figure) -> float:
    """The number as it is written, the floor of a range."""
    return figure.value if figure.value is not None else figure.low or 0.0


def size(figure: Figure) -> float:
    """The number in base units, where it is in a physical one."""
    return _scale(figure).base(number_of(figure)) if physical(figure) else number_of(figure)


def sizes(a: Figure, b: Figure) -> tuple[float, float]:
    """The numbers of two figures of one quantity in one unit, the smaller first; nought counts as one."""
    one, two = (number_of(a), number_of(b)) if same_unit(a, b) else (size(a), size(b))
    return min(one or 1.0, two or 1.0), max(one or 1.0, two or 1.0)


def same_unit(a: Figure, b: Figure) -> bool:
    """Whether two figures of one quantity are written in one unit; counts always are."""
    return not physical(a) or (a.unit, a.per) == (b.unit, b.per)


def same_number(a: Figure, b: Figure) -> bool:
    """Whether two figures of one quantity give the same number; in two units, within what rounding leaves open."""
    if same_unit(a, b):
        return stated(a) == stated(b)
    return (a.high is None) == (b.high is None) and not _apart(_rounded(a, *_ends(a)), _rounded(b, *_ends(b)))


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
    """Whether no value satisfies both figures; in two units, none within what rounding leaves open."""
    if same_unit(a, b):
        return _apart(allowed(a), allowed(b))
    return _apart(_rounded(a, *allowed(a)), _rounded(b, *allowed(b)))


def _scale(figure: Figure) -> Scale:
    return scale_of(figure.unit, figure.per)


def _ends(figure: Figure) -> tuple[float, float]:
    low = number_of(figure)
    return low, low if figure.high is None else figure.high


def _rounded(figure: Figure, low: float, high: float) -> tuple[float, float]:
    """An interval widened by its rounding, in base units."""
    return _scale(figure).interval(*rounded(low, high))


def _apart(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return a[1] < b[0] or b[1] < a[0]


def in_unit_of(number: float, figure: Figure, other: Figure) -> float:
    """A number of one figure's unit in the unit of another figure of the same quantity."""
    if same_unit(figure, other):
        return number
    factor, offset = _scale(other).readings[0]
    return round((_scale(figure).base(number) - offset) / factor, 2)


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
