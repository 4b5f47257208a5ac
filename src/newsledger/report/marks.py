"""What the reader marks in an article: each annotation as a span with its kind and a line of explanation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from newsledger.records import Event
from newsledger.report.sections import STATUS_WORDS
from newsledger.report.tables import Evidence, Index, place
from newsledger.report.wording import day, days

KINDS = {
    "quotation": "Quotations",
    "figure": "Figures",
    "time": "Dates",
    "name": "People and places",
    "event": "Events",
    "copy": "Sentences shared with a copy",
    "aside": "Not prose",
}
"""The kinds that a reader can switch on and off; places that only a statement links to have none."""

ENTITY_WORDS = {
    "PERSON": "Person",
    "ORG": "Organisation",
    "GPE": "Place",
    "LOC": "Place",
    "NORP": "Group",
    "EVENT": "Event",
    "OTHER": "Name",
}


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """One annotation on one stretch of text; ``kind`` is empty where only a statement links to it."""

    start: int
    end: int
    kind: str
    note: str


def marks(index: Index) -> dict[str, list[Mark]]:
    """Every mark by article, in order of the text, without doubles."""
    found: dict[str, set[Mark]] = defaultdict(set)
    for where, kind, note in all_marks(index):
        if where.start < where.end:
            found[where.article_id].add(Mark(where.start, where.end, kind, note))
    return {article_id: sorted(own) for article_id, own in found.items()}


def all_marks(index: Index) -> Iterator[tuple[Evidence, str, str]]:
    """(place, kind, explanation) of every row of the ledger that points into a text."""
    yield from quotation_marks(index)
    for f in index.rows("figures"):
        who = index.name(f.claimant_id)
        note = f"Figure: {f.bound}, {f.unit}" + (f"; according to {who}" if who else "")
        yield place(f), "figure", note
    for t in index.rows("times"):
        yield (
            place(t),
            "time",
            f"Date: {days(t.earliest, t.latest, t.value)}" if t.earliest else f"Time: {t.value}",
        )
    for m in index.rows("mentions"):
        entity = index.entities.get(m.entity_id)
        if entity:
            kind = ENTITY_WORDS.get(entity.kind, "Name")
            yield place(m), "name", f"{kind}: {index.name_and_role(m.entity_id)}"
    types = {e.event_id: _kind(e) for e in index.rows("events")}
    for m in index.rows("event_mentions"):
        status = STATUS_WORDS.get(m.status, m.status)
        yield place(m), "event", f"Event ({status}): {types.get(m.event_id, '')}"
    for p in index.rows("passages"):
        yield place(p), "aside", f"Not prose: {p.kind.replace('_', ' ')}"
    yield from copied_sentences(index)
    yield from cited(index)


def _kind(event: Event) -> str:
    """Type, mode and contexts in words: "assault, explosives (military, terrorism)"."""
    about = f" ({event.contexts.replace('_', ' ')})" if event.contexts else ""
    return f"{event.type.lower()}{f', {event.mode}' if event.mode else ''}{about}"


def quotation_marks(index: Index) -> Iterator[tuple[Evidence, str, str]]:
    for q in index.rows("quotations"):
        who = index.speaker(q) or "nobody named"
        on = f", said on {day(q.said_on)}" if q.said_on else ""
        yield place(q), "quotation", f"Quotation ({q.kind}): {who}{on}"
        if q.speaker_text and q.speaker_start is not None and q.speaker_end is not None:
            speaker = Evidence(q.article_id, q.speaker_start, q.speaker_end, q.speaker_text)
            yield speaker, "", f"Speaker of a quotation: {who}"


def copied_sentences(index: Index) -> Iterator[tuple[Evidence, str, str]]:
    """Sentences that two articles share, where a copy joins the articles."""
    sentences = {s.sentence_id: s for s in index.rows("sentences")}
    for a in index.rows("alignments"):
        if frozenset((a.article_a, a.article_b)) not in index.derivations:
            continue
        for own, other in ((a.sentence_a, a.article_b), (a.sentence_b, a.article_a)):
            if own in sentences:
                yield place(sentences[own]), "copy", f"Also in {index.name_of(other)}"


def cited(index: Index) -> Iterator[tuple[Evidence, str, str]]:
    """Places that statements link to and that need no mark of their own."""
    for name in ("claim_evidence", "dispute_sides", "timeline_evidence", "entity_roles"):
        for row in index.rows(name):
            yield place(row), "", ""
    sentences = {s.sentence_id: s for s in index.rows("sentences")}
    shown = [i for r in index.rows("revisions") for i in (r.sentence_before, r.sentence_after)]
    shown += [p.sentence_id for p in index.rows("sentence_order")]
    for sentence_id in shown:
        if sentence_id in sentences:
            yield place(sentences[sentence_id]), "", ""
    for v in index.rows("date_evidence"):
        if v.start is not None and v.text:
            yield place(v), "", f"Bears on the date: {v.vote.replace('_', ' ')} {v.value}"
    for link in index.rows("links"):
        if link.start is not None and link.target_id:
            yield place(link), "", f"Names {index.label(link.target_id)}"
