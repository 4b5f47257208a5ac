"""The words of some articles' sentences as numbers, and which of them are quoted.

Two reporters at one news conference share its quotations and nothing else, so what stands inside
quotation marks is no evidence of descent. Passages that are no prose have no sentence and so do not enter.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from newsledger.annotate.fingerprint.hashing import Flags, Ints, Keys
from newsledger.link.copies.arrays import differs, ranges
from newsledger.link.copies.quoted import quoted_stretches
from newsledger.link.copies.words import codes_of, cut


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """Articles before their words are cut. Spans are rows of an array, begin and end in the article's text."""

    texts: list[str]
    sentences: Ints
    first: Ints  # the number of each article's first sentence, and behind the last
    said: Ints  # what the annotations found quoted
    first_said: Ints

    def of(self, articles: Ints) -> Texts:
        """Some of the articles."""
        begin, end = self.first[articles], self.first[articles + 1]
        said_begin, said_end = self.first_said[articles], self.first_said[articles + 1]
        return Texts(
            texts=[self.texts[n] for n in articles.tolist()],
            sentences=self.sentences[ranges(begin, end)],
            first=np.append(0, np.cumsum(end - begin)),
            said=self.said[ranges(said_begin, said_end)],
            first_said=np.append(0, np.cumsum(said_end - said_begin)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """The words of the sentences of some articles, one after the other."""

    word: Keys
    stem: Keys
    name: Flags  # a number, or a capitalised word that does not begin its sentence
    quote: Ints  # the number of the quotation that holds the word, 0 for the article's own
    begin: Ints  # the number of each sentence's first word, and behind the last
    first: Ints  # the number of each article's first sentence, and behind the last


def cut_texts(texts: Texts) -> Spoken:
    """The words of a few articles."""
    codes = codes_of("\n".join(texts.texts))
    shift = np.cumsum([0, *[len(t) + 1 for t in texts.texts]])[:-1]
    words = cut(codes)
    said = texts.said + np.repeat(shift, np.diff(texts.first_said))[:, None]
    quote = quotations(words.start, *quoted_stretches(texts.texts, said, codes, shift))
    spans = texts.sentences + np.repeat(shift, np.diff(texts.first))[:, None]
    begin, end = np.searchsorted(words.start, spans).T
    end = np.maximum(begin, end)
    inside = ranges(begin, end)
    quote = quote[inside]
    sentence = np.repeat(np.arange(len(begin)), end - begin)
    return Spoken(
        word=words.word[inside],
        stem=words.stem[inside],
        name=words.digit[inside] | (words.capital[inside] & ~opens(sentence, quote == 0)),
        quote=quote,
        begin=np.append(0, np.cumsum(end - begin)),
        first=texts.first,
    )


def quotations(start: Ints, begin: Ints, end: Ints) -> Ints:
    """For words that start there the number of the quotation that holds each, 0 where none does."""
    first, last = np.searchsorted(start, begin), np.searchsorted(start, end)
    quote = np.zeros(len(start), dtype=np.int64)
    quote[ranges(first, last)] = np.repeat(np.arange(len(first)) + 1, last - first)
    return quote


def opens(sentence: Ints, own: Flags) -> Flags:
    """Which words are the first of their sentence's own."""
    first = np.zeros(len(sentence), dtype=bool)
    at = np.flatnonzero(own)
    first[at[differs(sentence[at])]] = True
    return first
