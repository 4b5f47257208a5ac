"""What every format says of an entry, in words."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from newsledger.assess.timeline.sifting import is_plan
from newsledger.records import Figure
from newsledger.report import plans
from newsledger.report.disputes import disagreements, label
from newsledger.report.sections import STATUS_WORDS
from newsledger.report.tables import Evidence, Index
from newsledger.report.timeline_formats.choosing import Chapter, Told
from newsledger.report.wording import one_line, support


def status(told: Told) -> str:
    return STATUS_WORDS.get(told.entry.status, told.entry.status)


def left_out(chapters: Sequence[Chapter]) -> str:
    """How many entries are not shown, and how to get them; nothing where all are."""
    n = sum(chapter.left_out for chapter in chapters)
    shown = sum(len(chapter.told) for chapter in chapters)
    return f"{shown} of {shown + n} entries are shown; --all writes every one." if n else ""


def role(index: Index, told: Told, place: Evidence) -> str:
    """ "source", or "foretold" where an article only said beforehand what is reported: that does not support it."""
    published = index.published(place.article_id)
    if told.entry.status == "planned" or not published or not told.entry.latest or not told.entry.earliest:
        return "source"
    early = published < told.entry.earliest or (published <= told.entry.latest and is_plan(place.text))
    return "foretold" if early else "source"


def carried(index: Index, told: Told) -> str:
    """ "three articles, two independent", and what became of a plan."""
    counts = support(told.entry.n_articles, told.entry.n_families)
    outcome = plans.outcome(index, told.entry) or passed(index, told)
    return f"{counts}; {outcome}" if outcome else counts


def passed(index: Index, told: Told) -> str:
    """That the day of a plan lies before the pile's last."""
    last = max((a.published for a in index.articles.values() if a.published), default=None)
    over = told.entry.status == "planned" and last and told.entry.latest and told.entry.latest < last
    return "its day has passed" if over else ""


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
    """Each dispute in the sentences of the report, with what kind it is, and whether it is open."""
    return list(dict.fromkeys(line for d in told.disputes if (line := _sentences(index).get(d.dispute_id))))


@functools.lru_cache(maxsize=1)
def _sentences(index: Index) -> dict[str, str]:
    """What the report says of each dispute, by id; of two that say the same, of both."""
    told = {
        d.dispute.dispute_id: f"{'settled' if d.settled else 'disputed'}, {d.label}: {one_line(d.sentence)}"
        for d in disagreements(index)
    }
    plain = {d.dispute_id: f"disputed, {label(d)}: {one_line(d.summary)}" for d in index.rows("disputes")}
    return plain | told
