"""Articles that share a stretch of words (a quotation, a copied sentence) or one text: they tell of one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from newsledger.annotate.fingerprint.hashing import Keys, may_be_shared
from newsledger.records import Derivation

MOST_COMMON = 12  # articles that may share a stretch: more is a formula
LEAST = 2  # stretches (eight words) before articles count as sharing
COPIED = 99  # stretches that articles with one text behind them share at least


@dataclass(frozen=True, slots=True)
class Sharing:
    """Another article, how many stretches are shared, and whether one text is behind both."""

    article_id: str
    stretches: int
    kind: str | None = None  # of the derivation


def find_shared(
    stretches: Mapping[str, Keys], derivations: Sequence[Derivation]
) -> Mapping[str, tuple[Sharing, ...]]:
    """For each article those that share words with it, the closest first; ``stretches`` has the keys of all."""
    near = {name: {} for name in stretches}  # type: dict[str, dict[str, int]]
    names = sorted(near)
    for a, b, count in shared_stretches([stretches[name] for name in names]):
        near[names[a]][names[b]] = near[names[b]][names[a]] = count
    kinds: dict[str, dict[str, str]] = defaultdict(dict)
    for d in sorted(derivations, key=lambda d: (d.article_a, d.article_b, d.kind)):
        if d.kind != "link":
            kinds[d.article_a][d.article_b] = kinds[d.article_b][d.article_a] = d.kind
    for name, found in near.items():
        found.update((other, max(found.get(other, 0), COPIED)) for other in kinds[name])
    return {
        name: tuple(
            Sharing(other, found[other], kinds[name].get(other))
            for other in sorted(found, key=lambda other: (-found[other], other))
        )
        for name, found in near.items()
    }


def shared_stretches(keys_of: Sequence[Keys]) -> Iterable[tuple[int, int, int]]:
    """The pairs of texts that share stretches enough, by position, and how many."""
    owner = np.repeat(np.arange(len(keys_of)), [len(keys) for keys in keys_of])
    keys = np.concatenate([np.zeros(0, dtype=np.uint64), *keys_of])
    shared = may_be_shared(keys)
    order = np.lexsort((owner[shared], keys[shared]))
    keys, owner = keys[shared][order], owner[shared][order]
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))[: len(keys)]
    length = np.diff(np.append(starts, len(keys)))
    few = (length >= 2) & (length <= MOST_COMMON)
    found = [np.zeros(0, dtype=np.int64)]
    for a in range(MOST_COMMON):
        for b in range(a + 1, MOST_COMMON):
            both = starts[few & (length > b)]
            found.append(owner[both + a] * len(keys_of) + owner[both + b])
    pairs, counts = np.unique(np.concatenate(found), return_counts=True)
    enough = counts >= LEAST
    first, second = np.divmod(pairs[enough], max(1, len(keys_of)))
    return zip(first.tolist(), second.tolist(), counts[enough].tolist(), strict=True)
