"""What anchoring carries along: the reading of an expression, its value, and the point told of last."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


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

    def date(self) -> dt.date | None:
        """The day, where it is known."""
        return None if self.month is None or self.day is None else dt.date(self.year, self.month, self.day)


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
    """The two anchors; the point moves on with the text."""

    published: dt.date | None
    narrative: bool
    locale: str = "en-US"
    point: Point | None = None

    def base(self, ref: str) -> Point | None:
        """The anchor to count from: "now" or "point"; each stands in for the other where it is missing."""
        now = None if self.published is None else Point(
            year=self.published.year, month=self.published.month, day=self.published.day
        )  # fmt: skip
        if ref == "now" and not (self.narrative and self.point):
            return now or self.point
        return self.point or now

    def move(self, value: Value) -> None:
        """Go on to the date just told of, if it is one."""
        if not value.moves:
            return
        found = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|-(SP|SU|FA|WI|Q\d|W\d\d))?", value.value)
        if found is None or value.timex_type in ("DURATION", "SET"):
            return
        self.point = Point(
            year=int(found[1]),
            month=int(found[2]) if found[2] else None,
            day=int(found[3]) if found[3] else None,
        )
