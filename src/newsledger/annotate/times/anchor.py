"""Give every found expression its TIMEX3 value, counting from the publication or from the narrative.

Two anchors: the day of publication, and the point told of last (Filatova and Hovy's "reference time").
In news the first rules, in historical narrative the second.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from newsledger.annotate.annotation import FoundTime
from newsledger.annotate.times import resolve_clock, resolve_dates, resolve_lengths, resolve_relative
from newsledger.annotate.times.calendar import interval_of
from newsledger.annotate.times.domain import is_narrative
from newsledger.annotate.times.state import Reading, State, Value

Resolver = Callable[[Reading, State], Value]

RESOLVERS: Mapping[str, Resolver] = {
    "date": resolve_clock.date_or_clock,
    "weekday": resolve_dates.weekday,
    "holiday": resolve_clock.holiday_date,
    "deictic": resolve_relative.deictic,
    "unit": resolve_relative.unit,
    "shift": resolve_relative.shift,
    "quarter": resolve_relative.told_quarter,
    "part": resolve_relative.part,
    "ref": resolve_relative.reference,
    "span": resolve_lengths.span,
    "duration": resolve_lengths.duration,
    "set": resolve_lengths.recurrent,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchored:
    """An expression with its value and the days it covers."""

    found: FoundTime
    value: Value
    earliest: dt.date | None
    latest: dt.date | None
    granularity: str | None
    direction: str | None


def anchor(
    times: Iterable[FoundTime], published: dt.date | None, locale: str = "en-US"
) -> tuple[Anchored, ...]:
    """Anchor the expressions of one article in the order of the text.

    ``published`` is the day to count from, or None; then the last explicit year carries forward and
    what hangs on the publication keeps an open value such as ``XXXX-WXX-3``.
    """
    ordered = sorted(times, key=lambda t: (t.start, t.end))
    narrative = is_narrative([(t.rule, t.text) for t in ordered]) and far(ordered, published)
    state = State(published=published, narrative=narrative, locale=locale)
    return tuple(anchor_one(t, state) for t in ordered if narrative or ("age", True) not in t.meaning)


def far(times: Sequence[FoundTime], published: dt.date | None) -> bool:
    """Whether most explicit years lie two years or more from the publication."""
    if published is None:
        return True
    years = [y for t in times for k, y in t.meaning if k == "year" and isinstance(y, int)]
    return 2 * sum(abs(y - published.year) >= 2 for y in years) >= len(years)


def anchor_one(found: FoundTime, state: State) -> Anchored:
    """Anchor one expression and move the narrative's point."""
    words = Reading(dict(found.meaning), found.tense, found.timex_type)
    state.sentence = int(words["sentence"] or 0)
    try:
        value = RESOLVERS[str(words["op"])](words, state)
    except (ValueError, OverflowError):  # 31 February; a year beyond the calendar
        value = Value("XXXX-XX-XX", reason="no such day")
    covered = interval_of(value.point or value.value)
    state.move(value, state.sentence, bool(words["opens"]), in_passing=is_in_passing(words))
    direction = value.direction or direction_of(covered.earliest, covered.latest, state.published)
    return Anchored(
        found=found, value=value, earliest=covered.earliest, latest=covered.latest,
        granularity=value.granularity or covered.granularity, direction=direction,
    )  # fmt: skip


def is_in_passing(words: Reading) -> bool:
    """Whether a date only looks ahead: "they would hold out over the winter"."""
    stated = words["year"] or words["any_year"] or words["short"]
    return not stated and words.tense == "future"


def direction_of(earliest: dt.date | None, latest: dt.date | None, published: dt.date | None) -> str | None:
    """Whether the days lie before, around or after the publication."""
    if earliest is None or latest is None or published is None:
        return None
    return "past" if latest < published else "future" if earliest > published else "present"
