"""Light verbs with their event nouns: "launched an attack", "called off the talks"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsledger.annotate.events import nominal, nouns, roles, syntax
from newsledger.annotate.events.coded import Coded
from newsledger.annotate.events.frames import Frame, lexicon, undoing
from newsledger.annotate.events.plain import noun_frame
from newsledger.annotate.events.promises import CALLED_OFF, ENDED, promised

if TYPE_CHECKING:
    from spacy.tokens import Token


VERBAL_EFFECTS = {"refuse": "REJECT", "ask": "REQUEST", "blame": "ACCUSE", "threaten": "THREATEN"}
DRAWN = frozenset({"ACCUSE", "SUPPORT", "PROTEST", "THREATEN"})


def light(verb: Token, consumed: set[int]) -> Coded | None:
    """A light verb and its event noun: one event, named by the noun, done by the verb's subject."""
    noun, effect = _light_object(verb)
    if noun is None or effect is None:
        return None
    frame = noun_frame(noun)
    if frame is None or f"{syntax.lemma(verb)}-{noun.lemma_.lower()}" in lexicon().classes["idiom"]:
        return None
    if _draws(verb) and effect == "suffer" and frame.type not in DRAWN:
        return None  # who faces arrest is not arrested
    noun = nouns.core(noun, lexicon().classes["carrier"])
    consumed.update((verb.i, noun.i))
    actor = syntax.grammatical_subject(verb) if effect == "suffer" else roles.verb_actor(None, verb)
    coded = Coded(
        trigger=noun if effect in ("neutral", "suffer", "tell") else verb,
        governor=verb,
        type=frame.type,
        mode=frame.mode,
        actor=actor,
        recipient=nominal.noun_recipient(frame, noun, verb, actor),
        symmetric=frame.symmetric,
        noun=noun,
    )
    return _changed(coded, effect, frame, noun)


def _light_object(verb: Token) -> tuple[Token | None, str | None]:
    effects = lexicon().light
    base = syntax.lemma(verb)
    part = syntax.particle(verb)
    if part and f"{base}-{part}" in effects:
        return syntax.direct_object(verb), effects[f"{base}-{part}"]
    for p, token in syntax.prepositions(verb):
        if f"{base}-{p}" in effects and noun_frame(token) is not None:
            return token, effects[f"{base}-{p}"]
        if (
            p == "under"
            and token.i > verb.i
            and base in lexicon().classes["come-under"]
            and noun_frame(token) is not None
        ):
            return token, "suffer"
        if (
            p == "on"
            and base in lexicon().classes["come-under"] | {"go"}
            and f"on-{token.lemma_.lower()}" in effects
        ):
            return token, effects[f"on-{token.lemma_.lower()}"]
        if p in ("in", "with", "out") and effects.get(base) == "neutral" and noun_frame(token) is not None:
            return token, "neutral"
    noun = syntax.direct_object(verb)
    if noun is not None and f"{base}-{noun.lemma_.lower()}" in effects:  # "took part in exercises"
        inner = next(
            (t for p, t in syntax.prepositions(noun, verb) if p == "in" and noun_frame(t) is not None), None
        )
        return inner, effects[f"{base}-{noun.lemma_.lower()}"]
    return (noun, effects.get(base)) if noun is not None and noun.pos_ == "NOUN" else (None, None)


def _behind(verb: Token) -> Token | None:
    """In "condemned the razing of a school by the army" the army, which the parse hangs on the verb."""
    return None if syntax.is_passive(verb) else syntax.agent(verb)


def _changed(coded: Coded, effect: str, frame: Frame, noun: Token) -> Coded | None:
    """What the light verb makes of the event."""
    doer = nominal.noun_actor(frame, noun)
    if effect == "neutral":
        return _done(coded, frame, noun)
    if effect == "tell":
        return replace(coded, actor=doer)
    if effect == "end":
        return _ended(coded, frame, noun)
    if effect == "suffer":
        by = roles.fill("from", coded.governor, noun) if _draws(coded.governor) else None
        by = by or (syntax.agent(coded.governor) if syntax.is_passive(coded.governor) else None)
        return replace(coded, actor=by or doer, recipient=coded.actor)
    if effect == "foil":
        return replace(coded, status="denied", actor=doer)
    if effect == "refuse" and syntax.child(coded.governor, "neg") is not None:
        return replace(coded, status="hypothetical", actor=doer or coded.actor)
    if effect in VERBAL_EFFECTS:
        theirs = _behind(coded.governor) or nouns.owner(noun) or doer or coded.recipient
        type_ = VERBAL_EFFECTS[effect]
        mode = "disapprove" if type_ == "ACCUSE" else None
        recipient = theirs if theirs != coded.actor else coded.recipient
        return replace(coded, type=type_, mode=mode, act=coded.type, recipient=recipient, symmetric=False)
    if effect == "deny":
        return None if coded.type == "ACCUSE" else replace(coded, status="denied", actor=doer or coded.actor)
    if effect == "doubt":
        return replace(coded, status="hypothetical", actor=doer)
    if effect == "plan":
        return replace(coded, status="planned")
    return promised(coded, strong=True)


def _draws(verb: Token) -> bool:
    return syntax.lemma(verb) in lexicon().classes["drawing"]


def _done(coded: Coded, frame: Frame, noun: Token) -> Coded | None:
    """The event itself: "launched an attack"."""
    if syntax.lemma(coded.governor) == "have" and not frame.symmetric:
        return None  # to have aid, a demand or a truce tells of no event
    clause = syntax.child(noun, "acl", "ccomp", "relcl") if frame.type == "REQUEST" else None
    asked = syntax.child(clause, *syntax.SUBJECTS) if clause is not None else None
    if asked is not None and asked.pos_ in ("NOUN", "PROPN"):
        coded = replace(coded, recipient=asked)
    if coded.actor is None or not nouns.is_entity(coded.actor):
        coded = replace(coded, actor=nominal.noun_actor(frame, noun) or coded.actor)
    return coded


def _ended(coded: Coded, frame: Frame, noun: Token) -> Coded:
    """The event ended, taken back or called off."""
    if coded.actor is None and coded.type in CALLED_OFF:  # "the meeting has been cancelled"
        who = nominal.noun_actor(frame, noun)
        recipient = nominal.noun_recipient(frame, noun, None, who)
        return replace(coded, status="denied", act=coded.type, actor=who, recipient=recipient)
    type_ = ENDED.get(coded.type, "SANCTION")
    if coded.type == "CONSULT" and syntax.lemma(coded.governor).startswith(undoing("ends", "moves")):
        type_ = "REJECT"
    return replace(coded, type=type_, mode=None, act=coded.type)
