"""Whether one of two copies is a later version of the other, and what changed between them."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files

from newsledger.records import Alignment, Article, Passage, Sentence

# A line that announces what was added: "UPDATE, 9.40 p.m.: ..."; in capitals, or with a mark behind.
LINE = re.compile(
    r"^[^\w\n]{0,3}(?:(?:UPDATED?|CORRECTION)\b|(?:Updated?|Correction)(?=\s*[:,(–—-]))", re.MULTILINE
)
HOST = re.compile(r"(?:\w+:)?//(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)", re.IGNORECASE)


def later_versions(articles: Iterable[Article], passages: Iterable[Passage]) -> frozenset[str]:
    """The ids of those articles that say of themselves that they are a later version."""
    notes: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        notes[passage.article_id].append(passage)
    return frozenset(a.article_id for a in articles if announces(a, notes[a.article_id]))


def announces(article: Article, notes: Sequence[Passage]) -> bool:
    """Whether an article carries a correction note, or calls itself updated in headline, address, a note or a line."""
    if any(p.kind == "correction" for p in notes):
        return True
    said = [article.title or "", (article.url or "").replace("-", " "), *(p.text for p in notes)]
    return any(announcement().search(words) for words in said) or bool(LINE.search(article.text))


@functools.lru_cache(maxsize=1)
def announcement() -> re.Pattern[str]:
    """Any of the patterns of ``data/copies/update_words.txt``."""
    text = (files("newsledger") / "data/copies/update_words.txt").read_text(encoding="utf-8")
    return re.compile("|".join(x for x in text.splitlines() if x and not x.startswith("#")), re.IGNORECASE)


def home(article: Article) -> str:
    """Where an article was published: its address's host, else its outlet."""
    found = HOST.match(article.url) if article.url else None
    return found[1].lower() if found else (article.outlet or "").casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference between two versions: a sentence added, removed, or changed."""

    kind: str  # added, removed, changed
    before: Sentence | None
    after: Sentence | None


def difference(
    before: Sequence[Sentence], after: Sequence[Sentence], alignments: Sequence[Alignment]
) -> tuple[Change, ...]:
    """What a later version changed, in the order of the later text, what it removed at the end.

    ``alignments`` may hold those of other pairs too; a sentence aligned word for word is no change.
    """
    old = {s.sentence_id: s for s in before}
    new = {s.sentence_id: s for s in after}
    partner: dict[str, Sentence] = {}
    for m in sorted(alignments, key=lambda m: m.similarity):
        for x, y in ((m.sentence_a, m.sentence_b), (m.sentence_b, m.sentence_a)):
            if x in old and y in new:
                partner[y] = old[x]
    same = {plain(s) for s in before}
    changes = [
        Change(
            kind="changed" if s.sentence_id in partner else "added",
            before=partner.get(s.sentence_id),
            after=s,
        )
        for s in after
        if plain(s) not in same
    ]
    kept = {plain(s) for s in after} | {plain(s) for s in partner.values()}
    return (*changes, *(Change(kind="removed", before=s, after=None) for s in before if plain(s) not in kept))


def plain(sentence: Sentence) -> str:
    """The words of a sentence, whatever its marks."""
    return " ".join(re.findall(r"\w+", sentence.text.casefold()))
