"""Values of dates, weekdays, clock times and holidays; the missing parts come from an anchor."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from newsledger.annotate.times.calendar import QUARTERS, SEASONS, holiday, month_end
from newsledger.annotate.times.state import Reading, State, Value, year_text

STEPS = {"last": -1, "previous": -1, "next": 1, "following": 1, "this": 0, "that": 0}


def date(words: Reading, state: State) -> Value:
    """A date from its parts."""
    if words["decade_year"] or words["short_decade"] or words["decade"]:
        return decade(words, state)
    if words["ordinal"] and not words["month"] and words["op"] == "date" and not quarter(words):
        return century(words)
    if words["first"] is not None and words["second"] is not None:
        return numeric(words, state)
    if words["hour"] is not None or words["hour_word"] is not None or words["noon"]:
        return clock(words, state)
    year, reason = year_of(words, state)
    body = date_value(words, year, state)
    part = words["part"]
    return Value(body + (f"T{part}" if part else ""), mod=words.mod, reason=reason)


def quarter(words: Reading) -> int | None:
    """The number of a quarter."""
    if words["quarter"]:
        return int(words["quarter"])
    ordinal = words["ordinal"]
    return (
        int(ordinal)
        if ordinal and int(ordinal) <= 4 and not words["century"] and words["is_quarter"]
        else None
    )


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
    return f"FY{year}" if words["fiscal"] else year


def year_of(words: Reading, state: State) -> tuple[str, str]:
    """The year as four digits ("BC0480", "XXXX"), and where it comes from."""
    if words["era"]:
        return f"BC{int(words['any_year'] or words['year']):04}", "stated"
    if words["year2"] is not None:
        return f"{second_year(int(words['year']), str(words['year2'])):04}", "range"
    if words["any_year"] or words["year"]:
        return f"{int(words['any_year'] or words['year']):04}", "stated"
    if words["short"]:
        return f"{short_year(int(words['short']), state):04}", "two digits"
    if words["year_relation"]:
        return related_year(words, state)
    return missing_year(words, state)


def second_year(first: int, second: str) -> int:
    """The end of a range: "1957-58"."""
    return (
        int(second)
        if len(second) == 4
        else first - first % 100 + int(second) + (100 if int(second) < first % 100 else 0)
    )


def short_year(digits: int, state: State) -> int:
    """ "'99": of the century told of, else the last such year before the publication."""
    if state.narrative and state.point and state.point.year > 0:
        return state.point.year - state.point.year % 100 + digits
    now = state.published.year if state.published else 2030
    return now - (now - digits) % 100


def related_year(words: Reading, state: State) -> tuple[str, str]:
    """ "of that year", "of last year"."""
    relation = words["relation"] or "that"
    base = state.base("point" if relation in ("that", "previous", "following") else "now")
    if base is None:
        return "XXXX", "no year to count from"
    return year_text(base.year + STEPS[relation]), f"{relation} year of {year_text(base.year)}"


def missing_year(words: Reading, state: State) -> tuple[str, str]:
    """The year of a bare month, day or season."""
    if words["month"] is None and not words["season"] and not quarter(words) and not words["half"]:
        base = state.base("point")
        return (year_text(base.year), "last year told of") if base else ("XXXX", "no year to count from")
    first, last = months_of(words)
    relation = words["relation"]
    if state.narrative:
        relation = {"next": "following", "last": "previous"}.get(relation or "", relation)
    if (state.narrative or state.published is None) and relation not in ("last", "next", "this"):
        return narrative_year(first, last, state, relation)
    if state.published is None:
        return "XXXX", "no year to count from"
    year = news_year(first, last, words, state.published, relation)
    return f"{year:04}", f"{relation or words.tense or 'nearest'}, counted from {state.published}"


def months_of(words: Reading) -> tuple[int, int]:
    """The first and the last month that the words cover."""
    if words["season"]:
        return max(1, SEASONS[words["season"]][0]), SEASONS[words["season"]][1]
    if q := quarter(words):
        return QUARTERS[f"Q{q}"]
    if words["half"]:
        return QUARTERS["H1" if words["half"] == "first" else "H2"]
    return int(words["month"]), int(words["month"])


def narrative_year(first: int, last: int, state: State, relation: str | None) -> tuple[str, str]:
    """The year that carries forward: the one that puts the months closest after the last point."""
    point = state.scene()
    if point is None:
        return "XXXX", "no year told of yet"
    year = point.year
    if relation == "previous":
        year -= point.about is None or first >= point.about
    elif relation == "following":
        year += point.about is not None and first <= point.about
    elif point.about is not None and relation != "that":
        if point.about - first >= 9:
            year += 1
        elif first - point.about >= 10:
            year -= 1
    return year_text(year), f"carried forward from {year_text(point.year)}"


def news_year(first: int, last: int, words: Reading, published: dt.date, relation: str | None) -> int:
    """The year of a month in news: by tense, or the nearest."""
    day = words["day"]
    start = [clamp(y, first, day) for y in range(published.year - 2, published.year + 3)]
    end = [
        clamp(y, last, day) if day else month_end(y, last)
        for y in range(published.year - 2, published.year + 3)
    ]
    years = range(published.year - 2, published.year + 3)
    if relation in ("last", "previous"):
        return max(y for y, e in zip(years, end, strict=True) if e < published.replace(day=1))
    if relation in ("next", "following"):
        return min(y for y, s in zip(years, start, strict=True) if s > published)
    if relation == "this":
        return published.year
    past = max(y for y, s in zip(years, start, strict=True) if s <= published)
    future = min(y for y, e in zip(years, end, strict=True) if e >= published)
    if words.tense == "past":
        return past
    if words.tense == "future":
        return future
    gap_past = published - end[past - published.year + 2]
    gap_future = start[future - published.year + 2] - published
    return past if gap_past <= gap_future else future


def clamp(year: int, month: int, day: int | None) -> dt.date:
    """A day of a month, or its last one."""
    last = month_end(year, month)
    return last.replace(day=min(int(day or 1), last.day))


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
    if words.tense == "future" or state.narrative:
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
    return Value(f"{day}T{clock_value(words)}", timex_type="TIME", mod=words.mod, reason=reason)


def clock_day(words: Reading, state: State) -> tuple[str, str]:
    """The day of a bare time of day."""
    if words["deictic"] is not None and state.published:
        return (state.published + dt.timedelta(days=int(words["deictic"]))).isoformat(), "publication"
    base = state.base("point")
    day = base.date() if base else None
    return (day.isoformat(), "last day told of") if day else ("XXXX-XX-XX", "no day to count from")


def clock_value(words: Reading) -> str:
    """Hours and minutes, with the zone's offset where it is fixed."""
    if words["noon"]:
        return "00:00" if words["noon"] == "midnight" else "12:00"
    from newsledger.annotate.times.lexicon import number

    hour = int(words["hour"]) if words["hour"] is not None else int(float(number(str(words["hour_word"]))))
    minute = int(words["minute"] or 0)
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
    key: Callable[[dt.date], tuple[int, dt.date]]
    if words.tense == "past" or words["relation"] == "last":
        return max(d for d in days if d <= published)
    if words.tense == "future" or words["relation"] == "next":
        return min(d for d in days if d >= published)
    key = lambda d: (abs((d - published).days), d)  # noqa: E731
    return min(days, key=key)
