"""Which articles hang together: the parts of a pile that the later stages take one by one.

What is told in one story bears on its own rows alone, so a story in which nothing changed need not be linked
again. Stories in which one utterance stands are one affair: its claim counts the articles of both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from newsledger.link.copies.components import components
from newsledger.records import Article, Quotation


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The part that an article belongs to, named by the first of its articles' ids."""

    article_id: str
    part: str


def find_affairs(
    *, articles: tuple[Article, ...], quotations: tuple[Quotation, ...]
) -> dict[str, tuple[Part, ...]]:
    """The affair of each article: its story, with those that share an utterance with it."""
    story_of = {a.article_id: a.story_id or a.article_id for a in articles}
    places: dict[str, set[str]] = defaultdict(set)
    for q in quotations:
        if q.utterance_id:
            places[q.utterance_id].add(story_of[q.article_id])
    edges = []
    for utterance in sorted(places):
        first, *others = sorted(places[utterance])
        edges += [(first, other) for other in others]
    groups = components(sorted(set(story_of.values())), edges)
    affair_of = {story: number for number, group in enumerate(groups) for story in group}
    return {"affairs": parts_of(articles, {i: affair_of[story] for i, story in story_of.items()})}


def parts_of(articles: Iterable[Article], number_of: dict[str, int]) -> tuple[Part, ...]:
    """Rows for a numbering of articles; a part is named by the first of its articles' ids."""
    first: dict[int, str] = {}
    for article_id in sorted(a.article_id for a in articles):
        first.setdefault(number_of[article_id], article_id)
    return tuple(Part(article_id=i, part=first[number_of[i]]) for i in sorted(number_of))
