"""Articles that share a stretch of words (a quotation, a copied sentence) or one text: they tell of one day."""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsledger.records import Article, Derivation

LENGTH = 7  # words
MOST_COMMON = 12  # articles that may share a stretch: more is a formula
WORD = re.compile(r"[\w’']+")
LEAST = 2  # stretches (eight words) before articles count as sharing


@dataclass(frozen=True, slots=True)
class Sharing:
    """Another article, how many stretches are shared, and whether one text is behind both."""

    article_id: str
    stretches: int
    kind: str | None = None  # of the derivation


def stretches(text: str) -> dict[int, int]:
    """Checksums of all runs of seven words, with the offset of each first one."""
    words = [(m[0].lower().replace("’", "'"), m.start()) for m in WORD.finditer(text)]
    out: dict[int, int] = {}
    for i in range(len(words) - LENGTH + 1):
        out.setdefault(zlib.crc32(" ".join(w for w, _ in words[i : i + LENGTH]).encode()), words[i][1])
    return out


def find_shared(
    articles: Sequence[Article], derivations: Sequence[Derivation]
) -> Mapping[str, tuple[Sharing, ...]]:
    """For each article those that share words with it, the closest first."""
    index: dict[int, list[str]] = defaultdict(list)
    for article in sorted(articles, key=lambda a: a.article_id):
        for key in stretches(article.text):
            index[key].append(article.article_id)
    shared: dict[str, Counter[str]] = defaultdict(Counter)
    for ids in index.values():
        if 2 <= len(ids) <= MOST_COMMON:
            for a in ids:
                for b in ids:
                    if a != b:
                        shared[a][b] += 1
    kinds: dict[str, dict[str, str]] = defaultdict(dict)
    for d in sorted(derivations, key=lambda d: (d.article_a, d.article_b, d.kind)):
        if d.kind != "link":
            kinds[d.article_a][d.article_b] = kinds[d.article_b][d.article_a] = d.kind
    out = {}
    for article in articles:
        i = article.article_id
        near = {b: n for b, n in shared[i].items() if n >= LEAST} | {
            b: max(shared[i][b], 99) for b in kinds[i]
        }
        ranked = sorted(near, key=lambda b: (-near[b], b))
        out[i] = tuple(Sharing(b, near[b], kinds[i].get(b)) for b in ranked)
    return out
