"""The names, numbers, longer words and word pairs of a text."""

from __future__ import annotations

import functools
import re
from hashlib import blake2b

import numpy as np

from newsledger.annotate.fingerprint.hashing import MIX, Keys

WORD = re.compile(r"[A-Za-z][a-z’'-]+|\d[\d,.]*\d|[A-Z]+")
LONG, LONG_PAIR = 4, 8  # letters that a word, or a pair of words, must exceed


def features(text: str) -> Keys:
    """The keys of a text's telling words, and of its long pairs of neighbours in lower case; each once, sorted."""
    words = np.array([_facts(word) for word in WORD.findall(text)], dtype=np.uint64).reshape(-1, 4)
    key, lower, length, telling = words.T
    long = length[:-1] + length[1:] > LONG_PAIR
    first, second = lower[:-1][long], lower[1:][long]
    pairs = ((first ^ (first >> np.uint64(29))) * MIX + second) * MIX
    return np.unique(np.concatenate((key[telling > 0], pairs)))


@functools.lru_cache(maxsize=1 << 17)
def _facts(word: str) -> tuple[int, int, int, bool]:
    """The key of a word, that of its lower case, its length, and whether it tells articles apart by itself."""
    return key_of(word), key_of(word.lower()), len(word), is_telling(word)


def key_of(words: str) -> int:
    """A 64-bit key that follows from the words."""
    return int.from_bytes(blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def is_telling(word: str) -> bool:
    """A name, a number or a longer word."""
    return len(word) > LONG or word[0].isupper() or (word[0].isdigit() and len(word) > 1)
