"""Disputes with their sides, each side with the places where it is said."""

from __future__ import annotations

from dataclasses import dataclass

from newsledger.records import Dispute, DisputeSide
from newsledger.report.denials import denial_words
from newsledger.report.diff import change_words, changes, read_diff
from newsledger.report.settled import Settling
from newsledger.report.tables import Evidence, Index, place
from newsledger.report.wording import listed, one_line, sentence

DISPUTE_ORDER = {"denial": 0, "figure": 1, "date": 2, "quotation": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A dispute with its sides, each side with the places where it is said."""

    dispute: Dispute
    sides: tuple[tuple[DisputeSide, ...], ...]
    settled: str  # why it is open no more, in words; empty where it is open
    sentence: str
    evidence: tuple[Evidence, ...]

    @property
    def label(self) -> str:
        return label(self.dispute)


def label(dispute: Dispute) -> str:
    """What to call it: a denial by its form, any other by its kind."""
    return dispute.form or dispute.kind


def disagreements(index: Index, *kinds: str) -> tuple[Disagreement, ...]:
    """Disputes of the given kinds (all without one): denials first, open ones first, then the most widely told."""
    settling = Settling(index)
    rows = [
        disagreement(index, d, sides, settling)
        for d, sides in distinct(index)
        if not kinds or d.kind in kinds
    ]
    return tuple(sorted(rows, key=lambda r: (DISPUTE_ORDER.get(r.dispute.kind, 9), *width(index, r))))


def width(index: Index, row: Disagreement) -> tuple[bool, bool, int, int]:
    """Open before settled, two parties before one; then how many independent texts tell of it, how many articles."""
    articles = {e.article_id for e in row.evidence}
    alone = row.dispute.kind == "denial" and not any(s.speaker_id for s in row.sides[0])
    return (bool(row.settled), alone, -index.families(articles), -len(articles))


Sides = tuple[tuple[DisputeSide, ...], ...]


def distinct(index: Index) -> list[tuple[Dispute, Sides]]:
    """Each dispute with its sides; the same values or words of the same speakers are one dispute."""
    found: dict[object, tuple[Dispute, dict[str, list[DisputeSide]]]] = {}
    for d in index.rows("disputes"):
        own = index.sides.get(d.dispute_id, [])
        told = frozenset((s.side, s.speaker_id, s.value or one_line(s.text)) for s in own)
        key: object = (d.kind, told) if d.kind in ("figure", "denial") else d.dispute_id
        _, letters = found.setdefault(key, (d, {}))
        for side in own:
            letters.setdefault(side.side, []).append(side)
    return [(d, tuple(tuple(letters[k]) for k in sorted(letters))) for d, letters in found.values()]


def disagreement(index: Index, d: Dispute, sides: Sides, settling: Settling) -> Disagreement:
    settled = settling.words(d, sides)
    if d.kind == "denial" and len(sides) > 1:
        text = sentence(denial_words(index, d, sides[0], sides[1]))
    else:
        told = in_words(d.summary)
        text = sentence(f"{told}; {settled}" if settled.startswith("since") else told)
    return Disagreement(
        dispute=d,
        sides=sides,
        settled=settled,
        sentence=text,
        evidence=tuple(place(s) for group in sides for s in group),
    )


def in_words(summary: str) -> str:
    """A summary whose diff, if it has one, is told in words instead of marks."""
    pairs = changes(read_diff(summary))
    head, colon, _ = summary.partition(": ")
    return f"{head}: {listed(change_words(pairs))}" if pairs and colon else summary
