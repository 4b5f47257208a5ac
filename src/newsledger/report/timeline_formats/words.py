"""What every format says of an entry, in words."""

from __future__ import annotations

import functools

from newsledger.records import Figure
from newsledger.report import plans
from newsledger.report.disputes import disagreements, label
from newsledger.report.sections import STATUS_WORDS
from newsledger.report.tables import Evidence, Index
from newsledger.report.timeline_formats.choosing import Told
from newsledger.report.wording import one_line, support


def status(told: Told) -> str:
    return STATUS_WORDS.get(told.entry.status, told.entry.status)


def carried(index: Index, told: Told) -> str:
    """ "three articles, two independent", and what became of a plan."""
    counts = support(told.entry.n_articles, told.entry.n_families)
    outcome = plans.outcome(index, told.entry)
    return f"{counts}; {outcome}" if outcome else counts


def where(index: Index, place: Evidence) -> str:
    """ "Orle Courier, 3 May, pile/courier.json, characters 20 to 35"."""
    article = index.articles.get(place.article_id)
    source = article.source if article else place.article_id
    return f"{one_line(index.label(place.article_id))}, {source}, characters {place.start} to {place.end}"


def figure(index: Index, row: Figure) -> str:
    """The figure as it is written, what it counts, and who gives it."""
    claimant = index.name(row.claimant_id)
    by = f" ({one_line(claimant)})" if claimant else ""
    return f"{one_line(row.text)}{by}"


def figures(index: Index, told: Told) -> list[str]:
    """Each figure once, however many articles have it."""
    return list(dict.fromkeys(figure(index, row) for row in told.figures if not row.retracted))


def disputes(index: Index, told: Told) -> list[str]:
    """Each dispute in the sentences of the report, with what kind it is."""
    return list(dict.fromkeys(line for d in told.disputes if (line := _sentences(index).get(d.dispute_id))))


@functools.lru_cache(maxsize=1)
def _sentences(index: Index) -> dict[str, str]:
    """What the report says of each dispute, by id; of two that say the same, of both."""
    told = {d.dispute.dispute_id: f"{d.label}: {one_line(d.sentence)}" for d in disagreements(index)}
    plain = {d.dispute_id: f"{label(d)}: {one_line(d.summary)}" for d in index.rows("disputes")}
    return plain | told
