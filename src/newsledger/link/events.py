"""One event across articles: participants resolved, dates given, mentions joined, status followed."""

from __future__ import annotations

import bisect
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from newsledger.annotate.annotation import Annotation, FoundEvent, Span
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

SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE"})
PROMISES = frozenset({"AGREE", "THREATEN"})
DEFINITE = ("hypothetical", "planned", "occurred")  # each stronger than the one before
AHEAD = 60  # days within which an undated plan may come true
SLACK = dt.timedelta(days=1)  # an event dated by the reporting day may have been the day before


@dataclass(frozen=True, slots=True, kw_only=True)
class _Occurrence:
    """One mention of an event with its participants resolved."""

    article: Article
    found: FoundEvent
    actor: str | None
    recipient: str | None
    place: str | None
    claimant: str | None
    earliest: dt.date | None
    latest: dt.date | None
    dated: bool  # by an expression, not by tense

    @property
    def core(self) -> str:
        """The type under which it is compared: a promised meeting is compared with meetings."""
        found = self.found
        return found.act if found.act and found.type in PROMISES and found.status == "planned" else found.type


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
    occurrences = _occurrences(articles, annotations, mentions, times, quotations, entities)
    last = _last_published(articles)
    rows = [_rows(group, last) for group in _groups(occurrences)]
    events = sorted((event for event, _ in rows), key=lambda e: (str(e.earliest), e.type, e.event_id))
    evidence = [m for _, ms in rows for m in ms]
    evidence.sort(key=lambda m: (m.article_id, m.start, m.end, m.event_id))
    return {"events": tuple(events), "event_mentions": tuple(dict.fromkeys(evidence))}


# --- participants ---------------------------------------------------------------------------------


class Participants:
    """Looks up who a span of words is: the mention at its head, else a name that qualifies it."""

    def __init__(self, mentions: Iterable[Mention], entities: Iterable[Entity]) -> None:
        self.named = {m.entity_id for m in mentions if m.form == "name"}
        self.stands_for = {e.entity_id: e.speaks_for for e in entities if e.speaks_for}
        self.rows: dict[str, list[Mention]] = defaultdict(list)
        for m in sorted(mentions, key=lambda m: (m.start, -m.end, m.mention_id)):
            self.rows[m.article_id].append(m)
        self.starts = {a: [m.start for m in rows] for a, rows in self.rows.items()}

    def inside(self, article_id: str, span: Span) -> list[Mention]:
        """The mentions that touch a span."""
        rows, starts = self.rows.get(article_id, []), self.starts.get(article_id, [])
        first = max(0, bisect.bisect_left(starts, span.start) - 8)
        last = bisect.bisect_left(starts, span.end)
        return [m for m in rows[first:last] if m.end > span.start]

    def find(self, article_id: str, span: Span | None, head: int | None) -> str | None:
        """The entity of a participant; a capital or seat acts for its state."""
        if span is None:
            return None
        near = self.inside(article_id, span)
        at_head = [m for m in near if head is not None and m.start <= head < m.end]
        for chosen in (
            [m for m in at_head if m.entity_id in self.named],
            [m for m in near if m.form == "name" and m not in at_head],
            at_head,
        ):
            if chosen:
                best = min(chosen, key=lambda m: (abs(m.start - (head or m.start)), m.start, m.mention_id))
                return self.stands_for.get(best.entity_id, best.entity_id)
        return None


def _occurrences(
    articles: Sequence[Article],
    annotations: Sequence[Annotation],
    mentions: Sequence[Mention],
    times: Sequence[Time],
    quotations: Sequence[Quotation],
    entities: Sequence[Entity],
) -> list[_Occurrence]:
    who = Participants(mentions, entities)
    when = {(t.article_id, t.start): t for t in times}
    speakers: dict[str, list[Quotation]] = defaultdict(list)
    for q in quotations:
        speakers[q.article_id].append(q)
    by_id = {a.article_id: a for a in articles}
    out = [
        _occurrence(by_id[note.article_id], found, who, when, speakers[note.article_id])
        for note in annotations
        if note.article_id in by_id
        for found in note.events
    ]
    out.sort(key=lambda o: (str(o.article.published), o.article.article_id, o.found.trigger, o.found.type))
    return out


def _occurrence(
    article: Article,
    found: FoundEvent,
    who: Participants,
    when: dict[tuple[str, int], Time],
    said: Sequence[Quotation],
) -> _Occurrence:
    time = when.get((article.article_id, found.time.start)) if found.time else None
    dated = time is not None and time.earliest is not None
    earliest, latest = (time.earliest, time.latest) if time and dated else _by_tense(article, found)
    at = found.trigger.start
    speaker = next((q.speaker_id for q in said if q.start <= at < q.end and q.speaker_id), None)
    a = article.article_id
    return _Occurrence(
        article=article,
        found=found,
        actor=who.find(a, found.actor, found.actor_head),
        recipient=who.find(a, found.recipient, found.recipient_head),
        place=who.find(a, found.place, found.place_head),
        claimant=speaker or who.find(a, found.claimant, found.claimant.end - 1 if found.claimant else None),
        earliest=earliest,
        latest=latest,
        dated=dated,
    )


def _by_tense(article: Article, found: FoundEvent) -> tuple[dt.date | None, dt.date | None]:
    """Without an expression of time: what is told in the past tense is dated by the reporting day."""
    if found.status in ("occurred", "denied") and found.tense in ("past", "present"):
        return article.published, article.published
    return None, None


