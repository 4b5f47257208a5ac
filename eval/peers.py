"""Peers of copy detection: pairs of articles by MinHash, from the articles' texts.

Each joins those whose MinHash (128 permutations, word 5-grams) is estimated at a Jaccard similarity of .2 or more. A
function raises ``ImportError`` where its peer is not installed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

Pairs = set[tuple[str, str]]


def shingles(text: str) -> list[str]:
    """The word 5-grams of a text."""
    words = re.findall(r"\w+", text.lower())
    return [" ".join(words[n : n + 5]) for n in range(max(1, len(words) - 4))]


def datasketch_pairs(texts: dict[str, str]) -> Pairs:
    """Pairs by datasketch's MinHash LSH."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=0.2, num_perm=128)
    hashes = {}
    for name, text in texts.items():
        hashes[name] = MinHash(num_perm=128, seed=1)
        hashes[name].update_batch([s.encode() for s in set(shingles(text))])
        index.insert(name, hashes[name])
    return ordered((a, b) for a in texts for b in index.query(hashes[a]))


def rensa_pairs(texts: dict[str, str]) -> Pairs:
    """Pairs by rensa's MinHash LSH (bands of two rows, as a threshold of .2 needs)."""
    from rensa import RMinHash, RMinHashLSH

    names = list(texts)
    index = RMinHashLSH(threshold=0.2, num_perm=128, num_bands=64)
    hashes = []
    for number, name in enumerate(names):
        found = RMinHash(num_perm=128, seed=1)
        found.update(shingles(texts[name]))
        hashes.append(found)
        index.insert(number, found)
    return ordered((names[n], names[m]) for n, found in enumerate(hashes) for m in index.query(found))


def ordered(pairs: Iterable[tuple[str, str]]) -> Pairs:
    """Each pair once, without an article's pair with itself."""
    return {(min(p), max(p)) for p in pairs if p[0] != p[1]}
