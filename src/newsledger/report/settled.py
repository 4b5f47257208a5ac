"""Disputes and claims of figures that are open no more: corrected, taken over, or replaced by the claimant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsledger.link.quantities import as_text
from newsledger.records import Dispute, DisputeSide, Figure
from newsledger.report.figures import Figures
from newsledger.report.tables import Index
from newsledger.report.wording import one_line, short_day

CORRECTED = "a correction in the article"  # how the reason of a corrected figure begins
Sides = Sequence[Sequence[DisputeSide]]


class Settling:
    """What later figures and corrections make of the disputes of a ledger."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.figures = Figures(index)
        self.successors = index.grouped("figures", lambda f: f.updates)
        self.claimed = index.grouped("figures", lambda f: f.claim_id)
        self.corrected = {
            (side.value, figure.unit): dispute
            for dispute in index.rows("disputes")
            if is_correction(dispute)
            for side, figure in self.of(index.sides.get(dispute.dispute_id, []))
            if side.side == "a"
        }

    def of(self, sides: Sequence[DisputeSide]) -> Iterator[tuple[DisputeSide, Figure]]:
        for side in sides:
            if figure := self.figures.of_side(side):
                yield side, figure

    def words(self, dispute: Dispute, sides: Sides) -> str:
        """Why a dispute of figures is settled; nothing where it is open."""
        if dispute.kind != "figure":
            return ""
        if is_correction(dispute):
            return "corrected in the article"
        found = (self.correction(sides), self.agreement(sides))
        return next((words for words in found if words), "")

    def of_claim(self, claim_id: str) -> str:
        """What became of the number of a claim; nothing where it stands."""
        own = self.claimed.get(claim_id, [])
        found = (self.of_figure(f) for f in own)
        return next((words for words in found if words), "")

    def of_figure(self, figure: Figure) -> str:
        """Taken back, corrected by the paper that had it, or replaced by its own claimant."""
        by = self.corrected.get((as_text(figure), figure.unit))
        if by:
            return f"since then {one_line(by.summary).rpartition(': ')[2]}"
        if figure.retracted:
            return "taken back by a correction"
        later = [f for f in self.later(figure) if as_text(f) != as_text(figure) and figure.claimant_id]
        last = max(later, key=lambda f: (str(f.as_of or ""), f.figure_id), default=None)
        if last is None:
            return ""
        when = short_day(last.as_of or self.index.published(last.article_id))
        return f"since then {self.index.name(last.claimant_id, 'the paper')} gives {one_line(last.text)} ({when})"

    def correction(self, sides: Sides) -> str:
        """One of the numbers was taken back by the paper that had it."""
        for side in sides:
            for row, figure in self.of(side):
                by = self.corrected.get((row.value, figure.unit))
                if by:
                    return f"since then {one_line(by.summary).rpartition(': ')[2]}"
        return ""

    def agreement(self, sides: Sides) -> str:
        """A claimant's later figure is the other side's."""
        values = [{row.value for row in side} for side in sides]
        for n, side in enumerate(sides):
            others = {v for m, own in enumerate(values) if m != n for v in own if v}
            for _, figure in self.of(side):
                for later in self.later(figure):
                    if as_text(later) in others:
                        when = short_day(later.as_of or self.index.published(later.article_id))
                        who = self.index.name(later.claimant_id, "the paper")
                        return f"since then {who} gives {one_line(later.text)}, too ({when})"
        return ""

    def later(self, figure: Figure) -> Iterator[Figure]:
        """What the same claimant said afterwards of the same quantity."""
        seen, waiting = {figure.figure_id}, [figure.figure_id]
        while waiting:
            for row in self.successors.get(waiting.pop(), []):
                if row.figure_id not in seen:
                    seen.add(row.figure_id)
                    waiting.append(row.figure_id)
                    yield row


def is_correction(dispute: Dispute) -> bool:
    return dispute.kind == "figure" and dispute.reason.startswith(CORRECTED)
