"""The report's sections as plain rows, the same for every format: time, speech, people, support, refusals."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from newsledger.records import (
    Article,
    Claim,
    ClaimEvidence,
    Issue,
    TimelineEntry,
)
from newsledger.report import beware, plans
from newsledger.report.figures import Figures
from newsledger.report.settled import Settling
from newsledger.report.tables import Evidence, Index, place
from newsledger.report.wording import day, days, support

STATUS_WORDS = {
    "occurred": "happened",
    "planned": "planned",
    "hypothetical": "hypothetical",
    "denied": "denied",
    "historical": "background",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """One entry of the timeline, with what the report says of it in words."""

    entry: TimelineEntry
    when: str
    status: str  # in words
    support: str
    evidence: tuple[Evidence, ...]
    outcome: str = ""  # what became of a plan, in words


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
    """The message of an issue, which stands beside its source, without it."""
    message = issue.message
    while message.startswith(f"{issue.source}: "):
        message = message.removeprefix(f"{issue.source}: ")
    return message
