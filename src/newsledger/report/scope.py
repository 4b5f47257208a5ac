"""One story's share of the tables, for a pile that holds several."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from newsledger.records import Story
from newsledger.report.tables import Tables
from newsledger.report.wording import counted

# Tables whose rows belong to the story of their article, and those that hang on a row of another table.
BY_ENTRY = {
    "quotation_variants": ("quotations", "quotation_id", ("quotation_a", "quotation_b")),
    "derivations": ("articles", "article_id", ("article_a", "article_b")),
    "alignments": ("articles", "article_id", ("article_a", "article_b")),
    "revisions": ("articles", "article_id", ("earlier", "later")),
    "claims": ("claim_evidence", "claim_id", ("claim_id",)),
    "disputes": ("dispute_sides", "dispute_id", ("dispute_id",)),
    "timeline": ("timeline_evidence", "entry_id", ("entry_id",)),
    "events": ("event_mentions", "event_id", ("event_id",)),
}


@dataclass(frozen=True, slots=True)
class Scope:
    """A story with the rows that its articles carry."""

    story: Story | None
    title: str
    tables: Tables


def scopes(tables: Tables) -> tuple[Scope, ...]:
    """One scope for each story, the largest first; the whole pile where it holds one story or none."""
    stories = sorted(tables.get("stories", ()), key=lambda s: (-s.n_articles, s.story_id))
    if len(stories) < 2:
        title = stories[0].title if stories else pile_title(tables)
        return (Scope(stories[0] if stories else None, title or pile_title(tables), tables),)
    own = by_story(tables)
    return tuple(Scope(s, s.title or s.story_id, own.get(s.story_id, {})) for s in stories)


def pile_title(tables: Tables) -> str:
    """The first headline there is, or the number of articles."""
    titles = [a.title for a in tables.get("articles", ()) if a.title]
    return titles[0] if titles else counted(len(tables.get("articles", ())), "article").capitalize()


def by_story(tables: Tables) -> dict[str, Tables]:
    """The tables of each story, in one pass. Issues stay with the pile; entities and families are shared."""
    story_of = {a.article_id: a.story_id for a in tables.get("articles", ()) if a.story_id}
    found: dict[str, dict[str, list[Any]]] = {story_id: defaultdict(list) for story_id in story_of.values()}
    for name, rows in tables.items():
        if rows and hasattr(rows[0], "article_id"):
            for row in rows:
                if row.article_id in story_of:
                    found[story_of[row.article_id]][name].append(row)
    for name, (table, key, columns) in BY_ENTRY.items():
        stories: dict[str, set[str]] = defaultdict(set)
        for story_id, own in found.items():
            for row in own[table]:
                stories[getattr(row, key)].add(story_id)
        for row in tables.get(name, ()):
            inside = set.intersection(*(stories.get(getattr(row, c), set()) for c in columns))
            for story_id in inside:
                found[story_id][name].append(row)
    for story in tables.get("stories", ()):
        if story.story_id in found:
            found[story.story_id]["stories"].append(story)
    shared = {name: tables.get(name, ()) for name in ("entities", "families")}
    return {i: {**{name: tuple(rows) for name, rows in own.items()}, **shared} for i, own in found.items()}
