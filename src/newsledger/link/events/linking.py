"""From groups of mentions to rows: status with its history, interval, counts, reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from newsledger.annotate.annotation import Annotation, Span
from newsledger.link.events.grouping import groups
from newsledger.link.events.occurrences import Occurrence, by_nothing, occurrences
from newsledger.link.events.overdue import with_overdue
from newsledger.link.events.standing import Standing, bears_out, follow
from newsledger.link.events.unnamed import with_unnamed
from newsledger.records import (
    Article,
    Entity,
    Event,
    EventMention,
    Mention,
    Quotation,
    Sentence,
    Settings,
    Time,
    make_id,
)

UNDONE = ("cancelled", "postponed")


def link_events(
    *,
    articles: tuple[Article, ...],
    annotations: tuple[Annotation, ...],
    mentions: tuple[Mention, ...],
    times: tuple[Time, ...],
    quotations: tuple[Quotation, ...],
    entities: tuple[Entity, ...],
    sentences: tuple[Sentence, ...] = (),
    settings: Settings | None = None,
) -> dict[str, tuple[object, ...]]:
    """Join mentions of one event inside a story; every event keeps its mentions with their own status."""
    found = occurrences(articles, annotations, mentions, times, quotations, entities)
    found, entities, mentions = with_unnamed(found, entities, mentions)
    found = [o for o in found if not by_nothing(o)]
    latest = max((a.published for a in articles if a.published), default=None)
    until = (settings.as_of if settings else None) or latest
    within = {(s.article_id, s.start): s.sentence_id for s in sentences}
    told: list[tuple[Event, Sequence[Occurrence]]] = []
    evidence: list[EventMention] = []
    for group in groups(found):
        if not any(o.actor or o.recipient or o.place for o in group):
            continue  # nobody could look it up
        standing = follow(group)
        event = _event(standing)
        told.append((event, standing.mentions))
        evidence.extend(_mention(event.event_id, o, within) for o in standing.mentions)
    events = sorted(with_overdue(told, until), key=lambda e: (str(e.earliest), e.type, e.event_id))
    evidence.sort(key=lambda m: (m.article_id, m.start, m.end, m.event_id))
    return {
        "events": tuple(events),
        "event_mentions": tuple(dict.fromkeys(evidence)),
        "entities": entities,
        "mentions": mentions,
    }


def _event(standing: Standing) -> Event:
    group = standing.mentions
    undone = standing.outcome in UNDONE
    of_status = "planned" if undone else standing.status
    best = next((o for o in standing.current if o.status == of_status), group[0])
    ordered = (best, *standing.current, *group)
    first, last = _interval(standing.current, of_status)
    type_ = best.core if undone else best.found.type
    behind = [o for o in group if bears_out(standing.status, o.status)] or group
    spans = sorted((o.article.article_id, o.found.trigger.start, o.found.trigger.end) for o in group)
    return Event(
        event_id=make_id("ev", type_, best.actor, best.recipient, spans),
        type=type_,
        mode=next((o.found.mode for o in ordered if o.found.mode and o.found.type == type_), None),
        actor_id=next((o.actor for o in ordered if o.actor), None),
        recipient_id=next((o.recipient for o in ordered if o.recipient), None),
        place_id=next((o.place for o in ordered if o.place), None),
        earliest=first,
        latest=last,
        status=standing.status,
        outcome=standing.outcome,
        claimant_id=_common_claimant(group),
        n_articles=len({o.article.article_id for o in behind}),
        n_families=len({o.article.family_id or o.article.article_id for o in behind}),
        contexts=", ".join(sorted({c for o in group for c in o.found.contexts})),
        reason=standing.told,
    )


def _mention(event_id: str, o: Occurrence, within: Mapping[tuple[str, int], str]) -> EventMention:
    sentence = o.found.sentence
    return EventMention(
        event_id=event_id,
        article_id=o.article.article_id,
        start=o.found.start,
        end=o.found.end,
        text=o.article.text[o.found.start : o.found.end],
        trigger=o.trigger,
        actor=_named(o, o.found.actor),
        recipient=_named(o, o.found.recipient),
        status=o.status,
        sentence_id=within.get((o.article.article_id, sentence.start)) if sentence else None,
    )


def _named(o: Occurrence, party: Span | None) -> str | None:
    """The words that name a party, whether or not anything is known of it."""
    return o.article.text[party.start : party.end] if party else None


def _interval(group: Sequence[Occurrence], status: str) -> tuple[dt.date | None, dt.date | None]:
    """The narrowest interval stated for mentions of the event's status, expressions before tense."""
    dated = [
        (o.status != status, not o.dated, o.latest - o.earliest, o.earliest, o.latest)
        for o in group
        if o.earliest and o.latest
    ]
    if not dated:
        return None, None
    *_, first, until = min(dated)
    return first, until


def _common_claimant(group: Sequence[Occurrence]) -> str | None:
    claimants = {o.claimant for o in group}
    return claimants.pop() if len(claimants) == 1 else None
