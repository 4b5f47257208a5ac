"""How the linking stages grow with the pile: CPU seconds of each at several sizes, and the fitted exponent.

    uv run --with datasketch --with rensa python eval/growth_link.py [SIZE...]

The articles are made from the Timeline17 dev topics and the reuse set and are never written to disk. Each
round over the sources gives every text words of its own, by a substitution of that round; a fifth of a
round are copies of its other articles, touched up. Sentences are cut at full stops and quotations at their
marks, so only linking is measured. A peer that is not installed is named and passed over. The exponent is
the slope of the least squares line through the logarithms of size and seconds.
"""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from measure import SHARED
from reuse import datasketch_pairs, rensa_pairs

from newsledger.annotate.annotation import Annotation
from newsledger.link.copies import find_derivations
from newsledger.link.families import find_families
from newsledger.link.stories import find_stories
from newsledger.link.utterances import link_utterances
from newsledger.records import Article, Quotation, Sentence, make_id

SIZES = (1_000, 4_000, 16_000)
CHARACTERS = 2_500  # of each source text that are used
COPIES = 5  # every fifth article of a round is a copy
CUT = re.compile(r"\S.*?(?:[.!?][\"”’]*(?=\s+[A-Z“\"‘])|$)", re.MULTILINE)
WORD = re.compile(r"[a-z]{4,}")
QUOTED = re.compile(r"“([^”\n]{20,400})”|\"([^\"\n]{20,400})\"")
FIRST = dt.date(2010, 1, 1)
Tables = dict[str, Any]


def sources() -> list[tuple[str, str]]:
    """Headline and text of the source articles, mixed in an order that follows from their words."""
    paths = [
        *sorted((SHARED / "data" / "timeline17-dev").rglob("*.jsonl.gz")),
        SHARED / "data" / "reuse" / "articles.jsonl.gz",
    ]
    rows = [json.loads(x) for path in paths for x in gzip.decompress(path.read_bytes()).splitlines()]
    texts = {(row["title"] or "", row["text"][:CHARACTERS]) for row in rows}
    return sorted(texts, key=lambda t: number(t[1], 0))


def number(word: str, salt: int) -> int:
    """A number that follows from a word."""
    return int.from_bytes(hashlib.blake2b(f"{salt}/{word}".encode(), digest_size=8).digest(), "big")


def articles(size: int) -> Iterator[Article]:
    """So many made articles."""
    rows = sources()
    stock = sorted({word for _, text in rows for word in WORD.findall(text)})
    for n in range(size):
        turn, at = divmod(n, len(rows))
        copied = at and at % COPIES == 0
        title, text = rows[at - 1 if copied else at]
        text = respelt(text, turn, stock, 85 if turn else 0)
        text = respelt(text, -n, stock, 10) if copied else text
        day = FIRST + dt.timedelta(days=n % 1500)
        article_id = make_id("a", n, text)
        yield Article(
            article_id=article_id,
            source=f"{n}.txt",
            title=title,
            text=text,
            published=day,
            date_confidence=1.0,
        )


def respelt(text: str, salt: int, stock: list[str], percent: int) -> str:
    """The text with a share of its words exchanged for others, one always for the same."""

    def other(match: re.Match[str]) -> str:
        found = number(match.group(), salt)
        return stock[found // 100 % len(stock)] if found % 100 < percent else match.group()

    return WORD.sub(other, text)


def tables(size: int) -> Tables:
    """What the stages read."""
    made = tuple(sorted(articles(size), key=lambda a: a.article_id))
    sentences = tuple(
        Sentence(
            sentence_id=make_id("s", a.article_id, m.start()),
            article_id=a.article_id,
            start=m.start(),
            end=m.end(),
            text=m.group(),
        )
        for a in made
        for m in CUT.finditer(a.text)
    )
    return {
        "articles": made,
        "sentences": sentences,
        "quotations": tuple(q for a in made for q in quotations(a, size // 10)),
        "annotations": tuple(Annotation(article_id=a.article_id) for a in made),
        "passages": (),
        "links": (),
        "entities": (),
        "mentions": (),
    }


def quotations(article: Article, speakers: int) -> Iterator[Quotation]:
    """What stands between marks; one speaker speaks in each article, and in some ten articles in all."""
    for m in QUOTED.finditer(article.text):
        at = 1 if m[1] else 2
        yield Quotation(
            quotation_id=make_id("q", article.article_id, m.start()),
            article_id=article.article_id,
            start=m.start(at),
            end=m.end(at),
            text=m[at],
            kind="direct",
            speaker_id=f"e{number(article.text[:40], 1) % speakers}",
        )


def stages(data: Tables) -> Iterator[tuple[str, Callable[[], Any]]]:
    """The stages in order; each leaves its tables in ``data``."""
    for find in (find_derivations, find_families, find_stories, link_utterances):
        reads = [name for name in find.__annotations__ if name in data and name != "return"]
        yield find.__name__, lambda find=find, reads=reads: data.update(find(**{k: data[k] for k in reads}))
    texts = {a.article_id: a.text for a in data["articles"]}
    yield "datasketch", lambda: datasketch_pairs(texts)
    yield "rensa", lambda: rensa_pairs(texts)


def seconds(call: Callable[[], Any]) -> float | None:
    """CPU seconds of a call; None where a peer is not installed."""
    start = time.process_time()
    try:
        call()
    except ImportError:
        return None
    return time.process_time() - start


def main() -> None:
    """One line for each stage."""
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    taken: dict[str, list[float | None]] = {}
    for size in sizes:
        data = tables(size)
        for name, call in stages(data):
            taken.setdefault(name, []).append(seconds(call))
            print(f"{size:7} {name:18} {taken[name][-1] or 0.0:8.1f}s", file=sys.stderr, flush=True)
    print(f"{'':18}" + "".join(f"{size:>10,}" for size in sizes) + "  exponent")
    for name, row in taken.items():
        found = [s for s in row if s is not None]
        if len(found) < len(sizes):
            print(f"{name:18} not installed, passed over")
            continue
        slope = np.polyfit(np.log(sizes), np.log(np.maximum(found, 1e-3)), 1)[0] if len(sizes) > 1 else 0.0
        print(f"{name:18}" + "".join(f"{s:9.1f}s" for s in found) + f"{slope:10.2f}")


if __name__ == "__main__":
    main()
