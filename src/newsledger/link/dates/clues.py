"""What one article says of its day of publication: statements, address, dateline, and dates in the text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from newsledger.annotate.annotation import Annotation, FoundTime
from newsledger.link.dates.text_clues import (
    calendar,
    datelines,
    dates_a_change,
    first_published,
    past_dates,
    past_days,
    past_years,
    stamps,
    weekdays,
)
from newsledger.records import Article, DateEvidence

STATEMENTS = ("metadata", "json_ld", "meta_tag", "htmldate")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """The clues of one article. Days without a year are (month, day)."""

    article: Article
    stated: dt.date | None
    others_stated: tuple[dt.date, ...] = ()
    url_day: dt.date | None = None
    url_month: tuple[int, int] | None = None
    dateline: tuple[int, int] | None = None
    dateline_day: dt.date | None = None
    modified: dt.date | None = None
    fetched: dt.date | None = None
    weekdays: tuple[tuple[int, FoundTime], ...] = ()  # the weekday named most as past, with its first mention
    plans: tuple[tuple[int, FoundTime], ...] = ()
    past_days: tuple[tuple[int, int, FoundTime], ...] = ()
    past_dates: tuple[tuple[dt.date, FoundTime], ...] = ()
    past_years: tuple[tuple[int, FoundTime], ...] = ()
    calendar: tuple[tuple[int, int, int, FoundTime], ...] = ()  # weekday, month, day
    stamps: tuple[tuple[dt.date, FoundTime], ...] = ()  # full dates at the head or foot, or with a weekday
    datelines: tuple[tuple[int, int, FoundTime], ...] = ()  # "June 3 (Agency) -" further down
    rows: tuple[DateEvidence, ...] = field(default=())


def gather(article: Article, rows: Sequence[DateEvidence], annotation: Annotation | None) -> Clues:
    """The clues of an article from its candidates and its temporal expressions."""
    found = annotation.times if annotation else ()
    times = tuple(t for t in found if not dates_a_change(article.text, t))
    url = first(rows, "url")
    dateline = first(rows, "dateline")
    return Clues(
        article=article,
        stated=article.published_stated,
        others_stated=other_statements(article, rows),
        url_day=iso(url.value) if url else None,
        url_month=year_month(url.value) if url else None,
        dateline=month_day(dateline.value) if dateline else None,
        dateline_day=iso(dateline.value) if dateline else first_published(times, article.text),
        modified=earliest(rows, "modified"),
        fetched=earliest(rows, "fetched"),
        weekdays=weekdays(times, plans=False),
        plans=weekdays(times, plans=True),
        past_days=past_days(times),
        past_dates=past_dates(times),
        past_years=past_years(times),
        calendar=calendar(times),
        stamps=stamps(times, article.text),
        datelines=() if dateline else datelines(times, article.text),
        rows=tuple(rows),
    )  # fmt: skip


def other_statements(article: Article, rows: Iterable[DateEvidence]) -> tuple[dt.date, ...]:
    """What other fields of the file state, where they differ from its stated date."""
    found = {day for row in rows if row.vote in STATEMENTS and (day := iso(row.value))}
    return tuple(sorted(found - {article.published_stated}))


def first(rows: Iterable[DateEvidence], vote: str) -> DateEvidence | None:
    """The first vote of a kind, by its value."""
    return min((r for r in rows if r.vote == vote), key=lambda r: r.value, default=None)


def earliest(rows: Iterable[DateEvidence], vote: str) -> dt.date | None:
    """The earliest day that votes of a kind give."""
    return min((d for r in rows if r.vote == vote and (d := iso(r.value))), default=None)


def iso(value: str) -> dt.date | None:
    """A full ISO date, or None."""
    try:
        return dt.date.fromisoformat(value) if len(value) == 10 else None
    except ValueError:
        return None


def year_month(value: str) -> tuple[int, int] | None:
    """ "2013-03" as numbers."""
    found = re.fullmatch(r"(\d{4})-(\d\d)", value)
    return (int(found[1]), int(found[2])) if found else None


def month_day(value: str) -> tuple[int, int] | None:
    """ "--12-01" or "12-01" as numbers."""
    found = re.fullmatch(r"(?:--)?(\d\d)-(\d\d)", value)
    return (int(found[1]), int(found[2])) if found else None
