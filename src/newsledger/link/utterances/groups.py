"""Quotations that are one utterance under one id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsledger.link.utterances.variants import Match
from newsledger.records import Quotation, make_id


def group(quotations: Sequence[Quotation], matches: Iterable[Match]) -> dict[str, str]:
    """The utterance of each quotation: the smallest id of those that matches join gives it its name."""
    root = {q.quotation_id: q.quotation_id for q in quotations}

    def find(x: str) -> str:
        while root[x] != x:
            root[x] = root[root[x]]
            x = root[x]
        return x

    for match in matches:
        a, b = sorted((find(match.a.quotation.quotation_id), find(match.b.quotation.quotation_id)))
        root[b] = a
    return {q.quotation_id: make_id("u", find(q.quotation_id)) for q in quotations}
