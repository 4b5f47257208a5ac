"""Quotations of one article: utterances in marks and what clauses report, each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsledger.annotate.annotation import FoundQuotation, FoundTime
from newsledger.annotate.parse import Parsed
from newsledger.annotate.quotations.asides import without_asides
from newsledger.annotate.quotations.attribution import Attribution
from newsledger.annotate.quotations.clauses import addressee_of, find_attributions
from newsledger.annotate.quotations.direct import Utterance, attribute
from newsledger.annotate.quotations.fragments import find_fragments
from newsledger.annotate.quotations.layout import Layout
from newsledger.annotate.quotations.lexicon import lexicon
from newsledger.annotate.quotations.reported import Part, parts_of
from newsledger.annotate.quotations.rows import Rows
from newsledger.annotate.quotations.unsaid import only_said


def find_quotations(parsed: Parsed, times: tuple[FoundTime, ...] = ()) -> tuple[FoundQuotation, ...]:
    """The quotations of an article, direct, mixed and indirect, in order of their offsets.

    The span of a direct quotation is what stands inside the marks; that of a mixed one the whole reported
    content, marks included; that of an indirect one the content without "that". ``continues`` is the span
    of the part before, where an attribution splits one utterance. ``times`` give the day of saying.
    """
    layout = Layout.of(parsed)
    clauses = {a.cue: a for a in find_attributions(parsed.doc, parsed.sentences) if layout.owner[a.cue] < 0}
    clauses = only_said(layout, without_asides(layout, clauses))
    utterances = tuple(attribute(layout, clauses))
    rows = Rows(layout, times)
    found = [_direct(rows, layout, u) for u in utterances]
    reported = list(_reported(layout, clauses.values(), utterances))
    for attribution, parts in reported:
        found += _chain(rows, attribution, parts)
    covered = {n for _, parts in reported for p in parts for n in p.stretches} | {
        u.number for u in utterances
    }
    for fragment in find_fragments(layout, covered):
        found.append(rows.row(fragment.part.span, fragment.part.kind, fragment.cue, fragment.source))
    return tuple(sorted(dict.fromkeys(found), key=lambda q: (q.start, q.end, q.kind, q.cue_span is not None)))


def _direct(rows: Rows, layout: Layout, utterance: Utterance) -> FoundQuotation:
    before = None if utterance.continues is None else layout.inside(utterance.continues)
    return rows.row(
        layout.inside(utterance.number),
        "direct",
        utterance.cue,
        utterance.source,
        continues=before,
        addressee=None if utterance.cue is None else addressee_of(layout.doc[utterance.cue], lexicon()),
    )


def _reported(
    layout: Layout, clauses: Iterable[Attribution], utterances: Iterable[Utterance]
) -> Iterator[tuple[Attribution, list[Part]]]:
    """The parts of each clause's content. A judgement is taken only where no other clause has its marks."""
    spoken = frozenset(u.number for u in utterances)
    cues = {u.cue for u in utterances}
    ordered = sorted(clauses, key=lambda a: (a.frame == "judging", a.cue))
    covered: set[int] = set()
    for attribution in ordered:
        parts = parts_of(layout, attribution, spoken, attribution.cue in cues)
        held = {n for p in parts for n in p.stretches}
        if parts and not (attribution.frame == "judging" and held <= covered):
            covered |= held
            yield attribution, parts


def _chain(rows: Rows, attribution: Attribution, parts: list[Part]) -> Iterator[FoundQuotation]:
    before = None
    content = frozenset(i for first, last in attribution.content for i in range(first, last))
    for part in parts:
        yield rows.row(
            part.span,
            part.kind,
            attribution.cue,
            attribution.source,
            continues=before,
            addressee=attribution.addressee,
            stance=attribution.stance,
            content=content,
        )
        before = part.span
