"""Standing background: paragraphs that an outlet carries along from day to day, whatever is new.

A follow-up repeats how the matter began; that makes it no copy of the day before. A dispatch, too, is
carried by many, but within a day or two, or by many outlets. So background is what stands in several
unlike articles of one outlet over several days.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from newsledger.annotate.fingerprint.hashing import Flags, Ints, Keys
from newsledger.link.copies.arrays import differs, ranges
from newsledger.link.copies.pile import Pile

CARRIERS = 4  # unlike articles of one outlet that carry a run ...
DAYS = 3  # ... of which the last appeared so many days after the first
HALF = 0.5  # share of a sentence's runs that recur so, from which it is background: outlets touch it up
UNDATED = -1


def find_background(pile: Pile, group: Sequence[int], compared: Flags) -> Flags:
    """Which sentences are background; ``group`` joins near-identical articles."""
    own = pile.own.runs.without(~compared)
    sentence = own.owners()
    at, run = frequent(own.values, CARRIERS)
    sentence = sentence[at]
    recurs = recurring(
        run, pile.article_of[sentence], homes(pile), np.array(group, dtype=np.int64), days(pile)
    )
    carried = np.bincount(sentence[recurs], minlength=len(pile.sentences))
    return np.asarray((carried > 0) & (carried >= HALF * np.diff(own.ends)))


def frequent(keys: Keys, times: int) -> tuple[Ints, Ints]:
    """The places of the keys that stand in so many, key by key, and a number for each key; by their first bits."""
    bits = np.uint64(max(1, len(keys)).bit_length())
    packed = np.sort(keys >> bits << bits | np.arange(len(keys), dtype=np.uint64))
    starts = np.flatnonzero(differs(packed >> bits))
    length = np.diff(np.append(starts, len(keys)))
    often = np.flatnonzero(length >= times)
    chosen = packed[ranges(starts[often], starts[often] + length[often])]
    places = (chosen & (np.uint64(1) << bits) - np.uint64(1)).astype(np.int64)
    return places, np.repeat(np.arange(len(often)), length[often])


def recurring(run: Ints, article: Ints, outlet: Ints, group: Ints, day: Ints) -> Ints:
    """The places of the runs that stand in enough unlike articles of one outlet, far enough apart."""
    place = run * (outlet.max(initial=0) + 1) + outlet[article]
    packed = place * (group.max(initial=0) + 1) + group[article]
    order = np.argsort(packed)
    place, packed, day = place[order], packed[order], day[article[order]]
    starts = np.flatnonzero(differs(place))
    if not len(starts):
        return order
    last = np.maximum.reduceat(day, starts)
    earliest = np.minimum.reduceat(np.where(day == UNDATED, np.iinfo(np.int64).max, day), starts)
    unlike = np.add.reduceat(differs(packed), starts, dtype=np.int64)
    enough = (unlike >= CARRIERS) & (last - earliest >= DAYS)
    return order[np.flatnonzero(np.repeat(enough, np.diff(np.append(starts, len(run)))))]


def homes(pile: Pile) -> Ints:
    """A number for each article's outlet; those whose outlet is unknown are taken as one."""
    number: dict[str, int] = {}
    return np.array([number.setdefault(h, len(number)) for h in pile.homes], dtype=np.int64)


def days(pile: Pile) -> Ints:
    """The day of publication of each article, counted from the first year."""
    published = (a.published for a in pile.articles)
    return np.array([d.toordinal() if d else UNDATED for d in published], dtype=np.int64)
