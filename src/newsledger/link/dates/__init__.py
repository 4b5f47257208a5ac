"""The day of publication of each article, from weighed evidence.

A date is a claim. Statements (metadata, JSON-LD, meta tags), the address, the dateline, weekdays and dates
in the text, articles with the same words, and the words of the day each vote; a stated date is corrected
only where evidence from outside the doubt outweighs it, and the reason names that evidence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from newsledger.annotate.annotation import Annotation
from newsledger.annotate.fingerprint import keys_in, print_of
from newsledger.link.dates.clues import gather
from newsledger.link.dates.evidence import vote_rows
from newsledger.link.dates.shared import find_shared
from newsledger.link.dates.verdict import issue_of, verdict
from newsledger.link.dates.versions import date_versions
from newsledger.link.dates.weigh import weigh
from newsledger.records import (
    Article,
    DateEvidence,
    Derivation,
    Issue,
    Passage,
    Settings,
)

__all__ = ["date_articles"]


def date_articles(
    *,
    articles: tuple[Article, ...],
    date_evidence: tuple[DateEvidence, ...],
    annotations: tuple[Annotation, ...],
    passages: tuple[Passage, ...],
    derivations: tuple[Derivation, ...],
    issues: tuple[Issue, ...],
    settings: Settings,
) -> Mapping[str, tuple[Any, ...]]:
    """The verdict on every article's date, every vote kept as a row, and an issue for each doubt."""
    rows: dict[str, list[DateEvidence]] = defaultdict(list)
    for row in date_evidence:
        rows[row.article_id].append(row)
    found = {a.article_id: a for a in annotations}
    clues = [gather(a, rows[a.article_id], found.get(a.article_id)) for a in articles]
    prints = {a.article_id: print_of(a.text, found.get(a.article_id)) for a in articles}
    near = find_shared({i: keys_in(p.stretches) for i, p in prints.items()}, derivations)
    weighed = weigh(clues, {i: keys_in(p.features) for i, p in prints.items()}, near, settings.as_of)
    dated = tuple(verdict(weighed[a.article_id], near[a.article_id], weighed) for a in articles)
    dated, changes = date_versions(
        dated,
        {i: w.clues for i, w in weighed.items()},
        {i: a.times for i, a in found.items()},
        passages,
        derivations,
        settings.as_of,
    )
    votes = [v for a in dated for v in vote_rows(weighed[a.article_id], near[a.article_id], weighed)]
    votes += changes
    doubts = [i for a in dated if (i := issue_of(a, weighed[a.article_id]))]
    return {
        "articles": dated,
        "date_evidence": tuple(
            sorted(votes, key=lambda v: (v.article_id, v.vote, v.value, v.start or -1, v.note))
        ),
        "issues": (*issues, *sorted(doubts, key=lambda i: (i.source, i.message))),
    }
