"""The report's sections as plain rows, the same for every format: time, speech, people, support, refusals."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, replace

from newsledger.assess.words import normal
from newsledger.records import (
    Article,
    Claim,
    ClaimEvidence,
    Entity,
    EntityRole,
    Issue,
    Quotation,
    TimelineEntry,
)
from newsledger.report import beware, plans
from newsledger.report.figures import Figures
from newsledger.report.settled import Settling
from newsledger.report.tables import Evidence, Index, place
from newsledger.report.wording import counted, day, days, number, one_line, support

STATUS_WORDS = {
    "occurred": "happened",
    "planned": "planned",
    "hypothetical": "hypothetical",
    "denied": "denied",
    "historical": "background",
}


PLAIN = frozenset(
    ("said", "says", "say", "saying", "told", "according", "added", "stated")
)  # words of saying


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    entry: TimelineEntry
    when: str
    status: str  # in words
    support: str
    evidence: tuple[Evidence, ...]
    outcome: str = ""  # what became of a plan, in words


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """What one speaker said once, in the words of each article that has it; parts of one article in order."""

    parts: tuple[Quotation, ...]
    kind: str
    cue: str  # the words of saying, where they tell more than "said": "accused", "denied"
    stance: str
    said_on: dt.date | None
    addressee: str
    n_articles: int
    n_families: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    name: str
    role: str
    entity_id: str | None
    utterances: tuple[Utterance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What an entity is called: in words, on the days of which articles, and where first."""

    words: str  # "mayor of Orle", "formerly mayor of Orle"
    when: str  # of the articles that say so
    n_articles: int
    place: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """How many quotations have no speaker: the text names none, or nobody could be chosen without a guess."""

    n_quotations: int
    unnamed: int  # no words name the speaker
    unresolved: int  # words do ("critics"), and no entity of the pile was found for them


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An entity with every spelling of its name, the commonest first, and where each first stands."""

    entity: Entity
    spellings: tuple[tuple[str, int, Evidence], ...]
    others: tuple[tuple[str, int, Evidence], ...]  # nominal mentions: "the minister"
    roles: tuple[Role, ...]
    n_mentions: int
    n_articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Supported:
    """A claim with the places that affirm, deny or question it."""

    claim: Claim
    words: str
    claimant: str
    support: str
    settled: str  # what became of its number since; empty where it stands
    evidence: tuple[ClaimEvidence, ...]


def timeline(index: Index) -> tuple[TimelineRow, ...]:
    """Entries by date; an undated one stands last."""
    places = index.grouped("timeline_evidence", lambda e: e.entry_id)
    entries = sorted(
        index.rows("timeline"),
        key=lambda e: (e.earliest or dt.date.max, e.latest or dt.date.max, -e.n_families, e.entry_id),
    )
    return tuple(
        TimelineRow(
            entry=e,
            when=days(e.earliest, e.latest, e.value),
            status=STATUS_WORDS.get(e.status, e.status),
            support=support(e.n_articles, e.n_families),
            evidence=tuple(place(p) for p in places.get(e.entry_id, [])),
            outcome=plans.outcome(index, e),
        )
        for e in entries
    )


def speakers(index: Index) -> tuple[Speaker, ...]:
    """Who said what: the speaker with most utterances first, unnamed ones last."""
    groups: dict[tuple[str, str], list[Quotation]] = {}
    for q in sorted(index.rows("quotations"), key=lambda q: (index.rank.get(q.article_id, 0), q.start)):
        groups.setdefault((q.speaker_id or "", "" if q.speaker_id else unnamed(q)), []).append(q)
    found = [speaker(index, entity_id, name, rows) for (entity_id, name), rows in groups.items()]
    return tuple(sorted(found, key=lambda s: (not s.name, -len(s.utterances), s.name)))


def unnamed(quotation: Quotation) -> str:
    """The words that stand for a speaker who is no entity: "a senior official"."""
    return one_line(quotation.speaker_text or "")


def speaker(index: Index, entity_id: str, name: str, rows: list[Quotation]) -> Speaker:
    entity = index.entities.get(entity_id)
    said: dict[str, list[Quotation]] = {}
    first_part: dict[str, str] = {}
    worded: dict[tuple[str, str], str] = {}  # a report in the same words is one, in whose article ever
    for q in rows:
        key = q.utterance_id or first_part.get(q.continues or "", q.quotation_id)
        if q.kind == "indirect":
            key = worded.setdefault((q.stance, normal(q.text)), key)
        first_part[q.quotation_id] = key
        said.setdefault(key, []).append(q)
    return Speaker(
        name=entity.name if entity else name,
        role=(entity.role or "") if entity else "",
        entity_id=entity_id or None,
        utterances=tuple(
            sorted((utterance(index, parts) for parts in said.values()), key=lambda u: u.kind == "indirect")
        ),
    )


def silence(index: Index) -> Silence:
    """How often the program abstains from a speaker."""
    rows = index.rows("quotations")
    unnamed = sum(not q.speaker_text and not q.speaker_id for q in rows)
    unresolved = sum(bool(q.speaker_text) and not q.speaker_id for q in rows)
    return Silence(n_quotations=len(rows), unnamed=unnamed, unresolved=unresolved)


def silence_words(told: Silence) -> str:
    """A sentence on them; nothing where every quotation has its speaker."""
    if not told.unnamed + told.unresolved:
        return ""
    left = f"{number(told.unnamed)} are" if told.unnamed > 1 else "one is" if told.unnamed else "none is"
    return (
        f"Of {counted(told.n_quotations, 'quotation')}, {left} left without a speaker, "
        f"since the text names none or leaves open who it is, and {number(told.unresolved)} with words alone, "
        "such as “critics”, that stand for nobody known."
    )


def utterance(index: Index, parts: list[Quotation]) -> Utterance:
    articles = {q.article_id for q in parts}
    return Utterance(
        parts=tuple(parts),
        kind=min((q.kind for q in parts), key=("direct", "mixed", "indirect").index),
        cue=telling_cue(parts[0]),
        stance=parts[0].stance,
        said_on=min((q.said_on for q in parts if q.said_on), default=None),
        addressee=next((index.name(q.addressee_id) for q in parts if q.addressee_id), ""),
        n_articles=len(articles),
        n_families=index.families(articles),
    )


def telling_cue(quotation: Quotation) -> str:
    """The verb of a report, without which "the firm of hiding tests" says nothing; none of plain words of saying."""
    cue = one_line(quotation.cue or "")
    return "" if quotation.kind == "direct" or cue.lower() in PLAIN else cue


def people(index: Index) -> tuple[Person, ...]:
    """Every entity that the articles mention, the most often mentioned first."""
    mentions = index.grouped("mentions", lambda m: m.entity_id)
    told = index.grouped("entity_roles", lambda r: r.entity_id)
    rows = []
    for entity in index.rows("entities"):
        own = mentions.get(entity.entity_id, [])
        if not own:
            continue
        rows.append(
            Person(
                entity=entity,
                spellings=spellings([m for m in own if m.form == "name"]),
                others=spellings([m for m in own if m.form == "nominal"]),
                roles=roles(told.get(entity.entity_id, [])),
                n_mentions=len(own),
                n_articles=len({m.article_id for m in own}),
            )
        )
    return tuple(sorted(rows, key=lambda p: (-p.n_articles, -p.n_mentions, p.entity.name)))


def roles(told: list[EntityRole]) -> tuple[Role, ...]:
    """What it is called now, then what it was; the oftenest first."""
    ordered = sorted(told, key=lambda r: (r.former, -r.n_articles, r.since or dt.date.max, r.role))
    return tuple(
        Role(
            words=f"formerly {r.role}" if r.former else r.role,
            when=days(r.since, r.until),
            n_articles=r.n_articles,
            place=place(r),
        )
        for r in ordered
    )


def spellings(mentions: list[Evidence]) -> tuple[tuple[str, int, Evidence], ...]:
    """(words, how often, first place), the commonest first."""
    often = Counter(one_line(m.text) for m in mentions)
    first = {one_line(m.text): place(m) for m in reversed(mentions)}
    return tuple((words, n, first[words]) for words, n in sorted(often.items(), key=lambda p: (-p[1], p[0])))


def supported(index: Index) -> tuple[Supported, ...]:
    """Claims that several articles carry, or that somebody denies; the best supported first."""
    places = index.grouped("claim_evidence", lambda e: e.claim_id)
    figures, settling = Figures(index), Settling(index)
    rows = []
    for c in index.rows("claims"):
        own = tuple(places.get(c.claim_id, []))
        if c.n_articles > 1 or len({e.stance for e in own}) > 1:
            rows.append(
                Supported(
                    claim=c,
                    words=beware.claim_words(c, own, figures),
                    claimant=index.name_and_role(c.claimant_id, c.claimant),
                    settled=settling.of_claim(c.claim_id),
                    support=support(c.n_articles, c.n_families),
                    evidence=own,
                )
            )
    return tuple(sorted(rows, key=lambda s: (-s.claim.n_origins, -s.claim.n_families, -s.claim.n_articles)))


def issues(index: Index) -> tuple[Issue, ...]:
    """Refusals first, then what was skipped, then doubts; a message does not repeat its source."""
    order = {"refused": 0, "skipped": 1, "doubtful": 2}
    rows = sorted(index.rows("issues"), key=lambda i: (order.get(i.severity, 3), i.source, i.message))
    return tuple(
        replace(i, source=index.source(i.source), message=index.without_folder(without_source(i)))
        for i in rows
    )


def version_words(article: Article) -> str:
    """ "first published 3 October 2019, this version 4 October 2019"; nothing where it is the only one."""
    if article.updated is None:
        return ""
    if article.updated == article.published:
        return f"a later version, published {day(article.updated)}"
    first = f"first published {day(article.published)}, " if article.published else ""
    return f"{first}this version {day(article.updated)}"


def without_source(issue: Issue) -> str:
    message = issue.message
    while message.startswith(f"{issue.source}: "):
        message = message.removeprefix(f"{issue.source}: ")
    return message
