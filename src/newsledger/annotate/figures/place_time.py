"""Where and when a figure holds: the nearest place and date in its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsledger.annotate.annotation import FoundTime, Span
from newsledger.annotate.figures.phrases import entity_span, vouches
from newsledger.annotate.figures.skip import Times
from newsledger.annotate.figures.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

PLACES = frozenset(("GPE", "LOC", "FAC"))


def find_place(doc: Doc, start: int, limit: int, floor: int, first: int) -> Span | None:
    """The nearest place name with its preposition behind the number, else before it, in the same clause."""
    for i in range(start, min(start + 14, limit)):
        if doc[i].text == ";" or _opens_clause(doc, i):
            break
        if doc[i].ent_type_ in PLACES and doc[i].ent_iob_ == "B" and _is_located(doc, i, floor):
            return entity_span(doc, i)
    for i in range(first - 1, floor - 1, -1):
        if doc[i].text == ";" or vouches(doc[i]):
            break  # where it was said is not where it happened
        if doc[i].ent_type_ in PLACES and doc[i].ent_iob_ == "B" and _is_located(doc, i, floor):
            return entity_span(doc, i)
    return None


def _opens_clause(doc: Doc, i: int) -> bool:
    """A conjunction that opens an adverbial clause: "as more people fell ill in Norland"."""
    token = doc[i]
    return token.dep_ in ("mark", "advmod") and token.lower_ in words("adjuncts") and token.head.i > i


def _is_located(doc: Doc, i: int, floor: int) -> bool:
    return any(t.lower_ in words("place_prepositions") for t in doc[max(floor, i - 4) : i])


def find_time(times: Times, doc: Doc, first: int, floor: int, limit: int) -> Span | None:
    """The nearest date in the sentence, not across a semicolon."""
    at = doc[first].idx
    start = next((doc[i].idx for i in range(first, floor, -1) if _parts_clauses(doc, i)), doc[floor].idx)
    end = next((doc[i].idx for i in range(first, limit) if _parts_clauses(doc, i)), doc[limit - 1].idx + 1)
    dated = [t for t in times.within(start, end) if t.timex_type in ("DATE", "TIME")]
    if not dated:  # "Norland in 2005 - six fell, and nine were hurt": the sentence opens with the time
        dated = [t for t in times.within(doc[floor].idx, at) if t.timex_type in ("DATE", "TIME")]
    if not dated:
        return None
    best: FoundTime = min(dated, key=lambda t: (abs(t.start - at), t.start))
    return Span(best.start, best.end)


def _parts_clauses(doc: Doc, i: int) -> bool:
    """A semicolon, a colon between words, or a comma with a conjunction that opens a clause with its own subject."""
    if doc[i].text in (";", ":") or doc[i].lower_ == "while":
        return True
    return (
        doc[i].text == ","
        and i + 1 < len(doc)
        and doc[i + 1].lower_ in ("and", "but")
        and doc[i].head.pos_ in ("VERB", "AUX")
    )
