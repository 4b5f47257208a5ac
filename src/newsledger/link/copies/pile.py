"""The articles of a pile as copy detection sees them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from newsledger.annotate.annotation import Annotation
from newsledger.annotate.fingerprint.hashing import Ints
from newsledger.link.copies.reading import LONGEST, Reading, read
from newsledger.link.copies.texts import Texts
from newsledger.link.copies.versions import home
from newsledger.records import Article, Sentence

KEPT = 30 << 20  # bytes of a freed array that are kept for the next ones


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """All articles, sorted by id, their sentences, and what they hold of their own."""

    articles: list[Article]
    homes: list[str]  # where each was published
    sentences: list[Sentence]
    article_of: Ints  # the article of each sentence
    texts: Texts
    own: Reading


def read_pile(
    articles: Sequence[Article], sentences: Sequence[Sentence], annotations: Sequence[Annotation]
) -> Pile:
    """The pile with what its articles hold."""
    keep_freed_memory()
    articles = sorted(articles, key=lambda a: a.article_id)
    sentences, owner = in_order(articles, sentences)
    texts = texts_of(articles, sentences, owner, annotations)
    return Pile(
        articles=articles,
        homes=[home(a) for a in articles],
        sentences=sentences,
        article_of=owner,
        texts=texts,
        own=read(texts),
    )


def in_order(articles: Sequence[Article], sentences: Sequence[Sentence]) -> tuple[list[Sentence], Ints]:
    """The sentences of the articles in turn, as they stand in them, and the number of each one's article."""
    number = {a.article_id: n for n, a in enumerate(articles)}
    count = len(sentences)
    owner = np.fromiter([number[s.article_id] for s in sentences], np.int64, count)
    start = np.fromiter([s.start for s in sentences], np.int64, count)
    order = np.lexsort((start, owner))
    owner = owner[order]
    first = np.searchsorted(owner, np.arange(len(articles)))
    read = np.flatnonzero(np.arange(count) - first[owner] < LONGEST)
    return [sentences[n] for n in order[read].tolist()], owner[read]


def texts_of(
    articles: Sequence[Article],
    sentences: Sequence[Sentence],
    owner: Ints,
    annotations: Sequence[Annotation],
) -> Texts:
    """The articles with what is read in them."""
    quoted = {a.article_id: a.quotations for a in annotations}
    said = table(
        (n, q.start, q.end)
        for n, a in enumerate(articles)
        for q in quoted.get(a.article_id, ())
        if q.kind != "indirect"
    )
    borders = np.arange(len(articles) + 1)
    return Texts(
        texts=[a.text for a in articles],
        sentences=table((0, s.start, s.end) for s in sentences)[:, 1:],
        first=np.searchsorted(owner, borders),
        said=said[:, 1:],
        first_said=np.searchsorted(said[:, 0], borders),
    )


def table(rows: Iterable[tuple[int, int, int]]) -> Ints:
    """Rows of three numbers as an array."""
    return np.fromiter(chain.from_iterable(rows), np.int64).reshape(-1, 3)


def keep_freed_memory() -> None:
    """Have the C library keep the memory of freed arrays for the next ones, rather than give it back each time.

    Memory fresh from the system costs more than what is done with it here. glibc keeps blocks up to the size of the
    largest that it saw freed, 32 MB at most; one that is never written to costs nothing.
    """
    np.empty(KEPT, dtype=np.uint8)
