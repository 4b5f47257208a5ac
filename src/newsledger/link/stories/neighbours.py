"""The most similar articles of each article, by an inverted index; similarity fades with the days between."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import numpy as np

from newsledger.link.stories.vectors import Vector, add, dots, room, unit

HALF_LIFE = 45  # days without news after which two articles count as half as similar ...
FADED = 0.5  # ... but no less: a date can be wrong by years
LOOKED_UP = 50  # heaviest terms of an article that are looked up
CAP = 250  # articles; a term that more of them share finds nobody in particular
NEAR = 30  # neighbours that are kept
CLOSEST = 3  # ... of which so many lend an article their terms

Interval = tuple[dt.date, dt.date] | None
Neighbours = list[list[tuple[int, float]]]


def fading(a: Interval, b: Interval) -> float:
    """How much the days between two spans of time take off their similarity; 1 where a date is unknown."""
    if a is None or b is None:
        return 1.0
    gap = max((b[0] - a[1]).days, (a[0] - b[1]).days, 0)
    return float(max(FADED, 0.5 ** (gap / HALF_LIFE)))


def find_neighbours(vectors: Sequence[Vector], dates: Sequence[Interval]) -> Neighbours:
    """For each article the most similar others, with their similarity, the best first."""
    postings, wide = Postings(vectors), room(vectors)
    found: Neighbours = []
    for n, vector in enumerate(vectors):
        others = postings.closest(n, vector)
        cosines = np.round(dots(vector, [vectors[m] for m in others], wide), 12).tolist()
        near = [(m, c * fading(dates[n], dates[m])) for m, c in zip(others, cosines, strict=True)]
        found.append(sorted(near, key=lambda pair: (-pair[1], pair[0])))
    return found


class Postings:
    """For each term the articles that hold it, with its weight there."""

    def __init__(self, vectors: Sequence[Vector]) -> None:
        none: Vector = (np.zeros(0, dtype=np.int64), np.zeros(0))
        terms = np.concatenate([none[0], *(terms for terms, _ in vectors)])
        owner = np.repeat(np.arange(len(vectors)), [len(terms) for terms, _ in vectors])
        order = np.argsort(terms, kind="stable")
        self.owner = owner[order]
        self.weights = np.concatenate([none[1], *(weights for _, weights in vectors)])[order]
        self.counts = np.bincount(terms, minlength=1)
        self.starts = np.cumsum(self.counts) - self.counts

    def closest(self, n: int, vector: Vector) -> list[int]:
        """The articles that share most with article ``n`` by its heaviest terms; the work has a bound."""
        heavy = np.lexsort((vector[0], -vector[1]))[:LOOKED_UP]
        counts = self.counts[vector[0][heavy]]
        heavy = heavy[(counts >= 2) & (counts <= CAP)]
        counts, starts = self.counts[vector[0][heavy]], self.starts[vector[0][heavy]]
        at = np.repeat(starts + counts - np.cumsum(counts), counts) + np.arange(int(counts.sum()))
        articles, place = np.unique(self.owner[at], return_inverse=True)
        score = np.bincount(place, self.weights[at] * np.repeat(vector[1][heavy], counts))
        score[articles == n] = 0.0
        best = np.argsort(-np.round(score, 9), kind="stable")[:NEAR]
        return [int(articles[k]) for k in best if score[k] > 0]


def blend(vectors: Sequence[Vector], neighbours: Neighbours) -> list[Vector]:
    """Each vector with those of its closest neighbours mixed in, by similarity.

    Two reports of one story may choose different words; what lies close to both joins them (query
    expansion, as in document retrieval).
    """
    return [
        unit(add([vector, *(vectors[m] for m, _ in near[:CLOSEST])], [1.0, *(s for _, s in near[:CLOSEST])]))
        for vector, near in zip(vectors, neighbours, strict=True)
    ]
