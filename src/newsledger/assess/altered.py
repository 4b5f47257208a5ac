"""Disputes between copies: aligned sentences that give another number or another day.

A rewrite that changes a figure or a date is no second source, but a reader must know of it. A later
version of an article updates the earlier one and disputes nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newsledger.assess.sides import Said, make_dispute
from newsledger.link.quantities import as_text, conflict, quantity
from newsledger.records import (
    Alignment,
    Article,
    Derivation,
    Dispute,
    DisputeSide,
    Figure,
    Sentence,
    Time,
)

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
LIKE = 0.4  # similarity of two sentences that are one


class Copies:
    """Aligned sentences with what lies inside each."""

    def __init__(
        self,
        alignments: Iterable[Alignment],
        derivations: Iterable[Derivation],
        sentences: Iterable[Sentence],
        articles: Mapping[str, Article],
    ) -> None:
        updates = {frozenset((d.article_a, d.article_b)) for d in derivations if d.is_update}
        self._articles = articles
        self._sentence = {s.sentence_id: s for s in sentences}
        alike = [a for a in alignments if a.similarity >= LIKE]
        self._all = sorted((a.sentence_a, a.sentence_b) for a in alike)
        self._pairs = sorted(
            (a.sentence_a, a.sentence_b)
            for a in alike
            if frozenset((a.article_a, a.article_b)) not in updates
        )

    def pairs(self, rows: Iterable[Any]) -> Iterator[tuple[Sentence, Sentence, list[Any], list[Any]]]:
        """Each aligned pair with the rows (figures, times) inside either sentence."""
        starts: dict[str, list[Any]] = defaultdict(list)
        for row in rows:
            starts[row.article_id].append(row)
        for rows_of in starts.values():
            rows_of.sort(key=lambda r: (r.start, r.end))
        for one, two in self._pairs:
            a, b = self._sentence.get(one), self._sentence.get(two)
            if a is not None and b is not None:
                yield a, b, _inside(a, starts[a.article_id]), _inside(b, starts[b.article_id])

    def places(self) -> Iterator[tuple[tuple[str, int], tuple[str, int]]]:
        """Each aligned pair of sentences as article and start, versions of one article included."""
        for one, two in self._all:
            a, b = self._sentence.get(one), self._sentence.get(two)
            if a is not None and b is not None:
                yield (a.article_id, a.start), (b.article_id, b.start)

    def said(self, sentence: Sentence, value: str, speaker_id: str | None = None) -> Said:
        """One side."""
        article = self._articles[sentence.article_id]
        return Said(
            article=article, start=sentence.start, end=sentence.end, speaker_id=speaker_id, value=value
        )


def _inside(sentence: Sentence, rows: list[Any]) -> list[Any]:
    return [r for r in rows if sentence.start <= r.start and r.end <= sentence.end]


def altered_figures(copies: Copies, figures: Iterable[Figure]) -> Iterator[tuple[Dispute, list[DisputeSide]]]:
    """Numbers of one quantity that differ between the sentences of two copies."""
    for a, b, in_a, in_b in copies.pairs(f for f in figures if not f.retracted):
        by_unit = {quantity(f): f for f in in_a if sum(quantity(g) == quantity(f) for g in in_a) == 1}
        for figure in in_b:
            other = by_unit.get(quantity(figure))
            alone = sum(quantity(g) == quantity(figure) for g in in_b) == 1
            if other is None or not alone or not conflict(other, figure) or both_hold(a, b, other, figure):
                continue
            sides = [
                [copies.said(a, as_text(other), other.claimant_id)],
                [copies.said(b, as_text(figure), figure.claimant_id)],
            ]
            yield make_dispute(
                "figure",
                sides,
                f"{figure.unit}: one text gives {other.text}, its copy {figure.text}",
                "aligned sentences of two texts that go back to one",
            )


def both_hold(a: Sentence, b: Sentence, in_a: Figure, in_b: Figure) -> bool:
    """Whether both sentences have both numbers, in digits: then they were told in another order, not altered."""
    numbers = [set(NUMBER.findall(text)) for text in (in_a.text, in_b.text)]
    return all(numbers) and all(n <= set(NUMBER.findall(s.text)) for n in numbers for s in (a, b))


def altered_dates(copies: Copies, times: Iterable[Time]) -> Iterator[tuple[Dispute, list[DisputeSide]]]:
    """Days written out with figures that differ between the sentences of two copies."""
    days = (t for t in times if t.earliest and t.earliest == t.latest and any(c.isdigit() for c in t.text))
    for a, b, in_a, in_b in copies.pairs(days):
        if len(in_a) == len(in_b) == 1 and in_a[0].earliest != in_b[0].earliest:
            one, two = in_a[0], in_b[0]
            yield make_dispute(
                "date",
                [[copies.said(a, one.value)], [copies.said(b, two.value)]],
                f"one text says {one.text}, its copy {two.text}",
                "aligned sentences of two texts that go back to one",
            )