# --- which mentions are one event -----------------------------------------------------------------


def _groups(occurrences: Sequence[_Occurrence]) -> list[list[_Occurrence]]:
    """Greedy, in order of publication: each mention joins the first group that it fits."""
    groups: list[list[_Occurrence]] = []
    index: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for one in occurrences:
        keys = [(one.article.story_id, one.core, who) for who in (one.actor, one.recipient) if who]
        candidates = sorted({i for key in keys for i in index[key][-50:]})
        chosen = next((i for i in candidates if all(_same(one, other) for other in groups[i][:12])), None)
        if chosen is None:
            chosen = len(groups)
            groups.append([])
        groups[chosen].append(one)
        for key in keys:
            if chosen not in index[key]:
                index[key].append(chosen)
    return groups


def _same(a: _Occurrence, b: _Occurrence) -> bool:
    return _same_parties(a, b) and _same_days(a, b)


def _same_parties(a: _Occurrence, b: _Occurrence) -> bool:
    if a.core in SYMMETRIC:
        mine, theirs = ({x for x in (o.actor, o.recipient) if x} for o in (a, b))
        return bool(mine & theirs) and (mine <= theirs or theirs <= mine)
    fits = all(x is None or y is None or x == y for x, y in ((a.actor, b.actor), (a.recipient, b.recipient)))
    return fits and (
        (a.actor is not None and a.actor == b.actor)
        or (a.recipient is not None and a.recipient == b.recipient)
    )


def _same_days(a: _Occurrence, b: _Occurrence) -> bool:
    if a.earliest and a.latest and b.earliest and b.latest:
        slack = SLACK if not (a.dated and b.dated) else dt.timedelta(0)
        return a.earliest - slack <= b.latest and b.earliest - slack <= a.latest
    first, second = sorted((a.article.published or dt.date.min, b.article.published or dt.date.min))
    return (second - first).days <= AHEAD


# --- rows -----------------------------------------------------------------------------------------


def _last_published(articles: Iterable[Article]) -> dict[str | None, dt.date]:
    last: dict[str | None, dt.date] = {}
    for a in articles:
        if a.published:
            last[a.story_id] = max(a.published, last.get(a.story_id, a.published))
    return last


def _rows(group: list[_Occurrence], last: dict[str | None, dt.date]) -> tuple[Event, list[EventMention]]:
    status, told = _status(group)
    best = next((o for o in group if o.found.status == status), group[0])
    first, until = _interval(group, status)
    overdue = status == "planned" and until is not None and until < last.get(group[0].article.story_id, until)
    if overdue:
        told += f"; its day, {until}, has passed and no later article reports it"
    event = Event(
        event_id="",
        type=best.found.type,
        mode=next((o.found.mode for o in (best, *group) if o.found.mode), None),
        actor_id=next((o.actor for o in (best, *group) if o.actor), None),
        recipient_id=next((o.recipient for o in (best, *group) if o.recipient), None),
        place_id=next((o.place for o in (best, *group) if o.place), None),
        earliest=first,
        latest=until,
        status=status,
        claimant_id=_common_claimant(group),
        n_articles=len({o.article.article_id for o in group}),
        n_families=len({o.article.family_id or o.article.article_id for o in group}),
        reason=told,
    )
    spans = [(o.article.article_id, o.found.start, o.found.end, o.found.trigger) for o in group]
    event = replace(event, event_id=make_id("ev", event.type, sorted(map(str, spans))))
    return event, [_mention(event.event_id, o) for o in group]


def _mention(event_id: str, o: _Occurrence) -> EventMention:
    trigger = o.found.trigger
    return EventMention(
        event_id=event_id,
        article_id=o.article.article_id,
        start=o.found.start,
        end=o.found.end,
        text=o.article.text[o.found.start : o.found.end],
        trigger=o.article.text[trigger.start : trigger.end],
        status=o.found.status,
    )


def _status(group: Sequence[_Occurrence]) -> tuple[str, str]:
    """Follow the status through the days of publication: done outlasts planned, a later denial cancels."""
    status = group[0].found.status
    history: dict[str, list[_Occurrence]] = {}
    for o in group:
        new = o.found.status
        history.setdefault(new, []).append(o)
        rises = status in DEFINITE and new in DEFINITE and DEFINITE.index(new) > DEFINITE.index(status)
        cancels = new == "denied" and status in ("planned", "hypothetical")
        if rises or cancels or (new == "occurred" and status in ("denied", "historical")):
            status = new
    steps = [
        f"{name} in {len({o.article.article_id for o in found})} article(s) from {found[0].article.published}"
        for name, found in history.items()
    ]
    return status, ", then ".join(steps)


def _interval(group: Sequence[_Occurrence], status: str) -> tuple[dt.date | None, dt.date | None]:
    """The narrowest interval stated for mentions of the event's status, expressions before tense."""
    dated = [
        (o.found.status != status, not o.dated, o.latest - o.earliest, o.earliest, o.latest)
        for o in group
        if o.earliest and o.latest
    ]
    if not dated:
        return None, None
    *_, first, until = min(dated)
    return first, until


def _common_claimant(group: Sequence[_Occurrence]) -> str | None:
    claimants = {o.claimant for o in group}
    return claimants.pop() if len(claimants) == 1 else None
