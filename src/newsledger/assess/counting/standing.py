"""Figures that stand together: on each day the latest one of every voice."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from newsledger.assess.counting.comparable import comparable, is_answer, is_wish, population
from newsledger.assess.counting.contests import Contest
from newsledger.assess.counting.estimates import estimates_of_one
from newsledger.assess.counting.rows import Scene
from newsledger.link.quantities import conflict, stated
from newsledger.records import Figure

STANDS = dt.timedelta(days=2)  # a figure that nobody repeats is stale after that
MOST = 12  # figures of one voice, number and kind that are shown
BESIDE = 160  # characters between two figures that an article sets against each other

GROWING = frozenset(
    ("killed", "injured", "arrested", "displaced", "rescued")
)  # counts that rise from day to day
Voices = dict[str, list[Figure]]


def standing(name: str, figures: list[Figure], scene: Scene) -> Iterator[Contest]:
    """Walk the days; the exclusive figures that stand together on one are a dispute."""
    days: dict[dt.date, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.as_of and not figure.retracted:
            days[figure.as_of].append(figure)
    current: Voices = {}
    for day in sorted(days):
        fresh: Voices = defaultdict(list)
        for figure in sorted(days[day], key=lambda f: (f.article_id, f.start)):
            fresh[_voice(figure, scene)].append(figure)
        current.update(fresh)
        current = {v: fs for v, fs in current.items() if fs[0].as_of and day - fs[0].as_of <= STANDS}
        disputed = _exclusive(fresh, set(fresh), scene) or _exclusive(current, set(fresh), scene)
        if disputed:
            yield Contest(name, (day,), tuple(disputed))


def _voice(figure: Figure, scene: Scene) -> str:
    """Who says it: the body behind the claimant, else the papers that give this number as their own."""
    if figure.claimant_id:
        return scene.camps.voice(figure.claimant_id)
    return f"papers:{stated(figure)}"


def _exclusive(current: Mapping[str, list[Figure]], fresh: set[str], scene: Scene) -> list[Figure]:
    """The standing figures that exclude another voice's, where a fresh one takes part."""
    alike = {voice: _alike(figures) for voice, figures in current.items()}
    disputed: dict[str, Figure] = {}
    for one, two in itertools.combinations(sorted(alike), 2):
        if one not in fresh and two not in fresh:
            continue
        for group_a, group_b in itertools.product(alike[one], alike[two]):
            a, b = group_a[0], group_b[0]
            if _grew(a, b):
                continue
            if conflict(a, b) and comparable(a, b, scene.camps) and scene.related(a, b):
                disputed |= {f.figure_id: f for f in (*group_a[:MOST], *group_b[:MOST])}
    return sorted(disputed.values(), key=lambda f: (f.article_id, f.start))


def _grew(a: Figure, b: Figure) -> bool:
    """Whether the later of two counts is the higher one: a toll that rises is no disagreement.

    In one article both stand side by side, whenever each was given.
    """
    if a.article_id == b.article_id:
        return False
    if a.as_of is None or b.as_of is None or a.as_of == b.as_of or a.unit not in GROWING:
        return False
    first, later = sorted((a, b), key=lambda f: f.as_of or dt.date.max)
    return (later.value or later.low or 0.0) > (first.value or first.low or 0.0)


def _alike(figures: list[Figure]) -> list[list[Figure]]:
    """Figures that need one comparison only: same number, bound, whole, place and population."""
    groups: dict[tuple[Any, ...], list[Figure]] = defaultdict(list)
    for f in figures:
        groups[(stated(f), f.bound, f.subject_id, f.place_id, f.claimant_id, population(f))].append(f)
    return list(groups.values())


def side_by_side(name: str, figures: list[Figure], scene: Scene) -> Iterator[Contest]:
    """Other quantities are compared only where one article sets two claimants against each other."""
    ordered = sorted((f for f in figures if f.claimant_id), key=lambda f: (f.article_id, f.start))
    for a, b in itertools.pairwise(ordered):
        if a.as_of and estimates_of_one(a, b, scene):
            yield Contest(name, (a.as_of,), (a, b))
            continue
        near = a.article_id == b.article_id and b.start - a.end <= BESIDE and not b.retracted
        elliptic = b.unit.lower() not in b.text.lower() or is_answer(b, scene.articles[b.article_id])
        if (
            near
            and elliptic
            and a.as_of
            and a.as_of == b.as_of
            and not any(is_wish(f, scene.articles[f.article_id]) for f in (a, b))
            and conflict(a, b)
            and comparable(a, b, scene.camps)
        ):
            yield Contest(name, (a.as_of,), (a, b))
