"""Who takes part in what an event noun says: around the noun, or on its light verb."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsledger.annotate.events import nouns, syntax
from newsledger.annotate.events.frames import Frame
from newsledger.annotate.events.roles import DONE_TO, PLACED, owning, partner, place_in, somebody

if TYPE_CHECKING:
    from spacy.tokens import Token

BY_STATES = frozenset({"aerial", "drone", "heavy-weapons"})  # a state before these is who strikes
OF_OWNER = frozenset({"arrest", "deport", "release", "convict", "abduct", "beat", "torture", "targeted"})


def noun_actor(frame: Frame, noun: Token) -> Token | None:
    """Who does what an event noun says: "by", the frame's own place, the possessor, a name before it."""
    found = list(syntax.prepositions(noun))
    for slot in ("by", *frame.actors):
        for p, token in found:
            if p == slot and (body := somebody(token)) is not None:
                return body
    possessor = syntax.child(noun, "poss")
    if possessor is not None and nouns.is_entity(possessor) and not _undergone(frame, found):
        return None if frame.type == "PROTEST" and possessor.ent_type_ == "GPE" else possessor
    if frame.symmetric:
        for p, token in found:
            if p in ("between", "of", "among"):
                return token
    named = nouns.name_before(noun)
    if (
        frame.type == "AID"
        and named is not None
        and named.ent_type_ in ("GPE", "LOC")
        and named.pos_ == "PROPN"
    ):
        return None  # "Lima aid" is for Lima, "British aid" from Britain
    if (
        frame.type in ("ASSAULT", "PROTEST")
        and frame.mode not in BY_STATES
        and named is not None
        and _is_site(named)
    ):
        return None  # the Lima protests are in Lima
    # The Geneva talks are held in Geneva; nobody knows yet between whom.
    return (
        None if frame.symmetric and named is not None and named.ent_type_ in ("GPE", "LOC", "FAC") else named
    )


def _is_site(name: Token) -> bool:
    """Whether a name before an event noun is a place, and neither a nationality nor short for a state ("U.S.")."""
    return not name.is_upper and name.ent_type_ in ("GPE", "LOC", "FAC") and name.pos_ == "PROPN"


def noun_recipient(frame: Frame, noun: Token, verb: Token | None, actor: Token | None) -> Token | None:
    """To whom it is done; prepositions may hang on the noun or on its light verb."""
    given = syntax.child(verb, "dative") if verb is not None else None
    if given is not None and given != actor and (body := somebody(given)) is not None:
        return body
    holders = [noun] if verb is None else [noun, verb]
    found = list(syntax.prepositions(*holders))
    for slot in frame.recipients:
        preposition, _, inner = slot.partition(".")
        for p, token in found:
            if p != preposition or token == actor:
                continue
            if preposition == "between" and verb is None:
                return next((t for t in nouns.conjuncts(token)[1:]), None)
            body = (owning(token) if inner else None) or somebody(token)
            if body is None and frame.type in DONE_TO and syntax.child(token, "nummod") is not None:
                body = token
            if body is not None and body != actor:
                return body
    if frame.symmetric and actor is not None:
        return partner(actor)
    possessor = syntax.child(noun, "poss")
    if possessor is not None and nouns.is_entity(possessor) and _undergone(frame, found):
        return possessor
    if frame.type in PLACED:
        return place_in(found)
    return None


def _undergone(frame: Frame, found: Iterable[tuple[str, Token]]) -> bool:
    """Whether the possessor suffers what the noun says: "her release", but not "Peru's release of six"."""
    return frame.mode in OF_OWNER and not any(p == "of" for p, _ in found)
