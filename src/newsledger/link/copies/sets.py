"""Sets of numbers, one for each sentence or article: word sequences, stems, names; in arrays, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from newsledger.annotate.fingerprint.hashing import Flags, Ints, Keys
from newsledger.link.copies.arrays import differs, ranges

BITS = np.uint64(38)  # of a number that are kept in a set; the number of its owner fits before them
MASK = (np.uint64(1) << BITS) - np.uint64(1)


@dataclass(frozen=True, slots=True)
class Sets:
    """Numbers by owner, a sentence or an article."""

    values: Keys
    ends: Ints  # how many come before each owner's, and in all

    def size(self, owners: Ints) -> Ints:
        """How many elements each of these owners has."""
        return self.ends[owners + 1] - self.ends[owners]

    def total(self, first: Ints, articles: Ints) -> Ints:
        """How many elements the sentences of each of these articles have together."""
        return self.ends[first[articles + 1]] - self.ends[first[articles]]

    def owners(self) -> Ints:
        """The owner of each element."""
        return np.repeat(np.arange(len(self.ends) - 1), np.diff(self.ends))

    def without(self, dropped: Flags) -> Sets:
        """The sets with nothing left in those of some owners."""
        size = np.diff(self.ends)
        kept = np.flatnonzero(np.repeat(~dropped, size))
        return Sets(self.values[kept], np.append(0, np.cumsum(size * ~dropped)))

    def shared(self, a: Ints, b: Ints) -> tuple[Ints, Keys]:
        """What two owners each have in common: the number of the pair in the list, and the element."""
        elements = []
        for owners in (a, b):
            of = np.repeat(np.arange(len(owners), dtype=np.uint64), self.size(owners))
            elements.append(of << BITS | self.values[ranges(self.ends[owners], self.ends[owners + 1])])
        joined = np.sort(np.concatenate(elements))
        common = joined[np.flatnonzero(~differs(joined))]
        return (common >> BITS).astype(np.int64), common & MASK


def collect(owner: Ints, numbers: Keys, count: int) -> Sets:
    """The sets of so many owners, of the first bits of 64 or of shorter numbers."""
    packed = np.sort(owner.astype(np.uint64) << BITS | numbers & MASK)
    packed = packed[np.flatnonzero(differs(packed))]
    ends = np.searchsorted(packed, np.arange(count + 1, dtype=np.uint64) << BITS)
    return Sets(packed & MASK, ends)


def joined(parts: Sequence[Sets]) -> Sets:
    """The sets of all parts, their owners one after the other."""
    return Sets(np.concatenate([p.values for p in parts]), lined_up([p.ends for p in parts]))


def lined_up(ends: Sequence[Ints]) -> Ints:
    """The borders of parts that are put one after the other."""
    before = np.cumsum([0, *[int(e[-1]) for e in ends]])
    return np.concatenate([before[:1], *(e[1:] + n for e, n in zip(ends, before.tolist(), strict=False))])
