"""What to beware of in a pile: wrong dates, copies, altered quotations, single sources, competing figures.

Each finding has a ``sentence`` that can be read aloud and the places that prove it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from newsledger.records import (
    Claim,
    ClaimEvidence,
    DateEvidence,
    Dispute,
    DisputeSide,
    Quotation,
    QuotationVariant,
)
from newsledger.report.diff import Piece, change_words, changes, read_diff, turned, word_diff
from newsledger.report.quantities import Figures
from newsledger.report.tables import Evidence, Index, place
from newsledger.report.wording import counted, day, listed, one_line, quoted, sentence, support

FEW_CHANGES = 3  # up to this many, the words are named; beyond, both wordings are given whole


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedDate:
    """An article whose stated date was overruled, or that states none."""

    article_id: str
    stated: dt.date | None
    published: dt.date | None
    status: str
    reason: str
    votes: tuple[DateEvidence, ...]
    sentence: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Altered:
    """One utterance in two wordings; ``left`` is the earlier text where the ledger knows it."""

    variant: QuotationVariant
    left: Quotation
    right: Quotation
    pieces: tuple[Piece, ...]
    speaker: str
    in_copy: bool  # a copy joins the two articles
    sentence: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SingleOrigin:
    """A claim in several articles that goes back to one source."""

    claim: Claim
    words: str  # the claim, of a figure the number alone
    source: str
    support: str
    link: str  # "all of it goes back to", or that no other source is named
    sentence: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A dispute with its sides, each side with the places where it is said."""

    dispute: Dispute
    sides: tuple[tuple[DisputeSide, ...], ...]
    sentence: str
    evidence: tuple[Evidence, ...]


def corrected_dates(index: Index) -> tuple[CorrectedDate, ...]:
    """Overruled dates first, then inferred and unknown ones; each in the order of the articles."""
    votes = index.grouped("date_evidence", lambda v: v.article_id)
    order = {"corrected": 0, "inferred": 1, "unknown": 2}
    found = [a for a in index.articles.values() if a.date_status in order]
    rows = []
    for a in sorted(found, key=lambda a: order[a.date_status]):
        own = tuple(sorted(votes.get(a.article_id, []), key=lambda v: (-v.weight, v.vote, v.value)))
        rows.append(
            CorrectedDate(
                article_id=a.article_id,
                stated=a.published_stated,
                published=a.published,
                status=a.date_status,
                reason=index.readable(beyond_sentence(a.date_reason, a.published_stated)),
                votes=own,
                sentence=date_sentence(index.name_of(a.article_id), a.published_stated, a.published),
                evidence=tuple(sorted({place(v) for v in own if v.start is not None and v.text})),
            )
        )
    return tuple(rows)


def beyond_sentence(reason: str, stated: dt.date | None) -> str:
    """The reason without a first sentence that only repeats what the file states."""
    return reason.removeprefix(f"The file states {day(stated)}.").strip()


def date_sentence(name: str, stated: dt.date | None, published: dt.date | None) -> str:
    if stated and published:
        return f"{name} states {day(stated)}; it was published on {day(published)}."
    if published:
        return f"{name} states no full date; it was published on {day(published)}."
    return f"{name} has no date that holds."


def altered_quotations(index: Index) -> tuple[Altered, ...]:
    """Utterances whose words differ between articles, those between copies first."""
    rows = []
    for variant in index.rows("quotation_variants"):
        a, b = index.quotations.get(variant.quotation_a), index.quotations.get(variant.quotation_b)
        if variant.relation == "altered" and a and b and a.article_id != b.article_id:
            rows.append(altered(index, variant, a, b))
    return tuple(sorted(rows, key=lambda r: not r.in_copy))


def altered(index: Index, variant: QuotationVariant, a: Quotation, b: Quotation) -> Altered:
    """The pair with its earlier text to the left."""
    pieces = read_diff(variant.diff) or word_diff(a.text, b.text)
    derivation = index.derivations.get(frozenset((a.article_id, b.article_id)))
    original = derivation.likely_original if derivation else None
    b_first = original == b.article_id if original else index.rank[b.article_id] < index.rank[a.article_id]
    left, right = (b, a) if b_first else (a, b)
    pieces = turned(pieces) if b_first else pieces
    speaker = index.speaker(left) or index.speaker(right)
    text = altered_sentence(index, speaker, left, right, changes(pieces))
    return Altered(
        variant=variant,
        left=left,
        right=right,
        pieces=pieces,
        speaker=speaker,
        in_copy=derivation is not None,
        sentence=text,
        evidence=(place(left), place(right)),
    )


def altered_sentence(
    index: Index, speaker: str, left: Quotation, right: Quotation, pairs: tuple[tuple[str, str], ...]
) -> str:
    head = f"A quotation of {speaker}" if speaker else "A quotation"
    first, second = index.name_of(left.article_id), index.name_of(right.article_id)
    if 0 < len(pairs) <= FEW_CHANGES:
        return f"{head} differs: {second} has {listed(change_words(pairs))}, compared with {first}."
    return f"{head} differs: {second} has {index.words(right)}, {first} has {index.words(left)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherWords:
    """Everything that one article has in other words inside quotation marks, in one sentence."""

    article_id: str
    sentence: str
    reason: str
    evidence: tuple[Evidence, ...]


