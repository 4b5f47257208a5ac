"""What happened where, for a map: events and stories as GeoJSON (RFC 7946), each at the point of its place."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from newsledger.records import Event, EventMention, Place
from newsledger.report.json import as_plain
from newsledger.report.spots import placed
from newsledger.report.tables import Index, Tables
from newsledger.report.tables import place as place_of


def render(tables: Tables) -> str:
    """One FeatureCollection; what has no place is not in it. Dates ISO, longitude before latitude."""
    index = Index(tables)
    places = placed(index)
    features = [*events(index, places), *stories(index, places)]
    lines = ",\n".join(json.dumps(f, default=as_plain, ensure_ascii=False) for f in features)
    return f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n'


def feature(kind: str, row_id: str, place: Place, properties: dict[str, Any]) -> dict[str, Any]:
    about = {
        "kind": kind,
        "place": place.name,
        "country": place.country,
        "precision": place.kind,
        "place_reason": place.reason,
    }
    return {
        "type": "Feature",
        "id": row_id,
        "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]},
        "properties": {**about, **properties},
    }


def events(index: Index, places: dict[str, Place]) -> Iterator[dict[str, Any]]:
    """Events in the order of their days, with their evidence."""
    mentions: dict[str, list[EventMention]] = index.grouped("event_mentions", lambda m: m.event_id)
    rows = [e for e in index.rows("events") if e.place_id in places]
    for e in sorted(rows, key=lambda e: (str(e.earliest), str(e.latest), e.event_id)):
        evidence = sorted(place_of(m) for m in mentions.get(e.event_id, ()))
        yield feature("event", e.event_id, places[e.place_id], of_event(index, e) | {"evidence": evidence})


def of_event(index: Index, event: Event) -> dict[str, Any]:
    return {
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "outcome": event.outcome or None,
        "actor": index.name(event.actor_id) or None,
        "recipient": index.name(event.recipient_id) or None,
        "claimant": index.name(event.claimant_id) or None,
        "earliest": event.earliest,
        "latest": event.latest,
        "n_articles": event.n_articles,
        "n_families": event.n_families,
    }


def stories(index: Index, places: dict[str, Place]) -> Iterator[dict[str, Any]]:
    """Each story at the place where most of its articles tell an event, then at the one that most name."""
    happened, named = (
        by_story(index, event_places(index, places)),
        by_story(index, name_places(index, places)),
    )
    for story in sorted(index.rows("stories"), key=lambda s: (-s.n_articles, s.story_id)):
        told, said = happened.get(story.story_id, Counter()), named.get(story.story_id, Counter())
        ranked = sorted({*told, *said}, key=lambda i: (-told[i], places[i].kind == "country", -said[i], i))
        if ranked:
            best = ranked[0]
            about = {**as_plain(story), "articles_with_events_there": told[best], "named_in": said[best]}
            yield feature("story", story.story_id, places[best], about)


def event_places(index: Index, places: dict[str, Place]) -> set[tuple[str, str]]:
    """(article, place) of every event told."""
    place_id = {e.event_id: e.place_id for e in index.rows("events") if e.place_id in places}
    told = index.rows("event_mentions")
    return {(m.article_id, place_id[m.event_id]) for m in told if m.event_id in place_id}


def name_places(index: Index, places: dict[str, Place]) -> set[tuple[str, str]]:
    """(article, place) of every name."""
    return {(m.article_id, m.entity_id) for m in index.rows("mentions") if m.entity_id in places}


def by_story(index: Index, pairs: Iterable[tuple[str, str]]) -> dict[str, Counter[str]]:
    """In how many articles of each story a place stands."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for article_id, place_id in pairs:
        article = index.articles.get(article_id)
        if article and article.story_id:
            counts[article.story_id][place_id] += 1
    return counts
