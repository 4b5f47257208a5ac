"""What became of a plan that an entry of the timeline tells, in words."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Iterator

from newsledger.records import Event, EventMention, TimelineEntry
from newsledger.report.tables import Index
from newsledger.report.wording import days

OUTCOMES = {
    "overdue": "no article of the pile says whether it took place",
    "cancelled": "called off later",
    "postponed": "put off later",
    "reported": "reported later",
}


def outcome(index: Index, entry: TimelineEntry) -> str:
    """ "no article of the pile says whether it took place"; nothing where that is open or no plan is told."""
    if entry.status != "planned":
        return ""
    return next((words for e in _events(index, entry) if (words := _told(e, entry))), "")


def of_event(event: Event) -> str:
    """The outcome of a planned event on its own."""
    return OUTCOMES.get(event.outcome, "") if event.status in ("planned", "denied") else ""


def _told(event: Event, entry: TimelineEntry) -> str:
    known = event.earliest and event.latest and entry.earliest and entry.latest
    if event.outcome and known and not _meet(event, entry):
        return f"put off to {days(event.earliest, event.latest)}"
    return OUTCOMES.get(event.outcome, "")


def _meet(event: Event, entry: TimelineEntry) -> bool:
    if not (event.earliest and event.latest and entry.earliest and entry.latest):
        return True
    return event.earliest <= entry.latest and entry.earliest <= event.latest


def _events(index: Index, entry: TimelineEntry) -> Iterator[Event]:
    """The planned events that are told in the words behind an entry, in order."""
    for place in index.entry_places.get(entry.entry_id, ()):
        starts, mentions = _planned(index).get(place.article_id, ([], []))
        first, last = bisect.bisect_left(starts, place.start), bisect.bisect_left(starts, place.end)
        yield from (_by_id(index)[m.event_id] for m in mentions[first:last])


@functools.lru_cache(maxsize=1)
def _by_id(index: Index) -> dict[str, Event]:
    return {e.event_id: e for e in index.rows("events")}


@functools.lru_cache(maxsize=1)
def _planned(index: Index) -> dict[str, tuple[list[int], list[EventMention]]]:
    """The mentions of plans by article, with their starts."""
    found = index.grouped("event_mentions", lambda m: m.article_id)
    out = {}
    for article_id, rows in found.items():
        plans = sorted((m for m in rows if m.status == "planned"), key=lambda m: (m.start, m.event_id))
        out[article_id] = ([m.start for m in plans], plans)
    return out
