"""The figures of a ledger, looked up by where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsledger.link.quantities import quantity, same_number
from newsledger.records import ClaimEvidence, DisputeSide, Figure
from newsledger.report.tables import Evidence, Index
from newsledger.report.wording import amount


class Figures:
    """The figures of a ledger by article and place."""

    def __init__(self, index: Index) -> None:
        self.by_article = index.grouped("figures", lambda f: f.article_id)

    def inside(self, where: Evidence | ClaimEvidence | DisputeSide) -> list[Figure]:
        """The figures within a place, in order of the text."""
        own = self.by_article.get(where.article_id, [])
        return sorted(
            (f for f in own if where.start <= f.start and f.end <= where.end), key=lambda f: (f.start, f.end)
        )

    def common(self, places: Sequence[Evidence | ClaimEvidence]) -> list[Figure]:
        """What several sentences agree on: the figures of the number that most of them have, in any unit."""
        found = [f for where in places for f in self.inside(where)]
        often = Counter((f.unit, f.value, f.low, f.high) for f in found)
        if not often:
            return []
        ((best, _),) = sorted(often.items(), key=lambda p: (-p[1], str(p[0])))[:1]
        chosen = next(f for f in found if (f.unit, f.value, f.low, f.high) == best)
        return [f for f in found if quantity(f) == quantity(chosen) and same_number(f, chosen)]

    def of_side(self, side: DisputeSide) -> Figure | None:
        """The figure that a side of a dispute stands for."""
        inside = self.inside(side)
        exact = [
            f for f in inside if side.value in {amount(n).replace(",", "") for n in (f.value, f.low, f.high)}
        ]
        return next(iter(exact or inside), None)
