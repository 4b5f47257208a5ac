"""The weights of evidence, from ``data/times/publication.toml``, as logarithms of likelihood ratios."""

from __future__ import annotations

import functools
import math
import tomllib
from collections.abc import Mapping
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
