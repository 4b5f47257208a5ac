"""From groups of mentions to rows: status with its history, interval, counts, reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from newsledger.annotate.annotation import Annotation, Span
from newsledger.link.events.grouping import groups
from newsledger.link.events.occurrences import Occurrence, occurrences
from newsledger.link.events.unnamed import with_unnamed
from newsledger.records import (
    Article,
    Entity,
    Event,
    EventMention,
    Family,
    Mention,
    Quotation,
    Sentence,
    Time,
    make_id,
)

RISING = ("hypothetical", "planned", "occurred")  # each stronger than the one before


def link_events(
    *,
    articles: tuple[Article, ...],
    annotations: tuple[Annotation, ...],
    mentions: tuple[Mention, ...],
    times: tuple[Time, ...],
    quotations: tuple[Quotation, ...],
    families: tuple[Family, ...],
    entities: tuple[Entity, ...],
    sentences: tuple[Sentence, ...] = (),
) -> dict[str, tuple[object, ...]]:
    """Join mentions of one event inside a story; every event keeps its mentions with their own status."""
    found = occurrences(articles, annotations, mentions, times, quotations, entities)
    found, entities, mentions = with_unnamed(found, entities, mentions)
    last = _last_published(articles)
    within = {(s.article_id, s.start): s.sentence_id for s in sentences}
    events: list[Event] = []
    evidence: list[EventMention] = []
    for group in groups(found):
        if not any(o.actor or o.recipient or o.place for o in group):
            continue  # nobody could look it up
        event = _event(group, last)
        events.append(event)
        evidence.extend(_mention(event.event_id, o, within) for o in group)
    events.sort(key=lambda e: (str(e.earliest), e.type, e.event_id))
    evidence.sort(key=lambda m: (m.article_id, m.start, m.end, m.event_id))
    return {
        "events": tuple(events),
        "event_mentions": tuple(dict.fromkeys(evidence)),
        "entities": entities,
        "mentions": mentions,
    }


def _last_published(articles: Iterable[Article]) -> dict[str | None, dt.date]:
    last: dict[str | None, dt.date] = {}
    for a in articles:
        if a.published:
            last[a.story_id] = max(a.published, last.get(a.story_id, a.published))
    return last


def _event(group: Sequence[Occurrence], last: Mapping[str | None, dt.date]) -> Event:
    status, told = status_of(group)
    called_off = status == "denied" and any(o.cancels for o in group)
    best = next((o for o in group if o.status == ("planned" if called_off else status)), group[0])
    ordered = (best, *group)
    first, until = _interval(group, "planned" if called_off else status)
    type_ = best.core if called_off else best.found.type
    behind = bearing_out(group, status)
    end = last.get(group[0].article.story_id)
    if status == "planned" and until is not None and end is not None and until < end:
        told += f"; its day, {until}, has passed and no article up to {end} reports it"
    spans = sorted((o.article.article_id, o.found.trigger.start, o.found.trigger.end) for o in group)
    return Event(
        event_id=make_id("ev", type_, best.actor, best.recipient, spans),
        type=type_,
        mode=next((o.found.mode for o in ordered if o.found.mode and o.found.type == type_), None),
        actor_id=next((o.actor for o in ordered if o.actor), None),
        recipient_id=next((o.recipient for o in ordered if o.recipient), None),
        place_id=next((o.place for o in ordered if o.place), None),
        earliest=first,
        latest=until,
        status=status,
        claimant_id=_common_claimant(group),
        n_articles=len({o.article.article_id for o in behind}),
        n_families=len({o.article.family_id or o.article.article_id for o in behind}),
        contexts=", ".join(sorted({c for o in group for c in o.found.contexts})),
        reason=told,
    )


def bearing_out(group: Sequence[Occurrence], status: str) -> Sequence[Occurrence]:
    """The mentions that count for an event: who only foresaw it does not bear out that it happened."""
    if status not in ("occurred", "historical"):
        return group
    return [o for o in group if o.status not in ("planned", "hypothetical", "denied")] or group


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


def status_of(group: Sequence[Occurrence]) -> tuple[str, str]:
    """Follow the status through the days of publication: done outlasts planned, a later denial cancels."""
    status = group[0].status
    history: dict[str, list[Occurrence]] = {}
    for o in group:
        if o.cancels and len(group) > 1 and status in ("planned", "denied"):
            status = "denied"
            history.setdefault("called off", []).append(o)
            continue
        history.setdefault(o.status, []).append(o)
        rises = status in RISING and o.status in RISING and RISING.index(o.status) > RISING.index(status)
        cancels = o.status == "denied" and status in ("planned", "hypothetical")
        if rises or cancels or (o.status in ("occurred", "historical") and status == "denied"):
            status = o.status
    steps = [
        f"{name} in {_articles(found)}, first on {found[0].article.published}"
        for name, found in history.items()
    ]
    told = "; then ".join(steps)
    if len(history) > 1 and "denied" in history and status != "denied":
        told += "; somebody denies it"
    return status, told


def _articles(found: Sequence[Occurrence]) -> str:
    n = len({o.article.article_id for o in found})
    return "one article" if n == 1 else f"{n} articles"


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
