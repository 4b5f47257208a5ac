"""Values of times of day and of holidays."""

from __future__ import annotations

import datetime as dt

from newsledger.annotate.times.calendar import holiday
from newsledger.annotate.times.lexicon import number
from newsledger.annotate.times.resolve_dates import date, date_value, weekday_date
from newsledger.annotate.times.state import Reading, State, Value
from newsledger.annotate.times.years import year_of


def date_or_clock(words: Reading, state: State) -> Value:
    """A date, or a time of day where an hour is named."""
    if words["hour"] is not None or words["hour_word"] is not None or words["noon"]:
        return clock(words, state)
    return date(words, state)


def clock(words: Reading, state: State) -> Value:
    """A time of day on the day named beside it, told of last, or published."""
    if words["month"] is not None:
        year, reason = year_of(words, state)
        day = date_value(words, year, state)
    elif words["weekday"] is not None:
        found = weekday_date(words, state)
        day, reason = (found.isoformat() if found else f"XXXX-WXX-{words['weekday']}"), "weekday"
    elif words["year"]:
        day, reason = f"{words['year']}-{int(words['month_number'] or 1):02}-{int(words['day']):02}", "stated"
    else:
        day, reason = clock_day(words, state)
    state.clock = clock_value(words)
    return Value(f"{day}T{state.clock}", timex_type="TIME", mod=words.mod, reason=reason)


def clock_day(words: Reading, state: State) -> tuple[str, str]:
    """The day of a bare time of day."""
    if words["deictic"] is not None and state.published:
        return (state.published + dt.timedelta(days=int(words["deictic"]))).isoformat(), "publication"
    base = state.base("point")
    day = base.date() if base else None
    if day and state.clock and clock_value(words)[:5] < state.clock[:5] and not state.narrative:
        day = min(
            day + dt.timedelta(days=1), max(day, state.published or day)
        )  # "at noon" after "at 10 p.m."
    return (day.isoformat(), "last day told of") if day else ("XXXX-XX-XX", "no day to count from")


def clock_value(words: Reading) -> str:
    """Hours and minutes, with the zone's offset where it is fixed."""
    if words["noon"]:
        return "00:00" if words["noon"] == "midnight" else "12:00"
    hour = int(words["hour"]) if words["hour"] is not None else int(float(number(str(words["hour_word"]))))
    minute = int(words["minute"] or 0)
    if hour > 24:
        raise ValueError("no such hour")  # "a hundred o'clock"
    half = str(words["ampm"] or "")[:1]
    if half == "p" or (not half and words["part"] in ("AF", "EV", "NI") and hour < 12):
        hour = hour % 12 + 12
    elif half == "a":
        hour %= 12
    zone = words["zone"] or words["zone2"] or str(words["offset"] or "").upper()
    return f"{hour:02}:{minute:02}{zone}"


def holiday_date(words: Reading, state: State) -> Value:
    """A holiday of the year named, told of, or nearest by tense."""
    rule = str(words["holiday"])
    part = f"T{words['part']}" if words["part"] else ""
    if words["year"]:
        return Value(f"{holiday(rule, int(words['year']))}{part}", reason="stated year")
    if state.narrative or state.published is None:
        if state.point is None:
            return Value(f"XXXX-XX-XX{part}", reason="no year to count from")
        return Value(f"{holiday(rule, state.point.year)}{part}", reason="last year told of")
    return Value(
        f"{nearest_holiday(rule, words, state.published)}{part}", reason=f"counted from {state.published}"
    )


def nearest_holiday(rule: str, words: Reading, published: dt.date) -> dt.date:
    """The last, the next, or the nearest such day."""
    days = [holiday(rule, y) for y in range(published.year - 1, published.year + 2)]
    if words.tense == "past" or words["relation"] == "last":
        return max(d for d in days if d <= published)
    if words.tense == "future" or words["relation"] == "next":
        return min(d for d in days if d >= published)
    return min(days, key=lambda d: (abs((d - published).days), d))
