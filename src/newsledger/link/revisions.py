"""What a later version of an article changed, and the likely order of a scrambled text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from newsledger.link.copies.order import ENOUGH, MOST, cohesion, looks_scrambled, rebuild_order, refers_back
from newsledger.link.copies.versions import difference
from newsledger.records import Alignment, Article, Derivation, Passage, Revision, Sentence, SentencePlace

CLEARLY = 1.2  # times that one text must cohere better than another for it to be the one in order
IN_ORDER = "the sentences stand in another order there"
GUESSED = "a guess: it begins with a reference back, and neighbouring sentences have little in common"


@dataclass(frozen=True, slots=True)
class Pile:
    """The articles with what the comparison of two needs."""

    articles: Mapping[str, Article]
    sentences: Mapping[str, tuple[Sentence, ...]]
    passages: Mapping[str, tuple[Passage, ...]]
    alignments: Mapping[tuple[str, str], tuple[Alignment, ...]]

    def texts(self, article_id: str) -> list[str]:
        """The sentences of an article, as words."""
        return [s.text for s in self.sentences.get(article_id, ())]


def find_revisions(
    *,
    articles: tuple[Article, ...],
    sentences: tuple[Sentence, ...],
    passages: tuple[Passage, ...],
    derivations: tuple[Derivation, ...],
    alignments: tuple[Alignment, ...],
) -> Mapping[str, tuple[Any, ...]]:
    """The differences of versions, and the likely order of each text that has lost it."""
    pile = Pile(
        {a.article_id: a for a in articles},
        {k: tuple(sorted(v, key=lambda s: s.start)) for k, v in grouped(sentences, "article_id").items()},
        {k: tuple(v) for k, v in grouped(passages, "article_id").items()},
        {k: tuple(v) for k, v in grouped(alignments, "article_a", "article_b").items()},
    )
    revisions = [r for d in derivations if d.is_update for r in revised(pile, d)]
    places = [
        p for article_id, sibling in scrambled(pile, derivations) for p in ordered(pile, article_id, sibling)
    ]
    return {"revisions": tuple(revisions), "sentence_order": tuple(places)}


def grouped(rows: Sequence[Any], *columns: str) -> dict[Any, list[Any]]:
    """The rows by the value of a column, or of several."""
    found: dict[Any, list[Any]] = defaultdict(list)
    for row in rows:
        key = tuple(getattr(row, c) for c in columns)
        found[key if len(columns) > 1 else key[0]].append(row)
    return found


def revised(pile: Pile, d: Derivation) -> Iterator[Revision]:
    """What the later of two versions changed; nothing where it is not known which that is."""
    later = later_version(pile, d)
    if later is None:
        return
    earlier = d.article_a if later == d.article_b else d.article_b
    pair = pile.alignments.get((d.article_a, d.article_b), ())
    for change in difference(pile.sentences.get(earlier, ()), pile.sentences.get(later, ()), pair):
        yield Revision(
            earlier=earlier,
            later=later,
            kind=change.kind,
            sentence_before=change.before.sentence_id if change.before else None,
            sentence_after=change.after.sentence_id if change.after else None,
        )


def later_version(pile: Pile, d: Derivation) -> str | None:
    """The id of the later of two versions: the likely original's copy, else by the dates."""
    if d.likely_original:
        return d.article_b if d.likely_original == d.article_a else d.article_a
    a, b = pile.articles[d.article_a], pile.articles[d.article_b]
    days = a.updated or a.published, b.updated or b.published
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return None
    return a.article_id if days[0] > days[1] else b.article_id


def scrambled(pile: Pile, derivations: Sequence[Derivation]) -> Iterator[tuple[str, str | None]]:
    """The texts that have lost their order, by id, each with the sibling that has most of it, or None."""
    siblings: dict[str, list[str]] = defaultdict(list)
    for d in derivations:
        if d.kind == "reordered" and (out := out_of_order(pile, d)):
            siblings[out].append(d.article_b if out == d.article_a else d.article_a)
    for article_id in sorted(pile.articles):
        held = [(known(counterparts(pile, article_id, s)), s) for s in sorted(siblings.get(article_id, ()))]
        most, sibling = max(held, key=lambda h: h[0], default=(0, ""))
        if most and most >= ENOUGH * len(pile.sentences[article_id]):
            yield article_id, sibling
        elif looks_scrambled(pile.texts(article_id)):
            yield article_id, None


def known(places: Sequence[int | None]) -> int:
    """How many sentences have a counterpart."""
    return sum(p is not None for p in places)


def out_of_order(pile: Pile, d: Derivation) -> str | None:
    """Which of two texts with the same sentences is the scrambled one; None where neither coheres better."""
    if d.likely_original:
        return d.article_b if d.likely_original == d.article_a else d.article_a
    texts = {i: pile.texts(i) for i in (d.article_a, d.article_b)}
    first = [i for i, t in texts.items() if t and refers_back(t[0])]
    if len(first) == 1:
        return first[0]
    if max(map(len, texts.values())) > MOST:
        return None
    (low, worse), (high, _) = sorted((cohesion(t), i) for i, t in texts.items())
    return worse if high >= CLEARLY * low else None


def ordered(pile: Pile, article_id: str, sibling: str | None) -> Iterator[SentencePlace]:
    """The sentences of a scrambled text, each with its likely place."""
    own = pile.sentences[article_id]
    found = rebuild_order(own, counterparts(pile, article_id, sibling) if sibling else ())
    for place, s in enumerate(found.sentences, start=1):
        yield SentencePlace(
            article_id=article_id,
            place=place,
            sentence_id=s.sentence_id,
            basis=found.basis,
            sibling=sibling,
            reason=f"as in {sibling}: {IN_ORDER}" if sibling else GUESSED,
        )


def counterparts(pile: Pile, article_id: str, sibling: str) -> list[int | None]:
    """Where in the sibling each sentence of an article has its closest counterpart."""
    there = {s.sentence_id: n for n, s in enumerate(pile.sentences.get(sibling, ()))}
    pairs = (*pile.alignments.get((article_id, sibling), ()), *pile.alignments.get((sibling, article_id), ()))
    found: dict[str, int] = {}
    for m in sorted(pairs, key=lambda m: m.similarity):
        for x, y in ((m.sentence_a, m.sentence_b), (m.sentence_b, m.sentence_a)):
            if y in there:
                found[x] = there[y]
    return [found.get(s.sentence_id) for s in pile.sentences[article_id]]
