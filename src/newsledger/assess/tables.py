"""The word tables behind claims and disputes, read once from ``newsledger/data/claims``."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import Any


@functools.cache
def table(name: str) -> dict[str, Any]:
    """A TOML table of the claims' data, by the name of its file."""
    path = resources.files("newsledger") / "data" / "claims" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
