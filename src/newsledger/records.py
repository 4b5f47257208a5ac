"""The ledger's rows: one frozen dataclass for each table, its fields in the order of the columns.

Every offset counts Unicode code points in ``Article.text``, half open. Where a record has
``article_id, start, end, text``, ``text`` equals ``article.text[start:end]`` exactly.
A date is a ``datetime.date``; one known to the month or year only is an interval,
``earliest`` to ``latest``, both inclusive. Ids come from content, never from a path or an order.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass

import msgspec

_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str).encode
_plain = msgspec.json.Encoder().encode
_PLAIN = frozenset((str, int, type(None)))


def make_id(prefix: str, *parts: object) -> str:
    """An id derived from content: a prefix and 16 hex digits of the SHA-256 of a canonical JSON array.

    A JSON array, since joined strings collide: ("ab", "c") and ("a", "bc").
    """
    return f"{prefix}_{hashlib.sha256(_canonical(parts)).hexdigest()[:16]}"


def _canonical(parts: tuple[object, ...]) -> bytes:
    """The bytes of a JSON array; words, whole numbers and nothing are written the quick way, the same."""
    if all(type(part) in _PLAIN for part in parts):
        with suppress(UnicodeEncodeError):  # half a surrogate pair
            return _plain(parts)
    return _json(parts).encode("utf-8", "surrogatepass")


# --- what came in (read) -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article. ``read`` fills what the file states; ``link`` the verdicts (published .. family_id)."""

    article_id: str
    source: str  # file or URL, with "#record number" where a file holds several
    url: str | None = None
    outlet: str | None = None
    agency: str | None = None  # the wire service named in a dateline or credit line
    title: str | None = None
    language: str = "en"
    text: str
    published_stated: dt.date | None = None  # the full date that the file states, or None
    published: dt.date | None = None
    date_status: str = "unknown"  # confirmed, corrected, inferred, unknown
    date_confidence: float = 0.0
    date_reason: str = ""
    updated: dt.date | None = None  # the day of this version, where the article is a later one
    story_id: str | None = None
    family_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Something skipped, refused or doubtful."""

    source: str
    stage: str  # read, annotate, link, assess
    severity: str  # refused (not in the ledger), skipped (a part is not), doubtful (it is, beware)
    message: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of the text that is no prose of the article; no sentence covers it."""

    article_id: str
    start: int
    end: int
    text: str
    kind: (
        str  # dateline, heading, byline, read_more, share, navigation, table, credit, correction, boilerplate
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Another article that this one names, by address or by headline; offsets None where it stood in markup only."""

    article_id: str
    start: int | None = None
    end: int | None = None
    text: str  # the headline or anchor words
    url: str | None = None
    target_id: str | None = None  # article_id of the named article, where it lies in the pile


@dataclass(frozen=True, slots=True, kw_only=True)
class DateEvidence:
    """One vote on an article's publication date. ``read`` gives candidates, ``link`` weighs them and adds more."""

    article_id: str
    vote: str  # metadata, json_ld, meta_tag, url, dateline, text_date, weekday, sibling, modified, ...
    value: str  # ISO date, or what the vote says: "09-18" (a dateline without a year), "Wednesday"
    start: int | None = None  # the words in the text, where there are any
    end: int | None = None
    text: str | None = None
    weight: float = 0.0
    note: str = ""
    stage: str = (
        "link"  # read: a candidate that the file states; link: added when the candidates were weighed
    )


# --- annotations, with what links them ----------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    sentence_id: str
    article_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One person, organisation, place or group across the pile."""

    entity_id: str
    name: str
    kind: str  # PERSON, ORG, GPE, LOC, NORP, EVENT, OTHER
    role: str | None = None
    wikidata_id: str | None = None
    speaks_for: str | None = (
        None  # entity_id of the state that a capital or seat stands for: a relation, no merge
    )
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    mention_id: str
    entity_id: str
    article_id: str
    start: int
    end: int
    text: str
    form: str  # name, nominal, pronoun


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRole:
    """A role that titles and appositions give an entity, with the days of the articles that say so.

    ``article_id, start, end, text`` is the first place. The days are those of publication: what the pile tells,
    not when an office was taken up or left.
    """

    entity_id: str
    role: str  # as it is written oftenest, in its fullest form
    former: bool = False  # "former", "ex-": the texts say that it is over
    since: dt.date | None = None  # the first day on which an article says so
    until: dt.date | None = None  # the last
    n_articles: int = 0
    article_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an entity lies, after the gazetteer; one whose name leaves that open has a reason and no coordinates."""

    entity_id: str
    name: str  # as the gazetteer has it
    kind: str  # country (a point for all of it), city
    country: str | None = None  # ISO 3166-1 code
    latitude: float | None = None  # degrees north, WGS 84
    longitude: float | None = None  # degrees east
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """One temporal expression (TIMEX3) with the interval that it denotes."""

    time_id: str
    article_id: str
    start: int
    end: int
    text: str
    timex_type: str  # DATE, TIME, DURATION, SET
    value: str
    earliest: dt.date | None = None
    latest: dt.date | None = None
    granularity: str | None = None  # century, decade, year, season, quarter, month, week, day, time
    direction: str | None = None  # past, present, future
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    begin_point: str | None = None  # the value (not the tid) of the point at which a duration begins
    end_point: str | None = None
    reason: str = ""  # the rule and the anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """One attributed utterance in one article.

    Direct: ``text`` is what stands inside the marks. Mixed: all that is reported, marks included, so that the
    quoted words stay visible. Indirect: what is reported.
    """

    quotation_id: str
    article_id: str
    start: int
    end: int
    text: str
    kind: str  # direct, mixed, indirect
    cue: str | None = None
    speaker_text: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    speaker_id: str | None = None
    addressee_id: str | None = None
    said_on: dt.date | None = None
    utterance_id: str | None = None
    continues: str | None = None  # quotation_id of the part before
    stance: str = "affirms"  # of the cue: affirms, denies, questions
    occasion: str | None = None  # where, when and to whom: "reporters after the talks in Oslo"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationVariant:
    quotation_a: str
    quotation_b: str
    relation: str  # exact, truncated, altered, paraphrase
    diff: str  # the words, "[-deleted-]{+inserted+}"
    flags: str = ""  # comma list: negation, number, modality, name, occasion, translation
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    figure_id: str
    article_id: str
    start: int
    end: int
    text: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    bound: str  # exact, about, at least, at most, nearly
    unit: str  # what is counted or measured: troops, killed, EUR, percent, hours
    subject: str = ""  # whose, of what: the words
    subject_id: str | None = None
    place_id: str | None = None
    claimant_id: str | None = None
    as_of: dt.date | None = None
    currency: str | None = None  # ISO 4217, where the words tell it
    updates: str | None = None  # figure_id of the same claimant's earlier figure for the same quantity
    retracted: bool = False  # a correction in the article takes it back
    per: str | None = None  # of a rate, what it is per: day, year, head
    claim_id: str | None = None  # the claim of this number, which counts its articles, families and origins


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    event_id: str
    type: str  # PLOVER: AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, REQUEST, ACCUSE, REJECT,
    # THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT
    mode: str | None = None
    actor_id: str | None = None
    recipient_id: str | None = None
    place_id: str | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    status: str  # occurred, planned, hypothetical, denied, historical
    outcome: str = ""  # of a plan: reported, cancelled, postponed, overdue (day passed, no report); retracted
    claimant_id: str | None = None
    n_articles: int = 0
    n_families: int = 0
    n_origins: int = 0
    contexts: str = ""  # PLOVER's, sorted, with commas between: what the sentences that tell it are about
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    event_id: str
    article_id: str
    start: int
    end: int
    text: str
    trigger: str
    status: str  # of this mention; a status that moved is its history, in order of publication
    sentence_id: str | None = None
    actor: str | None = None  # the words that name who did it, known as an entity or not
    recipient: str | None = None


# --- across articles ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    article_a: str
    article_b: str
    kind: str  # duplicate, excerpt, rewrite, reordered, link
    is_update: bool = False
    coverage: float = 0.0
    likely_original: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Two sentences of two articles that go back to one sentence."""

    sentence_a: str
    sentence_b: str
    article_a: str
    article_b: str
    similarity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What a later version of an article changed: a sentence added, removed or changed, its spans in ``sentences``."""

    earlier: str  # article_id
    later: str
    kind: str  # added, removed, changed
    sentence_before: str | None = None  # sentence_id in the earlier version
    sentence_after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentencePlace:
    """Where a sentence of a scrambled text likely stood."""

    article_id: str
    place: int  # from 1
    sentence_id: str
    basis: str  # sibling, or coherence: a guess from the text alone
    sibling: str | None = None  # article_id of the text in order
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    family_id: str
    likely_original: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    story_id: str
    title: str
    first_published: dt.date | None = None
    last_published: dt.date | None = None
    n_articles: int = 0
    n_families: int = 0


# --- assessed ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    claim_id: str
    text: str
    kind: str  # quotation, report, figure, event
    claimant_id: str | None = None  # None: the papers' own, claimants differ, or only denied
    claimant: str = ""  # the words that name who says it, where they are joined to no entity: "one dealer"
    n_articles: int = 0
    n_families: int = 0
    n_origins: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEvidence:
    claim_id: str
    article_id: str
    start: int
    end: int
    text: str
    stance: str  # affirms, denies, questions
    speaker_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    dispute_id: str
    kind: str  # denial, figure, date, quotation
    summary: str
    reason: str
    form: str = ""  # of a denial: denial, dismissal, doubt, counter-accusation, answer, conditional answer


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeSide:
    dispute_id: str
    side: str  # a, b, c ...
    speaker_id: str | None = None
    article_id: str
    start: int
    end: int
    text: str
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    entry_id: str
    story_id: str | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    value: str  # TIMEX3
    text: str
    status: str  # occurred, planned, hypothetical, denied, historical
    n_articles: int = 0
    n_families: int = 0
    n_origins: int = 0
    salience: float = 0.0
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEvidence:
    entry_id: str
    article_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    run_id: str
    started: dt.datetime | None
    version: str
    config: str  # JSON
    models: str  # JSON: name, version, hash
    inputs: str  # JSON: paths as given, number of articles, digest of the article ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """When an article came into the ledger: the run that brought it."""

    article_id: str
    run_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's verdict on two entities; kept beside the ledger, not in it."""

    verdict: str  # same, different
    a: str  # entity_id at the time of the verdict
    b: str
    name_a: str
    name_b: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user may set for a run; everything else is data."""

    as_of: dt.date | None = None  # nothing is published later than this
    locale: str = "en-US"  # order of numeric dates: en-US month first, en-GB day first
