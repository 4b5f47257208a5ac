"""The word tables behind the figures, read once from ``newsledger/data/figures``."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from typing import Any

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: its plural, what it measures, and what pint calls it ("-" where it has no other)."""

    name: str
    dimension: str
    pint: str


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency: its plural as written in prose, and its ISO 4217 code where the word alone tells."""

    name: str
    code: str | None


@dataclass(frozen=True, slots=True)
class Measure:
    """An outcome that says what is counted: killed, injured, missing ..."""

    name: str
    nouns: frozenset[str]
    after: frozenset[str]
    before: frozenset[str]
    phrases_after: tuple[Phrase, ...]
    phrases_before: tuple[Phrase, ...]


def _read(name: str) -> str:
    return (resources.files("newsledger") / "data" / "figures" / name).read_text(encoding="utf-8")


@functools.cache
def toml(name: str) -> dict[str, Any]:
    """A TOML table of the figures' data."""
    return tomllib.loads(_read(f"{name}.toml"))


def _rows(name: str) -> Iterator[list[str]]:
    for line in _read(f"{name}.tsv").splitlines():
        if line and not line.startswith("# "):
            yield line.split("\t")


@functools.cache
def units() -> dict[str, Unit]:
    """Units of measure by lower-case word or words, the last one in the singular."""
    return {word: Unit(name, dimension, pint) for word, name, dimension, pint in _rows("units")}


@functools.cache
def currencies() -> dict[str, Currency]:
    """Currencies by lower-case word or sign."""
    return {w: Currency(name, None if code == "-" else code) for w, code, name in _rows("currencies")}


def _phrases(items: list[str]) -> tuple[Phrase, ...]:
    return tuple(tuple(item.split()) for item in items)


@functools.cache
def measures() -> tuple[Measure, ...]:
    """The outcomes, in the order of their file."""
    return tuple(
        Measure(
            name,
            frozenset(row["nouns"]),
            frozenset(row["after"]),
            frozenset(row["before"]),
            _phrases(row["phrases_after"]),
            _phrases(row["phrases_before"]),
        )
        for name, row in toml("measures").items()
    )


@functools.cache
def words(key: str) -> frozenset[str]:
    """One word list of ``words.toml``."""
    return frozenset(toml("words")[key])


@functools.cache
def bound_phrases(side: str) -> dict[Phrase, str]:
    """The bound that each phrase before or after a number expresses."""
    return {tuple(p.split()): bound for bound, items in toml("bounds")[side].items() for p in items}


@functools.cache
def vague_counts() -> dict[Phrase, float]:
    """The floor of each vague count."""
    return {tuple(phrase.split()): float(floor) for phrase, floor in toml("numbers")["vague"].items()}
