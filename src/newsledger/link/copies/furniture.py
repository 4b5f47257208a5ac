"""Sentences that are furniture: they stand in article after article whatever these report.

Not every sentence that many articles carry is furniture: ten papers may embed one paragraph of a
dispatch. Furniture comes in articles that are no copies of one another, and comes in small pieces.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from statistics import median

from newsledger.link.copies.components import components
from newsledger.link.copies.prose import Prose
from newsledger.link.copies.versions import home

WIDE = 4  # groups of copies that carry a sentence before it can be furniture
AT_HOME = 3  # ... when one outlet published them all
SMALL = 90  # words; an article holds no more furniture than that, but an excerpt may be longer

Words = tuple[str, ...]


def strip_furniture(prose: Sequence[Prose], strong: Iterable[tuple[int, int]]) -> list[Prose]:
    """The articles without their furniture. ``strong`` joins articles that share half their text."""
    group = {n: g for g, joined in enumerate(components(range(len(prose)), strong)) for n in joined}
    carriers: dict[Words, list[int]] = defaultdict(list)
    for n, article in enumerate(prose):
        for words in dict.fromkeys(w for w in article.words if w):
            carriers[words].append(n)
    wide = {w: at for w, at in carriers.items() if len(at) >= AT_HOME and is_wide(at, group, prose)}
    held: dict[int, int] = defaultdict(int)
    for words, at in wide.items():
        for n in at:
            held[n] += len(words)
    furniture = {w for w, at in wide.items() if median(held[n] for n in at) <= SMALL}
    touched = {n for w in furniture for n in carriers[w]}
    return [article.without(furniture) if n in touched else article for n, article in enumerate(prose)]


def is_wide(at: Sequence[int], group: dict[int, int], prose: Sequence[Prose]) -> bool:
    """Whether the carriers of a sentence are unlike one another, in the whole pile or within an outlet."""
    if len({group[n] for n in at}) >= WIDE:
        return True
    by_home: dict[str, set[int]] = defaultdict(set)
    for n in at:
        by_home[home(prose[n].article)].add(group[n])
    return any(name and len(groups) >= AT_HOME for name, groups in by_home.items())
