"""Which articles may belong together, by an inverted index, and how alike they are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from newsledger.link.stories.vectors import Floats, Ints, Vectors, distinct

HALF_LIFE = 45  # days without news after which two articles count as half as similar ...
FADED = 0.5  # ... but no less: a date can be wrong by years
LOOKED_UP = 25  # heaviest terms of an article that are looked up
CAP = 250  # articles; a term that more of them share finds nobody in particular
HITS = 400  # articles, with repetition, that an article's terms find in all; so the work is linear
NEAR = 12  # neighbours that are kept


def fading(days: Floats) -> Floats:
    """How much the days between articles take off their similarity; nothing where they are unknown (NaN) or none."""
    return np.maximum(FADED, 0.5 ** (np.fmax(days, 0.0) / HALF_LIFE))


def cosines(vectors: Vectors) -> Iterator[tuple[int, Ints, Floats]]:
    """For each vector that is near later ones: which these are, and the cosine with each."""
    postings, wide = Postings(vectors), np.zeros(vectors.room)
    found = [postings.closest(n) for n in range(len(vectors))]
    a = np.repeat(np.arange(len(found)), [len(near) for near in found])
    b = np.concatenate([np.zeros(0, dtype=np.int64), *found])
    size = max(1, len(vectors))
    pairs = distinct(np.minimum(a, b) * size + np.maximum(a, b))
    bounds = np.searchsorted(pairs, np.arange(len(vectors) + 1) * size).tolist()
    for n, (start, end) in enumerate(pairwise(bounds)):
        if start < end:
            others = pairs[start:end] % size
            yield n, others, dots(vectors, n, others, wide)


def dots(vectors: Vectors, n: int, others: Ints, wide: Floats) -> Floats:
    """The inner products of a vector with others. ``wide`` is room for all terms, empty before and after."""
    terms, weights = vectors.row(n)
    starts = vectors.starts[others]
    lengths = vectors.starts[others + 1] - starts
    at = spread(starts, lengths)
    wide[terms] = weights
    products = wide[vectors.terms[at]] * vectors.weights[at]
    wide[terms] = 0.0
    return np.round(
        np.bincount(np.repeat(np.arange(len(others)), lengths), products, minlength=len(others)), 12
    )


def spread(starts: Ints, lengths: Ints) -> Ints:
    """The numbers of several ranges, one behind the other."""
    before = np.cumsum(lengths) - lengths
    return np.asarray(np.repeat(starts - before, lengths) + np.arange(int(lengths.sum())))


class Postings:
    """For each term the articles that hold it, and for each article the terms by which others are looked up."""

    def __init__(self, vectors: Vectors) -> None:
        owner, counts = vectors.owner, np.bincount(vectors.terms, minlength=1)
        order = np.argsort(vectors.terms, kind="stable")
        self.owner, self.weights = owner[order], vectors.weights[order]
        heaviest = np.argsort(owner - vectors.weights, kind="stable")  # each one's in turn, by weight
        asked = heaviest[np.arange(len(owner)) - vectors.starts[owner] < LOOKED_UP]
        asked = asked[counts[vectors.terms[asked]] <= CAP]
        hits = np.cumsum(counts[vectors.terms[asked]])
        before = np.concatenate(([0], hits))[np.searchsorted(owner[asked], owner[asked])]
        asked = asked[hits - before <= HITS]
        self.asked = np.searchsorted(owner[asked], np.arange(len(vectors) + 1))
        self.starts = (np.cumsum(counts) - counts)[vectors.terms[asked]]
        self.counts, self.factors = counts[vectors.terms[asked]], vectors.weights[asked]

    def closest(self, n: int) -> Ints:
        """The articles that share most with article ``n`` by its heaviest terms; the work has a bound."""
        part = slice(int(self.asked[n]), int(self.asked[n + 1]))
        counts = self.counts[part]
        at = spread(self.starts[part], counts)
        articles, place = np.unique(self.owner[at], return_inverse=True)
        score = np.bincount(place, self.weights[at] * np.repeat(self.factors[part], counts))
        best = np.argsort(-np.round(score, 9), kind="stable")[: NEAR + 1]
        near = articles[best]
        return np.asarray(near[near != n][:NEAR])
