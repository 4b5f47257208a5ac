"""Stories: which articles follow one unfolding matter.

Copies do not pull: one article stands for each family, and the others follow it.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from newsledger.link.stories.cluster import online, repair
from newsledger.link.stories.neighbours import Interval, blend, find_neighbours
from newsledger.link.stories.vectors import Text, Vector, vectorise
from newsledger.records import Article, Entity, Family, Mention, Sentence, Story, make_id

__all__ = ["find_stories"]


def find_stories(
    *,
    articles: tuple[Article, ...],
    families: tuple[Family, ...],
    entities: tuple[Entity, ...],
    mentions: tuple[Mention, ...],
    sentences: tuple[Sentence, ...],
    repaired: bool = True,
) -> Mapping[str, tuple[Any, ...]]:
    """The stories of a pile, and each article's; ``repaired=False`` leaves them as the articles came in."""
    members = by_family(articles)
    everyone = sorted(articles, key=lambda a: a.article_id)
    vector = dict(
        zip(
            (a.article_id for a in everyone),
            vectorise(texts(everyone, sentences, entities, mentions)),
            strict=True,
        )
    )
    heads = sorted((middle(family, vector) for family in members.values()), key=lambda a: a.article_id)
    vectors = [vector[a.article_id] for a in heads]
    groups = group(vectors, [day(a) for a in heads], repaired)
    first = {s.article_id: s for s in sorted(sentences, key=lambda s: (s.article_id, -s.start))}
    stories: list[Story] = []
    story_of: dict[str, str] = {}
    for numbers in groups:
        chosen = [a for n in numbers for a in members[household(heads[n])]]
        story = tell(chosen, central(numbers, vectors, heads), first)
        stories.append(story)
        story_of.update((a.article_id, story.story_id) for a in chosen)
    return {
        "stories": tuple(sorted(stories, key=lambda s: s.story_id)),
        "articles": tuple(replace(a, story_id=story_of[a.article_id]) for a in articles),
    }


def group(vectors: Sequence[Vector], dates: Sequence[Interval], repaired: bool) -> list[list[int]]:
    """Groups of positions: as the articles came in, or as the repair leaves them."""
    neighbours = find_neighbours(vectors, dates)
    if not repaired:
        order = sorted(range(len(vectors)), key=lambda n: ((dates[n] or (dt.date.max,))[0], n))
        return online(vectors, dates, order, neighbours)
    return repair(blend(vectors, neighbours), dates, neighbours)


def household(article: Article) -> str:
    """The family of an article; one without a family stands for itself."""
    return article.family_id or article.article_id


def by_family(articles: Sequence[Article]) -> dict[str, list[Article]]:
    """The articles of each family."""
    found: dict[str, list[Article]] = defaultdict(list)
    for article in sorted(articles, key=lambda a: a.article_id):
        found[household(article)].append(article)
    return found


def age(article: Article) -> tuple[dt.date, str]:
    """The order of publication; what has no date comes last."""
    return article.published or dt.date.max, article.article_id


def middle(family: Sequence[Article], vector: Mapping[str, Vector]) -> Article:
    """The article that stands for a family: the one most like the others."""
    if len(family) == 1:
        return family[0]
    likeness = closeness([vector[a.article_id] for a in family])
    return min(zip(likeness, map(age, family), family, strict=True), key=lambda found: found[:2])[2]


def closeness(vectors: Sequence[Vector]) -> list[float]:
    """How far each vector is from the sum of all: the smaller, the more like the others."""
    weights = np.concatenate([weights for _, weights in vectors])
    _, place = np.unique(np.concatenate([terms for terms, _ in vectors]), return_inverse=True)
    products = np.bincount(place, weights)[place] * weights
    starts = np.cumsum([0, *(len(terms) for terms, _ in vectors[:-1])])
    return list(np.round(-np.add.reduceat(products, starts), 9).tolist())


def day(article: Article) -> Interval:
    """The day of publication as a span of time."""
    return (article.published, article.published) if article.published else None


def texts(
    heads: Sequence[Article],
    sentences: Sequence[Sentence],
    entities: Sequence[Entity],
    mentions: Sequence[Mention],
) -> list[Text]:
    """Headline, prose and named people, places and bodies of each article."""
    named = {e.entity_id for e in entities if e.kind in ("PERSON", "ORG", "GPE", "LOC", "EVENT")}
    names: dict[str, list[str]] = defaultdict(list)
    for m in mentions:
        if m.form == "name" and m.entity_id in named:
            names[m.article_id].append(m.entity_id)
    prose: dict[str, list[str]] = defaultdict(list)
    for s in sorted(sentences, key=lambda s: (s.article_id, s.start)):
        prose[s.article_id].append(s.text)
    return [
        Text(a.title or "", "\n".join(prose[a.article_id]) or a.text, tuple(sorted(names[a.article_id])))
        for a in heads
    ]


def central(numbers: Sequence[int], vectors: Sequence[Vector], heads: Sequence[Article]) -> list[Article]:
    """The articles of a group, the most central first; those with a headline before those without."""
    likeness = dict(zip(numbers, closeness([vectors[n] for n in numbers]), strict=True))
    ranked = sorted(numbers, key=lambda n: (not heads[n].title, likeness[n], age(heads[n])))
    return [heads[n] for n in ranked]


def tell(articles: Sequence[Article], ranked: Sequence[Article], first: Mapping[str, Sentence]) -> Story:
    """The row of a story. Its id is that of its earliest article, so that it lasts while the story grows."""
    head = ranked[0]
    opening = first.get(head.article_id)
    dates = [a.published for a in articles if a.published]
    return Story(
        story_id=make_id("st", min(articles, key=age).article_id),
        title=head.title or (opening.text if opening else head.text.strip().split("\n")[0]),
        first_published=min(dates, default=None),
        last_published=max(dates, default=None),
        n_articles=len(articles),
        n_families=len({household(a) for a in articles}),
    )
