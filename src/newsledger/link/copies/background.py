"""Standing background: paragraphs that an outlet carries along from day to day, whatever is new.

A follow-up repeats how the matter began; that makes it no copy of the day before. A dispatch, too, is
carried by many, but within a day or two, or by many outlets. So background is what stands in several
unlike articles of one outlet over several days.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from newsledger.link.copies.candidates import Ints, Keys, hash_grams, may_be_shared, word_numbers
from newsledger.link.copies.prose import Prose
from newsledger.link.copies.versions import home

GRAM = 5  # words; runs of five recur by chance much less often than runs of three
CARRIERS = 4  # unlike articles of one outlet that carry a run ...
DAYS = 3  # ... of which the last appeared so many days after the first
HALF = 0.5  # share of a sentence's runs that recur so, from which it is background: outlets touch it up
UNDATED = -1


def background(prose: Sequence[Prose], group: Sequence[int]) -> list[list[int]]:
    """For each article the numbers of its sentences that are background; ``group`` joins near-identical articles."""
    keys, owner, sentence = runs(prose)
    recurs = np.zeros(len(keys), dtype=bool)
    shared = may_be_shared(keys)
    recurs[shared] = recurring(
        keys[shared],
        owner[shared],
        homes(prose)[owner[shared]],
        np.asarray(group, dtype=np.int64),
        days(prose),
    )
    count = int(sentence[-1]) + 1 if len(sentence) else 0
    of = np.bincount(sentence, minlength=count)
    carried = np.bincount(sentence, weights=recurs, minlength=count)
    found: list[list[int]] = []
    ends = np.cumsum([0, *(len(p.words) for p in prose)])
    for start, end in pairwise(ends.tolist()):
        here = (of[start:end] > 0) & (carried[start:end] >= HALF * of[start:end])
        found.append(np.flatnonzero(here).tolist())
    return found


def runs(prose: Sequence[Prose]) -> tuple[Keys, Ints, Ints]:
    """The runs of five words, their articles, and their sentences, these counted through the pile."""
    ids, lengths = word_numbers(p.words for p in prose)
    sentence = np.repeat(np.arange(len(lengths)), lengths)
    keys, whole = hash_grams(ids, GRAM)
    owner = np.repeat(np.arange(len(prose)), [len(p.words) for p in prose])
    at = sentence[: len(whole)][whole]
    return keys, owner[at], at


def recurring(keys: Keys, owner: Ints, outlet: Ints, group: Ints, day: Ints) -> NDArray[np.bool_]:
    """Which runs stand in enough unlike articles of their outlet, far enough apart."""
    order = np.lexsort((group[owner], outlet, keys))
    keys, outlet, groups, when = keys[order], outlet[order], group[owner][order], day[owner][order]
    first = np.ones(len(keys), dtype=bool)
    first[1:] = (keys[1:] != keys[:-1]) | (outlet[1:] != outlet[:-1])
    if not len(keys):
        return first
    starts = np.flatnonzero(first)
    unlike = first.copy()
    unlike[1:] |= groups[1:] != groups[:-1]
    last = np.maximum.reduceat(when, starts)
    earliest = np.minimum.reduceat(np.where(when == UNDATED, np.iinfo(np.int64).max, when), starts)
    enough = (np.add.reduceat(unlike.astype(np.int64), starts) >= CARRIERS) & (last - earliest >= DAYS)
    recurs = np.zeros(len(keys), dtype=bool)
    recurs[order] = np.repeat(enough, np.diff(np.append(starts, len(keys))))
    return recurs


def homes(prose: Sequence[Prose]) -> Ints:
    """A number for each article's outlet; those whose outlet is unknown are taken as one."""
    number: dict[str, int] = {}
    return np.array([number.setdefault(home(p.article), len(number)) for p in prose], dtype=np.int64)


def days(prose: Sequence[Prose]) -> Ints:
    """The day of publication of each article, counted from the first year."""
    published = (p.article.published for p in prose)
    return np.array([d.toordinal() if d else UNDATED for d in published], dtype=np.int64)
