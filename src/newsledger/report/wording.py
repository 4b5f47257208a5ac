"""Dates, numbers and lists in plain desk English."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Sequence

# Spelt out, since calendar.month_name follows the machine's locale.
MONTHS = (
    "",
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MARKS = '“”" '
ISO_DAY = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])")
PLAIN: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (
        re.compile(r"\(p (?P<p>[01]\.\d+) for (?P<who>[^()]*(?:\([^()]*\))?[^()]*)\)"),
        lambda f: f"({percent(f)} likely {f['who']})",
    ),
    (re.compile(r"(?<=\()p (?P<p>[01]\.\d+)(?=\))"), lambda f: percent(f)),
    (re.compile(r"\bp (?P<p>[01]\.\d+)"), lambda f: f"likely ({percent(f)})"),
    (re.compile(r"\bexclude each other beyond bounds\b"), "cannot both be right"),
    (re.compile(r"\b1 ((?:verified |shared |content )*)(articl|sentenc|vot|nam)es\b"), r"1 \1\2e"),
    (re.compile(r"\b1 ((?:verified )?)copies\b"), r"1 \1copy"),
    (re.compile(r"\b1 ((?:verified |shared |content )*)(word|day|mention|paper|link)s\b"), r"1 \1\2"),
)
"""Turns of a reason that a reader need not learn, and what to say instead."""
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def day(date: dt.date | None) -> str:
    """ "1 December 2021"."""
    return f"{date.day} {MONTHS[date.month]} {date.year}" if date else "undated"


def short_day(date: dt.date | None) -> str:
    """ "1 Dec 2021"."""
    return f"{date.day} {MONTHS[date.month][:3]} {date.year}" if date else "undated"


def weekday(date: dt.date | None) -> str:
    """ "Wednesday"; nothing without a date."""
    return WEEKDAYS[date.weekday()] if date else ""


def days(earliest: dt.date | None, latest: dt.date | None, otherwise: str = "undated") -> str:
    """An interval in words: a day, a month, a year, or from a day to a day."""
    if earliest is None or latest is None:
        return day(earliest or latest) if earliest or latest else otherwise
    if earliest == latest:
        return day(earliest)
    whole_years = (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31)
    if whole_years:
        return str(earliest.year) if earliest.year == latest.year else f"{earliest.year} to {latest.year}"
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        if earliest.day == 1 and latest.day == calendar.monthrange(latest.year, latest.month)[1]:
            return f"{MONTHS[earliest.month]} {earliest.year}"
        return f"{earliest.day} to {day(latest)}"
    if earliest.year == latest.year:
        return f"{earliest.day} {MONTHS[earliest.month]} to {day(latest)}"
    return f"{day(earliest)} to {day(latest)}"


def number(n: int) -> str:
    """Small numbers in words, as newsrooms write them."""
    return SMALL[n] if 0 <= n < len(SMALL) else f"{n:,}"


def counted(n: int, one: str, many: str = "") -> str:
    """ "one article", "five articles", "no articles"."""
    return f"{number(n)} {one if n == 1 else many or one + 's'}"


def listed(items: Sequence[str], word: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def amount(value: float | None) -> str:
    """A number with thousands marks and no needless decimals."""
    if value is None:
        return ""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.4f}".rstrip("0").rstrip(".")


def plain_reason(reason: str) -> str:
    """A ledger's reason as a desk would say it: odds in percent, days in words, the singular for one."""
    for pattern, words in PLAIN:
        reason = pattern.sub(words, reason)
    return ISO_DAY.sub(lambda found: as_day(found[0]), reason)


def as_day(iso: str) -> str:
    try:
        return day(dt.date.fromisoformat(iso))
    except ValueError:
        return iso


def percent(found: re.Match[str]) -> str:
    return f"{min(float(found['p']) * 100, 99):.0f}%"


def quoted(text: str) -> str:
    """The words between typographic quotation marks, on one line."""
    bare = one_line(text).strip(MARKS)
    return f"“{bare}”"


def one_line(text: str) -> str:
    """Runs of white space as one blank; no word is dropped."""
    return " ".join(text.split())


def sentence(text: str) -> str:
    """With a capital at its head and a full stop at its end."""
    text = one_line(text)
    if not text:
        return ""
    closed = text if text.endswith((".", "!", "?", ".”", "!”", "?”", '."')) else f"{text}."
    return closed[0].upper() + closed[1:]


def support(n_articles: int, n_families: int) -> str:
    """ "three articles, two of them independent"; what a copy adds is not counted twice."""
    if n_articles <= 1:
        return "one article"
    if n_families >= n_articles:
        return f"{counted(n_articles, 'article')}, {'both' if n_articles == 2 else 'all'} independent"
    if n_families <= 1:
        return f"{counted(n_articles, 'article')} that go back to one text"
    return f"{counted(n_articles, 'article')}, {number(n_families)} independent"
