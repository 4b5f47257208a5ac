"""Rows that stand in a stretch of an article, found without looking at all of them."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterable
from itertools import accumulate
from typing import Any

from newsledger.report.tables import Evidence


class Spans:
    """Records that have ``article_id, start, end``, by where they stand."""

    def __init__(self, rows: Iterable[Any]) -> None:
        grouped: dict[str, list[Any]] = defaultdict(list)
        for row in rows:
            grouped[row.article_id].append(row)
        self._rows = {i: sorted(own, key=lambda r: (r.start, r.end)) for i, own in grouped.items()}
        self._starts = {i: [r.start for r in own] for i, own in self._rows.items()}
        self._reach = {i: list(accumulate((r.end for r in own), max)) for i, own in self._rows.items()}

    def overlapping(self, place: Evidence) -> list[Any]:
        """The rows that share a character with a place, in order of the text."""
        rows, reach = self._rows.get(place.article_id, []), self._reach.get(place.article_id, [])
        n = bisect.bisect_left(self._starts.get(place.article_id, []), place.end)
        found = []
        while n and reach[n - 1] > place.start:
            n -= 1
            if rows[n].end > place.start:
                found.append(rows[n])
        return found[::-1]
