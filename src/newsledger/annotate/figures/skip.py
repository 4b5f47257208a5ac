"""Numbers that count nothing: dates and clock times, ages, years, ordinals, scores, names, addresses."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsledger.annotate.annotation import FoundTime
from newsledger.annotate.figures.numbers import DASHES, Number
from newsledger.annotate.figures.tables import units, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PLACES = frozenset(("GPE", "LOC", "NORP"))  # "Norland 20, Sutland 30" is a list of counts
NAMES = frozenset(("GPE", "LOC", "ORG", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"))
LINKS = frozenset(("of", "in", "at", "on", "and", "or"))
MARKS = frozenset("%$€£°")
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


def counts_nothing(doc: Doc, number: Number, unit_end: int, limit: int, times: Times) -> bool:
    """Whether the number at this place is no figure."""
    return (
        _is_time(doc, number, unit_end, limit, times)
        or _is_age(doc, number, limit)
        or _is_name(doc, number)
        or _is_label(doc, number, unit_end, limit)
        or _is_pronoun(doc, number)
        or _is_part_of_word(doc, number, unit_end, limit)
        or _is_year(doc, number, unit_end)
        or _is_clock(doc, number)
        or _is_ratio(doc, number, limit)
        or _multiplies(doc, number, limit)
        or _shapes(doc, number, limit)
    )


def _is_time(doc: Doc, number: Number, unit_end: int, limit: int, times: Times) -> bool:
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


def _is_age(doc: Doc, number: Number, limit: int) -> bool:
    text = "".join(t.lower_ for t in doc[number.end : min(number.end + 4, limit)])
    if text.startswith(
        (
            "-year-old",
            "–year–old",
            "-year-",
            "-month-old",
            "-yearold",
            "yearold",
            "-yr-old",
            "-day-old",
            "yearsold",
            "yearsofage",
            "monthsold",
        )
    ):
        return "old" in text or "age" in text
    plain = number.value is not None and number.value < 120 and not number.scaled and not number.unit
    closed = number.end < limit and (
        doc[number.end].text in ",.)"
        or (doc[number.end].text in DASHES and bool(doc[number.end - 1].whitespace_))
    )
    boxed = number.first > 0 and doc[number.first - 1].text in ",(" and closed
    named = number.first > 1 and doc[number.first - 2].pos_ in ("PROPN", "NOUN")
    return plain and boxed and named


def _is_pronoun(doc: Doc, number: Number) -> bool:
    """``no one``, ``every one``, ``this one``."""
    return (
        doc[number.first].lower_ == "one"
        and number.first > 0
        and doc[number.first - 1].lower_ in words("before_one")
    )


def _is_name(doc: Doc, number: Number) -> bool:
    """``Flight 370``, ``Article 5``, ``Reactor 4``, ``No. 10``."""
    token = doc[number.first]
    if token.is_title and not number.digits and token.ent_type_ in NAMES:
        return True  # "Five Rivers Safaris"
    if number.first == 0 or not number.digits:
        return False
    before = doc[number.first - 1]
    if before.text == "." and number.first > 1:
        before = doc[number.first - 2]
    if before.lower_ in words("designators") and (
        before.text[0].isupper()
        or not before.is_alpha
        or before.lower_ in ("age", "aged", "turned", "page", "top", "no.")
    ):
        return True
    return before.text in ("#", "№", "§")


def _is_label(doc: Doc, number: Number, unit_end: int, limit: int) -> bool:
    """``Warehouse 4``, ``in hangar 12``, ``Boat Seven``: a bare number behind the noun that it tells apart."""
    if number.first == 0 or number.scaled or number.end - number.first != 1:
        return False
    before, token = doc[number.first - 1], doc[number.first]
    if before.pos_ not in ("NOUN", "PROPN") or before.tag_ in ("NNS", "NNPS") or before.ent_type_ in PLACES:
        return False
    if not number.digits:
        return before.text.istitle() and token.text.istitle()
    if before.ent_type_ == "PRODUCT" or not (
        before.text.islower() or before.text.isupper() or before.text.istitle()
    ):
        return True  # "iPhone 15 users"
    counts = unit_end > number.end and doc[number.end].lower_ not in LINKS
    if counts or (number.end < limit and doc[number.end].text in MARKS):
        return False
    return (before.text[:1].isupper() and not before.is_sent_start) or before.lower_ in words("designators")


def _is_part_of_word(doc: Doc, number: Number, unit_end: int, limit: int) -> bool:
    """``G-7``, ``COVID-19``, ``3-1``, ``5:42``, ``9/11``: glued to what is no unit."""
    if number.first > 0:
        before = doc[number.first - 1]
        glued = before.idx + len(before) == doc[number.first].idx
        below = (
            before.text in "-−"
            and bool(number.unit)
            and (number.first == 1 or doc[number.first - 2].whitespace_)
        )
        if glued and not below and (before.text in DASHES or before.text in "/:."):
            return True
        if glued and before.is_alpha and number.digits:
            return True
    last = doc[number.end - 1]
    if number.end < limit:
        after = doc[number.end]
        glued = last.idx + len(last) == after.idx
        if glued and after.text in DASHES and number.end + 1 < limit and doc[number.end + 1].like_num:
            return True
        if glued and after.text == "°" and unit_end == number.end:
            return True  # of longitude, say
        if glued and after.text in (
            "/",
            ":",
            "'",
            "th",
            "st",
            "nd",
            "rd",
            "s",
            "a.m",
            "p.m.",
            "am",
            "pm",
            "a.m.",
        ):
            return True
        if not glued and after.lower_ in ("a.m.", "p.m.", "am", "pm", "o'clock", "gmt", "bst", "est", "edt"):
            return True
    return False


def _is_ratio(doc: Doc, number: Number, limit: int) -> bool:
    """Both numbers of ``one in five adults``, ``four out of 10 homes``, ``two deaths in every 1,000 cases``."""
    i, j = number.end, number.first - 1
    after = [t.lower_ for t in doc[i : min(i + 4, limit)]]
    before = [t.lower_ for t in doc[max(0, j - 2) : number.first]]
    if before[-2:] == ["in", "every"] or any(after[k : k + 2] == ["in", "every"] for k in range(3)):
        return True
    if number.value is None or number.scaled or number.end - number.first != 1:
        return False
    out = after[:2] == ["out", "of"]
    opens = (out or after[:1] == ["in"]) and i + 1 + out < limit and doc[i + 1 + out].like_num
    closes = before[-2:] == ["out", "of"] or (before[-1:] == ["in"] and j > 0 and doc[j - 1].like_num)
    return opens or closes


def _multiplies(doc: Doc, number: Number, limit: int) -> bool:
    """``three times as many``, ``50 times the number``, ``five times higher``: no count of occasions."""
    i = number.end
    if i + 1 >= limit or doc[i].lower_ != "times":
        return False
    after = doc[i + 1]
    return after.lower_ in words("compared") or after.tag_ in ("JJR", "RBR", "JJ")


def _shapes(doc: Doc, number: Number, limit: int) -> bool:
    """``a three-pronged mission``, ``a two-sided note``: the word behind the hyphen says what shape one thing has."""
    i = number.end
    return (
        i + 1 < limit
        and doc[i].text in DASHES
        and doc[i + 1].lower_.endswith("ed")
        and not doc[i].whitespace_
    )


def _is_clock(doc: Doc, number: Number) -> bool:
    """``2319 Rescuers land``: four bare digits that open an entry of a live report."""
    token = doc[number.first]
    if number.end - number.first != 1 or not _opens_entry(token):
        return False
    near = doc[max(0, token.i - ENTRIES) : token.i + ENTRIES]
    return any(_opens_entry(other) for other in near if other.i != token.i)


def _opens_entry(token: Token) -> bool:
    opens = token.i == 0 or bool(token.is_sent_start) or token.nbor(-1).is_space
    return opens and bool(CLOCK.fullmatch(token.text))


def _is_year(doc: Doc, number: Number, unit_end: int) -> bool:
    if unit_end > number.end and doc[unit_end - 1].tag_ in ("NNS", "NNPS"):
        before = doc[number.first - 1].lower_ if number.first else ""
        return (
            bool(YEAR.fullmatch(doc[number.first].text))
            and before in ("the", "in", "since", "early", "late")
            and number.end - number.first == 1
        )
    return number.end - number.first == 1 and bool(YEAR.fullmatch(doc[number.first].text))
