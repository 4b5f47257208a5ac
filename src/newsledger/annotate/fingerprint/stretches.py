"""The runs of words and the whole quotations of a text: articles that share some tell of one day."""

from __future__ import annotations

import functools
import re

import numpy as np

from newsledger.annotate.fingerprint.features import key_of
from newsledger.annotate.fingerprint.hashing import Keys, hash_grams

LENGTH = 7  # words
WORD = re.compile(r"[\w']+")
QUOTED = re.compile(r'[“"]([^“”"]{12,300})[”"]')
QUOTATION = 5  # words of a quotation, at least

_key = functools.lru_cache(maxsize=1 << 17)(key_of)


def stretches(text: str) -> Keys:
    """A key for each run of seven words, two for each whole quotation; each once, sorted."""
    words = np.array([_key(word) for word in _words(text)], dtype=np.uint64)
    return np.unique(np.concatenate([hash_grams(words, LENGTH)[0], quoted(text)]))


def quoted(text: str) -> Keys:
    """Two keys for each quotation of five words and more: what somebody said, whole, is no formula."""
    said = (" ".join(_words(m[1])) for m in QUOTED.finditer(text))
    keys = [key_of(f"{words}|{n}") for words in said if words.count(" ") >= QUOTATION - 1 for n in (0, 1)]
    return np.array(keys, dtype=np.uint64)


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower().replace("’", "'"))
