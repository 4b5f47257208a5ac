"""The most similar articles of each article, by an inverted index; similarity fades with the days between."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from newsledger.link.stories.vectors import Vector, add, unit

HALF_LIFE = 45  # days without news after which two articles count as half as similar ...
FADED = 0.5  # ... but no less: a date can be wrong by years
LOOKED_UP = 50  # heaviest terms of an article that are looked up
CAP = 250  # articles; a term that more of them share finds nobody in particular
NEAR = 30  # neighbours that are kept
CLOSEST = 3  # ... of which so many lend an article their terms

Interval = tuple[dt.date, dt.date] | None
Neighbours = list[list[tuple[int, float]]]
Posting = tuple[NDArray[np.int64], NDArray[np.float64]]


def fading(a: Interval, b: Interval) -> float:
    """How much the days between two spans of time take off their similarity; 1 where a date is unknown."""
    if a is None or b is None:
        return 1.0
    gap = max((b[0] - a[1]).days, (a[0] - b[1]).days, 0)
    return float(max(FADED, 0.5 ** (gap / HALF_LIFE)))


def find_neighbours(vectors: Sequence[Vector], dates: Sequence[Interval]) -> Neighbours:
    """For each article the most similar others, with their similarity, the best first."""
    postings = index(vectors)
    rows = [row(vector) for vector in vectors]
    wide = np.zeros(1 + max((int(terms[-1]) for terms, _ in rows if len(terms)), default=0))
    found: Neighbours = []
    for n, (terms, weights) in enumerate(rows):
        wide[terms] = weights
        near = []
        for m in closest(n, vectors[n], postings):
            others, theirs = rows[m]
            cosine = round(float(np.sum(wide[others] * theirs)), 12)
            near.append((m, cosine * fading(dates[n], dates[m])))
        wide[terms] = 0.0
        found.append(sorted(near, key=lambda pair: (-pair[1], pair[0])))
    return found


def row(vector: Vector) -> Posting:
    """The terms of a vector that others may hold, in the order of their numbers, and their weights."""
    terms = sorted(t for t in vector if t >= 0)
    return np.array(terms, dtype=np.int64), np.array([vector[t] for t in terms])


def closest(n: int, vector: Vector, postings: Mapping[int, Posting]) -> list[int]:
    """The articles that share most with article ``n`` by its heaviest terms; the work has a bound."""
    heavy = sorted(vector.items(), key=lambda item: (-item[1], item[0]))[:LOOKED_UP]
    hits = [(postings[term], weight) for term, weight in heavy if term in postings]
    if not hits:
        return []
    articles, place = np.unique(np.concatenate([at for (at, _), _ in hits]), return_inverse=True)
    score = np.bincount(place, np.concatenate([w * weight for (_, w), weight in hits]))
    score[articles == n] = 0.0
    best = np.argsort(-np.round(score, 9), kind="stable")[:NEAR]
    return [int(articles[k]) for k in best if score[k] > 0]


def index(vectors: Sequence[Vector]) -> dict[int, Posting]:
    """For each term that tells articles apart those that hold it, with its weight there."""
    lists: dict[int, tuple[list[int], list[float]]] = {}
    for n, vector in enumerate(vectors):
        for term, weight in vector.items():
            at, weights = lists.setdefault(term, ([], []))
            at.append(n)
            weights.append(weight)
    return {
        term: (np.array(at, dtype=np.int64), np.array(weights))
        for term, (at, weights) in lists.items()
        if 2 <= len(at) <= CAP
    }


def blend(vectors: Sequence[Vector], neighbours: Neighbours) -> list[Vector]:
    """Each vector with those of its closest neighbours mixed in, by similarity.

    Two reports of one story may choose different words; what lies close to both joins them (query
    expansion, as in document retrieval).
    """
    return [
        unit(add([(vector, 1.0), *((vectors[m], s) for m, s in near[:CLOSEST])]))
        for vector, near in zip(vectors, neighbours, strict=True)
    ]
