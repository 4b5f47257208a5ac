"""Where the pile takes place: the places of a ledger with what is told of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newsledger.records import Event, Place
from newsledger.report.tables import Evidence, Index, place


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A point with the events there, where each first stands, and where the place is named."""

    place: Place
    latitude: float
    longitude: float
    events: tuple[tuple[Event, tuple[Evidence, ...]], ...]
    mentions: tuple[Evidence, ...]  # the first in each article
    n_mentions: int

    @property
    def n_articles(self) -> int:
        return len(self.mentions)


def placed(index: Index) -> dict[str, Place]:
    """The rows of ``places`` that have a point, by entity."""
    return {
        p.entity_id: p for p in index.rows("places") if p.latitude is not None and p.longitude is not None
    }


def spots(index: Index) -> tuple[Spot, ...]:
    """Every placed entity that the articles name, the most widely named first; one point for one place."""
    same: dict[tuple[str, float, float], list[Place]] = {}
    for p in placed(index).values():
        same.setdefault((p.kind, p.latitude or 0.0, p.longitude or 0.0), []).append(p)
    mentions = index.grouped("mentions", lambda m: m.entity_id)
    events = index.grouped("events", lambda e: e.place_id or "")
    told = index.grouped("event_mentions", lambda m: m.event_id)
    found = []
    for (_, latitude, longitude), own in same.items():
        ids = sorted(p.entity_id for p in own)
        named = [place(m) for i in ids for m in mentions.get(i, []) if m.form == "name"]
        happened = [
            (e, tuple(sorted(place(m) for m in told.get(e.event_id, []))))
            for i in ids
            for e in events.get(i, [])
        ]
        if named:
            found.append(
                Spot(
                    place=min(own, key=lambda p: p.entity_id),
                    latitude=latitude,
                    longitude=longitude,
                    events=tuple(sorted(happened, key=lambda h: (str(h[0].earliest), h[0].event_id))),
                    mentions=first_of_each(index, named),
                    n_mentions=len(named),
                )
            )
    return tuple(sorted(found, key=lambda s: (-len(s.events), -s.n_articles, -s.n_mentions, s.place.name)))


def first_of_each(index: Index, places: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The first place in each article, in the order of the articles."""
    first: dict[str, Evidence] = {}
    for where in sorted(places):
        first.setdefault(where.article_id, where)
    return tuple(sorted(first.values(), key=lambda e: index.rank.get(e.article_id, 0)))
