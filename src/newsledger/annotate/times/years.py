"""The year of a date: stated, two digits, related, carried forward, or counted from the publication."""

from __future__ import annotations

import datetime as dt

from newsledger.annotate.times.calendar import QUARTERS, SEASONS, month_end
from newsledger.annotate.times.state import STEPS, Reading, State, year_text

# Days. Who writes a day without its year means one nearby, whatever the tense of the verb beside it ("declared a
# dividend, payable Dec. 15"); and a quarter is reported, even in the future tense, within months of its end.
FAR = 240
NEAR = 120
REPORTED = 90
SETTLED = 45  # "in the spring", told as past in March, is the last one


def year_of(words: Reading, state: State) -> tuple[str, str]:
    """The year as four digits ("BC0480", "XXXX"), and where it comes from."""
    if words["era"]:
        return f"BC{int(words['any_year'] or words['year'] or 0):04}", "stated"
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
        return narrative_year(first, state, relation)
    if state.published is None:
        return "XXXX", "no year to count from"
    year = news_year(first, last, words, state.published, relation) - bool(words["year_back"])
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


def narrative_year(first: int, state: State, relation: str | None) -> tuple[str, str]:
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
    """The year of a month in news: by relation, by the weekday beside it, by tense, or the nearest."""
    day = words["day"]
    years = range(published.year - 2, published.year + 3)
    start = {y: clamp(y, first, day) for y in years}
    end = {y: clamp(y, last, day) if day else month_end(y, last) for y in years}
    if relation in ("last", "previous"):
        return max(y for y in years if end[y] < published.replace(day=1))
    if relation in ("next", "following"):
        return min(y for y in years if start[y] > published)
    if relation == "this":
        return published.year
    if words["weekday"] and day and (year := weekday_year(first, int(day), int(words["weekday"]), published)):
        return year
    settled = published - dt.timedelta(days=SETTLED if words["season"] else 0)
    past = max(y for y in years if start[y] <= settled)
    future = min(y for y in years if end[y] >= published)
    gaps = (published - end[past]).days, (start[future] - published).days
    return past if looks_back(words, *gaps) else future


def looks_back(words: Reading, back: int, ahead: int) -> bool:
    """Whether the last such day is meant and not the next one; both so many days away."""
    if quarter(words) and back <= REPORTED:
        return True
    day = words["day"] is not None
    if words.tense == "past" and not words["over"] and not (day and back > FAR and ahead < NEAR):
        return True
    if words.tense == "future" and not words["over"] and not (day and ahead > FAR and back < NEAR):
        return False
    return back <= ahead


def weekday_year(month: int, day: int, weekday: int, published: dt.date) -> int | None:
    """The year, of this one and its neighbours, in which that day was that weekday; the nearest of several."""
    days = [
        dt.date(y, month, day)
        for y in range(published.year - 1, published.year + 2)
        if day <= month_end(y, month).day
    ]
    fitting = [d for d in days if d.isoweekday() == weekday]
    return min(fitting, key=lambda d: (abs((d - published).days), d)).year if fitting else None


def clamp(year: int, month: int, day: int | None) -> dt.date:
    """A day of a month, or its last one."""
    last = month_end(year, month)
    return last.replace(day=min(int(day or 1), last.day))


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
