"""Stories: which articles follow one unfolding matter.

Copies do not pull: a family counts once, as the mean of its articles.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from newsledger.annotate.annotation import Annotation
from newsledger.annotate.fingerprint import Tally, take_tally
from newsledger.link.stories.online import online
from newsledger.link.stories.repair import repair
from newsledger.link.stories.vectors import Floats, Ints, count, likeness, shared, sums, unit, vectorise
from newsledger.records import Article, Sentence, Story, make_id

__all__ = ["find_stories"]


def find_stories(
    *,
    articles: tuple[Article, ...],
    sentences: tuple[Sentence, ...],
    annotations: tuple[Annotation, ...] = (),
    repaired: bool = True,
) -> Mapping[str, tuple[Any, ...]]:
    """The stories of a pile, and each article's; ``repaired=False`` leaves them as the articles came in."""
    pile = sorted(articles, key=lambda a: a.article_id)
    family = numbered([household(a) for a in pile])
    counts = count(bodies(pile, sentences, annotations), [take_tally(a.title or "") for a in pile])
    vectors = vectorise(counts, family)
    families = unit(sums(vectors, family))
    days = np.array([day(a) for a in pile])
    if repaired:
        groups = repair(shared(families), first_days(days, family))
    else:
        groups = online(counts, family, days, arrival(pile))
    story = places(groups)
    central = list(zip(likeness(families, story)[family], likeness(vectors, family), strict=True))
    opening = first_sentences(sentences)
    stories: list[Story] = []
    story_of: dict[str, str] = {}
    for members in by_story(story[family], len(groups)):
        chosen = [pile[n] for n in members]
        stories.append(tell(chosen, pile[speaker(members, pile, central)], opening))
        story_of.update((a.article_id, stories[-1].story_id) for a in chosen)
    return {
        "stories": tuple(sorted(stories, key=lambda s: s.story_id)),
        "articles": tuple(replace(a, story_id=story_of[a.article_id]) for a in articles),
    }


def bodies(
    pile: Sequence[Article], sentences: Sequence[Sentence], annotations: Sequence[Annotation]
) -> list[Tally]:
    """The stems of each article's prose: those that its annotation holds, or taken now."""
    kept = {a.article_id: a.tally for a in annotations if a.tally}
    prose: dict[str, list[Sentence]] = defaultdict(list)
    for s in sentences:
        if s.article_id not in kept:
            prose[s.article_id].append(s)
    for a in pile:
        if a.article_id not in kept:
            found = sorted(prose[a.article_id], key=lambda s: s.start)
            kept[a.article_id] = take_tally("\n".join(s.text for s in found) or a.text)
    return [kept[a.article_id] for a in pile]


def household(article: Article) -> str:
    """The family of an article; one without a family stands for itself."""
    return article.family_id or article.article_id


def numbered(names: Sequence[str]) -> Ints:
    """A number for each name, in the order in which they first come."""
    number: dict[str, int] = {}
    return np.array([number.setdefault(name, len(number)) for name in names], dtype=np.int64)


def day(article: Article) -> float:
    """The number of the day of publication; NaN where it is unknown."""
    return float(article.published.toordinal()) if article.published else np.nan


def first_days(days: Floats, family: Ints) -> Floats:
    """The day on which each family came out first."""
    found = np.full(int(family.max(initial=-1)) + 1, np.nan)
    np.fmin.at(found, family, days)
    return found


def age(article: Article) -> tuple[dt.date, str]:
    """The order of publication; what has no date comes last."""
    return article.published or dt.date.max, article.article_id


def arrival(pile: Sequence[Article]) -> list[int]:
    """The places of the articles in the order of publication."""
    return sorted(range(len(pile)), key=lambda n: age(pile[n]))


def places(groups: Sequence[Sequence[int]]) -> Ints:
    """For each member of the groups the number of its group."""
    found = np.zeros(sum(map(len, groups)), dtype=np.int64)
    for k, members in enumerate(groups):
        found[members] = k
    return found


def by_story(story: Ints, size: int) -> list[list[int]]:
    """The places of the articles of each story."""
    found: list[list[int]] = [[] for _ in range(size)]
    for n, k in enumerate(story.tolist()):
        found[k].append(n)
    return found


def speaker(members: Sequence[int], pile: Sequence[Article], central: Sequence[tuple[float, float]]) -> int:
    """The article whose headline a story bears: the most central of the most central family, if it has a headline."""
    return min(members, key=lambda n: (not pile[n].title, -central[n][0], -central[n][1], age(pile[n])))


def first_sentences(sentences: Sequence[Sentence]) -> dict[str, Sentence]:
    """The first sentence of each article."""
    found: dict[str, Sentence] = {}
    for s in sentences:
        if s.article_id not in found or s.start < found[s.article_id].start:
            found[s.article_id] = s
    return found


def tell(articles: Sequence[Article], head: Article, opening: Mapping[str, Sentence]) -> Story:
    """The row of a story. Its id is that of its earliest article, so that it lasts while the story grows."""
    first = opening.get(head.article_id)
    dates = [a.published for a in articles if a.published]
    return Story(
        story_id=make_id("st", min(articles, key=age).article_id),
        title=head.title or (first.text if first else head.text.strip().split("\n")[0]),
        first_published=min(dates, default=None),
        last_published=max(dates, default=None),
        n_articles=len(articles),
        n_families=len({household(a) for a in articles}),
    )
