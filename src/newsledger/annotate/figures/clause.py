"""The clause of a figure: its number, the words above it in the parse, and what may be told of it.

A place or a time is the figure's own only where the parse hangs it on the number, on the nearest verb above
it, or on a verb above that: a name near by is mostly of something else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsledger.annotate.figures.moments import YEAR
from newsledger.annotate.figures.phrases import vouches
from newsledger.annotate.figures.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HIGHEST = 8  # steps up the parse
CORE = frozenset(("nsubj", "nsubjpass", "dobj", "attr"))
VERBAL = frozenset(("VERB", "AUX"))


@dataclass(frozen=True, slots=True)
class Clause:
    """The number as tokens ``[first, end)`` with its head, inside a line ``[floor, limit)``."""

    doc: Doc
    floor: int
    limit: int
    first: int
    end: int
    head: int
    above: tuple[Token, ...]  # nearest first

    @property
    def verb(self) -> Token | None:
        """The nearest verb above the number."""
        return next((t for t in self.above if t.pos_ in VERBAL), None)

    def parenthesis(self, i: int) -> bool:
        """Whether brackets part a token from the number."""
        between = [t.text for t in self.doc[min(i, self.end) : max(i, self.first)]]
        return ")" in between if i < self.first else "(" in between and self.doc[self.end - 1].text != "("

    def holds(self, target: Token, item: int) -> int | None:
        """How near what hangs on a token is to the number, 0 the nearest; None where it tells of something else.

        ``item`` is the token of the name or the day that hangs there.
        """
        if target.i == self.head or self.first <= target.i < self.end:
            return 0
        if target.pos_ in VERBAL:
            return self._verb(target, item)
        if _descends(target, self.head):
            return 1
        at = next((n for n, t in enumerate(self.above) if t.i == target.i), None)
        if at is not None:
            below = [self.doc[self.head], *self.above[:at]]
            listed = all(t.dep_ == "conj" for t in below)  # "40 men in Norland and 12 women"
            return None if listed or _has_subject(below[-1]) else 1
        return 2 if self.verb is not None and _is_core(target, self.verb) else None

    def _verb(self, target: Token, item: int) -> int | None:
        verb = self.verb
        if verb is None:
            return None
        if target.i == verb.i:
            return 1
        at = next((n for n, t in enumerate(self.above) if t.i == target.i), None)
        if at is not None:
            below = self.above[:at]
            if any(t.dep_ == "relcl" for t in below):
                return None  # "emerged in May in Norland, which has recorded 40 deaths"
            if item > target.i and any(t.dep_ == "conj" and t.pos_ in VERBAL for t in below):
                return None  # "emerged in May in Norland and has spread to 40 towns"
            return 4 if vouches(target) else 2
        struck = all(t.lemma_.lower() in words("harming") or t.dep_ == "advcl" for t in (verb, target))
        return 3 if struck and verb.lemma_.lower() in words("harming") and _goes_on(target, verb) else None


def clause_of(doc: Doc, head: int, first: int, end: int, floor: int, limit: int) -> Clause:
    """The clause of a number in its line."""
    floor, limit = _line(doc, floor, limit, first, end)
    above = []
    token = doc[head]
    for _ in range(HIGHEST):
        if token.head.i == token.i or not floor <= token.head.i < limit:
            break
        token = token.head
        above.append(token)
    return Clause(doc, floor, limit, first, end, head, tuple(above))


def _line(doc: Doc, floor: int, limit: int, first: int, end: int) -> tuple[int, int]:
    """The line around a number, where two lines without a full stop were read as one sentence."""
    floor = next((i for i in range(first, floor, -1) if _opens_line(doc, i)), floor)
    return floor, next((i for i in range(end, limit) if _opens_line(doc, i)), limit)


def _opens_line(doc: Doc, i: int) -> bool:
    """``... in the earthquake The team has ...``: a capital that no name has, behind a word in small letters."""
    token, before = doc[i], doc[i - 1]
    if _heads_entry(doc, i):
        return True
    return token.text in words("openers_of_lines") and before.is_alpha and before.is_lower and i > 0


def _heads_entry(doc: Doc, i: int) -> bool:
    """``1983: 80 tonnes leaked 1989: 11 tonnes leaked``: the year of an entry of a list that runs on."""
    return (
        i + 2 < len(doc)
        and doc[i + 1].text == ":"
        and bool(doc[i + 1].whitespace_ and YEAR.fullmatch(doc[i].text))
    )


def _has_subject(verb: Token) -> bool:
    """Whether a clause on a noun tells of something else: "a briefing in Norland that the army had sent 40"."""
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.tag_ not in ("WDT", "WP") for c in verb.children)


def _is_core(noun: Token, verb: Token) -> bool:
    """What struck ("a fire at a plant in Norland killed 40"), or the name of the count ("put the toll in Norland")."""
    striking = verb.lemma_.lower() in words("striking")
    for _ in range(HIGHEST // 2):
        if noun.head.i == verb.i:
            return noun.dep_ in CORE and (striking or noun.lemma_.lower() in words("quantity_nouns"))
        if not (striking and noun.head.pos_ in ("ADP", "NOUN", "PROPN")):
            return False
        noun = noun.head
    return False


def _descends(token: Token, head: int) -> bool:
    """Whether a noun hangs on the number without a verb between: "27 members of a family from Norland"."""
    for _ in range(HIGHEST // 2):
        if token.head.i == head:
            return True
        if token.head.i == token.i or token.head.pos_ in VERBAL:
            return False
        token = token.head
    return False


def _goes_on(target: Token, verb: Token) -> bool:
    """``killed 40 and wounded 12 in Norland``, ``killed when a bus crashed in Norland``."""
    if target.head.i != verb.i:
        return False
    opened = any(c.lower_ in ("when", "after", "as") and c.i < target.i for c in target.children)
    return target.dep_ == "conj" or (target.dep_ == "advcl" and opened)
