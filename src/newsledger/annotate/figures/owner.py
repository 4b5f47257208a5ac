"""Whose figure it is: a modifier, an owner, the subject of the verb, a name near by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsledger.annotate.annotation import Span
from newsledger.annotate.figures.phrases import CLIMB, entity_span, phrase_span, vouches
from newsledger.annotate.figures.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OWNERS = frozenset(("GPE", "NORP", "ORG", "FAC", "LOC", "PERSON"))


def find_owner(doc: Doc, head: int, first: int, floor: int, limit: int) -> Span | None:
    """Whose: a modifier ("Ukrainian troops"), an owner ("Russia's"), the subject of the verb, a name near by."""
    for i in range(head, first - 1, -1):
        if doc[i].ent_type_ in OWNERS and i != head:
            return entity_span(doc, i)
    for i in range(
        first - 1, max(floor - 1, first - 5), -1
    ):  # "Ukrainian soldiers: 40", "number of Russian troops ... 40"
        if doc[i].text in ("'s", "’s") and i > floor and _owns_quantity(doc[i - 1], first):
            return phrase_span(doc, doc[i - 1])
    subject = _subject(doc[head], floor, limit)
    if subject is not None and subject.i < first:
        return _state_of(doc, subject) or phrase_span(doc, subject)
    return None


def _owns_quantity(owner: Token, first: int) -> bool:
    """``Norland's 40 tanks``, ``the army's toll of 40``; not ``the port's ward took in 40``."""
    owned = owner.head
    return owner.dep_ != "poss" or owned.i >= first or owned.lemma_.lower() in words("quantity_nouns")


def _state_of(doc: Doc, body: Token) -> Span | None:
    """``the Norwegian government``: the state stands for its government and its army."""
    if body.lemma_.lower() not in words("state_bodies"):
        return None
    owner = next((c for c in body.children if c.ent_type_ in ("NORP", "GPE")), None)
    return entity_span(doc, owner.i) if owner is not None else None


def find_share_of(doc: Doc, end: int, limit: int) -> Span | None:
    """``40 percent of the crews``: the whole that a share is of."""
    if end + 1 < limit and doc[end].lower_ == "of":
        for child in doc[end].children:
            if child.dep_ == "pobj":
                return phrase_span(doc, child)
    return None


def find_named_near(doc: Doc, start: int, limit: int) -> Span | None:
    """The first owner named right behind: ``100,000 troops along Russia's border with Ukraine``."""
    for i in range(start, min(start + 4, limit)):
        if (
            doc[i].ent_type_ in ("GPE", "NORP")
            and i + 1 < limit
            and any(t.text in ("'s", "’s") for t in doc[i + 1 : i + 3])
        ):
            return entity_span(doc, i)
        if doc[i].text in ",;.":
            return None
    return None


def find_owner_before(doc: Doc, first: int, floor: int) -> Span | None:
    """The last nationality before a bare count: ``the number of Ukrainian troops ... 125,000 personnel``."""
    for i in range(first - 1, max(floor - 1, first - 16), -1):
        if doc[i].ent_type_ in ("NORP", "GPE") and i + 1 < first and _is_body(doc[i + 1]):
            return entity_span(doc, i)
    return None


def _is_body(token: Token) -> bool:
    """What a state can have counted of: its troops, its people, or what is its own ("Norland's")."""
    lemma = token.lemma_.lower()
    named = lemma in words("state_bodies") or lemma in words("persons") or token.lower_ in words("persons")
    return token.pos_ == "PART" or (token.pos_ == "NOUN" and named)


def _harms(verb: Token) -> bool:
    """``the virus killed 40``: who or what does it is not whose the victims are."""
    return verb.lemma_.lower() in words("harming")


def _subject(token: Token, floor: int, limit: int) -> Token | None:
    """The subject of the nearest verb above that has one, skipping those that vouch.

    Not of a verb that only says where: what gushes "from three breaks" does not own the breaks.
    """
    if token.dep_ == "pobj" and token.head.lower_ in words("locating"):
        return None
    for _ in range(CLIMB):
        if token.pos_ in ("VERB", "AUX"):
            found = next((c for c in token.children if c.dep_ == "nsubj"), None)
            if found is not None:
                silent = (
                    vouches(token)
                    or _harms(token)
                    or found.pos_ == "PRON"
                    or found.lemma_.lower() in words("quantity_nouns")
                )
                return None if silent else found
            agent = next((c for c in token.children if c.dep_ == "nsubjpass"), None)
            if agent is not None:
                return None
        if token.pos_ == "VERB" and token.dep_ not in ("conj", "xcomp", "pcomp", "amod"):
            return None
        if token.dep_ == "pcomp" and token.head.dep_ == "prep":  # "accused Kiev of massing troops"
            return next((c for c in token.head.head.children if c.dep_ == "dobj"), None)
        if token.head.i == token.i or not floor <= token.head.i < limit:
            return None
        token = token.head
    return None
