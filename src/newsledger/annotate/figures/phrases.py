"""Spans of phrases and entities, and the verbs that vouch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsledger.annotate.annotation import Span
from newsledger.annotate.figures.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CLIMB = 6  # steps up the parse


def entity_span(doc: Doc, i: int) -> Span:
    """The whole named entity around a token."""
    first, last = i, i
    while first > 0 and doc[first].ent_iob_ == "I":
        first -= 1
    while last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I":
        last += 1
    while last > first and doc[last].text in ("'s", "’s", "the"):
        last -= 1
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))


def phrase_span(doc: Doc, head: Token) -> Span:
    """A noun phrase from its leftmost modifier to its head."""
    first = head
    for child in head.children:
        if child.ent_type_ in ("DATE", "TIME") and head.ent_type_ not in ("DATE", "TIME"):
            continue  # "On Thursday Ann Lee": the day is not part of her
        if child.i < first.i and child.dep_ in ("det", "amod", "compound", "poss", "nmod", "nummod"):
            first = child if child.dep_ != "poss" else doc[child.left_edge.i]
    return Span(first.idx, head.idx + len(head))


def vouches(verb: Token) -> bool:
    """A vouching verb; a war that "claims lives" vouches for nothing."""
    if verb.pos_ not in ("VERB", "AUX") or verb.lemma_.lower() not in words("vouching"):
        return False
    return not any(c.dep_ == "dobj" and c.lemma_.lower() in ("life", "victim") for c in verb.children)
