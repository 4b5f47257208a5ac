"""Figures: quantities in an article's prose with what they count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsledger.annotate.annotation import FoundFigure, FoundTime, Span
from newsledger.annotate.figures import claimant, owner, place_time
from newsledger.annotate.figures.antecedents import Antecedents
from newsledger.annotate.figures.aside import stands_aside
from newsledger.annotate.figures.clause import clause_of
from newsledger.annotate.figures.counted import is_whole
from newsledger.annotate.figures.moments import Times
from newsledger.annotate.figures.physical import dimension
from newsledger.annotate.figures.reading import Reading, read_sentence
from newsledger.annotate.figures.tables import words
from newsledger.annotate.parse import Parsed

if TYPE_CHECKING:
    import spacy.tokens
    from spacy.tokens import Doc


DENIED = 12  # tokens before "not" within which the number stands that holds
REACH = 120  # tokens of a sentence around a figure that are read for its circumstances


def find_figures(parsed: Parsed, times: tuple[FoundTime, ...]) -> tuple[FoundFigure, ...]:
    """All figures of an article, in order. ``start, end`` cover bound, number and counted noun.

    Corrections at the foot are read, too: a figure that they take back is marked ``retracted``.
    """
    lookup = Times(times)
    past = Antecedents()
    found: list[FoundFigure] = []
    for number, sentence in enumerate(_sentences(parsed)):
        readings = list(read_sentence(parsed.doc, sentence, number, lookup, past))
        found += [_figure(parsed, sentence, r, lookup) for r in readings]
    return tuple(sorted(found, key=lambda f: (f.start, f.end)))


def _sentences(parsed: Parsed) -> Iterator[spacy.tokens.Span]:
    """The prose, and the sentences of corrections."""
    corrections = [p for p in parsed.passages if p.kind == "correction"]
    if not corrections:
        yield from parsed.sentences
        return
    prose = {s.start for s in parsed.sentences}
    for sentence in parsed.doc.sents:
        start, end = sentence.start, sentence.end
        while start < end and parsed.doc[start].is_space:
            start += 1
        if start == end:
            continue
        inside = any(p.start <= parsed.doc[start].idx < p.end for p in corrections)
        if start in prose or inside:
            yield parsed.doc[start:end]


def _figure(parsed: Parsed, sentence: spacy.tokens.Span, r: Reading, times: Times) -> FoundFigure:
    doc = parsed.doc
    floor, limit = max(sentence.start, r.first - REACH), min(sentence.end, r.end + REACH)
    start, end = doc[r.first].idx, doc[r.end - 1].idx + len(doc[r.end - 1])
    number = r.number
    clause = clause_of(doc, r.head, r.first, r.end, floor, limit)
    subject = owner.find_share_of(doc, r.end, limit) if r.unit == "percent" else None
    if subject is None and r.kind != "physical":
        subject = owner.find_owner(doc, r.head, r.first, r.end, clause.floor, clause.limit)
    voice = claimant.find_claimant(doc, r.head, r.first, clause.floor, clause.limit)
    if voice is not None and voice.start < end and start < voice.end:
        voice = None  # "Three men say ...": the counted do not vouch for their number
    return FoundFigure(
        start=start,
        end=end,
        text=parsed.article.text[start:end],
        value=number.value,
        low=number.low if number.value is None else None,
        high=number.high,
        bound=r.bound,
        unit=r.unit,
        counted=r.counted,
        currency=r.currency,
        per=r.per,
        retracted=_is_retracted(sentence) or _is_denied(doc, r, sentence.start),
        subject=subject,
        aside=stands_aside(doc, r.head, floor, limit),
        place=place_time.find_place(clause, is_whole(doc, number)),
        claimant=voice,
        time=place_time.find_time(times, clause, dimension(r.unit) == "length" and not r.per),
        sentence=Span(sentence.start_char, sentence.end_char),
    )


def _is_denied(doc: Doc, r: Reading, floor: int) -> bool:
    """``$221m, not $212m``: the number that the words set aside for the one before it."""
    if (
        r.first - 2 < floor
        or doc[r.first - 1].lower_ != "not"
        or doc[r.first - 2].text not in (",", "(", "—", "–")
    ):
        return False
    return any(t.like_num for t in doc[max(floor, r.first - DENIED) : r.first - 1])


def _is_retracted(sentence: spacy.tokens.Span) -> bool:
    text = sentence.text.lower()
    return any(phrase in text for phrase in words("retracting"))
