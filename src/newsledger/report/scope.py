"""One story's share of the tables, for a pile that holds several."""

from __future__ import annotations

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
    return tuple(Scope(s, s.title or s.story_id, of_story(tables, s.story_id)) for s in stories)


def pile_title(tables: Tables) -> str:
    """The first headline there is, or the number of articles."""
    titles = [a.title for a in tables.get("articles", ()) if a.title]
    return titles[0] if titles else counted(len(tables.get("articles", ())), "article").capitalize()


def of_story(tables: Tables, story_id: str) -> Tables:
    """The tables less what lies outside the story. Issues stay with the pile; entities keep speakers."""
    inside = {a.article_id for a in tables.get("articles", ()) if a.story_id == story_id}
    own: dict[str, tuple[Any, ...]] = {
        name: tuple(r for r in rows if r.article_id in inside)
        for name, rows in tables.items()
        if rows and hasattr(rows[0], "article_id")
    }
    for name, (table, key, columns) in BY_ENTRY.items():
        known = {getattr(r, key) for r in own.get(table, ())}
        own[name] = tuple(r for r in tables.get(name, ()) if all(getattr(r, c) in known for c in columns))
    own["entities"] = tuple(tables.get("entities", ()))
    own["stories"] = tuple(s for s in tables.get("stories", ()) if s.story_id == story_id)
    own["families"] = tuple(tables.get("families", ()))
    return own
