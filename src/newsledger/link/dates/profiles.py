"""How the words of a pile spread over time: a day is told by the words that came up around it.

A temporal language model (Kanhabua and Nørvåg 2009) reduced to what a verdict needs: for a few candidate
days, do the article's less common words and word pairs occur in articles dated near them more often than
elsewhere? Each article is left out of its own comparison. The number of features of an article, and of the
articles that may share one, are capped, so the work grows with the number of articles.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from newsledger.link.dates.features import Features

SPREAD = 10  # days on either side over which the pile's density is taken
NEAR = 3  # days on either side
UNSEEN = 0.7  # share of a feature that is left to any day: bounds what an absent word can say
SMOOTH = 0.5  # articles: one chance neighbour on a day without others says little

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


class Profiles:
    """The days of each feature, and scores of days for an article. Days are ordinals."""

    def __init__(self, features: Features, day: Mapping[str, int], trust: Mapping[str, float]) -> None:
        self.features = features
        self.day = {i: d for i, d in day.items() if trust.get(i, 0.0) >= 0.5}
        self.all = np.array(sorted(self.day.values()), dtype=np.int64)
        self.known = np.unique(self.all)  # the days that there are; they are kept by their rank
        held = [(features.of(i), d) for i, d in self.day.items()]
        numbers = np.concatenate([np.zeros(0, dtype=np.int64), *(f for f, _ in held)])
        ranks = np.repeat(np.searchsorted(self.known, [d for _, d in held]), [len(f) for f, _ in held])
        self.ranks = ranks[np.lexsort((ranks, numbers))].astype(np.int32)
        self.ends = np.cumsum(np.bincount(numbers, minlength=features.count))
        self.counts = np.diff(self.ends, prepend=0)

    def scores(self, article_id: str, days: Sequence[int], near: int = NEAR) -> Floats:
        """How well the article's features fit the days around each one, in nats; 0 where nothing is known."""
        kept = self.features.of(article_id)
        share = self._share(article_id, days, near)
        out = np.full(len(days), math.log(UNSEEN) * len(kept) / math.sqrt(len(kept) + 1))
        told = np.flatnonzero(share > 0)
        if len(told):
            at = np.asarray(days, dtype=np.int64)[told]
            out[told] = self._fit(article_id, kept, at, share[told], near)
        return out

    def unborn(self, article_id: str, days: Sequence[int], gap: int = SPREAD) -> Floats:
        """The article's features that the pile knows only from more than ``gap`` days after each day.

        Nobody writes the names and phrases of a matter before it came up. In units of ``scores``.
        """
        own = article_id in self.day
        kept = self.features.of(article_id)
        kept = kept[self.counts[kept] > own]
        if not len(kept):
            return np.zeros(len(days))
        first = self.known[self.ranks[self.ends[kept] - self.counts[kept]]]
        if own:  # its own day is not the first of another
            second = self.known[self.ranks[self.ends[kept] - self.counts[kept] + 1]]
            first = np.where(first == self.day[article_id], second, first)
        at = np.asarray(days, dtype=np.int64)
        return np.asarray((first[:, None] > at + gap).sum(axis=0) / math.sqrt(len(kept) + 1))

    def density(self, article_id: str, days: Sequence[int], near: int = SPREAD) -> Floats:
        """The share of the pile's other articles per day around each day."""
        return self._share(article_id, days, near) / (2 * near + 1)

    def propose(self, article_id: str, most: int) -> list[int]:
        """The days that share most of the article's rarer features, best first."""
        kept = self.features.of(article_id)
        ranks, counts = self._postings(kept)
        weights = np.repeat(1 / np.maximum(counts, 1), counts)
        votes = np.bincount(ranks, weights, minlength=len(self.known))
        own = self.day.get(article_id)
        others = np.bincount(ranks, minlength=len(self.known))
        if own is not None:
            at = np.searchsorted(self.known, own)
            votes[at] -= np.sum(1 / counts[counts > 0])
            others[at] -= np.count_nonzero(counts)
        best = np.argsort(-np.round(votes, 9), kind="stable")
        return [int(self.known[n]) for n in best[: most + 1] if others[n] > 0][:most]

    def _share(self, article_id: str, days: Sequence[int], near: int) -> Floats:
        """The share of the pile's other articles that lie within ``near`` days of each day."""
        own = self.day.get(article_id)
        n = len(self.all) - (own is not None)
        if not n:
            return np.zeros(len(days))
        at = np.asarray(days, dtype=np.int64)
        around = np.searchsorted(self.all, at + near, "right") - np.searchsorted(self.all, at - near)
        return np.asarray((around - self._is_own(article_id, at, near)) / n)

    def _is_own(self, article_id: str, days: Ints, near: int) -> NDArray[np.bool_]:
        """Whether the article's own day lies within ``near`` days of each day."""
        own = self.day.get(article_id)
        return np.zeros(len(days), dtype=bool) if own is None else np.abs(days - own) <= near

    def _postings(self, numbers: Ints) -> tuple[NDArray[np.int32], Ints]:
        """The days of some features by rank, one feature after another, and how many each has."""
        counts = self.counts[numbers]
        first = np.repeat(self.ends[numbers] - np.cumsum(counts), counts)
        return self.ranks[first + np.arange(len(first))], counts

    def _fit(self, article_id: str, kept: Ints, days: Ints, share: Floats, near: int) -> Floats:
        own = article_id in self.day
        kept = kept[self.counts[kept] > own]
        if not len(kept):
            return np.zeros(len(days))
        ranks, counts = self._postings(kept)
        low = np.searchsorted(self.known, days - near).astype(np.int32)
        high = np.searchsorted(self.known, days + near, "right").astype(np.int32)
        inside = (ranks[:, None] >= low) & (ranks[:, None] < high)
        seen = np.add.reduceat(inside, np.cumsum(counts) - counts, axis=0, dtype=np.int64)
        seen = seen - self._is_own(article_id, days, near)
        expected = (counts - own)[:, None] * share + SMOOTH
        fits = np.log((1 - UNSEEN) * seen / expected + UNSEEN)
        return np.asarray(fits.sum(axis=0) / math.sqrt(len(kept) + 1))
