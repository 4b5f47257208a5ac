"""Which entries a timeline shows, in which order, and what hangs on each."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from newsledger.assess.timeline.building import UNDATED
from newsledger.assess.timeline.sifting import is_state
from newsledger.errors import UnknownIdError
from newsledger.records import Dispute, Figure, Story, TimelineEntry
from newsledger.report.scope import pile_title
from newsledger.report.tables import Evidence, Tables, place
from newsledger.report.timeline_formats.spans import Spans

# Entries of a reader's timeline: GROWTH times the root of the number of articles, within bounds.
SHORTEST, LONGEST, GROWTH = 8, 40, 5.0
SHARE = 4  # background has at most this part of a timeline, and plans have as much
SAME_DAY = 0.5  # what each entry already chosen for the same day leaves of an entry's weight
NEIGHBOUR = 0.6  # what a chosen entry on the day before or after leaves of it
NARROW = dt.timedelta(days=31)  # something wider that happened is no news of a day
POOL = 20  # candidates looked at for each place in a timeline

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


def for_reader(entries: Sequence[TimelineEntry], n_articles: int) -> list[TimelineEntry]:
    """A few entries: no sentence twice, days apart before neighbours; background, then reports, then plans."""
    most = max(SHORTEST, min(LONGEST, round(GROWTH * n_articles**0.5)))
    ranked = [
        e
        for e in for_benchmark(entries, n_articles)
        if e.earliest and not too_wide(e) and not is_standing(e) and not is_fragment(e)
    ]
    left = once(sorted(ranked, key=weight, reverse=True))[: most * POOL]
    chosen: list[TimelineEntry] = []
    days: Counter[tuple[int, dt.date | None]] = Counter()
    taken: Counter[int] = Counter()
    while left and len(chosen) < most:
        best = max(left, key=lambda e: weight(e) * freshness(e, days))
        left.remove(best)
        if part(best) != 1 and taken[part(best)] >= most // SHARE:
            continue
        chosen.append(best)
        taken[part(best)] += 1
        days[part(best), best.earliest] += 1
    return sorted(chosen, key=lambda e: (part(e), e.earliest, e.latest, -e.salience, e.entry_id))


def for_benchmark(entries: Sequence[TimelineEntry], n_articles: int) -> list[TimelineEntry]:
    """Every entry, the most salient first."""
    return sorted(entries, key=lambda e: (-e.salience, str(e.earliest), str(e.latest), e.entry_id))


MODES: dict[str, Choice] = {"reader": for_reader, "benchmark": for_benchmark}


def part(entry: TimelineEntry) -> int:
    """Where in a reader's timeline: 0 background, 1 what was reported, 2 planned."""
    return {"historical": 0, "planned": 2}.get(entry.status, 1)


def too_wide(entry: TimelineEntry) -> bool:
    wide = bool(entry.earliest and entry.latest and entry.latest - entry.earliest > NARROW)
    return wide and entry.status != "historical"


def is_standing(entry: TimelineEntry) -> bool:
    """A fact that holds on any day, under the day of a report alone: "Norland is part of a large island"."""
    return entry.n_families == 1 and entry.reason.startswith(UNDATED) and is_state(entry.text)


def is_fragment(entry: TimelineEntry) -> bool:
    """Words cut out of a sentence: they begin in the middle."""
    return entry.text[:1].islower()


def once(entries: Iterable[TimelineEntry]) -> list[TimelineEntry]:
    """A sentence that names several days stands under the first of them alone."""
    first: dict[str, TimelineEntry] = {}
    for entry in entries:
        first.setdefault(" ".join(entry.text.split()), entry)
    return list(first.values())


def weight(entry: TimelineEntry) -> float:
    """For a reader, what independent texts carry comes first; a copy adds nothing."""
    return entry.salience * max(1, entry.n_families)


def freshness(entry: TimelineEntry, days: Counter[tuple[int, dt.date | None]]) -> float:
    """What the entries already chosen for its day and for the days beside it leave of an entry's weight."""
    number = entry.earliest.toordinal() if entry.earliest else 0
    beside = [dt.date.fromordinal(n) for n in (number - 1, number + 1) if 0 < n <= dt.date.max.toordinal()]
    neighbours = any((part(entry), day) in days for day in beside)
    return float(SAME_DAY ** days[part(entry), entry.earliest] * (NEIGHBOUR if neighbours else 1.0))


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
        return (chapter(tables, None, choose(entries, 0), hang),)
    own: dict[str | None, list[TimelineEntry]] = defaultdict(list)
    for entry in entries:
        own[entry.story_id].append(entry)
    parts = [chapter(tables, s, choose(own[s.story_id], s.n_articles), hang) for s in stories]
    if story is None and own[None]:
        alone = sum(a.story_id is None for a in tables.get("articles", ()))
        parts.append(chapter(tables, None, choose(own[None], alone), hang))
    return tuple(p for p in parts if p.told or story is not None)


def chapter(
    tables: Tables, story: Story | None, entries: list[TimelineEntry], hang: Callable[[TimelineEntry], Told]
) -> Chapter:
    days = [a.published for a in tables.get("articles", ()) if a.published]
    in_order = tuple(sorted(tables.get("articles", ()), key=lambda a: (str(a.published), a.source)))
    return Chapter(
        story=story,
        title=(story.title if story else "") or pile_title({"articles": in_order}),
        stamp=story.last_published if story else max(days, default=None),
        told=tuple(hang(entry) for entry in entries),
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