def other_words(index: Index) -> tuple[OtherWords, ...]:
    """One finding for each article that differs from an earlier one; of three versions, from the first."""
    pairs: dict[tuple[str, str], list[Altered]] = {}
    for row in altered_quotations(index):
        pairs.setdefault((row.right.article_id, row.left.article_id), []).append(row)
    told: dict[str, OtherWords] = {}
    for right, left in sorted(pairs, key=lambda p: (index.rank[p[0]], index.rank[p[1]])):
        if right not in told:
            told[right] = told_at_once(index, left, right, pairs[right, left])
    return tuple(told.values())


def told_at_once(index: Index, left: str, right: str, rows: Sequence[Altered]) -> OtherWords:
    """Every change by speaker: the words where they are few, both wordings where they are many."""
    spoken: dict[str, list[str]] = {}
    for row in rows:
        spoken.setdefault(row.speaker or "Speaker not named", []).append(changed_words(index, row))
    by_speaker = [f"{who}: {'; '.join(words)}." for who, words in spoken.items()]
    head = f"{index.name_of(right)} differs from {index.name_of(left)} inside quotation marks."
    return OtherWords(
        article_id=right,
        sentence=" ".join([head, *by_speaker]),
        reason=rows[0].variant.reason,
        evidence=tuple(e for row in rows for e in row.evidence),
    )


def changed_words(index: Index, row: Altered) -> str:
    pairs = changes(row.pieces)
    if 0 < len(pairs) <= FEW_CHANGES:
        return listed(change_words(pairs))
    return f"{index.words(row.right)} for {index.words(row.left)}"


def single_origins(index: Index) -> tuple[SingleOrigin, ...]:
    """Claims in two or more articles with one source: figures first, then what most independent papers carry.

    A quotation is left out: that it goes back to its speaker needs no warning.
    """
    places = index.grouped("claim_evidence", lambda e: e.claim_id)
    figures = Figures(index)
    rows = []
    for c in index.rows("claims"):
        own = [e for e in places.get(c.claim_id, []) if e.stance == "affirms"]
        if c.kind != "quotation" and len({e.article_id for e in own}) > 1:
            rows += [r for r in [single_origin(index, c, own, figures)] if r]
    order = {"figure": 0, "event": 1}
    return tuple(
        sorted(rows, key=lambda r: (order.get(r.claim.kind, 2), -r.claim.n_families, -r.claim.n_articles))
    )


def single_origin(index: Index, c: Claim, own: list[ClaimEvidence], figures: Figures) -> SingleOrigin | None:
    """The finding where one source is behind all of it, or where no other one is named for a figure."""
    named = {f.claimant_id for f in figures.common(own) if f.claimant_id} if c.kind == "figure" else set()
    if c.n_origins == 1 and c.claimant_id:
        source_id, link = c.claimant_id, "all of it goes back to"
    elif len(named) == 1:
        source_id, link = min(named), "the only source that is named for it is"
    else:
        return None
    words = claim_words(c, own, figures)
    apart = f"{counted(c.n_articles, 'article')}, none a copy of another"
    carried = apart if c.n_families >= c.n_articles else support(c.n_articles, c.n_families)
    source = index.name_and_role(source_id)
    return SingleOrigin(
        claim=c,
        words=words,
        source=source,
        support=carried,
        link=link,
        sentence=sentence(f"{quoted(words)} stands in {carried}; {link} {source}"),
        evidence=tuple(place(e) for e in own),
    )


def claim_words(claim: Claim, evidence: Sequence[ClaimEvidence], figures: Figures) -> str:
    """What a claim says, as short as it can be shown: of a figure the number with its unit."""
    common = figures.common(evidence) if claim.kind == "figure" else []
    return one_line(common[0].text) if common else one_line(claim.text)


DISPUTE_ORDER = {"denial": 0, "figure": 1, "date": 2, "quotation": 3}


def disagreements(index: Index, *kinds: str) -> tuple[Disagreement, ...]:
    """Disputes of the given kinds (all without one), with their sides; denials first."""
    sides = index.grouped("dispute_sides", lambda s: s.dispute_id)
    rows = []
    for d in sorted(index.rows("disputes"), key=lambda d: DISPUTE_ORDER.get(d.kind, 9)):
        if kinds and d.kind not in kinds:
            continue
        letters: dict[str, list[DisputeSide]] = {}
        for side in sides.get(d.dispute_id, []):
            letters.setdefault(side.side, []).append(side)
        grouped = tuple(tuple(letters[k]) for k in sorted(letters))
        rows.append(
            Disagreement(
                dispute=d,
                sides=grouped,
                sentence=sentence(in_words(d.summary)),
                evidence=tuple(place(s) for group in grouped for s in group),
            )
        )
    return tuple(rows)


def in_words(summary: str) -> str:
    """A summary whose diff, if it has one, is told in words instead of marks."""
    pairs = changes(read_diff(summary))
    head, colon, _ = summary.partition(": ")
    return f"{head}: {listed(change_words(pairs))}" if pairs and colon else summary


class Finding(Protocol):
    """What every finding here has: a sentence to read aloud and the places that prove it."""

    @property
    def sentence(self) -> str: ...

    @property
    def evidence(self) -> tuple[Evidence, ...]: ...
