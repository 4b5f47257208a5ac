"""The features of a pile's articles, as numbers: those that tell articles apart."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from newsledger.annotate.fingerprint.hashing import Keys, may_be_shared

LEAST, MOST, SHARE = 2, 400, 0.35  # articles that hold a feature; the share matters in a small pile
KEPT = 250  # features of an article, the rarest
POSTINGS = (
    4_000  # articles that hold one of them, each counted as often as it does: bounds the work for an article
)

Ints = NDArray[np.int64]


class Features:
    """For each article the numbers of its rarer features; ``count`` is how many there are in all."""

    def __init__(self, found: Iterable[tuple[str, Keys]]) -> None:
        found = sorted(found, key=lambda pair: pair[0])
        self.place = {article_id: n for n, (article_id, _) in enumerate(found)}
        owner = np.repeat(np.arange(len(found)), [len(keys) for _, keys in found])
        keys = np.concatenate([np.zeros(0, dtype=np.uint64), *(keys for _, keys in found)])
        shared = may_be_shared(keys)
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
