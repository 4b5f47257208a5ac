"""The rows of one claim: its claimant, its support, and a row of evidence for each place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newsledger.assess.affiliation import Affiliations
from newsledger.assess.denying import Denied
from newsledger.assess.statements import Statement
from newsledger.assess.support import count_support
from newsledger.records import (
    Claim,
    ClaimEvidence,
    make_id,
)

Rows = tuple[Claim, list[ClaimEvidence]]

SPOKEN = ("quotation", "report")  # kinds of which one voice is the source


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
