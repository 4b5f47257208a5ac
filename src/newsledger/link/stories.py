"""Stories: articles that follow one unfolding matter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from newsledger.records import Article, Entity, Family, Mention, Story, make_id


def find_stories(
    *,
    articles: tuple[Article, ...],
    families: tuple[Family, ...],
    entities: tuple[Entity, ...],
    mentions: tuple[Mention, ...],
) -> Mapping[str, tuple[Any, ...]]:
    """One story for the whole pile."""
    if not articles:
        return {"stories": (), "articles": articles}
    ordered = sorted(articles, key=lambda a: (a.published is None, a.published, a.article_id))
    story_id = make_id("st", ordered[0].article_id)
    dates = [a.published for a in articles if a.published]
    story = Story(
        story_id=story_id,
        title=next((a.title for a in ordered if a.title), ordered[0].text.strip()[:80]),
        first_published=min(dates, default=None),
        last_published=max(dates, default=None),
        n_articles=len(articles),
        n_families=len({a.family_id for a in articles}),
    )
    return {"stories": (story,), "articles": tuple(replace(a, story_id=story_id) for a in articles)}
