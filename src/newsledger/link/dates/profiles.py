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
    """The days of each feature. Days are ordinals."""

    def __init__(self, features: Features, day: Mapping[str, int], trust: Mapping[str, float]) -> None:
        self.features = features
        self.day = {i: d for i, d in day.items() if trust.get(i, 0.0) >= 0.5}
        self.all = np.array(sorted(self.day.values()), dtype=np.int64)
        self.known = np.unique(self.all)  # the days that there are; they are kept by their rank
        held = [(features.of(i), d) for i, d in self.day.items()]
        numbers = np.concatenate([np.zeros(0, dtype=np.int64), *(f for f, _ in held)])
        ranks = np.repeat(np.searchsorted(self.known, [d for _, d in held]), [len(f) for f, _ in held])
        key = np.sort(numbers * (len(self.known) + 1) + ranks)
        self.ranks = (key % (len(self.known) + 1)).astype(np.int32)
        self.ends = np.cumsum(np.bincount(numbers, minlength=features.count))
        self.counts = np.diff(self.ends, prepend=0)

    def of(self, article_id: str) -> Profile:
        """What the pile knows of one article's features."""
        return Profile(self, article_id)


class Profile:
    """The days of one article's features, and scores of days by them."""

    def __init__(self, pile: Profiles, article_id: str) -> None:
        self._pile = pile
        self._own = pile.day.get(article_id)
        self._kept = pile.features.of(article_id)
        self._counts = pile.counts[self._kept]
        self._first = pile.ends[self._kept] - self._counts
        ends = np.cumsum(self._counts)
        size = int(ends[-1]) if len(ends) else 0
        self._ranks = pile.ranks[np.repeat(self._first - ends + self._counts, self._counts) + np.arange(size)]

    def propose(self, most: int) -> list[int]:
        """The days that share most of the article's rarer features, best first."""
        pile, counts = self._pile, self._counts
        weights = np.repeat(1 / np.maximum(counts, 1), counts)
        votes = np.bincount(self._ranks, weights, minlength=len(pile.known))
        others = np.bincount(self._ranks, minlength=len(pile.known))
        if self._own is not None:
            at = np.searchsorted(pile.known, self._own)
            votes[at] -= np.sum(1 / counts[counts > 0])
            others[at] -= np.count_nonzero(counts)
        best = np.argsort(-np.round(votes, 9), kind="stable")
        return [int(pile.known[n]) for n in best[: most + 1] if others[n] > 0][:most]

    def scores(self, days: Ints, nears: Sequence[int]) -> list[Floats]:
        """How well the article's features fit the days around each one, in nats; 0 where nothing is known.

        One array for each of ``nears``, the days on either side that count as around.
        """
        shares = [self.share(days, near) for near in nears]
        blank = math.log(UNSEEN) * len(self._kept) / math.sqrt(len(self._kept) + 1)
        least = 1 if self._own is None else 2
        useful = self._counts >= least
        number = np.count_nonzero(useful)
        if not number:
            return [np.where(share > 0, 0.0, blank) for share in shares]
        counts = self._counts - (least - 1)
        seen = self._seen(days, nears)
        out = []
        for share, near, found in zip(shares, nears, seen, strict=True):
            found = found - self._is_own(days, near)
            feature, day = np.nonzero((found > 0) & useful[:, None])
            expected = counts[feature] * share[day] + SMOOTH
            said = np.log((1 - UNSEEN) * found[feature, day] / expected + UNSEEN) - math.log(UNSEEN)
            total = np.bincount(day, said, len(days)) + math.log(UNSEEN) * number
            out.append(np.where(share > 0, total / math.sqrt(number + 1), blank))
        return out

    def unborn(self, days: Ints, gap: int = SPREAD) -> Floats:
        """The article's features that the pile knows only from more than ``gap`` days after each day.

        Nobody writes the names and phrases of a matter before it came up. In units of ``scores``.
        """
        pile, own = self._pile, self._own is not None
        at = self._first[self._counts > own]
        if not len(at):
            return np.zeros(len(days))
        first = pile.known[pile.ranks[at]]
        if own:  # its own day is not the first of another
            first = np.where(first == self._own, pile.known[pile.ranks[at + 1]], first)
        later = len(first) - np.searchsorted(np.sort(first), days + gap, "right")
        return np.asarray(later / math.sqrt(len(at) + 1))

    def density(self, days: Ints, near: int = SPREAD) -> Floats:
        """The share of the pile's other articles per day around each day."""
        return self.share(days, near) / (2 * near + 1)

    def share(self, days: Ints, near: int) -> Floats:
        """The share of the pile's other articles that lie within ``near`` days of each day."""
        every = self._pile.all
        n = len(every) - (self._own is not None)
        if not n:
            return np.zeros(len(days))
        around = every.searchsorted(days + near, "right") - every.searchsorted(days - near)
        return np.asarray((around - self._is_own(days, near)) / n)

    def _is_own(self, days: Ints, near: int) -> NDArray[np.bool_]:
        """Whether the article's own day lies within ``near`` days of each day."""
        return np.zeros(len(days), dtype=bool) if self._own is None else np.abs(days - self._own) <= near

    def _seen(self, days: Ints, nears: Sequence[int]) -> list[Ints]:
        """For each of ``nears``: by feature and day, in how many articles around the day the feature stands.

        The days of all features are parted once at the edges of all windows, and counted up to each edge.
        """
        known = self._pile.known
        low = [known.searchsorted(days - near) for near in nears]
        high = [known.searchsorted(days + near, "right") for near in nears]
        edges, place = np.unique(np.concatenate([*low, *high]), return_inverse=True)
        width = len(edges) + 1
        part = edges.astype(np.int32).searchsorted(self._ranks, "right")
        feature = np.repeat(np.arange(len(self._kept)) * width, self._counts)
        held = np.bincount(feature + part, minlength=len(self._kept) * width).reshape(-1, width)
        before = held.cumsum(axis=1)
        places = place.reshape(2 * len(nears), -1)
        return [before[:, places[len(nears) + n]] - before[:, places[n]] for n in range(len(nears))]
