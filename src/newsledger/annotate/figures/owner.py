"""Whose figure it is: a modifier, an owner, the subject of a verb of having or giving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsledger.annotate.annotation import Span
from newsledger.annotate.figures.cardinals import DASHES
from newsledger.annotate.figures.phrases import CLIMB, entity_span, phrase_span, vouches
from newsledger.annotate.figures.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OWNERS = frozenset(("GPE", "NORP", "ORG", "FAC", "LOC", "PERSON"))
LEFT = 16  # tokens before a bare number that may name what it counts


def find_owner(doc: Doc, head: int, first: int, end: int, floor: int, limit: int) -> Span | None:
    """Whose: a modifier ("Ukrainian troops"), an owner ("Russia's"), who has, gives, sends or loses it."""
    for i in range(head, first - 1, -1):
        if doc[i].ent_type_ in OWNERS and i != head:
            return entity_span(doc, i)
    for i in range(first - 1, max(floor - 1, first - 5), -1):
        if doc[i].text in ("'s", "’s") and i > floor and _owns_quantity(doc[i - 1], first):
            return phrase_span(doc, doc[i - 1])
    if _is_gapped(doc, first, floor):
        return entity_span(doc, first - 1)
    measures = any(t.text in DASHES for t in doc[first:end])  # "a four-story dome"
    subject = None if measures else _subject(_counter(doc[head], first), floor, limit)
    if subject is not None and subject.i < first:
        return _state_of(doc, subject) or phrase_span(doc, subject)
    return _owner_before(doc, first, floor) or _border_of(doc, end, limit)


def _is_gapped(doc: Doc, first: int, floor: int) -> bool:
    """``Norland gave 5 million euros and Sutland 6 million``: the name right before the number."""
    if first - 2 < floor or doc[first - 1].ent_type_ not in OWNERS:
        return False
    opens = next((i for i in range(first - 1, floor, -1) if doc[i].ent_iob_ != "I"), first - 1)
    return opens > floor and (doc[opens - 1].text == "," or doc[opens - 1].lower_ == "and")


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


def _owner_before(doc: Doc, first: int, floor: int) -> Span | None:
    """``the number of Norlandic troops had grown to 125,000``: the nationality behind a quantity noun."""
    for i in range(first - 1, max(floor - 1, first - LEFT), -1):
        if doc[i].ent_type_ in ("NORP", "GPE") and i + 1 < first and _is_body(doc[i + 1]):
            before = [t.lemma_.lower() for t in doc[max(floor, i - 4) : i]]
            return entity_span(doc, i) if words("quantity_nouns") & set(before) else None
    return None


def _counter(noun: Token, first: int) -> Token:
    """The "tens" of ``tens of thousands of troops``: the word by which the number hangs on its verb."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and first <= noun.head.head.i < noun.i:
        noun = noun.head.head
    return noun


def _border_of(doc: Doc, end: int, limit: int) -> Span | None:
    """``100,000 troops along Norland's border with Sutland``: they stand on its own side."""
    for i in range(end, min(end + 4, limit - 3)):
        if doc[i].ent_type_ == "GPE" and doc[i + 2].lemma_.lower() in ("border", "side", "frontier"):
            return entity_span(doc, i) if doc[i + 3].lower_ in ("with", "of") else None
    return None


def _is_body(token: Token) -> bool:
    """What a state can have counted of: its troops, its people, or what is its own ("Norland's")."""
    lemma = token.lemma_.lower()
    named = lemma in words("state_bodies") or lemma in words("persons") or token.lower_ in words("persons")
    return token.pos_ == "PART" or (token.pos_ == "NOUN" and named)


def _subject(token: Token, floor: int, limit: int) -> Token | None:
    """The subject of the verb of having whose object the number opens, or of the verb that governs that one."""
    while token.dep_ == "conj" and floor <= token.head.i < limit and token.head.pos_ not in ("VERB", "AUX"):
        token = token.head
    verb = token.head
    if token.dep_ not in ("dobj", "attr", "oprd", "npadvmod", "dep"):
        return None
    lemma = verb.lemma_.lower()
    if lemma not in words("owning") or (vouches(verb) and lemma not in words("moving")):
        return None
    for _ in range(CLIMB):
        if not floor <= verb.i < limit:
            return None
        found = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if found is not None:
            counts = found.lemma_.lower() in words("quantity_nouns") or found.pos_ == "NUM"
            numbered = counts or any(c.dep_ == "nummod" for c in found.children)
            return None if found.pos_ in ("PRON", "DET") or found.tag_ == "DT" or numbered else found
        if any(c.dep_ == "nsubjpass" for c in verb.children):
            return None
        if verb.dep_ == "pcomp" and verb.head.dep_ == "prep":  # "accused Kiev of massing troops"
            return next((c for c in verb.head.head.children if c.dep_ == "dobj"), None)
        if verb.dep_ not in ("conj", "xcomp") or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None
