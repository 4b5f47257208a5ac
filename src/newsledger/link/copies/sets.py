"""What each sentence holds, as sets of numbers in sorted arrays: word sequences, stems, names."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from newsledger.annotate.fingerprint.hashing import Flags, Ints, Keys
from newsledger.link.copies.candidates import differs
from newsledger.link.copies.pile import GRAM, Pile
from newsledger.link.copies.words import ranges, runs

BITS = np.uint64(38)  # of a number that are kept; the sentence's number stands before them
ONE = np.uint64(1)
MASK = (ONE << BITS) - ONE
PLACE = np.uint64(11)  # bits of a sentence's place in its article
STEM = np.uint64(32)  # bits of a stem's number


@dataclass(frozen=True, slots=True)
class Sets:
    """A set of numbers for each sentence."""

    packed: Keys  # sentence and number in one, sorted
    ends: Ints  # how many elements come before each sentence, and in all

    def size(self, sentences: Ints) -> Ints:
        """How many elements each of these sentences has."""
        return self.ends[sentences + 1] - self.ends[sentences]

    def total(self, first: Ints, articles: Ints) -> Ints:
        """How many elements the sentences of each of these articles have together."""
        return self.ends[first[articles + 1]] - self.ends[first[articles]]

    def without(self, dropped: Flags) -> Sets:
        """The sets less those of some sentences."""
        return index(self.packed[~dropped[(self.packed >> BITS).astype(np.int64)]], len(dropped))

    def shared(self, a: Ints, b: Ints) -> tuple[Ints, Keys]:
        """What two sentences each have in common: the number of the pair in the list, and the element."""
        elements = []
        for sentences in (a, b):
            of = np.repeat(np.arange(len(sentences), dtype=np.uint64), self.size(sentences))
            at = ranges(self.ends[sentences], self.ends[sentences + 1])
            elements.append(of << BITS | self.packed[at] & MASK)
        joined = np.sort(np.concatenate(elements), kind="stable")  # two sorted runs
        common = joined[1:][~differs(joined)[1:]]
        return (common >> BITS).astype(np.int64), common & MASK


def index(packed: Keys, count: int) -> Sets:
    """Sets from sorted, distinct elements of so many sentences."""
    borders = np.arange(count + 1, dtype=np.uint64) << BITS
    return Sets(packed, np.searchsorted(packed, borders))


def collect(sentence: Ints, numbers: Keys, count: int) -> Sets:
    """Sets from the numbers that stand in so many sentences."""
    packed = np.sort(sentence.astype(np.uint64) << BITS | numbers & MASK, kind="stable")  # nearly sorted
    return index(packed[differs(packed)], count)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What of the articles is compared: their own words or all, some sentences or all."""

    first: Ints  # the number of each article's first sentence
    compared: Flags  # sentences that are looked at; one that is quoted whole has nothing to compare
    place: Ints  # of each sentence among those of its article that are compared
    grams: Sets
    stems: Sets
    names: Sets
    by_stem: Keys  # of each article in turn its stems with the places of their sentences, sorted by stem

    def without(self, dropped: Flags) -> View:
        """The view less some sentences more."""
        if not dropped.any():
            return self
        stems, compared = self.stems.without(dropped), self.compared & ~dropped
        return View(
            first=self.first,
            compared=compared,
            place=places(compared, self.first),
            grams=self.grams.without(dropped),
            stems=stems,
            names=self.names.without(dropped),
            by_stem=sort_by_stem(stems, self.first),
        )


def view(pile: Pile, compared: Flags, own: bool) -> View:
    """The view on those sentences, quotations left in or not."""
    keys, whole, owned = pile.grams
    sentence, count = pile.sentence, len(pile.sentences)
    run = (owned if own else whole) & compared[sentence[: len(keys)]]
    word = compared[sentence] & pile.own if own else compared[sentence]
    compared = np.bincount(sentence[word], minlength=count) > 0
    content, name = word & (pile.stem > 0), word & pile.name
    stems = collect(sentence[content], pile.stem[content], count)
    return View(
        first=pile.first,
        compared=compared,
        place=places(compared, pile.first),
        grams=collect(sentence[: len(keys)][run], keys[run] >> np.uint64(64) - BITS, count),
        stems=stems,
        names=collect(sentence[name], pile.word[name], count),
        by_stem=sort_by_stem(stems, pile.first),
    )


def sort_by_stem(stems: Sets, first: Ints) -> Keys:
    """The stems of each article in turn, a stem before the place of its sentence, sorted."""
    length = np.diff(stems.ends[first])
    article = np.repeat(np.arange(len(length), dtype=np.uint64), length)
    place = (stems.packed >> BITS) - np.repeat(first[:-1], length).astype(np.uint64)
    packed = (article << STEM | stems.packed & MASK) << PLACE | place
    return np.sort(packed, kind="stable") & (ONE << STEM + PLACE) - ONE


def places(chosen: Flags, first: Ints) -> Ints:
    """How many chosen sentences stand before each one in its article."""
    before: Ints = np.cumsum(chosen) - chosen
    return np.asarray(before - np.repeat(np.append(before, 0)[first[:-1]], np.diff(first)))


def quoted_grams(pile: Pile) -> Keys:
    """The word sequences within the quotations of each article, as ``Sets`` packs them, by article; sorted."""
    keys, inside = runs(pile.word, pile.quote, GRAM)
    article = pile.article[: len(keys)]
    inside &= (pile.quote[: len(keys)] > 0) & (article == pile.article[len(pile.word) - len(keys) :])
    packed = article[inside].astype(np.uint64) << BITS | keys[inside] >> np.uint64(64) - BITS
    return np.sort(packed)
