"""Dates as files write them. The calendar day is kept as stated, in its own zone.

ISO 8601 (extended and basic), RFC 2822, ``YYYYMMDD``, seconds or milliseconds since 1970 (UTC), and
dates in English words.
"""

from __future__ import annotations

import datetime as dt
import functools
import re

from newsledger.read.tables import alternatives, table

FIRST_YEAR, LAST_YEAR = 1600, 2199

ISO = re.compile(r"\s*(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
BASIC = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?:T?\d{2,6}(?:\.\d+)?Z?)?\s*$")
PARTIAL = re.compile(r"\s*(\d{4})(?:-(\d{2}))?\s*$")
NUMERIC = re.compile(r"\s*(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
EPOCH_SECONDS = (10**8, 5 * 10**9)  # 1973 to 2128; a smaller number may be anything


@functools.lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """Month numbers by lower-case name, without dots."""
    return {name: int(number) for number, names in table("months.toml").items() for name in names}


@functools.lru_cache(maxsize=1)
def month_group() -> str:
    """A regular expression for a month's name, with or without a dot."""
    return alternatives(list(months())) + r"\.?"


@functools.lru_cache(maxsize=1)
def worded() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """December 1, 2021 - 1 December 2021 - Dec 01 10:00:00 +0000 2021, each after anything but digits."""
    month, time = rf"(?P<m>{month_group()})", r"(?:\s+[\d:]{4,8}(?:\s+[-+A-Z\d]{1,6})?)?"
    return (
        re.compile(rf"\b{month}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<y>\d{{4}})\b", re.I),
        re.compile(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{month},?[\s-]+(?P<y>\d{{4}})\b", re.I),
        re.compile(rf"\b{month}\s+(?P<d>\d{{1,2}}){time}\s+(?P<y>\d{{4}})\b", re.I),
    )


def day(year: int, month: int, number: int) -> dt.date | None:
    """A date, or None where there is no such day or nobody printed news then."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def parse_date(value: object) -> dt.date | None:
    """The full date that a value of a file states, or None. Never raises."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return from_number(value)
    text = str(value)[:200]
    for pattern in (ISO, BASIC):
        match = pattern.match(text)
        if match:
            numbers = [int(g) for g in match.groups() if g and g.isdigit()]
            found = day(*numbers)
            if found:
                return found
    if re.fullmatch(r"\s*\d{9,13}(\.\d+)?\s*", text):
        return from_number(float(text))
    return from_numeric(text) or from_words(text)


def from_number(value: float) -> dt.date | None:
    """Seconds or milliseconds since 1970, or a number that reads YYYYMMDD."""
    if value != value or abs(value) > 10**14:
        return None
    if 16000101 <= value <= 21991231:
        return day(int(value) // 10000, int(value) // 100 % 100, int(value) % 100)
    seconds = value / 1000 if value > EPOCH_SECONDS[1] else value
    if not EPOCH_SECONDS[0] <= seconds <= EPOCH_SECONDS[1]:
        return None
    return (dt.datetime(1970, 1, 1) + dt.timedelta(seconds=seconds)).date()


def from_numeric(text: str) -> dt.date | None:
    """``13/12/2021`` or ``12/13/2021``; None where day and month could change places."""
    match = NUMERIC.match(text)
    if not match:
        return None
    a, b, year = int(match[1]), int(match[3]), int(match[4])
    if a == b or b > 12:
        return day(year, a, b)
    return day(year, b, a) if a > 12 or match[2] == "." else None


def is_ambiguous(value: object) -> bool:
    """Whether a value is a date whose day and month could change places."""
    match = NUMERIC.match(str(value)[:200])
    return match is not None and max(int(match[1]), int(match[3])) <= 12 and parse_date(value) is None


def from_words(text: str) -> dt.date | None:
    """The first date in English words, as in RFC 2822 and in by-lines."""
    for pattern in worded():
        match = pattern.search(text)
        if match:
            return day(int(match["y"]), months()[match["m"].lower().rstrip(".")], int(match["d"]))
    return None


def parse_partial(value: object) -> str | None:
    """``2021`` or ``2021-12`` where a value states no more."""
    match = PARTIAL.match(str(value)[:40])
    if not match or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        return None
    if match[2] and not 1 <= int(match[2]) <= 12:
        return None
    return f"{match[1]}-{match[2]}" if match[2] else match[1]
