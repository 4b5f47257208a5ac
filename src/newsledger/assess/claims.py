"""Claims: one statement across articles, with who affirms it, who denies it, and how well it is supported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from newsledger.annotate.annotation import Annotation
from newsledger.assess.grouping import group_figures, group_sayings
from newsledger.assess.statements import Sentences, Statement, counted, quoted, told
from newsledger.assess.support import count_support
from newsledger.records import (
    Article,
    Claim,
    ClaimEvidence,
    Event,
    EventMention,
    Figure,
    Quotation,
    Sentence,
    make_id,
)

Rows = tuple[Claim, list[ClaimEvidence]]


def find_claims(
    *,
    articles: tuple[Article, ...],
    annotations: tuple[Annotation, ...],
    sentences: tuple[Sentence, ...],
    quotations: tuple[Quotation, ...],
    figures: tuple[Figure, ...],
    events: tuple[Event, ...],
    event_mentions: tuple[EventMention, ...],
) -> Mapping[str, tuple[Any, ...]]:
    """All claims of the pile with their evidence, in order of id.

    What is said is one claim across articles where it is one utterance, or one speaker's report with the
    same content; a figure where number, quantity, whole and time agree; an event where the events are one.
    """
    article_of = {a.article_id: a for a in articles}
    family_of = {a.article_id: a.family_id for a in articles}
    spans = Sentences(sentences, annotations)
    sayings = list(quoted(quotations, article_of))
    utterance_of = {q.quotation_id: q.utterance_id for q in quotations}
    rows = [_claim(group, (), family_of) for group in group_sayings(sayings, utterance_of)]
    for counts in group_figures(counted(figures, article_of, spans)):
        first = counts[0][0]
        key = (first.unit, first.value, first.low, first.high)
        rows.append(_claim([statement for _, statement in counts], key, family_of))
    rows += [
        _claim(group, (event,), family_of)
        for event, group in _by_event(told(events, event_mentions, article_of, spans))
    ]
    rows.sort(key=lambda row: row[0].claim_id)
    evidence = [e for _, found in rows for e in found]
    return {"claims": tuple(claim for claim, _ in rows), "claim_evidence": tuple(evidence)}


def _by_event(statements: Iterable[Statement]) -> list[tuple[str, list[Statement]]]:
    groups: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        groups[statement.ref].append(statement)
    return sorted(groups.items())


def _claim(group: Iterable[Statement], key: tuple[Any, ...], family_of: Mapping[str, str | None]) -> Rows:
    """The rows of one claim; its words are those of the earliest report that affirms it."""
    statements = sorted(group, key=lambda s: s.order)
    affirming = [s for s in statements if s.stance == "affirms"] or statements
    first = affirming[0]
    claim_id = make_id("c", first.kind, first.article.article_id, first.start, first.end, *key)
    support = count_support(
        ((s.article.article_id, s.speaker_id) for s in statements if s.stance == "affirms"), family_of
    )
    claim = Claim(
        claim_id=claim_id,
        text=first.text,
        kind=first.kind,
        claimant_id=_claimant(affirming),
        n_articles=support.n_articles,
        n_families=support.n_families,
        n_origins=support.n_origins,
        reason=_reason(first.kind, statements, support.in_words()),
    )
    return claim, _evidence(claim_id, statements)


def _evidence(claim_id: str, statements: Iterable[Statement]) -> list[ClaimEvidence]:
    """One row for each place, stance and speaker."""
    rows = {
        (s.article.article_id, s.start, s.end, s.stance, s.speaker_id): ClaimEvidence(
            claim_id=claim_id,
            article_id=s.article.article_id,
            start=s.start,
            end=s.end,
            text=s.text,
            stance=s.stance,
            speaker_id=s.speaker_id,
        )
        for s in statements
    }
    return list(rows.values())


def _claimant(statements: list[Statement]) -> str | None:
    """The one who vouches in at least half of the reports; nobody where the named ones differ."""
    named = {s.speaker_id for s in statements if s.speaker_id}
    vouched = sum(s.speaker_id is not None for s in statements)
    return named.pop() if len(named) == 1 and 2 * vouched >= len(statements) else None


def _reason(kind: str, statements: list[Statement], support: str) -> str:
    joined = {
        "figure": "same number of the same quantity",
        "event": "mentions of one event",
        "quotation": "one utterance",
        "report": "one speaker's report with the same content",
    }[kind]
    denied = sum(s.stance == "denies" for s in statements)
    return f"{joined}: {support}" + (f"; denied in {denied} places" if denied else "")
