"""Which sentences of two articles go back to one: order-free alignment of many pairs at once."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from newsledger.annotate.fingerprint.hashing import Flags, Ints, Keys
from newsledger.link.copies.arrays import differs, ranges, repeated
from newsledger.link.copies.reading import ONE, PLACE, SIDE, STEM
from newsledger.link.copies.view import View

LEAST = 3  # content words that two sentences must share
CARRIED = 0.5  # share of the shorter one's content words that the other must hold
COMMON = (
    2500  # pairs of sentences that one stem may join; a word in fifty sentences on either side says nothing
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """Aligned sentences, one place of each array for each match, sorted by pair of articles and by place."""

    pair: Ints  # number of the pair in the list of pairs
    a: Ints  # numbers of the sentences in the pile
    b: Ints
    similarity: np.typing.NDArray[np.float64]  # Dice coefficient of the content words
    grams: Ints  # 3-grams in common
    names: Ints  # numbers and names in common

    def only(self, chosen: Flags) -> Matches:
        """Some of the matches."""
        return Matches(
            pair=self.pair[chosen],
            a=self.a[chosen],
            b=self.b[chosen],
            similarity=self.similarity[chosen],
            grams=self.grams[chosen],
            names=self.names[chosen],
        )

    def of(self, pairs: Ints, count: int) -> Matches:
        """The matches of some of so many pairs, which are numbered anew."""
        number = np.full(count, -1)
        number[pairs] = np.arange(len(pairs))
        chosen = self.only(number[self.pair] >= 0)
        return replace(chosen, pair=number[chosen.pair])


def align(view: View, left: Ints, right: Ints) -> Matches:
    """The aligned sentences of pairs of articles, ``left[n]`` and ``right[n]``.

    A sentence may have two partners where one was split or merged.
    """
    pair, a, b, common = common_stems(view, left, right)
    size_a, size_b = view.stems.size(a), view.stems.size(b)
    shorter = np.minimum(size_a, size_b)
    near = (common >= LEAST) & (common >= CARRIED * shorter)
    pair, a, b, common, shorter = pair[near], a[near], b[near], common[near], shorter[near]
    similarity = 2 * common / (size_a + size_b)[near]
    grams = np.bincount(view.grams.shared(a, b)[0], minlength=len(pair))
    verbatim = grams / np.maximum(1, np.minimum(view.grams.size(a), view.grams.size(b)))
    chosen = best(pair, a, b, common / shorter + similarity + verbatim)
    names = np.bincount(view.names.shared(a[chosen], b[chosen])[0], minlength=len(chosen))
    return Matches(
        pair=pair[chosen],
        a=a[chosen],
        b=b[chosen],
        similarity=similarity[chosen],
        grams=grams[chosen],
        names=names,
    )


def common_stems(view: View, left: Ints, right: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    """The sentences of each pair that share a stem: pair, sentence, sentence, and how many stems they share."""
    a, b = couples(np.sort(stems_of(view, left, right)))
    place = SIDE - ONE
    joined = np.sort((a >> PLACE + ONE + STEM << PLACE | a & place) << PLACE | b & place)
    starts = np.flatnonzero(differs(joined))
    number = joined[starts]
    pair = (number >> PLACE + PLACE).astype(np.int64)
    return (
        pair,
        view.first[left[pair]] + (number >> PLACE & place).astype(np.int64),
        view.first[right[pair]] + (number & place).astype(np.int64),
        np.diff(np.append(starts, len(joined))),
    )


def stems_of(view: View, left: Ints, right: Ints) -> Keys:
    """The stems of both articles of each pair with their sentences, packed: pair, stem, side, place."""
    articles = np.concatenate((left, right))
    begin, end = view.stems.ends[view.first[articles]], view.stems.ends[view.first[articles + 1]]
    pair = np.arange(len(left), dtype=np.uint64) << STEM + ONE + PLACE
    held = view.by_stem[ranges(begin, end)]
    held += np.repeat(np.concatenate((pair, pair + SIDE)), end - begin)
    return held


def couples(held: Keys) -> tuple[Keys, Keys]:
    """What stands on both sides of a pair under one stem, each with each; from stems of ``stems_of``, sorted."""
    turn = held[1:] ^ held[:-1]
    last = np.flatnonzero(
        turn - SIDE < SIDE
    )  # the side changes and nothing before it: the last one on the left
    twice = turn < SIDE
    several = np.append(False, twice)[last] | np.append(twice, False)[last + 1]
    alone, last = last[~several], last[several]
    begin = np.searchsorted(held, held[last] & ~(SIDE - ONE))
    end = np.searchsorted(held, held[last + 1] | SIDE - ONE, side="right")
    in_a, in_b = last + 1 - begin, end - last - 1
    every = in_a * in_b <= COMMON
    times = np.where(every, in_a * in_b, np.minimum(in_a, in_b))
    turn_of = ranges(np.zeros_like(times), times)
    within = np.repeat(np.where(every, in_b, 1), times)
    a = np.repeat(begin, times) + turn_of // within
    b = np.repeat(last + 1, times) + np.where(np.repeat(every, times), turn_of % within, turn_of)
    return held[np.append(alone, a)], held[np.append(alone + 1, b)]


def best(pair: Ints, a: Ints, b: Ints, strength: np.typing.NDArray[np.float64]) -> Ints:
    """The strongest matches first, each as long as one of its sentences is still without a partner."""
    kept = np.ones(len(pair), dtype=bool)
    contested = np.flatnonzero(repeated(pair << 32 | a) | repeated(pair << 32 | b))
    order = contested[np.lexsort((b[contested], a[contested], -strength[contested], pair[contested]))]
    taken_a: set[tuple[int, int]] = set()
    taken_b: set[tuple[int, int]] = set()
    for n, p, i, j in zip(*(x.tolist() for x in (order, pair[order], a[order], b[order])), strict=True):
        left, right = (p, i), (p, j)
        kept[n] = left not in taken_a or right not in taken_b
        taken_a.add(left)
        taken_b.add(right)
    return np.flatnonzero(kept)
