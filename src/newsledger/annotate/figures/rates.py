"""Rates: ``5,000 barrels a day``, ``$2 or less per day``, ``4,000 barrels, or 168,000 gallons, a day``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsledger.annotate.figures.physical import dimension
from newsledger.annotate.figures.tables import bound_phrases, currencies, toml, units, words

if TYPE_CHECKING:
    from spacy.tokens import Doc

NEAR = 3  # tokens between a unit and its "a day": "$2 or less per day"
CONVERTED = 5  # tokens between a quantity and the same in another unit
Measured = tuple[str, str | None]  # a unit, and the currency of money


@dataclass(frozen=True, slots=True)
class Rate:
    """What a quantity is per, and the token behind the words that say so."""

    per: str
    end: int


def find_rate(doc: Doc, end: int, limit: int) -> Rate | None:
    """The rate right behind a unit, past a comma or the words of a bound."""
    at = after = past_substance(doc, end, limit)
    while at < min(after + NEAR, limit):
        rate = _rate_at(doc, at, limit)
        if rate is not None:
            return rate
        if not (doc[at].text == "," or _is_bound(doc[at].lower_)):
            return None
        at += 1
    return None


def _rate_at(doc: Doc, at: int, limit: int) -> Rate | None:
    table, word = toml("rates"), doc[at].lower_
    if word in table["adverbs"]:
        return Rate(table["adverbs"][word], at + 1)
    if at + 1 >= limit or word not in table["openers"]:
        return None
    noun = doc[at + 1]
    lemma = noun.lemma_.lower()
    unit = units().get(lemma)
    if (unit is not None and unit.dimension == "time") or lemma in table["times"]:
        after = doc[at + 2].lower_ if at + 2 < limit else ""
        return None if after in words("offset_after") - {"into"} else Rate(lemma, at + 2)
    if word == "a" and (unit is not None or lemma in table["pieces"]):
        return Rate(lemma, at + 2)  # "$78 a barrel", "two euros a head"
    if word == "per" and noun.is_alpha and lemma != "cent":
        return Rate(lemma, at + 2)
    return None


def past_substance(doc: Doc, end: int, limit: int) -> int:
    """Past what is measured: ``900 litres of heating oil per hour``."""
    at = end + 1 if end < limit and doc[end].text == ")" else end
    if at < limit and doc[at].lower_ == "of":
        at += 1
        while at < min(end + 2 + NEAR, limit) and doc[at].pos_ in ("ADJ", "NOUN", "PROPN"):
            at += 1
    return at


def _is_bound(word: str) -> bool:
    return any(word in phrase for phrase in bound_phrases("after"))


def converts(doc: Doc, end: int, first: int, one: Measured, other: Measured) -> bool:
    """Whether the next quantity is the same one in another unit: only "or", commas and signs stand between."""
    between = [t.lower_ for t in doc[past_substance(doc, end, first) : first]]
    table = toml("rates")
    plain = all(w in table["between"] or w in currencies() for w in between)
    if not 0 < len(between) <= CONVERTED or not plain or not any(w in table["links"] for w in between):
        return False
    return bool(measures_what(*one)) and measures_what(*one) == measures_what(*other) and one != other


def measures_what(unit: str, currency: str | None) -> str:
    """What a unit measures, by which two of them convert: money, length, volume."""
    return "money" if currency else dimension(unit)
