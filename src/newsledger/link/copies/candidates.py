"""Pairs of articles that share word sequences: an inverted index of 3-grams, as sorted arrays.

A plain index joins every serial article to its fellows and costs the square of a common sequence's
articles. So a sequence that stands in more than ``CAP`` articles joins only neighbours in an order in which
copies lie together (by a minimum hash of the article); below the cap it joins all pairs. The work is linear
in the text.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from newsledger.annotate.fingerprint.hashing import Ints, Keys
from newsledger.link.copies.arrays import differs, ranges
from newsledger.link.copies.pile import Pile

CAP = 30  # articles; a sequence in more of them is a set phrase, a template or boilerplate
SHARED = 3  # sequences that two articles must share ...
SHARE = 0.05  # ... and their share of the shorter article's


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Pairs of articles by their numbers, ``a < b``, sorted, whose texts share enough to be compared."""

    a: Ints
    b: Ints
    share: np.typing.NDArray[np.float64]  # of the shorter article's sequences that were seen in both


def find_candidates(pile: Pile) -> Candidates:
    """The pairs worth a closer look."""
    count = len(pile.articles)
    keys, owner = pile.own.index.values, pile.own.index.owners()
    order, rank = copies_together(keys, owner, count)
    bits = np.uint64(max(1, count).bit_length())
    packed = np.sort((keys >> bits << bits) | rank[owner].astype(np.uint64))
    packed = packed[np.flatnonzero(differs(packed))]
    rest = (packed & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
    size = np.bincount(order[rest], minlength=count)
    pairs, shared = count_pairs(packed >> bits, rest, count)
    a, b = order[pairs // max(1, count)], order[pairs % max(1, count)]
    least = np.maximum(1, np.minimum(size[a], size[b]))
    enough = (shared >= SHARED) & (shared >= SHARE * least)
    low, high, share = np.minimum(a, b)[enough], np.maximum(a, b)[enough], (shared / least)[enough]
    by_pair = np.lexsort((high, low))
    return Candidates(a=low[by_pair], b=high[by_pair], share=share[by_pair])


def copies_together(keys: Keys, owner: Ints, count: int) -> tuple[Ints, Ints]:
    """An order of the articles in which near-identical ones are likely neighbours, and each one's place in it."""
    least = np.full(count, np.iinfo(np.uint64).max, dtype=np.uint64)
    if len(owner):
        starts = np.flatnonzero(differs(owner))
        least[owner[starts]] = np.minimum.reduceat(keys, starts)
    order = np.lexsort((np.arange(count), least))
    rank = np.empty(count, dtype=np.int64)
    rank[order] = np.arange(count)
    return order, rank


def count_pairs(keys: Keys, position: Ints, count: int) -> tuple[Ints, Ints]:
    """For each two articles that stand together under a key: their positions as one number, and how often."""
    starts = np.flatnonzero(differs(keys))
    length = np.diff(np.append(starts, len(keys)))
    shared = np.flatnonzero(length > 1)
    starts, length = starts[shared], length[shared]
    here = ranges(starts, starts + length)
    reach = np.repeat(starts + length - 1, length) - here  # how many follow in its group ...
    reach = np.where(
        np.repeat(length > CAP, length), np.minimum(reach, 1), reach
    )  # ... that it may be joined with
    found = [position[:0]]
    for step in range(1, CAP):
        left = np.flatnonzero(reach >= step)
        here, reach = here[left], reach[left]
        found.append(position[here] * count + position[here + step])
        if not len(here):
            break
    pairs = np.sort(np.concatenate(found))
    starts = np.flatnonzero(differs(pairs))
    return pairs[starts], np.diff(np.append(starts, len(pairs)))
