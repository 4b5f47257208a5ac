"""The piles of the growth benchmark: made of the Timeline17 dev topics and the reuse set, written to a folder.

A pile of a size is the beginning of every larger one. First come the source articles, cut to some 110 words. When
they are used up, articles are put together from sentences of one topic that stood in none so far, of which every
second one is used twice. The parser remembers a sentence, so these cost less to annotate than the articles of a feed,
and more to link, for they share what they are made of. Every fifth article is a copy of one before: word for word, an
excerpt (the first three fifths), or a rewrite (three fifths of its longer words exchanged, every third sentence left
out).
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

from measure import SHARED

CHARACTERS = 800  # of an article
SENTENCES = 6  # of an article that is put together
BLOCK, POOL = 400, 1_600  # so many articles are put together from so many sentences
COPIES = 5  # every fifth article is a copy ...
BACK = 3  # ... of the one so many places before
KINDS = ("duplicate", "excerpt", "rewrite")
CHANGED = 60  # percent of the longer words that a rewrite exchanges
OUTLETS = 40
CUT = re.compile(r"\S.*?(?:[.!?][\"”’]*(?=\s+[A-Z“\"‘])|$)", re.MULTILINE)
WORD = re.compile(r"\b[a-z]{4,}\b")
Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Source:
    """The beginning of an article, and the sentences behind it."""

    topic: str
    published: str
    head: str
    tail: tuple[str, ...]


def number(word: str, salt: object) -> int:
    """A number that follows from a word."""
    return int.from_bytes(hashlib.blake2b(f"{salt}/{word}".encode(), digest_size=8).digest(), "big")


@lru_cache(maxsize=1)
def sources() -> tuple[Source, ...]:
    """The articles of all sets, mixed in an order that follows from their words."""
    data = SHARED / "data"
    paths = [
        *sorted((data / "timeline17-dev").glob("*/articles.jsonl.gz")),
        data / "reuse" / "articles.jsonl.gz",
    ]
    found = []
    for path in paths:
        for line in gzip.decompress(path.read_bytes()).splitlines():
            row = json.loads(line)
            text = row["text"][:CHARACTERS].rsplit("\n", 1)[0]
            tail = tuple(
                m.group() for m in CUT.finditer(row["text"][len(text) :]) if 40 < len(m.group()) < 400
            )
            found.append(Source(path.parent.name, row["published"][:10], text, tail))
    return tuple(sorted(found, key=lambda s: number(s.head, 0)))


def originals() -> Iterator[tuple[str, str]]:
    """Date and text of articles, without end: the sources, then what is put together from their sentences."""
    yield from ((s.published, s.head) for s in sources())
    by_topic = sorted(sources(), key=lambda s: (s.topic, s.published))
    stock = [(s.published, sentence) for s in by_topic for sentence in s.tail]
    made = 0
    while True:
        first = made // BLOCK * POOL % len(stock)
        pool = stock[first : first + POOL]
        chosen = sorted({number(f"{made}/{n}", 1) % len(pool) for n in range(SENTENCES)})
        yield pool[chosen[0]][0], "\n".join(pool[n][1] for n in chosen)
        made += 1


@lru_cache(maxsize=1)
def stock_of_words() -> tuple[str, ...]:
    """The words that a rewrite draws from."""
    return tuple(sorted({word for s in sources() for word in WORD.findall(s.head)}))


def rewritten(text: str, salt: int) -> str:
    """The text with a share of its longer words exchanged, one always for the same."""
    stock = stock_of_words()

    def other(match: re.Match[str]) -> str:
        drawn = number(match.group(), salt)
        return stock[drawn // 100 % len(stock)] if drawn % 100 < CHANGED else match.group()

    return WORD.sub(other, text)


def copied(text: str, kind: str, salt: int) -> str:
    """A copy of a kind."""
    if kind == "duplicate":
        return text
    sentences = [m.group() for m in CUT.finditer(text)]
    if kind == "excerpt":
        return "\n".join(sentences[: max(3, len(sentences) * 3 // 5)])
    return rewritten("\n".join(s for n, s in enumerate(sentences) if n % 3 != 2), salt)


def articles() -> Iterator[tuple[Row, str, str]]:
    """Articles without end; of a copy its kind and the id of what it is a copy of."""
    drawn = originals()
    before: list[tuple[str, str]] = []
    for n in range(10**9):
        kind = KINDS[n // COPIES % len(KINDS)] if n % COPIES == COPIES - 1 else ""
        published, text = before[n - BACK] if kind else next(drawn)
        text = copied(text, kind, n) if kind else text
        before.append((published, text))
        outlet = f"paper{number(str(n), 2) % OUTLETS}.example"
        row = {"id": f"g{n:06}", "title": text.split(".")[0][:80], "published": published, "text": text}
        yield row | {"url": f"https://{outlet}/{n}"}, kind, f"g{n - BACK:06}" if kind else ""


def write(folder: Path, first: int, last: int, name: str) -> Path:
    """The articles from one number up to another as a JSON Lines file."""
    path = folder / name
    rows = (row for row, _, _ in islice(articles(), first, last))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def copies(size: int) -> dict[str, set[tuple[str, str]]]:
    """The pairs of copies in a pile, by kind."""
    pairs: dict[str, set[tuple[str, str]]] = {kind: set() for kind in KINDS}
    for row, kind, source in islice(articles(), size):
        if kind:
            pairs[kind].add((source, row["id"]))
    return pairs


def full_length(characters: int) -> Iterator[Row]:
    """The Timeline17 articles, no copies, topics in turn, cut to a common length."""
    piles = []
    for path in sorted((SHARED / "data" / "timeline17-dev").glob("*/articles.jsonl.gz")):
        piles.append([json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()])
    turns = (pile[n] for n in range(max(map(len, piles))) for pile in piles if n < len(pile))
    yield from ({**row, "text": row["text"][:characters].rsplit("\n", 1)[0]} for row in turns)
