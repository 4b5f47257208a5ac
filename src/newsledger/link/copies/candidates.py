"""Pairs of articles that share word sequences: an inverted index of 3-grams, as sorted arrays.

A plain index joins every serial article to its fellows and costs the square of a common sequence's
articles. So a sequence that stands in more than ``CAP`` articles joins only neighbours in an order in which
copies lie together (by a minimum hash of the article); below the cap it joins all pairs. The work is linear
in the text.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from newsledger.link.copies.prose import GAP, GRAM, Prose

CAP = 30  # articles; a sequence in more of them is a set phrase, a template or boilerplate
SHARED = 6  # sequences that two articles must share ...
SHARE = 0.05  # ... and their share of the shorter article's
MIX = np.uint64(0x9E3779B97F4A7C15)  # odd, from the golden ratio: Knuth's multiplicative hashing
ROOM = 16  # buckets for each sequence; one that is alone in its bucket cannot be shared

Keys = NDArray[np.uint64]
Ints = NDArray[np.int64]


def candidate_pairs(prose: Sequence[Prose]) -> dict[tuple[int, int], float]:
    """Pairs ``(i, j)``, ``i < j``, of positions in ``prose`` whose texts share enough to be compared.

    The value is the share of the shorter article's sequences that were seen in both.
    """
    keys, owner, size = distinct_grams(prose)
    order, rank = copies_together(keys, owner, len(prose))
    shared = may_be_shared(keys)
    keys, owner = keys[shared], owner[shared]
    by_key = np.lexsort((rank[owner], keys))
    keys, position = keys[by_key], rank[owner[by_key]]
    pairs, counts = count_pairs(keys, position, len(prose))
    a, b = order[pairs // max(1, len(prose))], order[pairs % max(1, len(prose))]
    enough = (counts >= SHARED) & (counts >= SHARE * np.minimum(size[a], size[b]))
    low, high = np.minimum(a, b)[enough], np.maximum(a, b)[enough]
    share = counts[enough] / np.maximum(1, np.minimum(size[low], size[high]))
    return dict(sorted(zip(zip(low.tolist(), high.tolist(), strict=True), share.tolist(), strict=True)))


def distinct_grams(prose: Sequence[Prose]) -> tuple[Keys, Ints, Ints]:
    """The 3-grams of all articles, each once an article: keys, their articles, and how many each article has."""
    ids, lengths = word_numbers(article.indexed for article in prose)
    ends = np.cumsum(np.concatenate(([0], lengths)))[np.cumsum([0, *(len(p.indexed) for p in prose)])]
    keys, owners, sizes = [], [], []
    for n, (start, end) in enumerate(pairwise(ends.tolist())):
        found = np.unique(hash_grams(ids[start:end], GRAM)[0])
        keys.append(found)
        owners.append(np.full(len(found), n, dtype=np.int64))
        sizes.append(len(found))
    none = np.zeros(0, dtype=np.int64)
    return (
        np.concatenate([none.astype(np.uint64), *keys]),
        np.concatenate([none, *owners]),
        np.array(sizes, dtype=np.int64),
    )


def word_numbers(articles: Iterable[Iterable[Sequence[str]]]) -> tuple[Keys, Ints]:
    """The words of all sentences as numbers, a 0 behind each and for each gap; and each one's length with that."""
    number: defaultdict[str, int] = defaultdict()
    number.default_factory = lambda: len(number) + 1
    number[GAP] = 0
    ids: array[int] = array("L")
    lengths = []
    for sentences in articles:
        for words in sentences:
            ids.extend(map(number.__getitem__, words))
            ids.append(0)
            lengths.append(len(words) + 1)
    return np.array(ids, dtype=np.uint64), np.array(lengths, dtype=np.int64)


def hash_grams(ids: Keys, gram: int) -> tuple[Keys, NDArray[np.bool_]]:
    """A 64-bit key for each run of so many words, and where one begins; across a gap, 0, no run goes."""
    width = len(ids) - gram + 1
    if width <= 0:
        return ids[:0], np.zeros(0, dtype=bool)
    key = ids[:width] * MIX
    whole = ids[:width] != 0
    for n in range(1, gram):
        following = ids[n : n + width]
        key = (key ^ (key >> np.uint64(29))) * MIX + following * MIX
        whole &= following != 0
    return np.asarray((key ^ (key >> np.uint64(32)))[whole] * MIX), whole


def copies_together(keys: Keys, owner: Ints, count: int) -> tuple[Ints, Ints]:
    """An order of the articles in which near-identical ones are likely neighbours, and each one's place in it."""
    least = np.full(count, np.iinfo(np.uint64).max, dtype=np.uint64)
    np.minimum.at(least, owner, keys)
    order = np.lexsort((np.arange(count), least))
    rank = np.empty(count, dtype=np.int64)
    rank[order] = np.arange(count)
    return order, rank


def may_be_shared(keys: Keys) -> NDArray[np.bool_]:
    """False for keys that certainly stand in one article only: most, so that few need sorting."""
    bits = (max(1, len(keys)) * ROOM).bit_length()
    bucket = (keys >> np.uint64(64 - bits)).astype(np.int64)
    return np.asarray(np.bincount(bucket, minlength=1)[bucket] > 1)


def count_pairs(keys: Keys, position: Ints, count: int) -> tuple[Ints, Ints]:
    """For each two articles that stand together under a key: their positions as one number, and how often."""
    starts = (
        np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else np.zeros(0, int)
    )
    length = np.diff(np.append(starts, len(keys)))
    reach = np.repeat(np.where(length > CAP, 1, length - 1), length)  # how far each may be joined
    left = np.repeat(starts + length, length) - np.arange(len(keys)) - 1  # how many follow in its group
    found = []
    here = np.arange(len(keys))
    for step in range(1, CAP):
        here = here[(reach[here] >= step) & (left[here] >= step)]
        if not len(here):
            break
        found.append(position[here] * count + position[here + step])
    if not found:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    pairs, counts = np.unique(np.concatenate(found), return_counts=True)
    return pairs, counts
