"""Values of dates and weekdays; the missing parts come from an anchor."""

from __future__ import annotations

import datetime as dt

from newsledger.annotate.times.calendar import week_value
from newsledger.annotate.times.state import STEPS, Reading, State, Value, year_text
from newsledger.annotate.times.years import quarter, short_year, year_of

OVER = 3  # days back to the day of a plan that was over: "had been due on Friday"


def date(words: Reading, state: State) -> Value:
    """A date from its parts."""
    if words["decade_year"] or words["short_decade"] or words["decade"]:
        return decade(words, state)
    if words["ordinal"] and not words["month"] and words["op"] == "date" and not quarter(words):
        return century(words)
    if words["first"] is not None and words["second"] is not None:
        return numeric(words, state)
    year, reason = year_of(words, state)
    body = date_value(words, year, state)
    if words["week_of"] and body[:4].isdigit():
        return Value(week_value(dt.date.fromisoformat(body)), reason=reason)
    part = words["part"]
    value = body + (f"T{part}" if part else "")
    return Value(value, mod=words.mod, moves=not words["year_back"], reason=reason)


def date_value(words: Reading, year: str, state: State) -> str:
    """The value of a year with what stands beside it."""
    if words["season"]:
        return f"{year}-{words['season']}"
    if q := quarter(words):
        return f"{year}-Q{q}"
    if words["half"]:
        return f"{year}-H{1 if words['half'] == 'first' else 2}"
    if words["month"] is not None:
        month, day = int(words["month"]), words["day"]
        if day is None:
            return f"{year}-{month:02}"
        if year.isdigit():
            dt.date(int(year), month, int(day))
        return f"{year}-{month:02}-{int(day):02}"
    if words["day"] is not None:
        point = state.base("point")
        if point is None or point.month is None:
            return f"{year}-XX-{int(words['day']):02}"
        if point.year > 0:
            dt.date(point.year, point.month, int(words["day"]))
        return f"{year_text(point.year)}-{point.month:02}-{int(words['day']):02}"
    return year


def decade(words: Reading, state: State) -> Value:
    """A decade as three digits."""
    if words["decade_year"]:
        years = str(words["decade_year"])
        value = f"BC{int(years) // 10:03}" if words["era"] else years[:3]
    else:
        digits = int(words["short_decade"] or words["decade"])
        base = state.base("point")
        century_of = (base.year if state.narrative and base else 1900) // 100
        value = f"{century_of}{digits // 10}"
    return Value(value, mod=words.mod, reason="stated")


def century(words: Reading) -> Value:
    """A century as two digits: the 18th is 17."""
    digits = f"{int(words['ordinal']) - 1:02}"
    return Value(f"BC{digits}" if words["era"] else digits, mod=words.mod, reason="stated")


def numeric(words: Reading, state: State) -> Value:
    """ "3/14/2012": the locale's order, unless the numbers allow only one."""
    first, second, short = int(words["first"]), int(words["second"]), str(words["short"])
    year = int(short) if len(short) == 4 else short_year(int(short), state)
    day_first = state.locale == "en-GB" or words["dot"] == "."
    if first > 12 or second > 12:
        day_first = first > 12
    day, month = (first, second) if day_first else (second, first)
    return Value(dt.date(year, month, day).isoformat(), reason=f"numeric, {state.locale} order")


def weekday_date(words: Reading, state: State) -> dt.date | None:
    """The day that a weekday names; None where there is nothing to count from."""
    wanted, relation = int(words["weekday"]), words["relation"]
    base = state.base("point" if state.narrative else "now")
    day = base.date() if base else None
    if day is None:
        return None
    if words["week"]:
        monday = day - dt.timedelta(days=day.isoweekday() - 1)
        return monday + dt.timedelta(weeks=STEPS.get(relation or "last", 0), days=wanted - 1)
    back, ahead = (day.isoweekday() - wanted) % 7, (wanted - day.isoweekday()) % 7
    if relation in ("last", "previous"):
        return day - dt.timedelta(days=back or 7)
    if relation in ("next", "following"):
        return day + dt.timedelta(days=ahead or 7)
    if words["over"] and back <= OVER:
        return day - dt.timedelta(days=back)
    if words.tense in ("future", "present") or state.narrative:
        return day + dt.timedelta(days=ahead)
    return day - dt.timedelta(days=back)


def weekday(words: Reading, state: State) -> Value:
    """A weekday, perhaps with a part of the day."""
    day = weekday_date(words, state)
    part = f"T{words['part']}" if words["part"] else ""
    if day is None:
        return Value(f"XXXX-WXX-{words['weekday']}{part}", mod=words.mod, reason="no day to count from")
    how = words["relation"] or words.tense or "past"
    return Value(
        f"{day}{part}", mod=words.mod, reason=f"{how}, counted from {state.published or state.point}"
    )
