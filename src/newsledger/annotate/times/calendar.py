"""TIMEX3 values and the days that they cover."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

SEASONS = {
    "SP": (3, 5),
    "SU": (6, 8),
    "FA": (9, 11),
    "WI": (0, 2),
}  # the winter of a year is the one that its January falls in
QUARTERS = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)}


@dataclass(frozen=True, slots=True)
class Interval:
    """First and last day, inclusive, and how exact the expression is."""

    earliest: dt.date | None
    latest: dt.date | None
    granularity: str | None


NOTHING = Interval(None, None, None)


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month; months beyond 12 run into the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return (dt.date(year, month, 28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day of another month, or that month's last one."""
    index = day.year * 12 + day.month - 1 + months
    last = month_end(index // 12, index % 12 + 1)
    return last.replace(day=min(day.day, last.day))


def week_value(day: dt.date) -> str:
    """The ISO week of a day, as TIMEX3 writes it."""
    iso = day.isocalendar()
    return f"{iso.year:04}-W{iso.week:02}"


def interval_of(value: str) -> Interval:
    """The days that a value covers; ``NOTHING`` for durations, references and what is partly unknown."""
    date, _, clock = value.partition("T")
    date = date.removeprefix("FY")
    try:
        found = _interval(date)
    except ValueError:
        return NOTHING
    return Interval(found.earliest, found.latest, "time") if clock and found.earliest else found


def _interval(date: str) -> Interval:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", date):
        day = dt.date.fromisoformat(date)
        return Interval(day, day, "day")
    if re.fullmatch(r"\d{4}-\d\d", date):
        first = dt.date.fromisoformat(date + "-01")
        return Interval(first, month_end(first.year, first.month), "month")
    if re.fullmatch(r"\d{4}-\d\d-XX", date):
        return _interval(date[:7])
    if re.fullmatch(r"\d{4}(?:-XX)*", date):
        return Interval(dt.date(int(date[:4]), 1, 1), dt.date(int(date[:4]), 12, 31), "year")
    if week := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", date):
        monday = dt.date.fromisocalendar(int(week[1]), int(week[2]), 1)
        first = monday + dt.timedelta(days=5) if week[3] else monday
        return Interval(first, monday + dt.timedelta(days=6), "week")
    if part := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI|Q\d|H\d)", date):
        year = int(part[1])
        first_month, last_month = (SEASONS | QUARTERS)[part[2]]
        first = dt.date(year, first_month, 1) if first_month else dt.date(year - 1, 12, 1)
        granularity = "season" if part[2] in SEASONS else "quarter" if part[2][0] == "Q" else "half"
        return Interval(first, month_end(year, last_month), granularity)
    if re.fullmatch(r"[12]\d{2}", date):
        return Interval(dt.date(int(date) * 10, 1, 1), dt.date(int(date) * 10 + 9, 12, 31), "decade")
    if re.fullmatch(r"[12]\d", date):
        return Interval(dt.date(int(date) * 100, 1, 1), dt.date(int(date) * 100 + 99, 12, 31), "century")
    return NOTHING


def easter(year: int) -> dt.date:
    """Western Easter Sunday (the anonymous Gregorian algorithm, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)


def holiday(rule: str, year: int) -> dt.date:
    """The day of a holiday's rule ("12-25", "easter-2", "11-4-4+1") in a year."""
    if rule.startswith("easter"):
        return easter(year) + dt.timedelta(days=int(rule[6:]))
    rule, _, extra = rule.partition("+")
    parts = re.fullmatch(r"(\d\d)-(\d\d|\d-(-?\d))", rule)
    if parts is None:
        raise ValueError(rule)
    month = int(parts[1])
    if parts[3] is None:
        return dt.date(year, month, int(parts[2]))
    weekday, nth = int(parts[2][0]), int(parts[3])
    if nth > 0:
        first = dt.date(year, month, 1)
        day = first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    else:
        last = month_end(year, month)
        day = last - dt.timedelta(days=(last.isoweekday() - weekday) % 7)
    return day + dt.timedelta(days=int(extra or 0))
