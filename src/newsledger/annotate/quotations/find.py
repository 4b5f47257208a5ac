"""Quotations of one article: utterances in marks and what clauses report, each once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsledger.annotate.annotation import FoundQuotation, FoundTime, Span
from newsledger.annotate.parse import Parsed
from newsledger.annotate.quotations.clauses import Attribution, find_attributions
from newsledger.annotate.quotations.direct import Utterance, attribute
from newsledger.annotate.quotations.layout import Layout
from newsledger.annotate.quotations.stretches import Stretch

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from newsledger.annotate.quotations.sources import Source

_MIN_WORDS = 2  # of reported content


def find_quotations(parsed: Parsed, times: tuple[FoundTime, ...] = ()) -> tuple[FoundQuotation, ...]:
    """The quotations of an article, direct, mixed and indirect, in order of their offsets.

    A direct quotation is the stretch inside the marks; a mixed one the whole reported content, marks
    included. ``continues`` is the span of the part before, where an attribution splits one utterance.
    """
    layout = Layout.of(parsed)
    stretches, owner = layout.stretches, layout.owner
    clauses = {a.cue: a for a in find_attributions(parsed.doc, parsed.sentences) if owner[a.cue] < 0}
    utterances = list(attribute(layout, clauses))
    found = [q for u in utterances for q in _direct(parsed, stretches, u, times)]
    spoken = {u.number for u in utterances}
    cues = {u.cue for u in utterances if u.cue is not None}
    for attribution in clauses.values():
        found += _reported(parsed, stretches, owner, spoken, cues, attribution, times)
    return tuple(sorted(set(found), key=lambda q: (q.start, q.end, q.kind)))


def _direct(
    parsed: Parsed, stretches: Sequence[Stretch], utterance: Utterance, times: Sequence[FoundTime]
) -> list[FoundQuotation]:
    span = _inside(parsed.article.text, stretches[utterance.number])
    before = (
        None if utterance.continues is None else _inside(parsed.article.text, stretches[utterance.continues])
    )
    return [_found(parsed, span, "direct", utterance.cue, utterance.source, times, continues=before)]


def _inside(text: str, stretch: Stretch) -> Span:
    start, end = stretch.quoted.start, stretch.quoted.end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _reported(
    parsed: Parsed,
    stretches: Sequence[Stretch],
    owner: Sequence[int],
    spoken: set[int],
    cues: set[int],
    attribution: Attribution,
    times: Sequence[FoundTime],
) -> list[FoundQuotation]:
    doc = parsed.doc
    parts: list[Span] = []
    kinds: set[str] = set()
    for start, end in attribution.content:
        for low, high in _without(owner, spoken, start, end):
            if attribution.cue in cues and sum(doc[i].is_alpha for i in range(low, high)) < 3:
                continue
            span, kind = _extend(doc, stretches, owner, low, high)
            parts.append(span)
            kinds.add(kind)
    words = sum(len(parsed.article.text[p.start : p.end].split()) for p in parts)
    if not parts or (kinds == {"indirect"} and (words < _MIN_WORDS or attribution.frame == "judging")):
        return []
    kind = kinds.pop() if len(kinds) == 1 else "mixed"
    out = []
    before: Span | None = None
    for part in parts:
        out.append(
            _found(
                parsed,
                part,
                kind,
                attribution.cue,
                attribution.source,
                times,
                continues=before,
                addressee=attribution.addressee,
                stance=attribution.stance,
            )
        )
        before = part
    return out


def _without(owner: Sequence[int], spoken: set[int], start: int, end: int) -> list[tuple[int, int]]:
    """The runs of a range that lie in no utterance."""
    runs: list[tuple[int, int]] = []
    for i in range(start, end):
        if owner[i] in spoken:
            continue
        if runs and runs[-1][1] == i:
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
    return runs


def _extend(
    doc: Doc, stretches: Sequence[Stretch], owner: Sequence[int], first: int, last: int
) -> tuple[Span, str]:
    """The span of a token range, grown to hold the marked stretches that it touches whole; and its kind."""
    while (
        first < last - 1
        and (doc[first].is_punct or doc[first].is_space or doc[first].lower_ == "that")
        and owner[first] < 0
    ):
        first += 1
    while last - 1 > first and (doc[last - 1].is_punct or doc[last - 1].is_space) and owner[last - 1] < 0:
        last -= 1
    numbers = sorted({owner[i] for i in range(first, last)} - {-1})
    start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    if not numbers:
        return Span(start, end), "indirect"
    marked = sum(stretches[n].words for n in numbers)
    low, high = stretches[numbers[0]], stretches[numbers[-1]]
    words = sum(
        1
        for i in range(min(first, low.first), max(last, high.last))
        if not (doc[i].is_punct or doc[i].is_space)
    )
    if marked >= 0.9 * words and len(numbers) == 1:
        return _inside(doc.text, low), "direct"
    return Span(min(start, low.quoted.outer_start), max(end, high.quoted.outer_end)), "mixed"


def _found(
    parsed: Parsed,
    span: Span,
    kind: str,
    cue: int | None,
    source: Source | None,
    times: Sequence[FoundTime],
    *,
    continues: Span | None = None,
    addressee: tuple[int, int] | None = None,
    stance: str = "affirms",
) -> FoundQuotation:
    doc = parsed.doc
    token = None if cue is None else doc[cue]
    return FoundQuotation(
        start=span.start,
        end=span.end,
        text=parsed.article.text[span.start : span.end],
        kind=kind,
        cue=None if token is None else token.text,
        cue_span=None if token is None else Span(token.idx, token.idx + len(token)),
        speaker=None if source is None else _chars(doc, source.start, source.end),
        speaker_head=None if source is None else doc[source.head].idx,
        addressee=None if addressee is None else _chars(doc, *addressee),
        said=None,
        continues=continues,
        stance=stance,
    )


def _chars(doc: Doc, first: int, last: int) -> Span:
    return Span(doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))
