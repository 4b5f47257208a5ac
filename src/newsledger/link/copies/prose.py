"""An article as copy detection sees it: its own words, sentence by sentence, quotations taken out.

Two reporters at one news conference share its quotations and nothing else, so what stands inside
quotation marks is no evidence of descent. Passages that are no prose have no sentence and so do not enter.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from importlib.resources import files

from newsledger.annotate.annotation import Annotation
from newsledger.link.copies.marks import marked_spans, merge
from newsledger.records import Article, Sentence

GAP = "\x00"  # where a quotation was taken out: no word sequence runs across it
GRAM = 3  # words in a sequence
LONGEST = 2000  # sentences of an article that are compared; what comes after is left out
STEM = 6  # letters that stand for a word's stem: "destabilise" and "destabilisation" agree
WORD = re.compile(r"\w+|\x00")
# What is peculiar to an occasion: a number, or a capitalised word that does not begin the sentence.
SPECIFIC = re.compile(r"\d[\d.,:]*\d|\d|[^\W\d_]\w+")


@functools.lru_cache(maxsize=1)
def function_words() -> frozenset[str]:
    """The words that ``data/copies/function_words.txt`` lists."""
    text = (files("newsledger") / "data/copies/function_words.txt").read_text(encoding="utf-8")
    return frozenset(w for line in text.splitlines() if not line.startswith("#") for w in line.split())


class Prose:
    """The sentences of one article as words; what only the comparison of two articles needs is made on demand."""

    def __init__(
        self, article: Article, sentences: Sequence[Sentence], quoted: Sequence[tuple[int, int]] = ()
    ) -> None:
        self.article = article
        self.sentences = tuple(sentences)
        self.quoted = tuple(quoted)  # sorted and disjoint
        self.own = tuple(own_text(article.text, s.start, s.end, quoted) for s in sentences)
        self.words = tuple(tuple(WORD.findall(text.lower())) for text in self.own)
        self._specifics: dict[int, frozenset[str]] = {}

    def without(self, numbers: Set[int]) -> Prose:
        """The article less the sentences whose numbers are given."""
        kept = [s for n, s in enumerate(self.sentences) if n not in numbers]
        return Prose(self.article, kept, self.quoted)

    @functools.cached_property
    def unmarked(self) -> Prose:
        """The article with its quotations left in."""
        return Prose(self.article, self.sentences)

    @functools.cached_property
    def mostly_quoted(self) -> bool:
        """Whether less than two fifths of the text are the article's own."""
        return sum(map(len, self.own)) < 0.4 * sum(len(s.text) for s in self.sentences)

    @property
    def indexed(self) -> tuple[tuple[str, ...], ...]:
        """The words by which copies are looked up: its own, or all where little is its own."""
        return self.unmarked.words if self.mostly_quoted else self.words

    @functools.cached_property
    def grams(self) -> tuple[frozenset[tuple[str, ...]], ...]:
        """For each sentence its sequences of three words."""
        return tuple(frozenset(sequences(words)) for words in self.words)

    @functools.cached_property
    def said(self) -> frozenset[tuple[str, ...]]:
        """The sequences of three words that stand in its quotations."""
        text = f" {GAP} ".join(self.article.text[start:end] for start, end in self.quoted)
        return frozenset(sequences(WORD.findall(text.lower())))

    @functools.cached_property
    def stems(self) -> tuple[frozenset[str], ...]:
        """For each sentence the stems of its content words."""
        empty = function_words()
        return tuple(
            frozenset(w[:STEM] for w in words if w not in empty and w != GAP) for words in self.words
        )

    @functools.cached_property
    def postings(self) -> dict[str, int]:
        """For each stem the sentences that hold it, as bits: bit ``n`` is sentence ``n``."""
        found: dict[str, int] = {}
        for n, stems in enumerate(self.stems):
            bit = 1 << n
            for stem in stems:
                found[stem] = found.get(stem, 0) | bit
        return found

    def specifics(self, n: int) -> frozenset[str]:
        """The numbers and capitalised words of sentence ``n``, its first word left out."""
        if n not in self._specifics:
            self._specifics[n] = frozenset(specifics(self.own[n]))
        return self._specifics[n]

    @functools.cached_property
    def size(self) -> int:
        """The number of content stems, counted sentence by sentence."""
        return sum(map(len, self.stems))


def sequences(words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    """The runs of three words that cross no gap."""
    runs = zip(words, words[1:], words[2:], strict=False)
    return (run for run in runs if GAP not in run) if GAP in words else runs


def specifics(text: str) -> Iterable[str]:
    """The numbers and the capitalised words of a sentence but its first."""
    for n, word in enumerate(SPECIFIC.findall(text)):
        if word[0].isdigit() or (n and word[0].isupper()):
            yield word.lower()


def own_text(text: str, start: int, end: int, quoted: Sequence[tuple[int, int]]) -> str:
    """``text[start:end]`` with each quoted stretch replaced by ``GAP``; ``quoted`` is sorted and disjoint."""
    pieces = []
    for first, last in quoted:
        if first < end and start < last:
            pieces.append(text[start : max(start, first)])
            start = min(last, end)
    pieces.append(text[start:end])
    return f" {GAP} ".join(pieces)


def quoted_spans(text: str, annotation: Annotation | None) -> list[tuple[int, int]]:
    """The stretches that are quoted: those found by the annotation and whatever else stands between marks."""
    spans = marked_spans(text)
    if annotation is not None:
        spans += [(q.start, q.end) for q in annotation.quotations if q.kind != "indirect"]
    return merge(spans)


def read_prose(
    articles: Sequence[Article], sentences: Sequence[Sentence], annotations: Sequence[Annotation]
) -> list[Prose]:
    """The prose of each article, in the order of their ids."""
    by_article: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sorted(sentences, key=lambda s: (s.article_id, s.start)):
        by_article[sentence.article_id].append(sentence)
    annotation = {a.article_id: a for a in annotations}
    return [
        Prose(a, by_article[a.article_id][:LONGEST], quoted_spans(a.text, annotation.get(a.article_id)))
        for a in sorted(articles, key=lambda a: a.article_id)
    ]
