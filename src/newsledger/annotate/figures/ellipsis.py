"""Counts whose noun stands elsewhere: "The army says 192", "down to 61", "no more than 25 million"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsledger.annotate.figures.antecedents import Antecedents, Counting
from newsledger.annotate.figures.cardinals import Number
from newsledger.annotate.figures.quantity_nouns import SCAN, quantity_of
from newsledger.annotate.figures.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PHRASAL = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "SYM"))  # what a number may open a phrase with
PLACES = frozenset(("GPE", "LOC", "NORP"))
MANY = 10  # people who make a crowd


def resolve(
    doc: Doc, number: Number, first: int, floor: int, limit: int, sentence: int, past: Antecedents
) -> Counting | None:
    """The counting that a bare number continues, or None where nothing vouches that it is a count."""
    if _is_of_what_is_peopled(doc, first, floor):
        bare = number.end >= limit or doc[number.end].pos_ not in PHRASAL
        people = Counting(sentence, "people", doc[first - 2].lower_, "count")
        return people if bare and number.least >= MANY else None
    if _is_part(doc, number, limit) or _continues(doc, number, floor, limit):
        whole = past.latest(sentence, ("outcome", "count"), reach=0)
        if whole:
            return whole
    if number.scaled and not number.vague and number.least >= 1e5:
        money = past.latest(sentence, ("money",), reach=6)
        if money:
            return money
    moved = _moves_people(doc, number, limit) or _sizes_a_crowd(doc, number, first, floor, limit)
    moving = Counting(sentence, "people", "", "count") if moved else None
    if not _may_count(doc, first, floor, number, limit):
        return moving
    named = quantity_of(doc, first, floor, sentence)
    if named:
        same = past.latest(sentence, (named.kind, "physical"), reach=0)
        return same if same and same.unit == named.unit else named  # with its rate
    latest = past.latest(sentence, ("outcome", "count", "physical", "money"))
    if latest is None or number.value == 1:
        return moving
    return latest if _can_go_on(latest, doc[first - 1], number, sentence) else None


def _is_of_what_is_peopled(doc: Doc, first: int, floor: int) -> bool:
    """``a city of 90,000``."""
    if first - 2 < floor or doc[first - 1].lower_ != "of":
        return False
    return doc[first - 2].lemma_.lower() in words("peopled")


def _is_part(doc: Doc, number: Number, limit: int) -> bool:
    """``312 wounded, 40 of them children``."""
    i = number.end
    return i + 1 < limit and doc[i].lower_ == "of" and doc[i + 1].lower_ in words("parted")


def _can_go_on(latest: Counting, before: Token, number: Number, sentence: int) -> bool:
    """Whether a bare number can be more of what was counted last."""
    if latest.kind == "physical":  # "from eleven hours to eight" only
        return latest.sentence == sentence and before.lower_ in ("to", "and")
    return latest.kind != "money" or number.scaled


def _continues(doc: Doc, number: Number, floor: int, limit: int) -> bool:
    """``Of the 300 samples, 20 were bad``; ``a dozen members left; three more may follow``: a bare subject."""
    token = doc[number.end - 1]
    more = number.end < limit and doc[number.end].lower_ in ("more", "others")
    subject = token.dep_ in ("nsubj", "nsubjpass") or (
        more and doc[number.end].dep_ in ("nsubj", "nsubjpass")
    )
    if subject and number.first > floor and (more or doc[floor].lower_ == "of"):
        return True
    return _is_next_in_list(doc, number, floor, limit)


def _is_next_in_list(doc: Doc, number: Number, floor: int, limit: int) -> bool:
    """``killed 59 in Norland and 14 in Sutland``, ``Norland sent 30 tanks, Sutland 14``."""
    first, end = number.first, number.end
    if first - 2 < floor or (end < limit and doc[end].pos_ in PHRASAL):
        return False
    placed = end + 1 < limit and doc[end].lower_ in ("in", "at", "from") and doc[end + 1].ent_type_ in PLACES
    if placed and doc[first - 1].lower_ in ("and", ","):
        return True
    opens = next((i for i in range(first - 1, floor, -1) if doc[i].ent_iob_ != "I"), floor)
    return doc[first - 1].ent_type_ in PLACES and opens > floor and doc[opens - 1].lower_ in ("and", ",", ";")


def _moves_people(doc: Doc, number: Number, limit: int) -> bool:
    """``900 have gone``, ``of those detained, 20 were freed``: a bare number that does what people do."""
    token = doc[number.end - 1]
    if token.dep_ not in ("nsubj", "nsubjpass") or number.value in (0, 1) or token.head.i <= token.i:
        return False
    return token.head.i < limit and token.head.lemma_.lower() in words("people_verbs")


def _sizes_a_crowd(doc: Doc, number: Number, first: int, floor: int, limit: int) -> bool:
    """``He put the crowd at 4,000``: what is made of people, and a bare number behind "at"."""
    if first - 2 < floor or number.least < MANY:
        return False
    if doc[first - 1].lemma_.lower() == "number":  # "the crowd numbered 4,000"
        return any(c.lemma_.lower() in words("peopled") for c in doc[first - 1].children)
    if doc[first - 1].lower_ != "at":
        return False
    if number.end < limit and doc[number.end].pos_ in PHRASAL:
        return False
    return doc[first - 2].lemma_.lower() in words("peopled")


def _may_count(doc: Doc, first: int, floor: int, number: Number, limit: int) -> bool:
    """Behind a linking or vouching word, and not itself the start of another phrase."""
    if number.end < limit and doc[number.end].pos_ in PHRASAL:
        return False
    if number.end < limit and doc[number.end].lower_ in ("of", "others", "more", "other"):
        return False
    if first <= floor:
        return False
    before = doc[first - 1]
    if before.lower_ == "of" and not _quantified(doc, first - 2, floor):
        return False
    if before.lower_ in words("leads"):
        return _vouched(doc, first, floor)
    return before.lemma_.lower() in words("vouching") or before.lower_ in ("says", "said")


def _quantified(doc: Doc, i: int, floor: int) -> bool:
    """What may stand before "of" and a bare number: "a toll of 40", "speaks of 40", "the army, of 40"."""
    if i < floor:
        return False
    lemma = doc[i].lemma_.lower()
    return doc[i].text == "," or lemma in words("quantity_nouns") or lemma in words("vouching")


def _vouched(doc: Doc, first: int, floor: int) -> bool:
    """A vouching verb or a quantity noun stands shortly before, in the same clause."""
    for i in range(first - 1, max(floor - 1, first - SCAN), -1):
        if doc[i].text in ";":
            return i < first - 1 and doc[first - 1].lower_ == "of"
        lemma = doc[i].lemma_.lower()
        if lemma in words("quantity_nouns") or (doc[i].pos_ == "VERB" and lemma in words("vouching")):
            return True
    return False
