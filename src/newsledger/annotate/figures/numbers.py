"""Number expressions: digits, words, scales, ranges, and vague counts with their floor."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from newsledger.annotate.figures.cardinals import Number, read_cardinal
from newsledger.annotate.figures.ranges import read_between, read_range
from newsledger.annotate.figures.tables import toml, vague_counts

if TYPE_CHECKING:
    from spacy.tokens import Doc


def read_number(doc: Doc, i: int) -> Number | None:
    """The longest number expression that begins at token ``i``."""
    if not _may_begin(doc[i].lower_):
        return None
    vague = _read_vague(doc, i)
    if vague:
        return vague
    if doc[i].lower_ == "between":
        return read_between(doc, i)
    first = read_cardinal(doc, i)
    if first is None:
        return None
    return read_range(doc, first) or first


@functools.cache
def _openers() -> frozenset[str]:
    tables = toml("numbers")
    first = {phrase.split()[0] for phrase in tables["vague"]}
    return frozenset({"between", "a", "an", "half", "quarter", *tables["small"], *tables["tens"], *first})


def _may_begin(word: str) -> bool:
    """A cheap test that most tokens fail."""
    return word[0].isdigit() or word in _openers()


def _read_vague(doc: Doc, i: int) -> Number | None:
    floors = vague_counts()
    for length in (4, 3, 2, 1):
        if i + length > len(doc):
            continue
        floor = floors.get(tuple(t.lower_ for t in doc[i : i + length]))
        if floor is not None:
            return Number(i, i + length, None, low=floor, scaled=True, vague=True)
    return None
