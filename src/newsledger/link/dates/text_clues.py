"""Dates and weekdays in the text that bear on its own day of publication."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from newsledger.annotate.annotation import FoundTime
from newsledger.link.dates.labels import dates_a_picture, tells_a_change, tells_publication

HEAD, FOOT = 400, 200  # characters
HOUR = re.compile(r",?\s+(?:at\s+)?\d{1,2}[.:]\d\d|\s+-\s+\d{1,2}:\d\d")
AGENCY = re.compile(r"\s*\([A-Z][\w .&-]{1,24}\)\s*[-–—]")
WEEKDAY_RULES = ("weekday", "weekday_part", "part_of_weekday")
DAY_RULES = (
    "month_day",
    "day_month",
    "month_day_year",
    "day_month_year",
    "month_range_day",
    "day_range_month",
)


def weekdays(times: Sequence[FoundTime], *, plans: bool) -> tuple[tuple[int, FoundTime], ...]:
    """The weekday named most often as past (or as ahead); several where they tie."""
    named: dict[int, FoundTime] = {}
    count: Counter[int] = Counter()
    for time in times:
        meaning = dict(time.meaning)
        if time.rule not in WEEKDAY_RULES or meaning.get("relation") or (time.tense == "future") is not plans:
            continue
        day = int(str(meaning["weekday"]))
        named.setdefault(day, time)
        count[day] += 1
    most = max(count.values(), default=0)
    return tuple((day, named[day]) for day in sorted(named) if count[day] == most)


def past_days(times: Sequence[FoundTime]) -> tuple[tuple[int, int, FoundTime], ...]:
    """Days and months of the past without a year, each once."""
    out: dict[tuple[int, int], FoundTime] = {}
    for time in times:
        meaning = dict(time.meaning)
        if time.rule in DAY_RULES and "year" not in meaning and time.tense == "past" and "day" in meaning:
            out.setdefault((int(str(meaning["month"])), int(str(meaning["day"]))), time)
    return tuple((m, d, time) for (m, d), time in sorted(out.items(), key=lambda item: item[0]))


def past_dates(times: Sequence[FoundTime]) -> tuple[tuple[dt.date, FoundTime], ...]:
    """Full dates told as past."""
    out: dict[dt.date, FoundTime] = {}
    for time in times:
        meaning = dict(time.meaning)
        if time.rule in DAY_RULES and "year" in meaning and time.tense == "past" and "day" in meaning:
            try:
                day = dt.date(int(str(meaning["year"])), int(str(meaning["month"])), int(str(meaning["day"])))
            except ValueError:
                continue
            out.setdefault(day, time)
    return tuple(sorted(out.items(), key=lambda item: item[0]))


def past_years(times: Sequence[FoundTime]) -> tuple[tuple[int, FoundTime], ...]:
    """Years told as past, or named outright with a month."""
    out: dict[int, FoundTime] = {}
    for time in times:
        year = dict(time.meaning).get("year")
        if isinstance(year, int) and time.tense == "past" and time.rule in ("year", "month_year"):
            out.setdefault(year, time)
    return tuple(sorted(out.items(), key=lambda item: item[0]))


def stamps(times: Sequence[FoundTime], text: str) -> tuple[tuple[dt.date, FoundTime], ...]:
    """Full dates that may be the page's own: at the head, at the foot, or with a weekday or an hour beside them."""
    out: dict[dt.date, FoundTime] = {}
    for time in times:
        meaning = dict(time.meaning)
        if not {"year", "month", "day"} <= meaning.keys() or time.timex_type == "SET":
            continue
        edge = time.start < HEAD or time.end > len(text) - FOOT
        hour = HOUR.match(text, time.end, time.end + 16) is not None or "hour" in meaning
        day = (
            None
            if dates_a_picture(line_before(text, time), text[time.end : time.end + HEAD])
            else safe_day(meaning)
        )
        if day and (edge or hour or "weekday" in meaning):
            out.setdefault(day, time)
    return tuple(sorted(out.items(), key=lambda item: item[0]))[:4]


def first_published(times: Sequence[FoundTime], text: str) -> dt.date | None:
    """The full date after a label that says so, in a line of its own: "First published 12 May 2022"."""
    for time in times:
        meaning = dict(time.meaning)
        if "year" in meaning and "day" in meaning and "month" in meaning and time.start < HEAD:
            day = safe_day(meaning)
            if day and tells_publication(line_before(text, time)):
                return day
    return None


def line_before(text: str, time: FoundTime) -> str:
    """What stands before an expression in its line."""
    return text[max(text.rfind("\n", 0, time.start) + 1, time.start - HEAD) : time.start]


def dates_a_change(text: str, time: FoundTime) -> bool:
    """Whether the line that a date stands in makes it the day of a change: "Updated 13 May 2022".

    Such a day tells nothing of the first publication.
    """
    if time.rule not in DAY_RULES:
        return False
    return tells_a_change(line_before(text, time), text[time.end : time.end + FOOT])


def safe_day(meaning: Mapping[str, object]) -> dt.date | None:
    """The day of a reading with year, month and day; None for 31 February."""
    try:
        return dt.date(int(str(meaning["year"])), int(str(meaning["month"])), int(str(meaning["day"])))
    except ValueError:
        return None


def datelines(times: Sequence[FoundTime], text: str) -> tuple[tuple[int, int, FoundTime], ...]:
    """Days before an agency in brackets and a dash: datelines that do not open the text."""
    out = []
    for time in times:
        meaning = dict(time.meaning)
        if time.rule in ("month_day", "day_month") and AGENCY.match(text, time.end, time.end + 40):
            out.append((int(str(meaning["month"])), int(str(meaning["day"])), time))
    return tuple(out[:2])


def calendar(times: Sequence[FoundTime]) -> tuple[tuple[int, int, int, FoundTime], ...]:
    """A weekday with its date but no year: it fits some years only."""
    out = []
    for time in times:
        meaning = dict(time.meaning)
        if {"weekday", "month", "day"} <= meaning.keys() and "year" not in meaning and time.rule in DAY_RULES:
            out.append(
                (int(str(meaning["weekday"])), int(str(meaning["month"])), int(str(meaning["day"])), time)
            )
    return tuple(out[:4])
