"""What a number counts with what happened to it: an outcome, a noun, or what was counted before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsledger.annotate.figures.antecedents import Antecedents, Counting
from newsledger.annotate.figures.cardinals import Number
from newsledger.annotate.figures.changing import changed
from newsledger.annotate.figures.counted import is_whole, skip_links
from newsledger.annotate.figures.ellipsis import resolve
from newsledger.annotate.figures.measured import Counted
from newsledger.annotate.figures.outcome import (
    is_person,
    outcome_after,
    outcome_before,
    outcome_of_noun,
    outcome_of_object,
    outcome_within,
)
from newsledger.annotate.figures.quantity_nouns import quantity_of, share_of
from newsledger.annotate.figures.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def count(
    doc: Doc, number: Number, counted: Counted | None, first: int, floor: int, limit: int, index: int,
    past: Antecedents, taken: frozenset[int],
) -> Counting | None:  # fmt: skip
    """What a number counts, or None where it counts nothing that can be told.

    ``counted`` is what follows it, ``first`` the first token of the phrase, ``floor, limit`` the tokens of its
    sentence, ``index`` the number of the sentence; where nothing follows, the count may go on with one of ``past``.
    """
    if counted and counted.kind != "count":
        share = share_of(doc, first, floor) if counted.unit == "percent" else ""
        return Counting(index, counted.unit, share, counted.kind, counted.currency)
    head = counted.head if counted else None
    noun = doc[head] if head is not None else None
    if noun is not None:
        by_noun = outcome_of_noun(noun.lemma_.lower(), noun.lower_)
        if by_noun and by_noun not in words("roles"):
            return Counting(index, by_noun, noun.lower_, "outcome")
        if noun.lemma_.lower() in words("entries"):  # "the register of lost boats holds 31 entries"
            listed = quantity_of(doc, first, floor, index)
            if listed:
                return Counting(index, listed.unit, f"{listed.counted} {noun.lower_}", listed.kind)
        if not is_person(doc, noun.i):
            return _plain(doc, number, noun.i, index, counted.unit if counted else noun.lower_)
    if noun is not None and is_whole(doc, number):
        return _plain(doc, number, noun.i, index, counted.unit if counted else noun.lower_)
    start = head + 1 if head is not None else skip_links(doc, number.end, limit)
    others = taken - {number.first}
    outcome = (
        (outcome_within(doc, number.end, noun.i) if noun is not None else None)
        or outcome_after(doc, start, limit, others)
        or outcome_before(doc, first, floor, others, noun is None or _is_told(doc, noun, first))
        or (outcome_of_object(doc, noun.i) if noun is not None else None)
    )
    if outcome:
        name, a, b = outcome
        words_of = [noun.lower_] if noun is not None else []
        words_of += [t.lower_ for t in doc[a:b] if b - a <= 2 and (noun is None or a >= first)]
        return Counting(index, name, " ".join(words_of), "outcome")
    if noun is not None:
        return _plain(doc, number, noun.i, index, counted.unit if counted else noun.lower_)
    return resolve(doc, number, first, floor, limit, index, past) or changed(doc, number, limit, index)


def _is_told(doc: Doc, noun: Token, first: int) -> bool:
    """``the toll rose to 40 people``: what stands before the number tells what happened to them."""
    return noun.lemma_.lower() in ("people", "person") and first > 0 and doc[first - 1].lower_ == "to"


def outcome_of(doc: Doc, counted: Counted) -> str:
    """The outcome that the counted noun names (deaths: killed), else its unit."""
    noun = doc[counted.head] if counted.head is not None else None
    return (outcome_of_noun(noun.lemma_.lower(), noun.lower_) if noun is not None else None) or counted.unit


def _plain(doc: Doc, number: Number, head: int, index: int, unit: str) -> Counting | None:
    """A count of a noun; "one" alone is mostly a pronoun."""
    if number.value in (0, 1) and not number.digits:
        return None
    noun = doc[head]
    outcome = outcome_of_noun(noun.lemma_.lower(), noun.lower_)
    return Counting(index, outcome or unit, unit, "outcome" if outcome else "count")
