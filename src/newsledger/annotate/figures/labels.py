"""Numbers that tell one thing from others: names, designations, parts of a word; and the pronoun "one"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsledger.annotate.figures.cardinals import DASHES, Number
from newsledger.annotate.figures.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

PLACES = frozenset(("GPE", "LOC", "NORP"))  # "Norland 20, Sutland 30" is a list of counts
NAMES = frozenset(("GPE", "LOC", "ORG", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"))
LINKS = frozenset(("of", "in", "at", "on", "and", "or"))
MARKS = frozenset("%$€£°")


def is_pronoun(doc: Doc, number: Number) -> bool:
    """``no one``, ``every one``, ``this one``."""
    return (
        doc[number.first].lower_ == "one"
        and number.first > 0
        and doc[number.first - 1].lower_ in words("before_one")
    )


def is_name(doc: Doc, number: Number) -> bool:
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
        before.text[0].isupper() or not before.is_alpha or before.lower_ in words("lower_designators")
    ):
        return True
    return before.text in ("#", "№", "§")


def is_label(doc: Doc, number: Number, unit_end: int, limit: int) -> bool:
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


def is_part_of_word(doc: Doc, number: Number, unit_end: int, limit: int) -> bool:
    """``G-7``, ``COVID-19``, ``3-1``, ``5:42``, ``9/11``: glued to what is no unit."""
    return _is_glued_before(doc, number) or _is_glued_behind(doc, number, unit_end, limit)


def _is_glued_before(doc: Doc, number: Number) -> bool:
    if number.first == 0:
        return False
    before = doc[number.first - 1]
    if before.idx + len(before) != doc[number.first].idx:
        return False
    below = (  # a sign: "-40C"
        before.text in "-−" and bool(number.unit) and (number.first == 1 or doc[number.first - 2].whitespace_)
    )
    if not below and (before.text in DASHES or before.text in "/:."):
        return True
    return before.is_alpha and number.digits


def _is_glued_behind(doc: Doc, number: Number, unit_end: int, limit: int) -> bool:
    """Also where words of a clock follow, which need not be glued."""
    if number.end >= limit:
        return False
    last, after = doc[number.end - 1], doc[number.end]
    if last.idx + len(last) != after.idx:
        return after.lower_ in words("of_clock")
    if after.text in DASHES and number.end + 1 < limit and doc[number.end + 1].like_num:
        return True
    if after.text == "°" and unit_end == number.end:
        return True  # of longitude, say
    return after.text in words("glued")
