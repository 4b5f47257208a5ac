"""Runs of words as numbers, for texts whose words come as numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

MIX = np.uint64(0x9E3779B97F4A7C15)  # odd, from the golden ratio: Knuth's multiplicative hashing
ROOM = 4  # buckets for each sequence; one that is alone in its bucket cannot be shared


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
