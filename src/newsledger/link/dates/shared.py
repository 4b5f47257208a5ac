"""Articles that share a stretch of words (a quotation, a copied sentence) or one text: they tell of one day."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from newsledger.link.copies.hashing import Ints, Keys, hash_grams, may_be_shared, word_numbers
from newsledger.records import Article, Derivation

LENGTH = 7  # words
MOST_COMMON = 12  # articles that may share a stretch: more is a formula
WORD = re.compile(r"[\w']+")
LEAST = 2  # stretches (eight words) before articles count as sharing
QUOTED = re.compile(r'[“"]([^“”"]{12,300})[”"]')
QUOTATION = 5  # words of a quotation, at least
COPIED = 99  # stretches that articles with one text behind them share at least


@dataclass(frozen=True, slots=True)
class Sharing:
    """Another article, how many stretches are shared, and whether one text is behind both."""

    article_id: str
    stretches: int
    kind: str | None = None  # of the derivation


def find_shared(
    articles: Sequence[Article], derivations: Sequence[Derivation]
) -> Mapping[str, tuple[Sharing, ...]]:
    """For each article those that share words with it, the closest first."""
    near = {article.article_id: {} for article in articles}  # type: dict[str, dict[str, int]]
    names = sorted(near)
    texts = {article.article_id: article.text for article in articles}
    for a, b, count in shared_stretches([texts[name] for name in names]):
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


def shared_stretches(texts: Sequence[str]) -> Iterable[tuple[int, int, int]]:
    """The pairs of texts that share stretches enough, by position, and how many."""
    keys, owner = stretches(texts)
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
            found.append(owner[both + a] * len(texts) + owner[both + b])
    pairs, counts = np.unique(np.concatenate(found), return_counts=True)
    enough = counts >= LEAST
    first, second = np.divmod(pairs[enough], max(1, len(texts)))
    return zip(first.tolist(), second.tolist(), counts[enough].tolist(), strict=True)


def stretches(texts: Sequence[str]) -> tuple[Keys, Ints]:
    """A key for each run of seven words, two for each whole quotation, and the position of its text."""
    ids, lengths = word_numbers([WORD.findall(text.lower().replace("’", "'"))] for text in texts)
    ends = np.cumsum(lengths)
    found = [
        np.unique(np.concatenate([hash_grams(ids[end - n : end], LENGTH)[0], quoted(text)]))
        for text, end, n in zip(texts, ends, lengths, strict=True)
    ]
    owner = np.repeat(np.arange(len(texts)), [len(keys) for keys in found])
    return np.concatenate([np.zeros(0, dtype=np.uint64), *found]), owner.astype(np.int64)


def quoted(text: str) -> Keys:
    """Two keys for each quotation of five words and more: what somebody said, whole, is no formula."""
    said = (" ".join(WORD.findall(m[1].lower().replace("’", "'"))) for m in QUOTED.finditer(text))
    keys = [
        int.from_bytes(hashlib.blake2b(f"{words}|{n}".encode(), digest_size=8).digest(), "big")
        for words in said
        if words.count(" ") >= QUOTATION - 1
        for n in (0, 1)
    ]
    return np.array(keys, dtype=np.uint64)
