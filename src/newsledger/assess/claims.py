"""Claims: one statement across articles, with who affirms it, who denies it, and how well it is supported."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from newsledger.annotate.annotation import Annotation
from newsledger.assess.affiliation import Affiliations
from newsledger.assess.claim_rows import Maker, Rows
from newsledger.assess.denying import Denied, Pile
from newsledger.assess.grouping import group_figures, group_sayings
from newsledger.assess.origins import Origins
from newsledger.assess.prose import is_statement, names_somebody
from newsledger.assess.relays import without_relays
from newsledger.assess.sentences import Sentences
from newsledger.assess.statements import Statement, counted, quoted, told
from newsledger.assess.words import cue_words
from newsledger.link.events.standing import bears_out
from newsledger.records import (
    Article,
    Derivation,
    Entity,
    Event,
    EventMention,
    Figure,
    Mention,
    Quotation,
    Sentence,
    Time,
)


def find_claims(
    *,
    articles: tuple[Article, ...],
    annotations: tuple[Annotation, ...],
    sentences: tuple[Sentence, ...],
    quotations: tuple[Quotation, ...],
    figures: tuple[Figure, ...],
    events: tuple[Event, ...],
    event_mentions: tuple[EventMention, ...],
    mentions: tuple[Mention, ...],
    entities: tuple[Entity, ...],
    times: tuple[Time, ...],
    derivations: tuple[Derivation, ...] = (),
) -> Mapping[str, tuple[Any, ...]]:
    """All claims of the pile with their evidence, in order of id.

    What is said is one claim across articles where it is one utterance, or one speaker's report with the
    same content; a figure where number, quantity, whole and time agree; an event where the events are one.
    A denial stands as evidence on what it denies. Figures get the id of their claim, events their origins.
    """
    article_of = {a.article_id: a for a in articles}
    spans = Sentences(sentences, annotations)
    camps = Affiliations(entities, mentions)
    pile = Pile(articles, annotations, mentions, quotations, figures, spans, camps, derivations)
    maker = Maker({a.article_id: a.family_id for a in articles}, camps, Denied(pile))
    utterance_of = {q.quotation_id: q.utterance_id for q in quotations}
    asserted = list(_asserted(quotations, annotations))
    sayings = list(quoted(without_relays(asserted), article_of))
    groups = group_sayings(sayings, utterance_of, camps, _days(quotations, times))
    rows = [maker.claim(group, ()) for group in groups if _has_voice(group)]
    rows_of_figures, claim_of = _of_figures(counted(figures, article_of, spans, asserted), maker)
    told_events = told(events, event_mentions, quotations, article_of, spans)
    rows = sorted((*rows, *rows_of_figures, *_of_events(told_events, maker)), key=lambda r: r[0].claim_id)
    return {
        "claims": tuple(claim for claim, _ in rows),
        "claim_evidence": tuple(e for _, found in rows for e in found),
        "figures": tuple(replace(f, claim_id=claim_of.get(f.figure_id)) for f in figures),
        "events": tuple(_with_origins(events, event_mentions, Origins(articles, quotations, camps))),
    }


def _of_figures(
    counts: Iterable[tuple[Figure, Statement]], maker: Maker
) -> tuple[list[Rows], dict[str, str]]:
    """The claims of figures, and the claim of each figure."""
    rows: list[Rows] = []
    claim_of: dict[str, str] = {}
    for group in group_figures(c for c in counts if is_statement(c[1].text)):
        first = group[0][0]
        key = (first.unit, first.value, first.low, first.high)
        rows.append(maker.claim([statement for _, statement in group], key))
        claim_of |= {figure.figure_id: rows[-1][0].claim_id for figure, _ in group}
    return rows, claim_of


def _of_events(happenings: Iterable[Statement], maker: Maker) -> Iterator[Rows]:
    groups = _by_event(s for s in happenings if is_statement(s.text))
    return (maker.claim(group, (event,)) for event, group in groups if _is_claimed(group))


def _is_claimed(group: Iterable[Statement]) -> bool:
    """Whether anybody says that an event was or was not: "whether it will hold" is left open by all."""
    return any(s.stance != "questions" or s.content for s in group)


def _has_voice(group: Iterable[Statement]) -> bool:
    """Whether somebody says it: an entity, or words that name one; "he" without a name and nobody are none."""
    return any(s.speaker_id or _is_named(s.speaker_text) for s in group)


def _is_named(words: str) -> bool:
    return bool(words) and words.lower() not in cue_words("pronouns") and names_somebody(words)


def _asserted(quotations: Iterable[Quotation], annotations: Iterable[Annotation]) -> Iterator[Quotation]:
    """The quotations that claim something: no bare phrase, no lines run together, and no report by "that"."""
    bare = {(a.article_id, q.start, q.end) for a in annotations for q in a.quotations if not q.asserts}
    for q in quotations:
        name = q.speaker_text or ""
        speaks = q.speaker_id or name.lower() not in cue_words("pointers")
        whole = name.count('"') % 2 == 0 and name.count("“") == name.count("”")
        if (q.article_id, q.start, q.end) not in bare and speaks and whole and is_statement(q.text):
            yield q


def _with_origins(
    events: Iterable[Event], mentions: Iterable[EventMention], origins: Origins
) -> Iterator[Event]:
    """Each event with the number of those who are behind the mentions that bear it out."""
    events = tuple(events)
    status = {e.event_id: e.status for e in events}
    behind: dict[str, set[str]] = defaultdict(set)
    for m in mentions:
        if bears_out(status[m.event_id], m.status):
            behind[m.event_id].add(origins.of_words(m.article_id, m.start, m.end))
    for event in events:
        yield replace(event, n_origins=len(behind[event.event_id]))


def _days(quotations: Iterable[Quotation], times: Iterable[Time]) -> dict[str, frozenset[dt.date]]:
    """The days of the month that are named inside each quotation."""
    dated: dict[str, list[Time]] = defaultdict(list)
    for time in times:
        if time.earliest and time.earliest == time.latest and any(c.isdigit() for c in time.text):
            dated[time.article_id].append(time)
    return {
        q.quotation_id: frozenset(
            t.earliest for t in dated[q.article_id] if t.earliest and q.start <= t.start and t.end <= q.end
        )
        for q in quotations
    }


def _by_event(statements: Iterable[Statement]) -> list[tuple[str, list[Statement]]]:
    groups: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        groups[statement.ref].append(statement)
    return sorted(groups.items())
