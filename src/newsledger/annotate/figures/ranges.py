"""Ranges: "between 200 and 250", "four to six", "40-50 million"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsledger.annotate.figures.cardinals import DASHES, Number, read_cardinal, scaled
from newsledger.annotate.figures.tables import currencies

if TYPE_CHECKING:
    from spacy.tokens import Doc

STEP = 4  # times by which the second number of a range is larger at most, behind "by"


def read_between(doc: Doc, i: int) -> Number | None:
    """``between 200 and 250``, ``between 40 and 50 million``; also ``between $5m and $6m``."""
    start = i + 1
    if start < len(doc) and doc[start].lower_ in currencies():
        start += 1
    first = read_cardinal(doc, start) if start < len(doc) else None
    if first is None:
        return None
    joint = first.end
    while joint < len(doc) and joint < first.end + 2 and doc[joint].lower_ != "and":
        joint += 1  # the unit may stand twice: "between 4 days and 6 days"
    after = joint + 1
    if after < len(doc) and doc[after].lower_ in currencies():
        after += 1
    if after >= len(doc) or doc[joint].lower_ != "and":
        return None
    second = read_cardinal(doc, after)
    return _as_range(replace(first, first=i), second) if second else None


def read_range(doc: Doc, first: Number) -> Number | None:
    """``4-6``, ``four to six``, ``two or three``; a range rises, else it is a score or a fall."""
    joint = first.end
    if joint + 1 >= len(doc) or not (doc[joint].text in DASHES or doc[joint].lower_ in ("to", "or")):
        return None
    if first.first > 0 and doc[first.first - 1].lower_ == "from":
        return None  # a change, not a range
    after = joint + 1
    if doc[after].lower_ in currencies() and after + 1 < len(doc):
        after += 1
    second = read_cardinal(doc, after)
    if second is None:
        return None
    steps = first.first > 0 and doc[first.first - 1].lower_ == "by" and doc[joint].lower_ == "to"
    if steps and (second.value or 0.0) > (first.value or 0.0) * STEP:
        return None  # "rose by three to 78"
    return _as_range(first, second)


def _as_range(first: Number, second: Number) -> Number | None:
    low, high = first.value, second.value
    if low is None or high is None:
        return None
    if second.scaled and not first.scaled and low < 1000:
        mantissa = scaled(low, _scale_of(second))
        low = mantissa if mantissa < high else low
    if low >= high:
        return None
    return Number(first.first, second.end, None, low, high, second.scaled, first.digits)


def _scale_of(number: Number) -> float:
    """The largest power of a thousand, or the dozen or hundred, in a scaled number."""
    value = number.value or 0.0
    for scale in (1e12, 1e9, 1e6, 1e3, 100.0, 12.0):
        if value >= scale and value / scale < 1000:
            return scale
    return 1.0
