"""The day of publication of each article, from weighed evidence."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from newsledger.annotate.annotation import Annotation
from newsledger.records import (
    Alignment,
    Article,
    DateEvidence,
    Derivation,
    Issue,
    Link,
    Passage,
    Settings,
)


def date_articles(
    *,
    articles: tuple[Article, ...],
    date_evidence: tuple[DateEvidence, ...],
    annotations: tuple[Annotation, ...],
    passages: tuple[Passage, ...],
    links: tuple[Link, ...],
    derivations: tuple[Derivation, ...],
    alignments: tuple[Alignment, ...],
    issues: tuple[Issue, ...],
    settings: Settings,
) -> Mapping[str, tuple[Any, ...]]:
    """The verdicts: the address first, then the statement of the file."""
    votes: dict[str, list[DateEvidence]] = defaultdict(list)
    for row in date_evidence:
        votes[row.article_id].append(row)
    dated = []
    for article in articles:
        address = next((v for v in votes[article.article_id] if v.vote == "url" and len(v.value) == 10), None)
        stated = article.published_stated
        if address and re.fullmatch(r"\d{4}-\d\d-\d\d", address.value):
            day = dt.date.fromisoformat(address.value)
            status = "confirmed" if day == stated else "corrected" if stated else "inferred"
            dated.append(replace(article, published=day, date_status=status, date_confidence=0.97,
                                 date_reason=f"The address says {day}"))  # fmt: skip
        elif stated:
            dated.append(replace(article, published=stated, date_status="confirmed", date_confidence=0.9,
                                 date_reason="Stated, and nothing outweighs it"))  # fmt: skip
        else:
            dated.append(article)
    return {"articles": tuple(dated), "date_evidence": date_evidence, "issues": issues}
