"""Which sentences of two articles go back to one: order-free alignment, and what it says of their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from newsledger.link.copies.prose import Prose

LEAST = 3  # content words that two sentences must share
CARRIED = 0.5  # share of the shorter one's content words that the other must hold


@dataclass(frozen=True, slots=True)
class Match:
    """Two sentences by their numbers, with the shares of content words and of word sequences in common."""

    a: int
    b: int
    carried: float  # of the shorter sentence's content words
    similarity: float  # Dice coefficient of the content words
    verbatim: float  # of the shorter sentence's 3-grams
    grams: int  # 3-grams in common


def align(a: Prose, b: Prose) -> tuple[Match, ...]:
    """The aligned sentences, in the order of ``a``. A sentence may have two partners where one was split or merged."""
    postings, sizes = b.postings, [len(stems) for stems in b.stems]
    found = []
    for i, left in enumerate(a.stems):
        if len(left) < LEAST:
            continue
        common: dict[int, int] = {}
        for stem in left:
            bits = postings.get(stem, 0)
            while bits:
                j = bits.bit_length() - 1
                common[j] = common.get(j, 0) + 1
                bits ^= 1 << j
        for j, n in common.items():
            shorter = min(len(left), sizes[j])
            if n >= LEAST and n >= CARRIED * shorter:
                found.append(measure(a, b, i, j, n))
    return tuple(sorted(best(found), key=lambda m: (m.a, m.b)))


def measure(a: Prose, b: Prose, i: int, j: int, common: int) -> Match:
    """The match of two sentences that have so many content words in common."""
    left, right = len(a.stems[i]), len(b.stems[j])
    grams = len(a.grams[i] & b.grams[j])
    verbatim = grams / max(1, min(len(a.grams[i]), len(b.grams[j])))
    return Match(i, j, common / min(left, right), 2 * common / (left + right), verbatim, grams)


def best(matches: Sequence[Match]) -> list[Match]:
    """The strongest matches first, each as long as one of its sentences is still without a partner."""
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    kept = []
    for m in sorted(matches, key=lambda m: (-m.carried - m.similarity - m.verbatim, m.a, m.b)):
        if m.a in taken_a and m.b in taken_b:
            continue
        taken_a.add(m.a)
        taken_b.add(m.b)
        kept.append(m)
    return kept


def kendall_tau(matches: Sequence[Match]) -> float:
    """1 where both articles have the sentences in one order, near 0 where one was shuffled (Kendall 1938)."""
    agree = total = 0
    for m, n in combinations(matches, 2):
        if m.a != n.a and m.b != n.b:
            total += 1
            agree += 1 if (m.a < n.a) == (m.b < n.b) else -1
    return agree / total if total else 1.0


def longest_run(matches: Sequence[Match]) -> int:
    """The number of neighbouring sentences that stand in the same order in both."""
    pairs = {(m.a, m.b) for m in matches}
    longest = 0
    for a, b in sorted(pairs):
        if (a - 1, b - 1) in pairs:
            continue
        length = 1
        while (a + length, b + length) in pairs:
            length += 1
        longest = max(longest, length)
    return longest
