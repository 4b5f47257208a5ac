"""How a number binds: exact, about, at least, at most, nearly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsledger.annotate.figures.cardinals import Number
from newsledger.annotate.figures.tables import bound_phrases, currencies

if TYPE_CHECKING:
    from spacy.tokens import Doc

MOVED = frozenset(("that", "it", "them", "this"))
LONGEST = 4  # words in a bound phrase


def find_bound(doc: Doc, number: Number, floor: int, is_time: bool = False) -> tuple[str, int]:
    """The bound, and the first token of the expression with its bound words; ``floor`` starts the sentence."""
    first = number.first
    while first > floor and doc[first - 1].lower_ in currencies():
        first -= 1
    bound, start = "exact", first
    if start - 1 > floor and doc[start - 1].lower_ == "a" and doc[first].lower_ == "half":
        start -= 1  # "close to a half a trillion"
    before = bound_phrases("before")
    while True:  # "well over about": the outermost of several that is not exact wins
        length = _match(doc, before, start, floor)
        if not length:
            break
        phrase = before[tuple(t.lower_ for t in doc[start - length : start])]
        lasts = is_time and length == 1 and doc[start - 1].lower_ == "over"
        if phrase == "at most" and start - length - 1 >= floor and _is_moved(doc, start - length):
            break
        if phrase == "exact" or (lasts and not _measures(doc, start - 2, floor)):
            break  # "over four days" is when, "for over four days" how long
        bound, start = (phrase if bound in ("exact", "about") else bound), start - length
    if number.vague and bound in ("exact", "about"):
        return "at least", start
    if bound == "exact":
        bound = _after(doc, number.end)
    return bound, start


def _is_moved(doc: Doc, start: int) -> bool:
    """``brought it up to 40``, where "up to" tells whither; not ``said that up to 40``."""
    before = doc[start - 1]
    return (
        before.lower_ in MOVED and before.tag_ != "IN" and before.dep_ != "mark" and doc[start].lower_ == "up"
    )


def _measures(doc: Doc, i: int, floor: int) -> bool:
    """Whether what stands before a length of time takes one: "for over four days", "lasted over an hour"."""
    return i >= floor and (
        doc[i].lower_ in ("for", "after", "just", "well", "little") or doc[i].pos_ == "VERB"
    )


def _match(doc: Doc, phrases: dict[tuple[str, ...], str], end: int, floor: int) -> int:
    for length in range(min(LONGEST, end - floor), 0, -1):
        if tuple(t.lower_ for t in doc[end - length : end]) in phrases:
            return length
    return 0


def _after(doc: Doc, end: int) -> str:
    """``200 or more``, ``200 people or so``: up to two words may stand between."""
    after = bound_phrases("after")
    for start in range(end, min(end + 3, len(doc))):
        if doc[start].is_punct and doc[start].text != "-":
            break
        for length in (3, 2, 1):
            bound = after.get(tuple(t.lower_ for t in doc[start : start + length]))
            if bound:
                return bound
    return "exact"
