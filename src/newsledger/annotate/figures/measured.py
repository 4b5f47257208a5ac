"""What a number measures: money and physical units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsledger.annotate.figures.cardinals import DASHES, Number
from newsledger.annotate.figures.tables import Currency, currencies, units, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

POWERS = {"square": "square", "sq": "square", "sq.": "square", "cubic": "cubic", "cu": "cubic"}

LONGEST_UNIT = 4  # tokens: "pounds per square inch"


@dataclass(frozen=True, slots=True)
class Counted:
    """The unit in words, the tokens ``[.., end)`` that name it, its head, and an ISO currency for money."""

    unit: str
    end: int
    head: int | None = None
    kind: str = "count"  # money, physical, count
    currency: str | None = None


def money(doc: Doc, number: Number, limit: int) -> Counted | None:
    """A sum, where a currency's sign stands before the number or its word behind."""
    before = doc[number.first - 1] if number.first else None
    if doc[number.first].lower_ == "between" and number.first + 1 < limit:
        before = doc[number.first + 1]
    unit = unit_at(doc, number.end, limit)
    if unit is not None and unit[1] - number.end > 2:
        return None  # "900 pounds per square inch"
    sign = currencies().get(before.lower_) if before is not None else None
    if sign and before is not None and before.lower_ not in ("r", "real", "won", "rand"):
        return Counted(sign.name, number.end, None, "money", sign.code)
    for i in range(number.end, min(number.end + 3, limit)):  # "40 million Swiss francs", "5m US dollars"
        if (
            i == number.end
            and not number.scaled
            and doc[i].lower_ == "pounds"
            and doc[i + 1 : i + 2].text == "of"
        ):
            return Counted("pounds", i + 1, i, "physical")  # of flour, say
        currency = _currency(doc[i])
        if currency and i > number.end and doc[i - 1].pos_ in ("ADJ", "PROPN"):
            plain = Currency(currency.name, None)  # "5 Egyptian pounds" are not sterling
            currency = currencies().get(f"{doc[i - 1].lower_} {doc[i].lemma_.lower()}", plain)
        if currency:
            return Counted(currency.name, i + 1, i, "money", currency.code)
        if not (doc[i].text in DASHES or doc[i].pos_ in ("ADJ", "PROPN")):
            break
    return None


def _currency(token: Token) -> Currency | None:
    """The currency that a noun names ("won" as a verb is none)."""
    if token.pos_ not in ("NOUN", "PROPN", "SYM", "X"):
        return None
    return currencies().get(token.lower_) or currencies().get(token.lemma_.lower())


def physical_quantity(doc: Doc, number: Number, limit: int) -> Counted | None:
    """A unit of measure: ``40 km``, ``a 10-mile queue``, ``300 sq ft``, ``12 degrees Celsius``, ``30m deep``."""
    if number.unit:
        return Counted(number.unit, number.end, None, "physical")
    if number.first and number.digits and doc[number.first - 1].lower_ == "magnitude":
        return Counted("magnitude", number.end, None, "physical")
    i = number.end
    if i < limit and doc[i].text in DASHES:
        i += 1
    power = ""
    while i < limit and i < number.end + 2 and (doc[i].lower_ in words("fillers") or doc[i].lower_ in POWERS):
        power = POWERS.get(doc[i].lower_, power)
        i += 1
    found = unit_at(doc, i, limit)
    if found is None or (doc[i].is_title and i + 1 < limit and doc[i + 1].like_num):
        return None  # "Year Seven pupils"
    name, end = found
    return Counted(f"{power} {name}".strip(), end, end - 1, "physical")


def unit_at(doc: Doc, i: int, limit: int) -> tuple[str, int] | None:
    """The unit of measure whose words begin at a token, and its end: the longest one."""
    for end in range(min(i + LONGEST_UNIT, limit), i, -1):
        words_of = [t.lower_ for t in doc[i:end]]
        words_of[-1] = words_of[-1].removesuffix(".") or "."  # "80 km/h." ends the sentence
        stem = [*words_of[:-1], doc[end - 1].lemma_.lower()]
        degree = ["degree", *words_of[1:]] if words_of[0] == "degrees" else stem
        unit = next((u for w in (words_of, stem, degree) if (u := units().get(" ".join(w)))), None)
        if unit is not None:
            return unit.name, end
    if i + 1 < limit and doc[i].lower_ == "m" and doc[i + 1].lower_ in words("metres_before"):
        return "metres", i + 1
    if i < limit and doc[i].lower_ == "in" and not doc[i - 1].whitespace_:
        return "inches", i + 1  # "6ft 3in"
    return None
