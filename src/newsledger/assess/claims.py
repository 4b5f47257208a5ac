"""Claims: one statement across articles, with who affirms it, who denies it, and how well it is supported."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from newsledger.annotate.annotation import Annotation
from newsledger.assess.affiliation import Affiliations
from newsledger.assess.denying import Denied, Pile
from newsledger.assess.grouping import group_figures, group_sayings
from newsledger.assess.origins import Origins
from newsledger.assess.prose import is_statement, names_somebody
from newsledger.assess.relays import without_relays
from newsledger.assess.statements import Sentences, Statement, counted, quoted, told
from newsledger.assess.support import count_support
from newsledger.assess.words import cue_words
from newsledger.link.events.standing import bears_out
from newsledger.records import (
    Article,
    Claim,
    ClaimEvidence,
    Derivation,
    Entity,
    Event,
    EventMention,
    Figure,
    Mention,
    Quotation,
    Sentence,
    Time,
    make_id,
)

Rows = tuple[Claim, list[ClaimEvidence]]
PRONOUNS = frozenset(("he", "she", "it", "they", "we", "i", "who", "one", "you"))
SPOKEN = ("quotation", "report")  # kinds of which one voice is the source


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
    sayings = list(quoted(without_relays(_asserted(quotations, annotations)), article_of))
    groups = group_sayings(sayings, utterance_of, camps, _days(quotations, times))
    rows = [maker.claim(group, ()) for group in groups if _has_voice(group)]
    claim_of: dict[str, str] = {}
    for counts in group_figures(c for c in counted(figures, article_of, spans) if is_statement(c[1].text)):
        first = counts[0][0]
        key = (first.unit, first.value, first.low, first.high)
        rows.append(maker.claim([statement for _, statement in counts], key))
        claim_of |= {figure.figure_id: rows[-1][0].claim_id for figure, _ in counts}
    happenings = (
        s for s in told(events, event_mentions, quotations, article_of, spans) if is_statement(s.text)
    )
    rows += [maker.claim(group, (event,)) for event, group in _by_event(happenings) if _is_claimed(group)]
    rows.sort(key=lambda row: row[0].claim_id)
    evidence = [e for _, found in rows for e in found]
    return {
        "claims": tuple(claim for claim, _ in rows),
        "claim_evidence": tuple(evidence),
        "figures": tuple(replace(f, claim_id=claim_of.get(f.figure_id)) for f in figures),
        "events": tuple(_with_origins(events, event_mentions, Origins(articles, quotations, camps))),
    }


def _is_claimed(group: Iterable[Statement]) -> bool:
    """Whether anybody says that an event was or was not: "whether it will hold" is left open by all."""
    return any(s.stance != "questions" or s.content for s in group)


def _has_voice(group: Iterable[Statement]) -> bool:
    """Whether somebody says it: an entity, or words that name one; "he" without a name and nobody are none."""
    return any(s.speaker_id or _is_named(s.speaker_text) for s in group)


def _is_named(words: str) -> bool:
    return bool(words) and words.lower() not in PRONOUNS and names_somebody(words)


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


class Maker:
    """Makes the rows of one claim from the statements that belong to it."""

    def __init__(self, family_of: Mapping[str, str | None], camps: Affiliations, denied: Denied) -> None:
        self._family_of = family_of
        self._camps = camps
        self._denied = denied

    def claim(self, group: Iterable[Statement], key: tuple[Any, ...]) -> Rows:
        """The claim; its words are those of the earliest report that affirms it.

        One that is only denied or questioned is what the denial names; nobody of the pile claims it.
        """
        statements = _standing(sorted(group, key=lambda s: s.order))
        affirming = [s for s in statements if s.stance == "affirms"]
        first = (affirming or statements)[0]
        sign = key if affirming else (*key, "denied")
        claim_id = make_id("c", first.kind, first.article.article_id, first.start, first.end, *sign)
        claimant = self._claimant(affirming)
        support = count_support(self._origins(affirming, claimant), self._family_of)
        evidence = _evidence(claim_id, statements, self._denied.denials_of(affirming))
        claim = Claim(
            claim_id=claim_id,
            text=first.text if affirming else first.said,
            kind=first.kind,
            claimant_id=claimant,
            claimant=_words_for_claimant(affirming),
            n_articles=support.n_articles,
            n_families=support.n_families,
            n_origins=support.n_origins,
            reason=_reason(first.kind, evidence, support.in_words()),
        )
        return claim, evidence

    def _origins(
        self, affirming: Iterable[Statement], claimant: str | None
    ) -> Iterator[tuple[str, str | None]]:
        """Each article with who is behind its statement; where a paper does not name the speaker of words
        that others give to one, it is he."""
        for s in affirming:
            spoken = s.speaker_id or (claimant if s.kind in SPOKEN else None)
            yield s.article.article_id, self._camps.voice(spoken) if spoken else None

    def _claimant(self, statements: list[Statement]) -> str | None:
        """Who vouches in at least half of the reports, unless another voice has more than a quarter."""
        voices = Counter(self._camps.voice(s.speaker_id) for s in statements if s.speaker_id)
        if not voices:
            return None
        named = sorted(
            {s.speaker_id for s in statements if s.speaker_id and self._camps.is_named(s.speaker_id)}
        )
        if statements[0].kind == "quotation" and len(named) == 1:
            return named[0]  # one utterance has one speaker, whatever some papers call him
        top, count = min(voices.items(), key=lambda item: (-item[1], item[0]))
        others = sum(voices.values()) - count
        if 2 * count < len(statements) or 4 * others > len(statements):
            return None
        mine = [s.speaker_id for s in statements if s.speaker_id and self._camps.voice(s.speaker_id) == top]
        return min(mine, key=lambda e: (not self._camps.is_named(e), -mine.count(e), mine.index(e)))


def _standing(statements: list[Statement]) -> list[Statement]:
    """Less what the same article takes back: a correction withdraws its article's support of the number."""
    withdrawn = {s.article.article_id for s in statements if s.kind == "figure" and s.stance == "denies"}
    return [s for s in statements if s.stance != "affirms" or s.article.article_id not in withdrawn]


