"""What to beware of in a pile: dates that were wrong, and several articles with a single source.

Each finding has a ``sentence`` that can be read aloud and the places that prove it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from newsledger.records import (
    Claim,
    ClaimEvidence,
    DateEvidence,
)
from newsledger.report.figures import Figures
from newsledger.report.settled import Settling
from newsledger.report.tables import Evidence, Index, place
from newsledger.report.wording import counted, day, one_line, quoted, sentence, support


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
class SingleOrigin:
    """A claim in several articles that goes back to one source."""

    claim: Claim
    words: str  # the claim, of a figure the number alone
    source: str
    support: str
    settled: str  # what became of its number since; empty where it stands
    link: str  # "all of it goes back to", or that no other source is named
    sentence: str
    evidence: tuple[Evidence, ...]


def corrected_dates(index: Index) -> tuple[CorrectedDate, ...]:
    """Overruled dates first, then inferred and unknown ones; each in the order of the articles."""
    votes = index.grouped("date_evidence", lambda v: v.article_id)
    order = {"corrected": 0, "inferred": 1, "unknown": 2}
    found = [a for a in index.articles.values() if a.date_status in order]
    rows = []
    for a in sorted(found, key=lambda a: order[a.date_status]):
        cast = sorted(votes.get(a.article_id, []), key=lambda v: (-v.weight, v.vote, v.value))
        own = tuple(replace(v, note=index.readable(v.note)) for v in cast)
        rows.append(
            CorrectedDate(
                article_id=a.article_id,
                stated=a.published_stated,
                published=a.published,
                status=a.date_status,
                reason=index.readable(beyond_sentence(a.date_reason, a.published_stated)),
                votes=own,
                sentence=date_sentence(index.bare_name(a.article_id), a.published_stated, a.published),
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


def single_origins(index: Index) -> tuple[SingleOrigin, ...]:
    """Claims in two or more articles with one source: figures first, then what most independent papers carry.

    A quotation is left out: that it goes back to its speaker needs no warning.
    """
    places = index.grouped("claim_evidence", lambda e: e.claim_id)
    figures, settling = Figures(index), Settling(index)
    rows = []
    for c in index.rows("claims"):
        own = [e for e in places.get(c.claim_id, []) if e.stance == "affirms"]
        if c.kind != "quotation" and len({e.article_id for e in own}) > 1:
            rows += [r for r in [single_origin(index, c, own, figures, settling)] if r]
    return tuple(sorted(rows, key=weight))


def weight(row: SingleOrigin) -> tuple[int, int, int, int]:
    """Figures before events before reports; then one origin before several, and many papers before few."""
    c = row.claim
    return ({"figure": 0, "event": 1}.get(c.kind, 2), c.n_origins, -c.n_families, -c.n_articles)


def single_origin(
    index: Index, c: Claim, own: list[ClaimEvidence], figures: Figures, settling: Settling
) -> SingleOrigin | None:
    """The finding where one source is behind all of it, or where no other one is named for a figure."""
    named = {f.claimant_id for f in figures.common(own) if f.claimant_id} if c.kind == "figure" else set()
    if c.n_origins == 1 and c.claimant_id:
        source_id, link = c.claimant_id, "all of it goes back to"
    elif len(named) == 1:
        source_id, link = min(named), "the only source that is named for it is"
    else:
        return None
    settled = settling.of_claim(c.claim_id)
    words = claim_words(c, own, figures)
    apart = f"{counted(c.n_articles, 'article')}, none a copy of another"
    carried = apart if c.n_families >= c.n_articles else support(c.n_articles, c.n_families)
    source = index.name_and_role(source_id)
    told = f"{quoted(words)} stands in {carried}; {link} {source}"
    return SingleOrigin(
        claim=c,
        words=words,
        source=source,
        support=carried,
        settled=settled,
        link=link,
        sentence=sentence("; ".join(t for t in (told, settled) if t)),
        evidence=tuple(place(e) for e in own),
    )


def claim_words(claim: Claim, evidence: Sequence[ClaimEvidence], figures: Figures) -> str:
    """What a claim says, as short as it can be shown: of a figure the number with its unit."""
    common = figures.common(evidence) if claim.kind == "figure" else []
    return one_line(common[0].text) if common else one_line(claim.text)


class Finding(Protocol):
    """What every finding here has: a sentence to read aloud and the places that prove it."""

    @property
    def sentence(self) -> str: ...

    @property
    def evidence(self) -> tuple[Evidence, ...]: ...
