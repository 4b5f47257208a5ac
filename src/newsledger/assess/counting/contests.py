"""Figures that exclude each other: what is one contest though many articles and days repeat it."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from newsledger.link.copies.components import components
from newsledger.link.quantities import as_text, physical
from newsledger.records import Figure

NEAR = 50  # contests with a number that a later one is compared with
SIDES = 2  # numbers that two contests share where they are one


@dataclass(frozen=True, slots=True)
class Contest:
    """The figures for a quantity that stand together on some days and exclude each other."""

    name: str
    days: tuple[dt.date, ...]
    figures: tuple[Figure, ...]

    @property
    def values(self) -> frozenset[str]:
        """The numbers, in words for a cell, with their unit where it is a physical one."""
        return frozenset(f"{as_text(f)} {f.unit if physical(f) else ''}" for f in self.figures)

    @property
    def voices(self) -> frozenset[str]:
        """Who claims them."""
        return frozenset(figure.claimant_id for figure in self.figures if figure.claimant_id)


def merged(contests: Iterable[Contest]) -> list[Contest]:
    """One contest for each set of rival numbers, whichever day or article repeats it, in order of its first."""
    rows = list(contests)
    holders: dict[str, list[int]] = defaultdict(list)
    edges: list[tuple[int, int]] = []
    for n, row in enumerate(rows):
        shared = Counter(m for value in sorted(row.values) for m in holders[value][-NEAR:])
        edges += [(m, n) for m in sorted(shared) if _is_same(rows[m], row)]
        for value in row.values:
            holders[value].append(n)
    return [_joined([rows[n] for n in group]) for group in components(range(len(rows)), edges)]


def _is_same(one: Contest, other: Contest) -> bool:
    """Two numbers in common; of two quantities ("2,400 people", "2,400 moved out") the claimants, too."""
    if len(one.values & other.values) < SIDES:
        return False
    return one.name == other.name or bool(one.voices & other.voices)


def _joined(group: list[Contest]) -> Contest:
    figures = {f.figure_id: f for contest in group for f in contest.figures}
    ordered = sorted(figures.values(), key=lambda f: (f.article_id, f.start))
    days = sorted({day for contest in group for day in contest.days})
    return Contest(group[0].name, tuple(days), tuple(ordered))
