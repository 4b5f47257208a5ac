"""Values of expressions that count from the publication or from the point told of last."""

from __future__ import annotations

import datetime as dt

from newsledger.annotate.times.calendar import add_months, interval_of, week_value
from newsledger.annotate.times.resolve_lengths import amount, length_value
from newsledger.annotate.times.state import STEPS, Point, Reading, State, Value, year_text

YEARS = {"Y": 1, "DE": 10, "CE": 100}
MONTHS = {"M": 1, "Q": 3}
HOURS = ("H", "MIN", "S")
DAYS = {"D": 1, "NI": 1, "W": 7, "F": 14}


def deictic(words: Reading, state: State) -> Value:
    """ "today", "yesterday morning", "the day before yesterday"."""
    part = words["part"]
    tail = f"T{part}" if part else ""
    if state.published is None:
        return Value(f"XXXX-XX-XX{tail}", mod=words.mod, moves=False, reason="no publication date")
    step = int(words["deictic"]) + {"before": -1, "after": 1}.get(words["beyond"], 0)
    day = state.published + dt.timedelta(days=step)
    return Value(f"{day}{tail}", mod=words.mod, reason=f"counted from {state.published}")


def base_of(relation: str, ref: str | None, state: State) -> Point | None:
    """The anchor of a relation: "last" and "this" look at the publication, "previous" and "that" at the text."""
    if ref is None:
        ref = "point" if relation in ("that", "previous", "following") else "now"
    return state.base(ref)


def unit(words: Reading, state: State) -> Value:
    """ "last month", "the next day", "that year", "this morning"."""
    relation, kind = str(words["relation"]), str(words["unit"])
    if words["the"] and relation == "next":
        relation = "following"  # "the next day" counts from what was told, "next week" from today
    point = base_of(relation, "now" if words["loose"] and not is_told(kind, state) else words["ref"], state)
    tail = f"T{words['part']}" if words["part"] else ""
    if kind in ("MO", "AF", "EV", "NI"):
        kind, tail = "D", f"T{kind}"
    value = step_value(point, STEPS[relation], kind, words.tense) + tail
    return Value(value, mod=words.mod, reason=f"{relation}, counted from {describe(point)}")


def is_told(kind: str, state: State) -> bool:
    """Whether the point told of just before is finer than the unit: then "the end of the month" is that month's."""
    if state.narrative or state.point is None:
        return True
    near = state.sentence - state.point_sentence <= 1
    return near and (state.point.month if kind in YEARS else state.point.day) is not None


def step_value(point: Point | None, steps: int, kind: str, tense: str | None = None) -> str:
    """The value of the unit that many steps from a point, as exact as the point allows."""
    if point is None:
        return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX"}.get(kind, "XXXX")
    if kind in YEARS:
        return year_value(point.year + steps * YEARS[kind], kind)
    if kind in MONTHS:
        return month_value(point, steps, kind)
    day = point.date()
    if day is None:
        if kind == "D" and point.month is not None:
            return f"{year_text(point.year)}-{point.month:02}-XX"
        return f"{year_text(point.year)}-{'WXX' if kind in ('W', 'F', 'WE') else 'XX-XX'}"
    if kind == "WE":
        return weekend_value(day, steps, tense)
    day += dt.timedelta(days=steps * DAYS.get(kind, 1))
    return week_value(day) if kind in ("W", "F") else day.isoformat()


def year_value(year: int, kind: str) -> str:
    """A year, decade or century."""
    if year < 0:
        return {"DE": f"BC{-year // 10:03}", "CE": f"BC{-year // 100:02}"}.get(kind, f"BC{-year:04}")
    return {"DE": f"{year // 10:03}", "CE": f"{year // 100:02}"}.get(kind, f"{year:04}")


def month_value(point: Point, steps: int, kind: str) -> str:
    """A month or a quarter."""
    if point.month is None:
        return year_text(point.year) if steps == 0 else f"{year_text(point.year)}-XX"
    if point.year < 0:
        return f"{year_text(point.year)}-{point.month:02}" if steps == 0 else "XXXX-XX"
    moved = add_months(dt.date(point.year, point.month, 1), steps * MONTHS[kind])
    if kind == "Q":
        return f"{moved.year:04}-Q{(moved.month + 2) // 3}"
    return f"{moved.year:04}-{moved.month:02}"


def weekend_value(day: dt.date, steps: int, tense: str | None) -> str:
    """A weekend: this one, unless it lies ahead and the verb looks back."""
    if steps == 0 and tense == "past" and day.isoweekday() < 6:
        steps = -1
    return f"{week_value(day + dt.timedelta(weeks=steps))}-WE"


