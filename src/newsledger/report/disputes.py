"""Disputes with their sides, each side with the places where it is said."""

from __future__ import annotations

from dataclasses import dataclass

from newsledger.records import Dispute, DisputeSide
from newsledger.report.diff import change_words, changes, read_diff
from newsledger.report.tables import Evidence, Index, place
from newsledger.report.wording import listed, sentence

DISPUTE_ORDER = {"denial": 0, "figure": 1, "date": 2, "quotation": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A dispute with its sides, each side with the places where it is said."""

    dispute: Dispute
    sides: tuple[tuple[DisputeSide, ...], ...]
    sentence: str
    evidence: tuple[Evidence, ...]


def disagreements(index: Index, *kinds: str) -> tuple[Disagreement, ...]:
    """Disputes of the given kinds (all without one), with their sides; denials first."""
    sides = index.grouped("dispute_sides", lambda s: s.dispute_id)
    rows = []
    for d in sorted(index.rows("disputes"), key=lambda d: DISPUTE_ORDER.get(d.kind, 9)):
        if kinds and d.kind not in kinds:
            continue
        letters: dict[str, list[DisputeSide]] = {}
        for side in sides.get(d.dispute_id, []):
            letters.setdefault(side.side, []).append(side)
        grouped = tuple(tuple(letters[k]) for k in sorted(letters))
        rows.append(
            Disagreement(
                dispute=d,
                sides=grouped,
                sentence=sentence(in_words(d.summary)),
                evidence=tuple(place(s) for group in grouped for s in group),
            )
        )
    return tuple(rows)


def in_words(summary: str) -> str:
    """A summary whose diff, if it has one, is told in words instead of marks."""
    pairs = changes(read_diff(summary))
    head, colon, _ = summary.partition(": ")
    return f"{head}: {listed(change_words(pairs))}" if pairs and colon else summary
