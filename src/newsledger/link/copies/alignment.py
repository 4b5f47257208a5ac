"""Which sentences of two articles go back to one: order-free alignment of many pairs at once."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from newsledger.annotate.fingerprint.hashing import Flags, Ints, Keys
from newsledger.link.copies.candidates import differs
from newsledger.link.copies.sets import ONE, PLACE, STEM, View
from newsledger.link.copies.words import ranges

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
    held = np.sort(np.concatenate((stems_of(view, left, 0), stems_of(view, right, 1))), kind="stable")
    starts = np.flatnonzero(differs(held >> PLACE + ONE))
    ends = np.append(starts[1:], len(held))
    of_b = np.cumsum(np.append(0, (held >> PLACE & ONE).astype(np.int64)))
    in_b = of_b[ends] - of_b[starts]
    in_a = ends - starts - in_b
    every = in_a * in_b <= COMMON
    times = np.where(every, in_a * in_b, np.minimum(in_a, in_b))
    turn = ranges(np.zeros_like(times), times)
    within = np.repeat(np.where(every, in_b, 1), times)
    a = held[np.repeat(starts, times) + turn // within]
    b = held[np.repeat(starts + in_a, times) + np.where(np.repeat(every, times), turn % within, turn)]
    place = (ONE << PLACE) - ONE
    joined = np.sort((a >> PLACE + ONE + STEM << PLACE | a & place) << PLACE | b & place, kind="stable")
    starts = np.flatnonzero(differs(joined))
    number = joined[starts]
    pair = (number >> PLACE + PLACE).astype(np.int64)
    return (
        pair,
        view.first[left[pair]] + (number >> PLACE & place).astype(np.int64),
        view.first[right[pair]] + (number & place).astype(np.int64),
        np.diff(np.append(starts, len(joined))),
    )


def stems_of(view: View, articles: Ints, side: int) -> Keys:
    """The stems of each of these articles with the places of the sentences that hold them: pair, stem, side, place."""
    begin, end = view.stems.ends[view.first[articles]], view.stems.ends[view.first[articles + 1]]
    held = view.by_stem[ranges(begin, end)]
    number = np.repeat(np.arange(len(articles), dtype=np.uint64), end - begin)
    stem, place = held >> PLACE, held & (ONE << PLACE) - ONE
    return ((number << STEM | stem) << ONE | np.uint64(side)) << PLACE | place


def best(pair: Ints, a: Ints, b: Ints, strength: np.typing.NDArray[np.float64]) -> Ints:
    """The strongest matches first, each as long as one of its sentences is still without a partner."""
    order = np.lexsort((b, a, -strength, pair))
    taken_a: set[tuple[int, int]] = set()
    taken_b: set[tuple[int, int]] = set()
    kept = []
    for n, p, i, j in zip(
        order.tolist(), pair[order].tolist(), a[order].tolist(), b[order].tolist(), strict=True
    ):
        left, right = (p, i), (p, j)
        if left in taken_a and right in taken_b:
            continue
        taken_a.add(left)
        taken_b.add(right)
        kept.append(n)
    return np.array(sorted(kept), dtype=np.int64)
