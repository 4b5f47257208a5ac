"""Which entries a timeline shows, in which order, and what hangs on each."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from newsledger.errors import UnknownIdError
from newsledger.records import Dispute, Figure, Story, TimelineEntry
from newsledger.report.scope import pile_title
from newsledger.report.tables import Evidence, Tables, place
from newsledger.report.timeline_formats.reader import for_all, for_reader
from newsledger.report.timeline_formats.spans import Spans

Choice = Callable[[Sequence[TimelineEntry], int], list[TimelineEntry]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An entry with its places, and the figures and disputes that stand in the same words."""

    entry: TimelineEntry
    evidence: tuple[Evidence, ...]
    figures: tuple[Figure, ...]
    disputes: tuple[Dispute, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One story's timeline; without a story, that of the pile. ``stamp`` is the day of its last report."""

    story: Story | None
    title: str
    stamp: dt.date | None
    told: tuple[Told, ...]
    left_out: int = 0  # entries of the ledger that the mode does not show


def for_benchmark(entries: Sequence[TimelineEntry], n_articles: int) -> list[TimelineEntry]:
    """Every entry, the most salient first."""
    return sorted(entries, key=lambda e: (-e.salience, str(e.earliest), str(e.latest), e.entry_id))


MODES: dict[str, Choice] = {"reader": for_reader, "all": for_all, "benchmark": for_benchmark}


def chapters(
    tables: Tables, choose: Choice, *, story: str | None = None, since: dt.date | None = None
) -> tuple[Chapter, ...]:
    """A chapter for each story for readers; one for the whole pile where every entry is asked for."""
    stories = sorted(tables.get("stories", ()), key=lambda s: (-s.n_articles, s.story_id))
    if story is not None:
        stories = [s for s in stories if s.story_id == story]
        if not stories:
            raise UnknownIdError(f"{story}: no story has this id", "See the table stories.")
    entries = [e for e in tables.get("timeline", ()) if since is None or (e.latest and e.latest >= since)]
    hang = hanging(tables)
    if story is None and choose is for_benchmark:
        return (chapter(tables, None, choose(entries, 0), len(entries), hang),)
    own: dict[str | None, list[TimelineEntry]] = defaultdict(list)
    for entry in entries:
        own[entry.story_id].append(entry)
    parts = [
        chapter(tables, s, choose(own[s.story_id], s.n_articles), len(own[s.story_id]), hang) for s in stories
    ]
    if story is None and own[None]:
        alone = sum(a.story_id is None for a in tables.get("articles", ()))
        parts.append(chapter(tables, None, choose(own[None], alone), len(own[None]), hang))
    return tuple(p for p in parts if p.told or p.left_out or story is not None)


def chapter(
    tables: Tables,
    story: Story | None,
    entries: list[TimelineEntry],
    n_entries: int,
    hang: Callable[[TimelineEntry], Told],
) -> Chapter:
    days = [a.published for a in tables.get("articles", ()) if a.published]
    in_order = tuple(sorted(tables.get("articles", ()), key=lambda a: (str(a.published), a.source)))
    return Chapter(
        story=story,
        title=(story.title if story else "") or pile_title({"articles": in_order}),
        stamp=story.last_published if story else max(days, default=None),
        told=tuple(hang(entry) for entry in entries),
        left_out=n_entries - len(entries),
    )


def hanging(tables: Tables) -> Callable[[TimelineEntry], Told]:
    """Joins an entry with its evidence, and with the figures and disputes that stand in it."""
    places: dict[str, list[Evidence]] = defaultdict(list)
    for row in tables.get("timeline_evidence", ()):
        places[row.entry_id].append(place(row))
    figures, sides = Spans(tables.get("figures", ())), Spans(tables.get("dispute_sides", ()))
    disputes = {d.dispute_id: d for d in tables.get("disputes", ())}

    def told(entry: TimelineEntry) -> Told:
        evidence = tuple(sorted(set(places.get(entry.entry_id, ()))))
        at_issue = {s.dispute_id for where in evidence for s in sides.overlapping(where)}
        return Told(
            entry=entry,
            evidence=evidence,
            figures=tuple(f for where in evidence for f in figures.overlapping(where)),
            disputes=tuple(disputes[i] for i in sorted(at_issue & set(disputes))),
        )

    return told
