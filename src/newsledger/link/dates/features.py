"""The names, numbers, longer words and word pairs of a pile's articles, as numbers: those that tell articles apart."""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from newsledger.link.copies.hashing import MIX, may_be_shared

WORD = re.compile(r"[A-Za-z][a-z’'-]+|\d[\d,.]*\d|[A-Z]+")
LEAST, MOST, SHARE = 2, 400, 0.35  # articles that hold a feature; the share matters in a small pile
KEPT = 250  # features of an article, the rarest
POSTINGS = (
    4_000  # articles that hold one of them, each counted as often as it does: bounds the work for an article
)
LONG, LONG_PAIR = 4, 8  # letters that a word, or a pair of words, must exceed

Ints = NDArray[np.int64]


class Features:
    """For each article the numbers of its rarer features; ``count`` is how many there are in all."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        found = sorted(texts)
        self.place = {article_id: n for n, (article_id, _) in enumerate(found)}
        owner, keys = held(text for _, text in found)
        shared = may_be_shared(keys.astype(np.uint64) * MIX)
        owner, keys = owner[shared], keys[shared]
        distinct, number, counts = np.unique(keys, return_inverse=True, return_counts=True)
        most = max(4, min(MOST, int(SHARE * len(found))))
        useful = (counts >= LEAST) & (counts <= most)
        by_rarity = np.lexsort((distinct, counts, ~useful))  # what is no use comes last
        rank = np.empty(len(distinct), dtype=np.int64)
        rank[by_rarity] = np.arange(len(distinct))
        self.count = int(np.count_nonzero(useful))
        rows = np.sort((owner * (len(distinct) + 1) + rank[number])[useful[number]])
        owner, self.numbers = np.divmod(rows, len(distinct) + 1)
        bounds = np.searchsorted(owner, np.arange(len(found) + 1))
        looked_up = np.concatenate(([0], np.cumsum(counts[by_rarity][self.numbers])))
        within = np.searchsorted(looked_up, looked_up[bounds[:-1]] + POSTINGS, "right") - 1
        self.starts = bounds[:-1]
        self.ends = np.minimum(np.minimum(bounds[1:], bounds[:-1] + KEPT), within)

    def of(self, article_id: str) -> Ints:
        """The numbers of an article's features, the rarest first."""
        n = self.place[article_id]
        return self.numbers[self.starts[n] : self.ends[n]]


def held(texts: Iterable[str]) -> tuple[Ints, Ints]:
    """Every feature of every text once: the number of its text, and a key that follows from its words."""
    vocabulary: dict[str, int] = {}
    rows = []
    for text in texts:
        numbers = [vocabulary.setdefault(word, len(vocabulary)) for word in WORD.findall(text)]
        rows.append(np.array(numbers, dtype=np.int64))
    words = sorted(vocabulary)
    rank = np.empty(len(words), dtype=np.int64)
    rank[[vocabulary[w] for w in words]] = np.arange(len(words))
    folded = {w: n for n, w in enumerate(sorted({w.lower() for w in words}))}
    lower = np.array([folded[w.lower()] for w in words], dtype=np.int64)
    length = np.array([len(w) for w in words], dtype=np.int64)
    telling = np.array([is_telling(w) for w in words], dtype=bool)
    keys = [found_in(rank[row], lower, length, telling) for row in rows]
    owner = np.repeat(np.arange(len(keys)), [len(k) for k in keys])
    return owner, np.concatenate([np.zeros(0, dtype=np.int64), *keys])


def is_telling(word: str) -> bool:
    """A name, a number or a longer word."""
    return len(word) > LONG or word[0].isupper() or (word[0].isdigit() and len(word) > 1)


def found_in(words: Ints, lower: Ints, length: Ints, telling: NDArray[np.bool_]) -> Ints:
    """The keys of one text: of telling words their own numbers, of pairs those of both words in lower case."""
    a, b = words[:-1], words[1:]
    long = length[a] + length[b] > LONG_PAIR
    pairs = (lower[a[long]] + 1) << 32 | lower[b[long]]
    return np.unique(np.concatenate((words[telling[words]], pairs)))
