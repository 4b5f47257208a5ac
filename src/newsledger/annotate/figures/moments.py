"""Numbers that tell a time: dates, offsets from a moment, ages, years, clock times."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsledger.annotate.annotation import FoundTime
from newsledger.annotate.figures.cardinals import DASHES, Number
from newsledger.annotate.figures.tables import units, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OLDEST = 120  # years
ENTRIES = 600  # tokens around the time of an entry in which another entry has its own
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")


class Times:
    """The article's temporal expressions, looked up by offset."""

    def __init__(self, times: Sequence[FoundTime]) -> None:
        self._times = sorted(times, key=lambda t: (t.start, t.end))
        self._starts = [t.start for t in self._times]

    def covering(self, start: int, end: int) -> FoundTime | None:
        """The expression that touches ``[start, end)``; expressions do not overlap one another."""
        at = bisect.bisect_left(self._starts, end) - 1
        if at >= 0 and self._times[at].end > start:
            return self._times[at]
        return None

    def within(self, start: int, end: int) -> list[FoundTime]:
        """The expressions that begin inside ``[start, end)``."""
        return self._times[bisect.bisect_left(self._starts, start) : bisect.bisect_left(self._starts, end)]


def is_time(doc: Doc, number: Number, unit_end: int, limit: int, times: Times) -> bool:
    """A date, a clock time, or a length of time that points at a moment; no length that measures."""
    start, end = doc[number.first].idx, doc[number.end - 1].idx + len(doc[number.end - 1])
    time = times.covering(start, end)
    if time is None:
        return (
            unit_end > number.end
            and _is_length_of_time(doc[unit_end - 1])
            and _is_offset(doc, number, unit_end, limit)
        )
    return time.timex_type != "DURATION" or _is_offset(doc, number, unit_end, limit)


def _is_length_of_time(token: Token) -> bool:
    unit = units().get(token.lower_) or units().get(token.lemma_.lower())
    return unit is not None and unit.dimension == "time"


def _is_offset(doc: Doc, number: Number, unit_end: int, limit: int) -> bool:
    """``five days before``, ``two weeks ago``, ``the last 48 hours`` point at a moment."""
    after = " ".join(t.lower_ for t in doc[unit_end : min(unit_end + 2, limit)]).split(" ")
    if after and (after[0] in words("offset_after") or " ".join(after) in words("offset_after")):
        return True
    return number.first > 0 and doc[number.first - 1].lower_ in words("offset_before")


def is_age(doc: Doc, number: Number, limit: int) -> bool:
    """``40-year-old``, or a bare number in commas or brackets behind a name: ``Ann Lee, 40,``."""
    text = "".join(t.lower_ for t in doc[number.end : min(number.end + 4, limit)])
    if text.startswith(tuple(words("of_age"))):
        return "old" in text or "age" in text
    plain = number.value is not None and number.value < OLDEST and not number.scaled and not number.unit
    closed = number.end < limit and (
        doc[number.end].text in ",.)"
        or (doc[number.end].text in DASHES and bool(doc[number.end - 1].whitespace_))
    )
    boxed = number.first > 0 and doc[number.first - 1].text in ",(" and closed
    named = number.first > 1 and doc[number.first - 2].pos_ in ("PROPN", "NOUN")
    return plain and boxed and named


def are_ages(doc: Doc, number: Number, unit_end: int) -> bool:
    """``Most of the dead are between 25 and 45``: a range said of people, with nothing behind it that it counts."""
    if number.high is None or unit_end > number.end or number.high > OLDEST or number.first == 0:
        return False
    verb = doc[number.first - 1]
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb.lemma_ == "be" else None
    if subject is None or subject.lemma_.lower() in words("quantity_nouns"):
        return verb.lower_ == "aged"
    return any(t.lower_ == "dead" or t.lemma_.lower() in words("persons") for t in subject.subtree)


def is_clock(doc: Doc, number: Number) -> bool:
    """``2319 Rescuers land``: four bare digits that open an entry of a live report."""
    token = doc[number.first]
    if number.end - number.first != 1 or not _opens_entry(token):
        return False
    near = doc[max(0, token.i - ENTRIES) : token.i + ENTRIES]
    return any(_opens_entry(other) for other in near if other.i != token.i)


def _opens_entry(token: Token) -> bool:
    opens = token.i == 0 or bool(token.is_sent_start) or token.nbor(-1).is_space
    return opens and bool(CLOCK.fullmatch(token.text))


def is_year(doc: Doc, number: Number, unit_end: int) -> bool:
    """``in 2031``; before a plural only behind words of time: ``the 2031 rains``, but not ``2031 houses``."""
    if unit_end > number.end and doc[unit_end - 1].tag_ in ("NNS", "NNPS"):
        before = doc[number.first - 1].lower_ if number.first else ""
        return (
            bool(YEAR.fullmatch(doc[number.first].text))
            and before in ("the", "in", "since", "early", "late")
            and number.end - number.first == 1
        )
    return number.end - number.first == 1 and bool(YEAR.fullmatch(doc[number.first].text))