def told_quarter(words: Reading, state: State) -> Value:
    """ "the quarter", "the year-ago period": of the quarter told of last, else of the last one that is over."""
    quarter, reason = state.quarter, "last quarter told of"
    if words["latest"] and quarter and is_ahead(quarter, state.published):
        quarter = None  # "the latest quarter" is over
    if words["year"]:
        number = quarter.partition("-")[2] if quarter else None
        value = f"{words['year']}-{number}" if number else str(words["year"])
        return Value(value, moves=False, reason="stated year")
    if quarter is None and state.published is None:
        return Value("XXXX" if words["period"] else "XXXX-QX", moves=False, reason="no quarter told of")
    if quarter is None and state.published is not None:
        if words["period"]:
            return Value(f"{state.published.year - 1:04}", reason=f"counted from {state.published}")
        ended = add_months(state.published.replace(day=1), -3)
        quarter = f"{ended.year:04}-Q{(ended.month + 2) // 3}"
        reason = f"last full quarter before {state.published}"
    year, _, number = str(quarter).partition("-")
    return Value(f"{int(year) - bool(words['earlier']):04}-{number}", moves=False, reason=reason)


def is_ahead(value: str, published: dt.date | None) -> bool:
    """Whether what a value covers is not over at the publication."""
    latest = interval_of(value).latest
    return published is not None and latest is not None and latest >= published


def shift(words: Reading, state: State) -> Value:
    """ "two days ago", "three weeks later", "the day before", "a month earlier"."""
    way = int(words["way"] or {"before": -1, "earlier": -1, "prior": -1}.get(words["beyond"], 1))
    kind = str(words["length"] or words["unit"])
    n = 1 if words["beyond"] and not words["counted"] else amount(words)
    if n == "X" or (words["length"] and words["count"] is None and not words["beyond"]):
        return vague_shift(way, words)
    if words["event"] and not state.narrative:
        return Value("XXXX-XX-XX", mod=words.mod, moves=False, reason="counts from an event without a date")
    point = state.base(str(words["ref"]))
    if kind in HOURS:
        return Value(
            length_value(float(n), kind), timex_type="DURATION", mod=words.mod, moves=False,
            reason="hours on a clock that nothing tells",
        )  # fmt: skip
    value = shifted(point, way * float(n), kind)
    reason = f"{way * float(n):+g}{kind}, counted from {describe(point)}"
    if n == 1 and kind == "Y" and (told := state.quarter_nearby()):
        return Value(
            f"{int(told[:4]) + way:04}{told[4:]}", moves=False, reason=f"{way:+}Y, counted from {told}"
        )
    if is_comparison(words, state, kind, float(n)):
        return Value(
            length_value(n, kind), timex_type="DURATION", mod=words.mod, begin_point=value, point=value,
            end_point=str(describe(point)), moves=False, reason=reason,
        )  # fmt: skip
    return Value(value, mod=words.mod, reason=reason)


def is_comparison(words: Reading, state: State, kind: str, n: float) -> bool:
    """ "from $3 a share a year earlier": a length of time before the point told of, as TimeML has it."""
    return words["before"] == "point" and n == 1 and kind in ("M", "Q", "Y") and not state.narrative


def vague_shift(way: int, words: Reading) -> Value:
    """ "weeks later", "several years ago"."""
    past = way < 0
    return Value(
        "PAST_REF" if past else "FUTURE_REF", mod=words.mod, direction="past" if past else None, moves=False,
        reason="a length without a number",
    )  # fmt: skip


def shifted(point: Point | None, steps: float, kind: str) -> str:
    """The value that many units from a point; half years become months, half days nothing."""
    if kind in YEARS and steps % 1:
        steps, kind = steps * 12 * YEARS[kind], "M"
    return step_value(point, int(steps), kind)


def describe(point: Point | None) -> str:
    """A point in ISO form, as far as it is known."""
    if point is None:
        return "nothing"
    parts = [year_text(point.year), *(f"{p:02}" for p in (point.month, point.day) if p is not None)]
    return "-".join(parts)


def part(words: Reading, state: State) -> Value:
    """ "at night", "in the morning": of the day told of."""
    point = state.base("point")
    day = point.date() if point else None
    if day is None or words["part"] == "NI":
        return Value(f"XXXX-XX-XXT{words['part']}", moves=False, reason="no day to count from")
    return Value(f"{day}T{words['part']}", moves=False, reason="last day told of")


def reference(words: Reading, state: State) -> Value:
    """ "now", "recently", "the future"."""
    value = str(words["reference"] or words["narrative_reference"] or words["news_reference"])
    direction = {"PAST_REF": "past", "PRESENT_REF": "present", "FUTURE_REF": "future"}[value]
    return Value(value, direction=direction, moves=False, reason="names no date")
