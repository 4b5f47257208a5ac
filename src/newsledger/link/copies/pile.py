"""The articles of a pile as copy detection sees them: the words of their sentences, those quoted set apart.

Two reporters at one news conference share its quotations and nothing else, so what stands inside
quotation marks is no evidence of descent. Passages that are no prose have no sentence and so do not enter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from newsledger.annotate.annotation import Annotation
from newsledger.annotate.fingerprint.hashing import Flags, Ints, Keys
from newsledger.link.copies.marks import marked_spans, merge
from newsledger.link.copies.words import cut, ranges, runs
from newsledger.records import Article, Sentence

GRAM = 3  # words in a sequence
LONGEST = 2000  # sentences of an article that are compared; what comes after is left out
AT_ONCE = 1 << 18  # characters cut into words together
LITTLE = 0.4  # share of an article's words that are its own, under which it is mostly quotation
Spans = list[tuple[int, int]]


@dataclass(frozen=True, kw_only=True)
class Pile:
    """All articles, sorted by id, all their sentences, and of all their words one place in each array."""

    articles: list[Article]
    sentences: list[Sentence]
    first: Ints  # number of each article's first sentence, and behind the last
    article_of: Ints  # the article of each sentence
    word: Keys
    stem: Keys
    name: Flags  # a number, or a capitalised word that does not begin its sentence
    sentence: Ints
    quote: Ints  # the number of the quotation that holds the word, 0 for the article's own

    @cached_property
    def own(self) -> Flags:
        """The words that are the article's own."""
        return np.asarray(self.quote == 0)

    @cached_property
    def article(self) -> Ints:
        """The article of each word."""
        return self.article_of[self.sentence]

    @cached_property
    def mostly_quoted(self) -> Flags:
        """Which articles have little of their own."""
        count = len(self.articles)
        own = np.bincount(self.article[self.own], minlength=count)
        return np.asarray(own < LITTLE * np.bincount(self.article, minlength=count))

    @cached_property
    def grams(self) -> tuple[Keys, Flags, Flags]:
        """The runs of three words, as ``sequences`` gives them."""
        return self.sequences(GRAM)

    def sequences(self, length: int) -> tuple[Keys, Flags, Flags]:
        """A key for each run of words; which runs lie in one sentence, and which of these are the article's own."""
        keys, whole = runs(self.word, self.sentence, length)
        last = slice(len(self.word) - len(keys), None)
        kept = np.cumsum(self.own)
        own = (kept[last] - kept[: len(keys)] == length - 1) & self.own[: len(keys)]
        return keys, whole, own & whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article before its words are cut."""

    article: Article
    sentences: list[Sentence]
    quoted: Spans  # sorted and disjoint


def read_pile(
    articles: Sequence[Article], sentences: Sequence[Sentence], annotations: Sequence[Annotation]
) -> Pile:
    """The pile with its words."""
    by_article: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        by_article[sentence.article_id].append(sentence)
    annotation = {a.article_id: a for a in annotations}
    drafts = [
        Draft(
            article=a,
            sentences=sorted(by_article[a.article_id], key=lambda s: s.start)[:LONGEST],
            quoted=quoted_spans(a.text, annotation.get(a.article_id)),
        )
        for a in sorted(articles, key=lambda a: a.article_id)
    ]
    lengths = np.array([len(d.sentences) for d in drafts], dtype=np.int64)
    parts = [read_words(some) for some in together(drafts)]
    word, stem, name, length, quote = (
        np.concatenate(p) for p in zip(*(parts or [read_words([])]), strict=True)
    )
    return Pile(
        articles=[d.article for d in drafts],
        sentences=[s for d in drafts for s in d.sentences],
        first=np.concatenate(([0], np.cumsum(lengths))),
        article_of=np.repeat(np.arange(len(drafts)), lengths),
        word=word,
        stem=stem,
        name=name,
        sentence=np.repeat(np.arange(len(length)), length),
        quote=quote,
    )


def quoted_spans(text: str, annotation: Annotation | None) -> Spans:
    """The stretches that are quoted: those found by the annotation and whatever else stands between marks."""
    spans = marked_spans(text)
    found = annotation.quotations if annotation else ()
    said = [(q.start, q.end) for q in found if q.kind != "indirect"]
    return merge(spans + said) if said else spans


def together(drafts: Sequence[Draft]) -> Iterator[list[Draft]]:
    """The articles in portions of about so many characters."""
    portion: list[Draft] = []
    size = 0
    for draft in drafts:
        portion.append(draft)
        size += len(draft.article.text)
        if size >= AT_ONCE:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion


def read_words(drafts: Sequence[Draft]) -> tuple[Keys, Keys, Flags, Ints, Ints]:
    """Word, stem and name of the words of some articles, the words of each sentence, and their quotation."""
    words = cut("\n".join(d.article.text for d in drafts))
    shift = np.cumsum([0, *(len(d.article.text) + 1 for d in drafts)])
    spans = [(s.start, s.end) for d in drafts for s in d.sentences]
    begin, end = found(spans, [len(d.sentences) for d in drafts], shift, words.start)
    quote_begin, quote_end = found(
        [q for d in drafts for q in d.quoted], [len(d.quoted) for d in drafts], shift, words.start
    )
    quote = np.zeros(len(words.start), dtype=np.int64)
    length = quote_end - quote_begin
    quote[ranges(quote_begin, quote_end)] = np.repeat(np.arange(len(length)) + 1, length)
    inside = ranges(begin, end)
    quote = quote[inside]
    sentence = np.repeat(np.arange(len(begin)), end - begin)
    name = words.digit[inside] | (words.capital[inside] & ~opens(sentence, quote == 0))
    return words.word[inside], words.stem[inside], name, end - begin, quote


def found(spans: Spans, count: Sequence[int], shift: Ints, start: Ints) -> tuple[Ints, Ints]:
    """The numbers of the words that begin in each span; of which ``count`` tells how many each article has."""
    borders = np.array(spans, dtype=np.int64).reshape(-1, 2) + np.repeat(shift[:-1], count)[:, None]
    at = np.searchsorted(start, borders)
    return at[:, 0], np.maximum(at[:, 0], at[:, 1])


def opens(sentence: Ints, own: Flags) -> Flags:
    """Which words are the first of their sentence's own."""
    first = np.zeros(len(sentence), dtype=bool)
    at = np.flatnonzero(own)
    first[at[np.diff(sentence[at], prepend=-1) != 0]] = True
    return first
