"""The TF-IDF vectors of one subject's sentences, in arrays: the sparse rows of a matrix (CSR)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from newsledger.link.copies.arrays import ranges

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

RARE = 8  # words of a sentence that weigh most: one that shares none of them is not compared


class Block:
    """Sentences to be compared with one of them: without a product of matrices, whose last digits differ by machine."""

    def __init__(self, column: Ints, weight: Floats, lengths: Ints, width: int) -> None:
        self._column, self._weight, self._width, self._rows = column, weight, width, len(lengths)
        self._owner = np.repeat(np.arange(self._rows), lengths)
        self._ends = np.cumsum(lengths)
        self._starts = self._ends - lengths

    def likeness(self, row: int) -> Floats:
        """The cosine of each to one."""
        own = slice(self._starts[row], self._ends[row])
        wide = np.zeros(self._width)
        wide[self._column[own]] = self._weight[own]
        found = np.bincount(self._owner, self._weight * wide[self._column], minlength=self._rows)
        return np.round(found, 12)


class Vectors:
    """A vector of length one for each sentence; words are numbers in the order of the alphabet."""

    def __init__(self, sentences: Sequence[Sequence[str]]) -> None:
        alphabet = {word: n for n, word in enumerate(sorted(set(chain.from_iterable(sentences))))}
        lengths = np.fromiter(map(len, sentences), dtype=np.int64, count=len(sentences))
        every = np.fromiter(map(alphabet.__getitem__, chain.from_iterable(sentences)), dtype=np.int64)
        size = max(1, len(alphabet))
        keys, counts = np.unique(
            np.repeat(np.arange(len(sentences)), lengths) * size + every, return_counts=True
        )
        row, self._word = np.divmod(keys, size)
        found = np.bincount(self._word, minlength=size)
        idf = np.log((1 + len(sentences)) / np.maximum(found, 1))
        raw = counts * idf[self._word]
        norm = np.sqrt(np.bincount(row, raw * raw, minlength=len(sentences)))
        self._weight = raw / np.where(norm > 0, norm, 1.0)[row]
        self._start = np.searchsorted(row, np.arange(len(sentences) + 1))
        # The same as lists, for what is looked up one by one.
        self._starts, self._words, self._weights = (
            a.tolist() for a in (self._start, self._word, self._weight)
        )
        self._heavy: list[int] = self._word[np.lexsort((self._word, -self._weight, row))].tolist()
        self._maps: dict[int, dict[int, float]] = {}

    def as_map(self, row: int) -> dict[int, float]:
        """The weights of a sentence by word."""
        found = self._maps.get(row)
        if found is None:
            part = slice(self._starts[row], self._starts[row + 1])
            found = self._maps[row] = dict(zip(self._words[part], self._weights[part], strict=True))
        return found

    def rare(self, row: int) -> list[int]:
        """The words of a sentence that weigh most, the heaviest first."""
        first = self._starts[row]
        return self._heavy[first : min(self._starts[row + 1], first + RARE)]

    def block(self, rows: Ints) -> Block:
        """Some of the sentences by themselves."""
        at = ranges(self._start[rows], self._start[rows + 1])
        words, column = np.unique(self._word[at], return_inverse=True)
        return Block(column, self._weight[at], self._start[rows + 1] - self._start[rows], len(words))

    def nearness(self, rows: Ints, middle: Ints, shares: Floats) -> Floats:
        """The cosine of each of ``rows`` to the weighted sum of the rows ``middle``."""
        at, of_middle = (ranges(self._start[r], self._start[r + 1]) for r in (rows, middle))
        share = np.repeat(shares, self._start[middle + 1] - self._start[middle])
        words, column = np.unique(
            np.concatenate((self._word[at], self._word[of_middle])), return_inverse=True
        )
        total = np.bincount(column[len(at) :], self._weight[of_middle] * share, minlength=len(words))
        norm = np.sqrt(np.sum(total * total)) or 1.0
        owner = np.repeat(np.arange(len(rows)), self._start[rows + 1] - self._start[rows])
        return np.bincount(owner, self._weight[at] * total[column[: len(at)]], minlength=len(rows)) / norm
