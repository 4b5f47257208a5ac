"""Runs of words as numbers, for texts that come as lists of words."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

MIX = np.uint64(0x9E3779B97F4A7C15)  # odd, from the golden ratio: Knuth's multiplicative hashing
ROOM = 4  # buckets for each sequence; one that is alone in its bucket cannot be shared


def word_numbers(articles: Iterable[Iterable[Sequence[str]]]) -> tuple[Keys, Ints]:
    """The words of all sentences as numbers, a 0 behind each sentence; and each one's length with that."""
    number: defaultdict[str, int] = defaultdict()
    number.default_factory = lambda: len(number) + 1
    ids: array[int] = array("L")
    lengths = []
    for sentences in articles:
        for words in sentences:
            ids.extend(map(number.__getitem__, words))
            ids.append(0)
            lengths.append(len(words) + 1)
    return np.array(ids, dtype=np.uint64), np.array(lengths, dtype=np.int64)


def hash_grams(ids: Keys, gram: int) -> tuple[Keys, Flags]:
    """A 64-bit key for each run of so many words, and where one begins; across a 0 no run goes."""
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


def may_be_shared(keys: Keys, times: int = 2) -> Flags:
    """False for keys that certainly stand in fewer places: most, so that few need sorting."""
    bits = (max(1, len(keys)) * ROOM).bit_length()
    bucket = (keys >> np.uint64(64 - bits)).astype(np.int64)
    return np.asarray(np.bincount(bucket, minlength=1)[bucket] >= times)
