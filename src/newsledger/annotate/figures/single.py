"""Single victims: "A soldier was killed" counts one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsledger.annotate.figures.outcome import is_person, outcome_after, outcome_before

if TYPE_CHECKING:
    from spacy.tokens import Doc

SINGLE_OUTCOMES = frozenset(("killed", "injured", "missing", "arrested"))
LONGEST_PHRASE = 5


@dataclass(frozen=True, slots=True)
class Single:
    """``A Ukrainian soldier`` as tokens ``[first, end)`` with the outcome that befell it."""

    first: int
    end: int
    unit: str
    counted: str


def find_singles(doc: Doc, floor: int, limit: int, numbers: frozenset[int]) -> Iterator[Single]:
    """Persons named with an article, or "one", to whom an outcome happened in the same clause."""
    for i in range(floor, limit - 1):
        if doc[i].lower_ not in ("a", "an", "another") or i in numbers:
            continue
        head = _head(doc, i, limit)
        if head is None or not is_person(doc, head):
            continue
        outcome = outcome_after(doc, head + 1, min(limit, head + 6), numbers) or outcome_before(
            doc, i, floor, numbers, elliptic=False
        )
        if outcome and outcome[0] in SINGLE_OUTCOMES:
            yield Single(i, head + 1, outcome[0], doc[head].lower_)


def _head(doc: Doc, article: int, limit: int) -> int | None:
    """The singular noun that the article opens."""
    head = None
    start = article + 1
    if [t.lower_ for t in doc[start + 1 : start + 5]] == ["-", "year", "-", "old"]:
        start += 5
    for i in range(start, min(start + LONGEST_PHRASE, limit)):
        if doc[i].tag_ in ("NN",):
            head = i
        elif head is not None or doc[i].pos_ not in ("ADJ", "PROPN", "PUNCT", "NOUN"):
            break
    return head
