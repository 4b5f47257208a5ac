"""Sentences that are furniture: they stand in article after article whatever these report.

Not every sentence that many articles carry is furniture: ten papers may embed one paragraph of a
dispatch. Furniture comes in articles that are no copies of one another, and comes in small pieces.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from statistics import median

from newsledger.link.copies.background import background
from newsledger.link.copies.components import components
from newsledger.link.copies.prose import Prose
from newsledger.link.copies.versions import home

STRONG = 0.5  # share of the shorter article that makes two articles copies before any closer look
SAME = 0.8  # ... and that makes them one article, for all that is carried along
WIDE = 4  # groups of copies that carry a sentence before it can be furniture
AT_HOME = 3  # ... when one outlet published them all
SMALL = 90  # words; an article holds no more furniture than that, but an excerpt may be longer

Words = tuple[str, ...]


def strip_furniture(prose: Sequence[Prose], shares: Mapping[tuple[int, int], float]) -> list[Prose]:
    """The articles without their furniture; ``shares`` tells how much of their text pairs share."""
    furniture = find_furniture(prose, groups(len(prose), shares, STRONG))
    numbers = ({n for n, words in enumerate(p.words) if words in furniture} for p in prose)
    return [p.without(found) if found else p for p, found in zip(prose, numbers, strict=True)]


def strip_background(prose: Sequence[Prose], shares: Mapping[tuple[int, int], float]) -> list[Prose]:
    """The articles without their standing background."""
    carried = background(prose, groups(len(prose), shares, SAME))
    return [p.without(set(found)) if found else p for p, found in zip(prose, carried, strict=True)]


def groups(count: int, shares: Mapping[tuple[int, int], float], least: float) -> list[int]:
    """The group of each article, joined with those that share so much with it."""
    strong = (pair for pair, share in shares.items() if share >= least)
    group = {n: g for g, joined in enumerate(components(range(count), strong)) for n in joined}
    return [group[n] for n in range(count)]


def find_furniture(prose: Sequence[Prose], group: Sequence[int]) -> set[Words]:
    """The words of the sentences that are furniture."""
    carriers: dict[Words, list[int]] = defaultdict(list)
    for n, article in enumerate(prose):
        for words in dict.fromkeys(w for w in article.words if w):
            carriers[words].append(n)
    wide = {w: at for w, at in carriers.items() if len(at) >= AT_HOME and is_wide(at, group, prose)}
    held: dict[int, int] = defaultdict(int)
    for words, at in wide.items():
        for n in at:
            held[n] += len(words)
    return {w for w, at in wide.items() if median(held[n] for n in at) <= SMALL}


def is_wide(at: Sequence[int], group: Sequence[int], prose: Sequence[Prose]) -> bool:
    """Whether the carriers of a sentence are unlike one another, in the whole pile or within an outlet."""
    if len({group[n] for n in at}) >= WIDE:
        return True
    by_home: dict[str, set[int]] = defaultdict(set)
    for n in at:
        by_home[home(prose[n].article)].add(group[n])
    return any(name and len(groups) >= AT_HOME for name, groups in by_home.items())
