"""Everybody and every body that the articles mention, with roles and spellings."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from newsledger.records import (
    Entity,
    EntityRole,
)
from newsledger.report.tables import Evidence, Index, place
from newsledger.report.wording import days, one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What an entity is called: in words, on the days of which articles, and where first."""

    words: str  # "mayor of Orle", "formerly mayor of Orle"
    when: str  # of the articles that say so
    n_articles: int
    place: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An entity with every spelling of its name, the commonest first, and where each first stands."""

    entity: Entity
    spellings: tuple[tuple[str, int, Evidence], ...]
    others: tuple[tuple[str, int, Evidence], ...]  # nominal mentions: "the minister"
    roles: tuple[Role, ...]
    n_mentions: int
    n_articles: int


def people(index: Index) -> tuple[Person, ...]:
    """Every entity that the articles mention, the most often mentioned first."""
    mentions = index.grouped("mentions", lambda m: m.entity_id)
    told = index.grouped("entity_roles", lambda r: r.entity_id)
    rows = []
    for entity in index.rows("entities"):
        own = mentions.get(entity.entity_id, [])
        if not own:
            continue
        rows.append(
            Person(
                entity=entity,
                spellings=spellings([m for m in own if m.form == "name"]),
                others=spellings([m for m in own if m.form == "nominal"]),
                roles=roles(told.get(entity.entity_id, [])),
                n_mentions=len(own),
                n_articles=len({m.article_id for m in own}),
            )
        )
    return tuple(sorted(rows, key=lambda p: (-p.n_articles, -p.n_mentions, p.entity.name)))


def roles(told: list[EntityRole]) -> tuple[Role, ...]:
    """What it is called now, then what it was; the oftenest first."""
    ordered = sorted(told, key=lambda r: (r.former, -r.n_articles, r.since or dt.date.max, r.role))
    return tuple(
        Role(
            words=f"formerly {r.role}" if r.former else r.role,
            when=days(r.since, r.until),
            n_articles=r.n_articles,
            place=place(r),
        )
        for r in ordered
    )


def spellings(mentions: list[Evidence]) -> tuple[tuple[str, int, Evidence], ...]:
    """(words, how often, first place), the commonest first."""
    often = Counter(one_line(m.text) for m in mentions)
    first = {one_line(m.text): place(m) for m in reversed(mentions)}
    return tuple((words, n, first[words]) for words, n in sorted(often.items(), key=lambda p: (-p[1], p[0])))