def _words_for_claimant(statements: Iterable[Statement]) -> str:
    """What the earliest report calls its speaker, where no report's speaker is an entity of the pile."""
    told = list(statements)
    if any(s.speaker_id for s in told):
        return ""
    return next((s.speaker_text for s in told if s.speaker_text), "")


def _evidence(
    claim_id: str, statements: Iterable[Statement], denials: Iterable[Statement]
) -> list[ClaimEvidence]:
    """One row for each place, stance and speaker; a denial that is a statement here already is not told twice."""
    told = list(statements)
    denials = [d for d in denials if not any(_is_one_place(d, s) for s in told)]
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
        for s in (*told, *denials)
    }
    return list(rows.values())


def _is_one_place(a: Statement, b: Statement) -> bool:
    """Whether two statements are one speaker's, in one stance and overlapping words."""
    same = a.article is b.article and a.stance == b.stance and a.speaker_id == b.speaker_id
    return same and a.start < b.end and b.start < a.end


def _reason(kind: str, evidence: list[ClaimEvidence], support: str) -> str:
    joined = {
        "figure": "same number of the same quantity",
        "event": "mentions of one event",
        "quotation": "one utterance",
        "report": "one speaker's report with the same content",
    }[kind]
    places = {stance: sum(e.stance == stance for e in evidence) for stance in ("denies", "questions")}
    doubts = [
        f"{word} in {n} place{'s' * (n > 1)}"
        for word, n in (("denied", places["denies"]), ("questioned", places["questions"]))
        if n
    ]
    affirmed = any(e.stance == "affirms" for e in evidence)
    return "; ".join([f"{joined}: {support}" if affirmed else "affirmed by nobody in the pile", *doubts])
