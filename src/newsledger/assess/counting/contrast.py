"""Figures that one text sets against each other in words: "Orlo admits to 12", "the union countered"."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator

from newsledger.assess.counting.comparable import is_part
from newsledger.assess.counting.contests import Contest
from newsledger.assess.counting.rows import Scene
from newsledger.assess.tables import table
from newsledger.link.quantities import conflict, same_whole, sizes
from newsledger.records import Figure

REACH = 300  # characters between the two numbers
MOST_TIMES = 15.0  # beyond that, two numbers count two things
PART_OF = re.compile(r"\b(?:of them|of these|of those|of whom|including|among them)\b", re.IGNORECASE)


def cue_list(key: str) -> frozenset[str]:
    """One list of words of the table."""
    return frozenset(table("contrast")[key])


@functools.cache
def _cues(money: bool) -> re.Pattern[str]:
    forms = table("contrast")["answers"] + ([] if money else table("contrast")["replies"])
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b", re.IGNORECASE)


def contrasts(name: str, figures: list[Figure], scene: Scene) -> Iterator[Contest]:
    """Pairs of neighbouring figures by two voices with a word of contrast; the days need not agree."""
    if name in table("contrast")["generic"]:
        return
    ordered = sorted((f for f in figures if f.claimant_id), key=lambda f: (f.article_id, f.start))
    for a, b in itertools.pairwise(ordered):
        if a.article_id == b.article_id and a.as_of and rivals(a, b, scene) and _set_against(a, b, scene):
            yield Contest(name, (a.as_of,), (a, b))


def rivals(a: Figure, b: Figure, scene: Scene) -> bool:
    """Two voices that are not of one side, one whole and place, numbers that exclude each other."""
    if a.retracted or b.retracted or scene.camps.allied(a.claimant_id, b.claimant_id):
        return False
    if scene.camps.may_be_one(a.claimant_id, b.claimant_id):
        return False
    low, high = sizes(a, b)
    one_thing = same_whole(a.subject_id, b.subject_id) and same_whole(a.place_id, b.place_id)
    return one_thing and conflict(a, b) and high <= low * MOST_TIMES


def _set_against(a: Figure, b: Figure, scene: Scene) -> bool:
    """Whether a cue stands between the numbers or after the second, and neither counts a part."""
    article = scene.articles[a.article_id]
    if not 0 <= b.start - a.end <= REACH or is_part(a, article) or is_part(b, article):
        return False
    _, last = scene.sentences.around(b.article_id, b.start, b.end)
    between = article.text[a.end : b.start]
    return bool(_cues(bool(a.currency)).search(article.text[a.end : last])) and not PART_OF.search(between)
