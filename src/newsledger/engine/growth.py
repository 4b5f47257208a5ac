"""What a ledger was made from, taken back out of it: the ground of ``add`` and of ``changes``.

The stages across articles run over the whole pile again, since a new article may date, name or support any
other; what costs, the annotation, comes from the cache. So a ledger that grew equals one built at once.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from newsledger.read import ReadResult


def as_read(tables: Mapping[str, tuple[Any, ...]], only: Collection[str] | None = None) -> ReadResult:
    """The reading that a ledger came from, or of those articles of it whose ids are in ``only``."""

    def wanted(row: Any) -> bool:
        return only is None or row.article_id in only

    return ReadResult(
        articles=tuple(_unjudged(a) for a in tables["articles"] if wanted(a)),
        passages=tuple(p for p in tables["passages"] if wanted(p)),
        links=tuple(replace(k, target_id=None) for k in tables["links"] if wanted(k)),
        date_evidence=tuple(
            replace(e, weight=0.0) for e in tables["date_evidence"] if e.stage == "read" and wanted(e)
        ),
        issues=tuple(i for i in tables["issues"] if i.stage == "read"),
    )


def _unjudged(article: Any) -> Any:
    return replace(
        article,
        published=None,
        date_status="unknown",
        date_confidence=0.0,
        date_reason="",
        story_id=None,
        family_id=None,
        updated=None,
    )
