"""The day of this version of an article, where it is not the day of its first publication.

Told by the file ("modified"), by a note in the article ("Correction, March 12"), or by an earlier version in
the pile. ``published`` stays what its own evidence says.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from newsledger.annotate.annotation import FoundTime
from newsledger.link.dates.candidates import safe
from newsledger.link.dates.clues import Clues, iso
from newsledger.link.dates.labels import patterns, tells_a_change
from newsledger.records import Article, DateEvidence, Derivation, Passage


def date_versions(
    articles: Sequence[Article],
    clues: Mapping[str, Clues],
    times: Mapping[str, Sequence[FoundTime]],
    passages: Iterable[Passage],
    derivations: Iterable[Derivation],
    as_of: dt.date | None,
) -> tuple[tuple[Article, ...], list[DateEvidence]]:
    """The articles with ``updated``, and a vote for each note and each earlier version that tells it."""
    notes: dict[str, list[Passage]] = {}
    for passage in passages:
        notes.setdefault(passage.article_id, []).append(passage)
    votes = list(earlier_versions(articles, derivations))
    for a in articles:
        votes += told(a, times.get(a.article_id, ()), notes.get(a.article_id, ()))
    days: dict[str, list[dt.date]] = {}
    for vote in votes:
        days.setdefault(vote.article_id, []).append(dt.date.fromisoformat(vote.value))
    dated = tuple(
        replace(a, updated=latest((*days.get(a.article_id, ()), *modified(a, clues[a.article_id])), as_of))
        for a in articles
    )
    return dated, votes


def latest(days: Iterable[dt.date], as_of: dt.date | None) -> dt.date | None:
    """The last of the days that are not after the run's own."""
    return max((d for d in days if as_of is None or d <= as_of), default=None)


def modified(article: Article, clues: Clues) -> Iterator[dt.date]:
    """The days of change that the file states.

    Not the day of the fetch, which pages made on demand give, nor one that the file falsely gave as its first.
    """
    for row in clues.rows:
        day = iso(row.value) if row.vote == "modified" else None
        if day and article.published and day > article.published and day not in (clues.fetched, clues.stated):
            yield day


def earlier_versions(
    articles: Sequence[Article], derivations: Iterable[Derivation]
) -> Iterator[DateEvidence]:
    """A vote for the day of each article of which the pile has an earlier version."""
    known = {a.article_id: a for a in articles}
    for d in derivations:
        pair = [known[i] for i in (d.article_a, d.article_b) if i in known]
        if not d.is_update or len(pair) < 2:
            continue
        first, later = sorted(pair, key=lambda a: (a.published or dt.date.max, a.article_id))
        if first.published and later.published and first.published < later.published:
            yield DateEvidence(
                article_id=later.article_id, vote="version", value=later.published.isoformat(),
                note=f"a later version of {first.article_id}, published {first.published}",
            )  # fmt: skip


def told(article: Article, times: Sequence[FoundTime], notes: Sequence[Passage]) -> Iterator[DateEvidence]:
    """A vote for each date in a note that says when the article was changed."""
    for note in notes:
        if note.kind not in patterns().kinds or article.published is None:
            continue
        for time in times:
            inside = note.start <= time.start and time.end <= note.end
            if inside and time.timex_type in ("DATE", "TIME") and dates_the_note(article.text, note, time):
                day = day_after(dict(time.meaning), article.published)
                if day:
                    yield DateEvidence(
                        article_id=article.article_id, vote="correction", value=day.isoformat(),
                        start=time.start, end=time.end, text=time.text, note="the day of a change to the article",
                    )  # fmt: skip


def dates_the_note(text: str, note: Passage, time: FoundTime) -> bool:
    """Whether the words around a date say that it is the day of the change, not one that the note tells of."""
    return tells_a_change(text[note.start : time.start], text[time.end : note.end])


def day_after(meaning: Mapping[str, object], published: dt.date) -> dt.date | None:
    """The day of a reading if it lies after the publication; without a year the first such day."""
    month, number = meaning.get("month"), meaning.get("day")
    if not isinstance(month, int) or not isinstance(number, int):
        return None
    year = meaning.get("year")
    years = (year,) if isinstance(year, int) else (published.year, published.year + 1)
    same = safe(published.year, month, number)
    if not isinstance(year, int) and same == published:
        return None
    return next((d for y in years if (d := safe(y, month, number)) and d > published), None)
