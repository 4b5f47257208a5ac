"""A pile's articles as vectors: TF-IDF of the whole and of the beginning, half and half.

Two articles on one matter resemble each other in how they begin, two on one subject in their background; one
count of words over both would let the longer background drown the matter. So each part is scaled to length 1
by itself.

In a pile on one story every telling word stands in every article, and plain document frequencies would count
it as nothing. So the pile is weighed as if some articles on other matters lay beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newsledger.annotate.fingerprint.tally import WIDTH, Tally

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

BESIDE, HOLDING = 50, 3  # articles on other matters, and how many of them hold a word
SHARPEN = 1.2  # exponent of the inverse document frequency
PARTS = 2  # the whole and the beginning


@dataclass(frozen=True, slots=True)
class Vectors:
    """Sparse vectors, one behind the other: ``starts[n]`` to ``starts[n + 1]`` are the terms of the n-th, ascending."""

    starts: Ints
    terms: Ints
    weights: Floats

    def __len__(self) -> int:
        return len(self.starts) - 1

    def row(self, n: int) -> tuple[Ints, Floats]:
        """The terms and weights of one."""
        part = slice(int(self.starts[n]), int(self.starts[n + 1]))
        return self.terms[part], self.weights[part]

    @property
    def owner(self) -> Ints:
        """For each term whose it is."""
        return np.repeat(np.arange(len(self)), np.diff(self.starts))

    @property
    def room(self) -> int:
        """A number above those of all terms."""
        return int(self.terms.max(initial=-1)) + 1


def count(bodies: Sequence[Tally], titles: Sequence[Tally]) -> Vectors:
    """How often each stem stands in each article: an even term in the whole, an odd one in headline and beginning."""
    texts = [*bodies, *titles]
    _, number = np.unique(joined([t.stems for t in texts], "<u8"), return_inverse=True)
    owner = np.repeat(np.tile(np.arange(len(bodies)), 2), [len(t.stems) // WIDTH for t in texts])
    counts = [joined([t.whole for t in texts], "u1"), joined([t.lead for t in texts], "u1")]
    return gathered(
        np.tile(owner, PARTS),
        np.concatenate([number * PARTS + part for part in range(PARTS)]),
        np.concatenate(counts).astype(np.float64),
        len(bodies),
    )


def joined(rows: Sequence[bytes], kind: str) -> NDArray[np.unsignedinteger]:
    """The numbers in some bytes, one row behind the other."""
    return np.frombuffer(b"".join(rows), dtype=kind)


def vectorise(counts: Vectors, family: Ints) -> Vectors:
    """A vector of length 1 for each article; ``family`` has the number of each one's family.

    A word counts once for a family, so that copies do not make it common.
    """
    families = int(family.max(initial=-1)) + 1
    holds = distinct(counts.terms * max(1, families) + family[counts.owner]) // max(1, families)
    frequency = np.bincount(holds, minlength=counts.room)
    weights = (1 + np.log(counts.weights)) * rarity(frequency, families)[counts.terms]
    part = counts.owner * PARTS + counts.terms % PARTS
    length = np.sqrt(np.bincount(part, weights**2, minlength=len(counts) * PARTS))
    return unit(Vectors(counts.starts, counts.terms, weights / length[part]))


def gathered(owner: Ints, terms: Ints, weights: Floats, size: int) -> Vectors:
    """Vectors from terms in any order; equal ones of one owner are summed up, those that weigh nothing left out."""
    room = int(terms.max(initial=0)) + 1
    heavy = weights > 0
    keys, place = np.unique((owner * room + terms)[heavy], return_inverse=True)
    total = np.asarray(np.bincount(place, weights[heavy], minlength=len(keys)), dtype=np.float64)
    return Vectors(np.searchsorted(keys, np.arange(size + 1) * room), keys % room, total)


def distinct(numbers: Ints) -> Ints:
    """Each number once, ascending. ``np.unique`` hashes where it need not say places, which takes longer here."""
    ordered = np.sort(numbers)
    return np.asarray(ordered[np.diff(ordered, prepend=-1) != 0])


def rarity(frequency: Ints, articles: int) -> Floats:
    """The inverse document frequency with the articles beside."""
    return np.asarray(np.log(1 + (articles + BESIDE) / (frequency + HOLDING)) ** SHARPEN)


def unit(vectors: Vectors) -> Vectors:
    """The vectors scaled to length 1."""
    owner = vectors.owner
    length = np.sqrt(np.bincount(owner, vectors.weights**2, minlength=len(vectors)))
    return Vectors(vectors.starts, vectors.terms, vectors.weights / length[owner])


def sums(vectors: Vectors, group: Ints) -> Vectors:
    """The sum of the vectors of each group."""
    return gathered(group[vectors.owner], vectors.terms, vectors.weights, int(group.max(initial=-1)) + 1)


def likeness(vectors: Vectors, group: Ints) -> Floats:
    """The inner product of each vector with the sum of its group: the larger, the more like the others."""
    owner, room = vectors.owner, max(1, vectors.room)
    _, place = np.unique(group[owner] * room + vectors.terms, return_inverse=True)
    products = np.bincount(place, vectors.weights, minlength=1)[place] * vectors.weights
    return np.round(np.bincount(owner, products, minlength=len(vectors)), 9)


def shared(vectors: Vectors) -> Vectors:
    """The vectors without the terms that no other holds: these can match nothing. They keep their lengths."""
    kept = np.bincount(vectors.terms, minlength=1)[vectors.terms] > 1
    ends = np.concatenate(([0], np.cumsum(kept)))
    return Vectors(ends[vectors.starts], vectors.terms[kept], vectors.weights[kept])
