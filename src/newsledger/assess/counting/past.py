"""Numbers that their own sentence says are past: "the firm, which had admitted to four deaths, now says five"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from newsledger.assess.counting.contrast import cue_list
from newsledger.assess.counting.rows import Scene
from newsledger.link.quantities import quantity, same_number
from newsledger.records import Figure

CLAUSE = re.compile(r"[,;:—]")


def without_past(figures: Iterable[Figure], scene: Scene) -> list[Figure]:
    """The figures less those that a claimant gives up for another one in the same sentence."""
    rows = list(figures)
    together: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for f in rows:
        if f.claimant_id and not f.retracted:
            place = (f.article_id, *scene.sentences.around(f.article_id, f.start, f.end))
            together[(*place, f.claimant_id, quantity(f))].append(f)
    gone: set[str] = set()
    for key, found in together.items():
        past = {f.figure_id for f in found if _is_past(f, scene, int(str(key[1])))}
        if not all(same_number(found[0], f) for f in found) and 0 < len(past) < len(found):
            gone |= past
    return [f for f in rows if f.figure_id not in gone]


def _is_past(figure: Figure, scene: Scene, start: int) -> bool:
    """Whether the clause before the number is in the pluperfect, or says that it was so before."""
    before = scene.articles[figure.article_id].text[start : figure.start]
    words = CLAUSE.split(before)[-1].lower().split()
    return any(word in cue_list("past") for word in words)
