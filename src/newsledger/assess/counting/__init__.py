"""Disputes of figures: one quantity, one time, numbers that cannot both be right.

On each day the latest figure of every claimant stands; two that stand together and exclude each other
beyond their bounds are disputed. A claimant's later figure is an update, no dispute, unless a correction
takes the earlier one back.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from newsledger.annotate.figures.tables import measures
from newsledger.assess.counting.comparable import is_part
from newsledger.assess.counting.compared import comparisons
from newsledger.assess.counting.contests import Contest, merged
from newsledger.assess.counting.contrast import contrasts
from newsledger.assess.counting.corrections import corrections
from newsledger.assess.counting.past import without_past
from newsledger.assess.counting.rows import Rows, Scene
from newsledger.assess.counting.standing import side_by_side, standing
from newsledger.link.quantities import as_text, physical, quantity
from newsledger.records import Article, Figure

__all__ = ["Scene", "figure_disputes"]

SMALLEST = 3.0  # numbers below it are mostly of something else


def figure_disputes(figures: Iterable[Figure], scene: Scene) -> Iterator[Rows]:
    """The disputes of all quantities, in order of story and quantity."""
    outcomes = {measure.name for measure in measures()}
    quantities: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in without_past(_without_lists(figures, scene), scene):
        article = scene.articles[figure.article_id]
        large = (figure.value or figure.low or 0.0) >= SMALLEST or bool(physical(figure))
        if figure.as_of and large and not is_part(figure, article):
            quantities[(article.story_id or "", quantity(figure))].append(figure)
    contests: dict[str, list[Contest]] = defaultdict(list)
    for (story, name), found in sorted(quantities.items()):
        if name in outcomes:
            for whole in _wholes(_first_days(found, scene.articles)):
                contests[story] += standing(name, whole, scene)
        else:
            contests[story] += side_by_side(name, found, scene)
        contests[story] += contrasts(name, found, scene)
        contests[story] += comparisons(name, found, scene)
        yield from corrections(name, found, scene)
    for story in sorted(contests):
        for contest in merged(contests[story]):
            yield scene.dispute(contest)


def _without_lists(figures: Iterable[Figure], scene: Scene) -> list[Figure]:
    """Less the figures of a list ("Norland with 20 cases and Sutland with 30"): each counts another whole."""
    rows = list(figures)
    keys = [
        (f.article_id, *scene.sentences.around(f.article_id, f.start, f.end), quantity(f), f.claimant_id)
        for f in rows
    ]
    often = Counter(key for f, key in zip(rows, keys, strict=True) if not f.retracted)
    return [f for f, key in zip(rows, keys, strict=True) if often[key] == 1 or f.retracted or f.claimant_id]


def _first_days(figures: list[Figure], articles: Mapping[str, Article]) -> list[Figure]:
    """Each figure as of the day on which its family first gave it: a copy printed later is no later figure."""
    first: dict[tuple[str, str], dt.date] = {}
    keyed = [((articles[f.article_id].family_id or f.article_id, as_text(f)), f) for f in figures]
    for key, figure in keyed:
        if figure.as_of:
            first[key] = min(figure.as_of, first.get(key, figure.as_of))
    return [replace(figure, as_of=first.get(key)) for key, figure in keyed]


def _wholes(figures: list[Figure]) -> list[list[Figure]]:
    """Figures of one whole: those without a known whole go to the one that is named, if only one is."""
    named = sorted({f.subject_id for f in figures if f.subject_id})
    if len(named) <= 1:
        return [figures]
    groups = {n: [f for f in figures if f.subject_id == n] for n in named}
    loose = [f for f in figures if f.subject_id is None]
    return [*groups.values(), loose]
