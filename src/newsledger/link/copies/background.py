"""Standing background: paragraphs that an outlet carries along from day to day, whatever is new.

A follow-up repeats how the matter began; that makes it no copy of the day before. A dispatch, too, is
carried by many, but within a day or two, or by many outlets. So background is what stands in several
unlike articles of one outlet over several days.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from newsledger.annotate.fingerprint.hashing import Flags, Ints, Keys, may_be_shared
from newsledger.link.copies.pile import Pile
from newsledger.link.copies.versions import home

GRAM = 5  # words; runs of five recur by chance much less often than runs of three
CARRIERS = 4  # unlike articles of one outlet that carry a run ...
DAYS = 3  # ... of which the last appeared so many days after the first
HALF = 0.5  # share of a sentence's runs that recur so, from which it is background: outlets touch it up
UNDATED = -1


def find_background(pile: Pile, group: Sequence[int], compared: Flags) -> Flags:
    """Which sentences are background; ``group`` joins near-identical articles."""
    keys, _, own = pile.sequences(GRAM)
    sentence = pile.sentence[: len(keys)]
    own &= compared[sentence]
    keys, sentence = keys[own], sentence[own]
    owner = pile.article_of[sentence]
    often = may_be_shared(keys, CARRIERS)
    recurs = recurring(
        keys[often],
        homes(pile)[owner[often]],
        np.array(group, dtype=np.int64)[owner[often]],
        days(pile)[owner[often]],
    )
    count = len(pile.sentences)
    carried = np.bincount(sentence[often][recurs], minlength=count)
    return np.asarray((carried > 0) & (carried >= HALF * np.bincount(sentence, minlength=count)))


def recurring(keys: Keys, outlet: Ints, group: Ints, day: Ints) -> Flags:
    """Which runs stand in enough unlike articles of their outlet, far enough apart."""
    order = np.lexsort((group, outlet, keys))
    keys, outlet, group, day = keys[order], outlet[order], group[order], day[order]
    first = np.ones(len(keys), dtype=bool)
    first[1:] = (keys[1:] != keys[:-1]) | (outlet[1:] != outlet[:-1])
    if not len(keys):
        return first
    starts = np.flatnonzero(first)
    unlike = first.copy()
    unlike[1:] |= group[1:] != group[:-1]
    last = np.maximum.reduceat(day, starts)
    earliest = np.minimum.reduceat(np.where(day == UNDATED, np.iinfo(np.int64).max, day), starts)
    enough = (np.add.reduceat(unlike.astype(np.int64), starts) >= CARRIERS) & (last - earliest >= DAYS)
    recurs = np.zeros(len(keys), dtype=bool)
    recurs[order] = np.repeat(enough, np.diff(np.append(starts, len(keys))))
    return recurs


def homes(pile: Pile) -> Ints:
    """A number for each article's outlet; those whose outlet is unknown are taken as one."""
    number: dict[str, int] = {}
    return np.array([number.setdefault(home(a), len(number)) for a in pile.articles], dtype=np.int64)


def days(pile: Pile) -> Ints:
    """The day of publication of each article, counted from the first year."""
    published = (a.published for a in pile.articles)
    return np.array([d.toordinal() if d else UNDATED for d in published], dtype=np.int64)
