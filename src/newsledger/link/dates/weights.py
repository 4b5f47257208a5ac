"""The weights of evidence, from ``data/times/publication.toml``, as logarithms of likelihood ratios."""

from __future__ import annotations

import bisect
import functools
import math
import tomllib
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any

SPAN = 3650  # days that a wrong date may be off: what a vote says is weighed against any of these


@functools.lru_cache(maxsize=1)
def weights() -> Mapping[str, Mapping[str, Any]]:
    """The file's tables."""
    path = resources.files("newsledger.data").joinpath("times", "publication.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def against_any_day(share: float) -> float:
    """How much likelier a day is than any other, in nats."""
    return math.log(share * SPAN)


def stepwise(table: Mapping[str, Sequence[float]], days: int) -> float:
    """The value of the step that a number of days falls in; the last one beyond."""
    i = bisect.bisect_left(table["up_to"], days)
    return float(table["per_day"][min(i, len(table["per_day"]) - 1)])
