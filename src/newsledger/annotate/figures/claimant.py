"""Who vouches for a figure: according-to, a clause in commas, the verb above, a gap, the owner of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsledger.annotate.annotation import Span
from newsledger.annotate.figures.aside import is_aside
from newsledger.annotate.figures.phrases import CLIMB, phrase_span, vouches
from newsledger.annotate.figures.speaker import (
    agent,
    fronted,
    list_above,
    list_owner,
    speaker_span,
    subject_of,
    subject_of_main_verb,
)
from newsledger.annotate.figures.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find_claimant(doc: Doc, number: int, first: int, floor: int, limit: int) -> Span | None:
    """Who vouches: "according to the army", or the subject of a verb that governs the number."""
    return (
        _according(doc, first, floor, limit)
        or _parenthesis(doc, number, limit)
        or _estimate_of(doc, first, floor)
        or _vouching_subject(doc, doc[number], floor, limit)
        or _gapped(doc, first, floor)
    )


def _parenthesis(doc: Doc, number: int, limit: int) -> Span | None:
    """``40 houses fell, the army says, and ...``: a vouching verb shut in by commas."""
    comma = next((i for i in range(number + 1, limit) if doc[i].text in ",;"), None)
    while comma is not None and doc[comma].text == ",":
        verb = next(
            (i for i in range(comma + 2, min(comma + 9, limit)) if vouches(doc[i]) or _as_noun(doc, i)), None
        )
        nearest = next((i for i in range(comma + 1, limit) if doc[i].text in ",;"), None)
        closed = verb is not None and (
            verb + 1 >= limit or doc[verb + 1].is_punct or doc[verb + 1].lower_ in words("closers")
        )
        if verb is not None and closed and (nearest is None or verb < nearest):
            if _is_adjunct_of(doc[number], doc[verb]):
                return None
            subject = next((c for c in doc[verb].children if c.dep_ == "nsubj" and c.i > number), None)
            if subject is None and doc[verb - 1].pos_ in ("NOUN", "PROPN"):
                return Span(doc[comma + 1].idx, doc[verb - 1].idx + len(doc[verb - 1]))
            opens = subject is not None and subject.left_edge.i <= comma + 1  # or before: "Roe, head of Orlo"
            return speaker_span(doc, subject) if subject is not None and opens else None
        comma = nearest
    return None


def _is_adjunct_of(number: Token, verb: Token) -> bool:
    """``When asked about a spill of 40 tonnes, the mayor said, ...``: the number is not in what is said."""
    token = number
    for _ in range(2 * CLIMB):
        if token.head.i == verb.i:
            return _stands_outside(token)
        if token.head.i == token.i:
            break
        token = token.head
    return False


def _as_noun(doc: Doc, i: int) -> bool:
    """``the harbour office estimates``: a verb that the parser takes for a plural."""
    token = doc[i]
    return (
        token.tag_ == "NNS"
        and token.lemma_.lower() in words("vouching")
        and doc[i - 1].pos_ in ("NOUN", "PROPN")
    )


def _gapped(doc: Doc, first: int, floor: int) -> Span | None:
    """``The ministry speaks of 40 killed; the army, of 50``: the verb is left out."""
    if first - 2 <= floor or doc[first - 1].lower_ != "of" or doc[first - 2].text != ",":
        return None
    left = next((i for i in range(first - 3, floor - 1, -1) if doc[i].text in ";,."), None)
    if left is None or doc[first - 3].pos_ not in ("NOUN", "PROPN"):
        return None
    return Span(doc[left + 1].idx, doc[first - 3].idx + len(doc[first - 3]))


def _according(doc: Doc, first: int, floor: int, limit: int) -> Span | None:
    for i in range(floor, limit - 2):
        if doc[i].lower_ == "according" and doc[i + 1].lower_ == "to":
            if any(t.text == ";" or t.lower_ in ("while", "but") for t in doc[min(i, first) : max(i, first)]):
                continue
            named = next((c for c in doc[i + 1].children if c.dep_ == "pobj"), None)
            if named is None:
                named = next((t for t in doc[i + 2 : limit] if t.pos_ in ("NOUN", "PROPN")), None)
            return phrase_span(doc, named) if named is not None else None
    return None


def _estimate_of(doc: Doc, first: int, floor: int) -> Span | None:
    """``the firm's claim of 5,000 barrels``: whose estimate it is."""
    if (
        first - 2 <= floor
        or doc[first - 1].lower_ != "of"
        or doc[first - 2].lemma_.lower() not in words("estimates")
    ):
        return None
    owner = next((c for c in doc[first - 2].children if c.dep_ == "poss" and c.pos_ != "PRON"), None)
    return phrase_span(doc, owner) if owner is not None else None


def _vouching_subject(doc: Doc, token: Token, floor: int, limit: int) -> Span | None:
    """Climb from the number to the first vouching verb with a subject of its own."""
    number = token.i
    beside, below = -1, token
    for _ in range(CLIMB):
        if any(t.text == ";" for t in doc[min(number, token.i) : max(number, token.i)]):
            return None
        if vouches(token) and token.i != beside and not _moves(token, below):
            subject = subject_of(token)
            if subject is None and token.dep_ == "conj":
                subject = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
            subject = subject or agent(token) or subject_of_main_verb(token) or fronted(doc, token, floor)
            if subject is not None:
                return speaker_span(doc, subject)
        holder = list_owner(token)
        if holder is not None:
            return phrase_span(doc, holder)
        if token.head.i == token.i or not floor <= token.head.i < limit or _stands_outside(token):
            return None
        if is_aside(token):
            return list_above(token)
        if token.dep_ == "conj" and subject_of(token) is not None and _stands_apart(doc, token):
            beside = token.head.i  # "The board said it agreed, and two firms have left": told beside it
        below, token = token, token.head
    return None


def _moves(verb: Token, below: Token) -> bool:
    """``raised $500,000``, ``raised enough to send 40 boxes``: a verb that vouches only at "to" or "at"."""
    counts = below.lemma_.lower() in words("quantity_nouns") | words("estimates")
    return below.dep_ in ("dobj", "xcomp", "advcl") and not counts and verb.lemma_.lower() in words("moving")


def _stands_apart(doc: Doc, verb: Token) -> bool:
    """Whether a comma and a conjunction open the clause of a verb."""
    opens = verb.left_edge.i
    return opens > 1 and doc[opens - 1].dep_ == "cc" and doc[opens - 2].text == ","


def _stands_outside(token: Token) -> bool:
    """Whether a step up leaves what a verb says: from its subject, or from an adjunct before or beside it.

    "The judge who struck down the six-month ban has reported ..."; "With 40 square miles burnt, officials say ...".
    """
    verb = token.head
    if not vouches(verb):
        return False
    if token.dep_ == "nsubj":
        return True
    if token.dep_ == "prep":
        return token.i < verb.i and token.lower_ in words("adjuncts")
    opener = next((c for c in token.children if c.dep_ in ("mark", "advmod") and c.i < token.i), None)
    return token.dep_ == "advcl" and opener is not None and opener.lower_ in words("adjuncts")
