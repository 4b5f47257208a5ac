"""What anchoring carries along: the reading of an expression, its value, and the point told of last."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

STEPS = {"last": -1, "previous": -1, "next": 1, "following": 1, "this": 0, "that": 0}


@dataclass(frozen=True, slots=True)
class Reading:
    """A rule's reading of an expression."""

    meaning: Mapping[str, Any]
    tense: str | None = None
    timex_type: str = "DATE"

    def __getitem__(self, key: str) -> Any:
        return self.meaning.get(key)

    @property
    def mod(self) -> str | None:
        """The TIMEX3 attribute ``mod``, from "early", "about", "more than"."""
        return self["mod"] or self["portion"] or self["portion2"] or self["about"] or self["about2"] or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A point told of: a year, perhaps a month and a day."""

    year: int
    month: int | None = None
    day: int | None = None
    season: str | None = None

    @property
    def about(self) -> int | None:
        """The month, or the middle one of the season."""
        return self.month if self.season is None else {"SP": 4, "SU": 7, "FA": 10, "WI": 1}.get(self.season)

    def date(self) -> dt.date | None:
        """The day, where it is known."""
        if self.month is None or self.day is None or self.year < 1:
            return None
        return dt.date(self.year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Value:
    """A TIMEX3 value with its attributes. ``point`` is the date that a duration leads to ("a month earlier")."""

    value: str
    timex_type: str | None = None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    begin_point: str | None = None
    end_point: str | None = None
    direction: str | None = None
    granularity: str | None = None
    point: str | None = None
    moves: bool = True
    reason: str = ""


@dataclass(slots=True)
class State:
    """The two anchors; the points move on with the text.

    ``point`` is the date told of last. ``thread`` is where the narrative stands: a year in passing ("the
    treaty of 1919") moves the point but not the thread, one that opens a sentence moves both.
    """

    published: dt.date | None
    narrative: bool
    locale: str = "en-US"
    point: Point | None = None
    thread: Point | None = None
    sentence: int = 0
    point_sentence: int = -1
    passing: Point | None = None
    quarter: str | None = None  # the quarter told of last
    quarter_sentence: int = -1
    clock: str | None = None  # the hour told of last, on the day of ``point``

    def base(self, ref: str) -> Point | None:
        """The anchor to count from: "now" or "point"; each stands in for the other where it is missing."""
        now = None if self.published is None else point_of(self.published)
        if ref == "now" and not (self.narrative and self.point):
            return now or self.point
        return self.point or now

    def scene(self) -> Point | None:
        """The point from which a bare month is counted: of the same sentence, else the thread."""
        if self.point is not None and self.point_sentence == self.sentence:
            return self.point
        return self.thread or self.point

    def quarter_nearby(self) -> str | None:
        """The quarter told of in this sentence or just before: "from $3 million a year earlier" means its like."""
        return self.quarter if self.sentence - self.quarter_sentence <= QUARTER_REACH else None

    def move(self, value: Value, sentence: int = 0, opens: bool = False, *, in_passing: bool = False) -> None:
        """Go on to the date just told of, if it is one; the thread stays where a date is told in passing."""
        if value.moves and QUARTER.fullmatch(value.value):
            self.quarter, self.quarter_sentence = value.value, sentence
        point = as_point(value)
        if point is None:
            return
        if point != self.point and "T" not in value.value:
            self.clock = None
        self.point, self.point_sentence = point, sentence
        if in_passing and self.thread is not None:
            return
        if self.thread is None or opens or self.continues(point):
            self.thread, self.passing = point, None
        else:
            self.passing = point

    def continues(self, point: Point) -> bool:
        """Whether a date goes on with the narrative: not a bare year, nor a leap that nothing follows."""
        if self.thread is None:
            return True
        leap = point.year - self.thread.year
        if point.about is None:
            return self.passing is not None and self.passing.year == point.year
        return 0 <= leap <= 2 or (self.passing is not None and abs(point.year - self.passing.year) <= 1)


QUARTER_REACH = 2  # sentences
QUARTER = re.compile(r"\d{4}-Q[1-4]")
BC_OR_AD = re.compile(r"(BC)?(\d{4})(?:-(\d\d)(?!\d)(?:-(\d\d))?|-(SP|SU|FA|WI))?")


def as_point(value: Value) -> Point | None:
    """The point that a value tells of; None for lengths, sets and references. Years BC are negative."""
    found = BC_OR_AD.match(value.value)
    if found is None or not value.moves or value.timex_type in ("DURATION", "SET"):
        return None
    year = -int(found[2]) if found[1] else int(found[2])
    return Point(
        year=year,
        month=int(found[3]) if found[3] else None,
        day=int(found[4]) if found[4] else None,
        season=found[5],
    )


def point_of(day: dt.date) -> Point:
    """A day as a point."""
    return Point(year=day.year, month=day.month, day=day.day)


def year_text(year: int) -> str:
    """A year as TIMEX3 writes it, BC for negative ones."""
    return f"BC{-year:04}" if year < 0 else f"{year:04}"
