"""Numbers that count nothing: dates and clock times, ages, years, ordinals, scores, names, addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsledger.annotate.figures.cardinals import DASHES, Number
from newsledger.annotate.figures.labels import is_label, is_name, is_part_of_word, is_pronoun
from newsledger.annotate.figures.moments import Times, are_ages, is_age, is_clock, is_time, is_year
from newsledger.annotate.figures.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Doc


def counts_nothing(doc: Doc, number: Number, unit_end: int, limit: int, times: Times) -> bool:
    """Whether the number at this place is no figure."""
    return (
        is_time(doc, number, unit_end, limit, times)
        or is_age(doc, number, limit)
        or is_name(doc, number)
        or is_label(doc, number, unit_end, limit)
        or is_pronoun(doc, number)
        or is_part_of_word(doc, number, unit_end, limit)
        or is_year(doc, number, unit_end)
        or is_clock(doc, number)
        or _is_ratio(doc, number, limit)
        or _multiplies(doc, number, limit)
        or _shapes(doc, number, limit)
        or are_ages(doc, number, unit_end)
    )


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
    """``a three-pronged mission``, ``a two-term mayor``: what is behind the hyphen says of what shape one thing is."""
    i = number.end
    if i + 1 >= limit or doc[i].text not in DASHES or doc[i].whitespace_:
        return False
    shape = doc[i + 1].lower_
    return shape.endswith("ed") or shape in words("shapes")
