"""Sentences that are furniture: they stand in article after article whatever these report.

Not every sentence that many articles carry is furniture: ten papers may embed one paragraph of a
dispatch. Furniture comes in articles that are no copies of one another, in small pieces, and beside what is
the article's own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import median

import numpy as np

from newsledger.annotate.fingerprint.hashing import Flags, Ints
from newsledger.link.copies.arrays import differs
from newsledger.link.copies.candidates import Candidates
from newsledger.link.copies.components import components
from newsledger.link.copies.pile import Pile

STRONG = 0.5  # share of the shorter article that makes two articles copies before any closer look
WIDE = 4  # groups of copies that carry a sentence before it can be furniture
AT_HOME = 3  # ... when one outlet published them all
SMALL = 90  # words; an article holds no more furniture than that, but an excerpt may be longer
HALF = 0.5  # ... nor more than that share of its own words: what makes up more is its text


def groups(pile: Pile, candidates: Candidates, least: float) -> list[int]:
    """The group of each article, joined with those that share so much with it."""
    strong = candidates.share >= least
    pairs = zip(candidates.a[strong].tolist(), candidates.b[strong].tolist(), strict=True)
    numbers = range(len(pile.articles))
    group = {n: g for g, joined in enumerate(components(numbers, pairs)) for n in joined}
    return [group[n] for n in numbers]


def find_furniture(pile: Pile, group: Sequence[int]) -> Flags:
    """Which sentences are furniture."""
    wide: list[tuple[Ints, list[int], int]] = []
    for numbers, words in carried_widely(pile, np.array(group, dtype=np.int64)):
        at = sorted(set(pile.article_of[numbers].tolist()))
        if is_wide(at, group, pile):
            wide.append((numbers, at, words))
    held: dict[int, int] = defaultdict(int)
    for _, at, words in wide:
        for n in at:
            held[n] += words
    own = np.diff(np.append(0, np.cumsum(pile.own.words))[pile.own.first]).tolist()
    furniture = np.zeros(len(pile.sentences), dtype=bool)
    for numbers, at, _ in wide:
        small = median(held[n] for n in at) <= SMALL
        furniture[numbers] = small and median(held[n] / own[n] for n in at) <= HALF
    return furniture


def carried_widely(pile: Pile, group: Ints) -> Iterator[tuple[Ints, int]]:
    """The sentences of the same words in enough unlike articles to be furniture; and how many words they have."""
    number = np.flatnonzero(pile.own.words)
    number = number[np.argsort(pile.own.key[number], kind="stable")]
    first = differs(pile.own.key[number])
    starts = np.flatnonzero(first)
    ends = np.append(starts[1:], len(number))
    carried = np.sort((np.cumsum(first) - 1) << 32 | group[pile.article_of[number]])
    unlike = np.bincount(carried[differs(carried)] >> 32, minlength=len(starts))
    often = np.flatnonzero(unlike >= AT_HOME)
    for start, end in zip(starts[often].tolist(), ends[often].tolist(), strict=True):
        yield number[start:end], int(pile.own.words[number[start]])


def is_wide(at: Sequence[int], group: Sequence[int], pile: Pile) -> bool:
    """Whether the carriers of a sentence are unlike one another, in the whole pile or within an outlet."""
    unlike = len({group[n] for n in at})
    if unlike >= WIDE or unlike < AT_HOME:
        return unlike >= WIDE
    by_home: dict[str, set[int]] = defaultdict(set)
    for n in at:
        by_home[pile.homes[n]].add(group[n])
    return any(name and len(found) >= AT_HOME for name, found in by_home.items())
