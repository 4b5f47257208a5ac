"""Parties that stand further off: the last resort where a frame finds none."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from newsledger.annotate.events import nouns, syntax
from newsledger.annotate.events.frames import lexicon
from newsledger.annotate.events.roles import WHERE, somebody

if TYPE_CHECKING:
    from spacy.tokens import Token

OTHER_CLAUSE = frozenset({"relcl", "conj", "parataxis", "ccomp"})


def whole(token: Token) -> Token:
    """The head of the noun phrase that a name qualifies, where that head can act: "Ruritanian troops"."""
    while token.dep_ in ("compound", "amod", "nmod", "poss") and nouns.is_entity(token.head):
        token = token.head
    return token


def named_after(coded_at: Token, governor: Token, actor: Token | None) -> Token | None:
    """The first name to the right of an event within its clause: the last resort for a recipient."""
    for token in islice(governor.subtree, 4 * syntax.WINDOW):
        if (
            token.i <= coded_at.i
            or token.ent_type_ not in nouns.NAMES
            or token.pos_ not in ("PROPN", "ADJ", "NOUN")
            or _elsewhere(token, governor)
            or (
                token.dep_ == "amod" and token.head.lemma_.lower() in lexicon().nouns
            )  # "American assistance"
        ):
            continue
        found = whole(token)
        if found != actor and (actor is None or not actor.is_ancestor(found)) and token != actor:
            return found
    return None


def is_scene(token: Token) -> bool:
    """Whether a name only tells where something is: "farming practices in Chile"."""
    place = whole(token)
    if place.ent_type_ not in ("GPE", "LOC", "FAC") or place.dep_ != "pobj":
        return False
    return place.head.lower_ in ("in", "at", "near", "from")


def _elsewhere(token: Token, governor: Token) -> bool:
    """Whether a clause of its own stands between a name and the event's verb."""
    for _ in range(12):
        if token.i == governor.i or token.head.i == token.i:
            return False
        if token.lower_ in lexicon().status["aside"] and token.pos_ in ("ADP", "VERB", "SCONJ"):
            return True
        if token.dep_ == "advcl" and any(
            c.dep_ in ("mark", "advmod") and c.lower_ in lexicon().status["aside-mark"]
            for c in token.children
        ):
            return True
        if token.dep_ == "acl" and any(c.dep_ == "nsubj" for c in token.children):
            return True  # "rumours that the president may resign"
        if token.dep_ in OTHER_CLAUSE and (token.pos_ in ("VERB", "AUX")):
            return not (token.dep_ == "ccomp" and token.head.i == governor.i)
        token = token.head
    return True


def is_named(token: Token) -> bool:
    """Whether a noun phrase holds a name."""
    return any(t.ent_type_ in nouns.NAMES for t in islice(token.subtree, syntax.WINDOW))


def anybody(clause: Token, actor: Token | None) -> Token | None:
    """The first body or place named in a clause, where its verb has no frame."""
    noun = syntax.direct_object(clause)
    near = [noun] if noun is not None else []
    near += [token for p, token in syntax.prepositions(clause, noun) if p not in WHERE or p == "to"]
    bodies = [body for token in near if token != actor and (body := somebody(token)) is not None]
    bodies = [body for body in bodies if body != actor]
    return next((body for body in bodies if is_named(body)), bodies[0] if bodies else None)
