"""Plans whose day has passed without a report."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from newsledger.link.events.occurrences import Occurrence
from newsledger.link.events.standing import DONE
from newsledger.records import Event

SLACK = dt.timedelta(days=1)  # a report may be a day off
LATER = dt.timedelta(days=14)  # after a plan's day within which an undated report may be of it

Told = tuple[Event, Sequence[Occurrence]]
Days = tuple[dt.date, dt.date]


def with_overdue(told: Sequence[Told], until: dt.date | None) -> Iterator[Event]:
    """The events, those marked whose plan was for a day before ``until`` and that nothing in the pile may report.

    What happened to one of the parties on that day, and is of the same type, may be the report: then the plan stays
    open, for a wrong mark harms more than a missing one.
    """
    reported = _reported(told)
    for event, mentions in told:
        if event.status != "planned" or until is None or event.latest is None or event.latest >= until:
            yield event
            continue
        days = (event.earliest or event.latest) - SLACK, event.latest + SLACK
        found = [span for key in _keys(event, mentions) for span in reported[key]]
        if any(first <= days[1] and days[0] <= last for first, last in found):
            note = (
                f"its day, {event.latest}, has passed; an event of the same kind about then may be its report"
            )
            yield replace(event, reason=f"{event.reason}; {note}")
        else:
            note = f"its day, {event.latest}, has passed and no article up to {until} reports it"
            yield replace(event, outcome="overdue", reason=f"{event.reason}; {note}")


def _reported(told: Iterable[Told]) -> dict[tuple[str, str], list[Days]]:
    """When what was reported took place, by type and party; without a date of its own, before it was told."""
    out: dict[tuple[str, str], list[Days]] = defaultdict(list)
    for event, mentions in told:
        published = mentions[0].article.published
        if event.status not in DONE:
            continue
        first, last = event.earliest, event.latest
        if (first is None or last is None) and published is not None:
            first, last = published - LATER, published
        if first is not None and last is not None:
            for key in _keys(event, mentions):
                out[key].append((first, last))
    return out


def _keys(event: Event, mentions: Sequence[Occurrence]) -> list[tuple[str, str]]:
    kinds = {event.type, *(o.core for o in mentions)}
    parties = {p for p in (event.actor_id, event.recipient_id) if p}
    return [(kind, party) for kind in sorted(kinds) for party in sorted(parties)]
