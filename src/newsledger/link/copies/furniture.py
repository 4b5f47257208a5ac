"""Sentences that are furniture: they stand in article after article whatever these report.

Not every sentence that many articles carry is furniture: ten papers may embed one paragraph of a
dispatch. Furniture comes in articles that are no copies of one another, and comes in small pieces.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from statistics import median

import numpy as np

from newsledger.annotate.fingerprint.hashing import Flags, Ints, Keys
from newsledger.link.copies.candidates import Candidates, differs
from newsledger.link.copies.components import components
from newsledger.link.copies.pile import Pile
from newsledger.link.copies.versions import home
from newsledger.link.copies.words import powers

STRONG = 0.5  # share of the shorter article that makes two articles copies before any closer look
WIDE = 4  # groups of copies that carry a sentence before it can be furniture
AT_HOME = 3  # ... when one outlet published them all
SMALL = 90  # words; an article holds no more furniture than that, but an excerpt may be longer


def groups(pile: Pile, candidates: Candidates, least: float) -> list[int]:
    """The group of each article, joined with those that share so much with it."""
    strong = candidates.share >= least
    pairs = zip(candidates.a[strong].tolist(), candidates.b[strong].tolist(), strict=True)
    numbers = range(len(pile.articles))
    group = {n: g for g, joined in enumerate(components(numbers, pairs)) for n in joined}
    return [group[n] for n in numbers]


def find_furniture(pile: Pile, group: Sequence[int]) -> Flags:
    """Which sentences are furniture."""
    key, number, length = sentence_keys(pile)
    by_key = np.argsort(key, kind="stable")
    key, number, length = key[by_key], number[by_key], length[by_key]
    starts = np.flatnonzero(differs(key))
    ends = np.append(starts[1:], len(key))
    often = ends - starts >= AT_HOME
    wide: list[tuple[Ints, list[int], int]] = []
    for start, end in zip(starts[often].tolist(), ends[often].tolist(), strict=True):
        at = np.unique(pile.article_of[number[start:end]]).tolist()
        if is_wide(at, group, pile):
            wide.append((number[start:end], at, int(length[start])))
    held: dict[int, int] = defaultdict(int)
    for _, at, words in wide:
        for n in at:
            held[n] += words
    furniture = np.zeros(len(pile.sentences), dtype=bool)
    for numbers, at, _ in wide:
        furniture[numbers] = median(held[n] for n in at) <= SMALL
    return furniture


def sentence_keys(pile: Pile) -> tuple[Keys, Ints, Ints]:
    """For each sentence with words of its own a key for these, its number, and how many they are."""
    own = np.flatnonzero(pile.own)
    if not len(own):
        return pile.word[:0], own, own
    sentence, word = pile.sentence[own], pile.word[own]
    starts = np.flatnonzero(np.diff(sentence, prepend=-1))
    length = np.diff(np.append(starts, len(sentence)))
    place = np.arange(len(sentence)) - np.repeat(starts, length)
    return np.add.reduceat(word * powers(8)[0][place % 256], starts), sentence[starts], length


def is_wide(at: Sequence[int], group: Sequence[int], pile: Pile) -> bool:
    """Whether the carriers of a sentence are unlike one another, in the whole pile or within an outlet."""
    unlike = len({group[n] for n in at})
    if unlike >= WIDE or unlike < AT_HOME:
        return unlike >= WIDE
    by_home: dict[str, set[int]] = defaultdict(set)
    for n in at:
        by_home[home(pile.articles[n])].add(group[n])
    return any(name and len(found) >= AT_HOME for name, found in by_home.items())
