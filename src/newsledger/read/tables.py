"""The data files of the readers: key names, cue words, tables of facts."""

from __future__ import annotations

import functools
import importlib.resources
import re
import tomllib
from typing import Any


def _read(name: str) -> str:
    return (importlib.resources.files("newsledger") / "data" / "read" / name).read_text(encoding="utf-8")


@functools.cache
def table(name: str) -> dict[str, Any]:
    """A TOML file."""
    return tomllib.loads(_read(name))


@functools.cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a file, less comments and empty ones."""
    return tuple(
        line for line in _read(name).splitlines() if line.strip() and not line.lstrip().startswith("#")
    )


@functools.cache
def words(name: str) -> frozenset[str]:
    """The lines of a file as a set."""
    return frozenset(line.strip() for line in lines(name))


def alternatives(patterns: list[str]) -> str:
    """One group of patterns, longest first, so that no pattern hides a longer one."""
    return "(?:" + "|".join(sorted(patterns, key=lambda p: (-len(p), p))) + ")"


@functools.cache
def line_pattern(kind: str) -> re.Pattern[str]:
    """The patterns of a section of lines.toml as one, matched from the beginning of a line."""
    return re.compile("(?:" + "|".join(table("lines.toml")[kind]["patterns"]) + ")", re.IGNORECASE)


@functools.cache
def ending_pattern(kind: str) -> re.Pattern[str] | None:
    """The endings of a section of lines.toml as one, searched in the end of a line; None where it has none."""
    endings = table("lines.toml")[kind].get("endings")
    return re.compile("|".join(endings), re.IGNORECASE) if endings else None
