"""What articles hold, as sets of numbers.

It is the same for an article whatever else is in the pile, so that it may be kept and joined with others'.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from newsledger.annotate.fingerprint.hashing import Flags, Ints, Keys
from newsledger.link.copies.sets import BITS, Sets, collect, joined, lined_up
from newsledger.link.copies.texts import Spoken, Texts, cut_texts
from newsledger.link.copies.words import powers, runs

AT_ONCE = 1 << 18  # characters read together; as arrays they stay in the processor's cache
GRAM = 3  # words in a sequence
RUN = 5  # words in a longer one; these recur by chance much less often
LITTLE = 0.4  # share of an article's words that are its own, under which it is mostly quotation
ONE = np.uint64(1)
PLACE = np.uint64(11)  # bits of a sentence's place in its article
LONGEST = 1 << int(PLACE)  # sentences of an article that are read; what comes after is left out
STEM = np.uint64(32)  # bits of a stem's number
SIDE = ONE << PLACE  # tells, in front of the place, the second article of a pair from the first


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What some articles hold, one after the other: their own words alone, or with what they quote."""

    first: Ints  # the number of each article's first sentence, and behind the last
    mostly_quoted: Flags  # articles that have little of their own
    index: Sets  # by article: sequences by which copies are looked up, its own, or all where few are
    quoted: Sets  # by article: sequences within its quotations
    grams: Sets  # by sentence: sequences, ...
    stems: Sets  # ... stems of content words, ...
    names: Sets  # ... numbers, and capitalised words that do not begin the sentence
    by_stem: Keys  # the stems of each article in turn, sorted: a stem, a bit for the side, the place of its sentence
    runs: Sets  # by sentence: longer sequences, its own
    words: Ints  # how many each sentence has
    key: Keys  # a number for the words of each sentence together


def read(texts: Texts, own: bool = True) -> Reading:
    """What articles hold."""
    parts = [hold(cut_texts(texts.of(some)), own) for some in together(texts.texts)]
    return Reading(
        first=lined_up([p.first for p in parts]),
        mostly_quoted=np.concatenate([p.mostly_quoted for p in parts]),
        by_stem=np.concatenate([p.by_stem for p in parts]),
        words=np.concatenate([p.words for p in parts]),
        key=np.concatenate([p.key for p in parts]),
        index=joined([p.index for p in parts]),
        quoted=joined([p.quoted for p in parts]),
        grams=joined([p.grams for p in parts]),
        stems=joined([p.stems for p in parts]),
        names=joined([p.names for p in parts]),
        runs=joined([p.runs for p in parts]),
    )


def together(texts: Sequence[str]) -> list[Ints]:
    """The numbers of the texts in portions of about so many characters; one portion at least."""
    portion = np.cumsum([0, *map(len, texts)])[:-1] // AT_ONCE
    return np.split(np.arange(len(texts)), np.flatnonzero(np.diff(portion)) + 1)


def hold(spoken: Spoken, own: bool) -> Reading:
    """What the words of a few articles come to."""
    begin, borders = spoken.begin, spoken.begin[spoken.first]
    count = len(begin) - 1
    sentence = np.repeat(np.arange(count), np.diff(begin))
    article = np.repeat(np.arange(len(borders) - 1), np.diff(borders))
    mine = spoken.quote == 0
    few = np.diff(np.append(0, np.cumsum(mine, dtype=np.int64))[borders]) < LITTLE * np.diff(borders)
    keys, whole = runs(spoken.word, sentence, GRAM)
    owned = whole & unbroken(mine, GRAM)
    indexed = np.flatnonzero((owned | whole & few[article[: len(keys)]]) & (spoken.stem[: len(keys)] > 0))
    taken = mine if own else np.ones_like(mine)
    at = np.flatnonzero(owned if own else whole)
    content, name = np.flatnonzero(taken & (spoken.stem > 0)), np.flatnonzero(taken & spoken.name)
    stems = collect(sentence[content], spoken.stem[content], count)
    words, key = sentence_keys(spoken.word, begin, taken)
    return Reading(
        first=spoken.first,
        mostly_quoted=few,
        index=Sets(keys[indexed], np.searchsorted(indexed, borders)),
        quoted=quoted_grams(spoken, article),
        grams=collect(sentence[at], keys[at] >> np.uint64(64) - BITS, count),
        stems=stems,
        names=collect(sentence[name], spoken.word[name], count),
        by_stem=sort_by_stem(stems, spoken.first),
        runs=long_runs(spoken.word, sentence, mine, begin),
        words=words,
        key=key,
    )


def unbroken(flags: Flags, length: int) -> Flags:
    """Where a stretch of so many begins that are all true."""
    width = max(0, len(flags) - length + 1)
    found = flags[:width].copy()
    for n in range(1, length):
        found &= flags[n : n + width]
    return found


def long_runs(word: Keys, sentence: Ints, own: Flags, begin: Ints) -> Sets:
    """The longer sequences of each sentence, as they stand there."""
    keys, whole = runs(word, sentence, RUN)
    at = np.flatnonzero(whole & unbroken(own, RUN))
    return Sets(keys[at], np.searchsorted(at, begin))


def quoted_grams(spoken: Spoken, article: Ints) -> Sets:
    """The word sequences within the quotations of each article."""
    keys, inside = runs(spoken.word, spoken.quote, GRAM)
    at = np.flatnonzero(inside & (spoken.quote[: len(keys)] > 0))
    return collect(article[at], keys[at] >> np.uint64(64) - BITS, len(spoken.first) - 1)


def sentence_keys(word: Keys, begin: Ints, taken: Flags) -> tuple[Ints, Keys]:
    """Of each sentence how many words are taken, and a number for these; 0 where there are none."""
    at = np.flatnonzero(taken)
    ends = np.searchsorted(at, begin)
    words = np.diff(ends)
    key = np.zeros(len(words), dtype=np.uint64)
    some = np.flatnonzero(words)
    if len(some):
        place = np.arange(len(at)) - np.repeat(ends[some], words[some])
        key[some] = np.add.reduceat(word[at] * powers(8)[0][place % 256], ends[some])
    return words, key


def sort_by_stem(stems: Sets, first: Ints) -> Keys:
    """The stems of each article in turn, sorted: a stem, a bit for the side, the place of its sentence."""
    length = np.diff(stems.ends[first])
    article = np.repeat(np.arange(len(length), dtype=np.uint64), length)
    place = stems.owners().astype(np.uint64) - np.repeat(first[:-1], length).astype(np.uint64)
    packed = np.sort((article << STEM | stems.values) << PLACE | place) & (ONE << STEM + PLACE) - ONE
    return (packed >> PLACE << PLACE + ONE) | packed & SIDE - ONE
