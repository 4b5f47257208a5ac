"""Who said what, in the words of each article, and who is silent."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from newsledger.assess.words import cue_words, normal
from newsledger.records import (
    Quotation,
)
from newsledger.report.tables import Index
from newsledger.report.wording import counted, number, one_line


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
    """Who spoke: an entity, or the words for one who is none; without a name, what nobody is named for."""

    name: str
    role: str
    entity_id: str | None
    utterances: tuple[Utterance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """How many quotations have no speaker: the text names none, or nobody could be chosen without a guess."""

    n_quotations: int
    unnamed: int  # no words name the speaker
    unresolved: int  # words do ("critics"), and no entity of the pile was found for them


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
    """What one speaker said, each utterance once."""
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
    words = (
        f", and {number(told.unresolved)} with words alone, such as “critics”, that stand for nobody known"
    )
    return (
        f"Of {counted(told.n_quotations, 'quotation')}, {left} left without a speaker, "
        f"since the text names none or leaves open who it is{words if told.unresolved else ''}."
    )


def utterance(index: Index, parts: list[Quotation]) -> Utterance:
    """One utterance from its places in the articles."""
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
    return "" if quotation.kind == "direct" or cue.lower() in cue_words("saying") else cue
