"""The ledger's tables and the record of each: the one place that joins a table's name to its rows."""

from __future__ import annotations

import dataclasses
from typing import Any

from newsledger import records as r

TABLES: dict[str, type[Any]] = {
    "articles": r.Article,
    "issues": r.Issue,
    "passages": r.Passage,
    "links": r.Link,
    "date_evidence": r.DateEvidence,
    "sentences": r.Sentence,
    "entities": r.Entity,
    "entity_roles": r.EntityRole,
    "mentions": r.Mention,
    "places": r.Place,
    "times": r.Time,
    "quotations": r.Quotation,
    "quotation_variants": r.QuotationVariant,
    "figures": r.Figure,
    "events": r.Event,
    "event_mentions": r.EventMention,
    "derivations": r.Derivation,
    "alignments": r.Alignment,
    "revisions": r.Revision,
    "sentence_order": r.SentencePlace,
    "claims": r.Claim,
    "claim_evidence": r.ClaimEvidence,
    "disputes": r.Dispute,
    "dispute_sides": r.DisputeSide,
    "timeline": r.TimelineEntry,
    "timeline_evidence": r.TimelineEvidence,
    "stories": r.Story,
    "families": r.Family,
    "runs": r.Run,
    "arrivals": r.Arrival,
}


def columns(table: str) -> tuple[str, ...]:
    """The columns of a table, in order."""
    return tuple(f.name for f in dataclasses.fields(TABLES[table]))
