"""Verbs and event nouns that stand for an event by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsledger.annotate.events import conditions, nominal, nouns, remote, roles, scope, syntax
from newsledger.annotate.events.coded import Coded
from newsledger.annotate.events.conditions import NO_EVENT
from newsledger.annotate.events.frames import Frame, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token


def verb_event(verb: Token) -> Coded | None:
    """A verb with a frame of its own."""
    frame = next(
        (f for f in lexicon().verbs.get(syntax.lemma(verb), ()) if conditions.matches(f, verb)), None
    )
    if (
        frame is None
        or frame.type == NO_EVENT
        or verb.dep_ in ("aux", "auxpass", "amod", "compound")
        or roles.needs_object(frame, verb)
    ):
        return None
    actor = roles.verb_actor(frame, verb)
    if actor is not None and (not can_act(actor) or (frame.type == "ASSAULT" and actor.lower_ == "it")):
        return None
    recipient = roles.verb_recipient(frame, verb, actor)
    subject = syntax.agent(verb) if syntax.is_passive(verb) else syntax.grammatical_subject(verb)
    deed = (
        subject if subject is not None and subject.pos_ == "NOUN" and frame.type in scope.MATERIAL else None
    )
    inner = noun_frame(deed) if deed is not None else None
    if deed is not None and inner is not None:  # "a raid killed six": one event, by whoever raided
        actor = nominal.noun_actor(inner, deed)
    return Coded(
        trigger=verb,
        governor=verb,
        type=frame.type,
        mode=frame.mode,
        actor=actor,
        recipient=recipient,
        symmetric=frame.symmetric,
        noun=deed if inner is not None else None,
    )


def can_act(actor: Token) -> bool:
    """Whether a subject is somebody, a weapon, or an event that stands for who is behind it."""
    if nouns.is_entity(actor) or actor.pos_ != "NOUN" or noun_frame(actor) is not None:
        return True
    return (
        actor.lemma_.lower() in lexicon().classes["arms"] | lexicon().classes["place"]
        or nouns.owner(actor) is not None
    )


def noun_event(noun: Token) -> Coded | None:
    """An event noun without a light verb, if somebody takes part in it."""
    frame = noun_frame(noun)
    if frame is None or noun.dep_ in ("compound", "npadvmod", "attr"):
        return None  # what something is ("a threat to the coast") has not happened
    if _qualifies(noun):
        return None
    if noun.ent_type_ in ("DATE", "TIME") or _in_order(noun):
        return None  # "two days of talks": the talks tell it themselves
    actor = nominal.noun_actor(frame, noun)
    recipient = nominal.noun_recipient(frame, noun, None, actor)
    if frame.symmetric and actor is None and recipient is None:
        actor, recipient = _speakers(noun)
    if recipient is None and frame.type in scope.VERBAL:
        recipient = _addressed(noun, actor)
    clause = syntax.child(noun, "acl")
    told = clause is not None and any(c.tag_ == "TO" for c in clause.children)  # "a threat to impose"
    alone = recipient is None and (actor is None or (frame.weak and not told))
    if alone and (frame.type in scope.VERBAL or not (_dated(noun) or is_definite(noun))):
        return None
    governor = syntax.climb(noun.head) or noun
    return Coded(
        trigger=noun,
        governor=governor,
        type=frame.type,
        mode=frame.mode,
        actor=actor,
        recipient=recipient,
        symmetric=frame.symmetric,
        noun=noun,
        bare=True,
    )


def _addressed(noun: Token, actor: Token | None) -> Token | None:
    """To whom a threat, a refusal or a call is: in its infinitive, or at whom it is aimed."""
    clause = syntax.child(noun, "acl", "xcomp")
    if clause is not None and any(c.tag_ == "TO" for c in clause.children):
        return roles.fill("to", clause, None) or remote.anybody(clause, actor)
    verb = noun.head
    if noun.dep_ == "nsubjpass" and syntax.lemma(verb) in lexicon().classes["aimed"]:
        return roles.fill("at", verb, None) or roles.fill("to", verb, None)
    return None


def _qualifies(noun: Token) -> bool:
    """ "Aid agency", "attack dogs": a noun that only tells of what kind the next one is."""
    if noun.tag_ != "NN" or noun.i + 1 >= len(noun.doc) or not noun.whitespace_:
        return False
    after = noun.nbor(1)
    return after.pos_ == "NOUN" and not after.ent_type_ and noun.head.i != after.i


def _in_order(noun: Token) -> bool:
    """ "In order to" orders nothing."""
    return noun.lower_ == "order" and noun.dep_ == "pobj" and noun.head.lower_ == "in"


def noun_frame(noun: Token) -> Frame | None:
    """The frame of an event noun, with its compound ("hunger strike") where there is one."""
    frames = lexicon().nouns
    noun = nouns.core(noun, lexicon().classes["carrier"])
    whole = nouns.hyphened(noun)
    if whole and (found := frames.get(whole) or frames.get(whole.removesuffix("s"))):
        return found[0]
    before = noun.nbor(-1) if noun.i > 0 else None
    if before is not None and before.dep_ in ("compound", "amod"):
        found = frames.get(f"{before.lemma_.lower()}-{syntax.lemma(noun)}")
        if found:
            return None if found[0].type == NO_EVENT else found[0]
    return next((f for f in frames.get(syntax.lemma(noun), ()) if conditions.noun_matches(f, noun)), None)


def _speakers(noun: Token) -> tuple[Token | None, Token | None]:
    """Who takes part in talks in which one told the other something."""
    verb = (
        noun.head.head
        if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "during", "at", "after")
        else None
    )
    if verb is None or lexicon().embedding.get(syntax.lemma(verb)) != "announce":
        return None, None
    other = syntax.child(verb, "dobj", "dative")
    if other is None or not nouns.is_entity(other):
        return None, None
    return syntax.grammatical_subject(verb), other


def is_definite(noun: Token) -> bool:
    """Whether a noun takes up something told before: "the meeting", "that visit"."""
    return any(c.lower_ in ("the", "this", "that", "their", "these") for c in noun.children)


def is_alone(coded: Coded) -> bool:
    """Whether an event noun names nobody and no day: it counts only if it takes up an event told before."""
    return (
        coded.noun is not None and coded.actor is None and coded.recipient is None and not _dated(coded.noun)
    )


def _dated(noun: Token) -> bool:
    """Whether a date hangs on the noun itself: "the talks scheduled for Friday"."""
    return any(t.ent_type_ == "DATE" for t, _ in zip(noun.subtree, range(30), strict=False) if t.i != noun.i)
