"""What only sounds like an event: play, questions, opinions, notions, results, and habits of the trade."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsledger.annotate.events import scope, syntax
from newsledger.annotate.events.coded import Coded
from newsledger.annotate.events.frames import lexicon
from newsledger.annotate.events.plain import is_definite
from newsledger.annotate.events.remote import is_named
from newsledger.annotate.events.when import tense

if TYPE_CHECKING:
    from spacy.tokens import Token

_SCORE = re.compile(r"(?<![\w-])\d[-–]\d(?![\w-])")  # four goals to none
_RESULT = re.compile(r"(?<![\w-])\d{1,3}[-–]\d{1,3}(?![\w-])")  # beside a verb of winning, of any game
ON_FIELD = frozenset({"ASSAULT", "PROTEST", "RETREAT", "THREATEN", "REJECT", "CONSULT", "COERCE"})
NOTIONS = frozenset({"CONSULT", "AGREE", "COOPERATE", "COERCE", "AID"})  # bare nouns for what may never be


def is_figure(coded: Coded) -> bool:
    """Whether the words stand for something else than the event that their frame names."""
    if (coded.type in ON_FIELD and _is_sport(coded)) or (coded.bare and not _is_told(coded)):
        return True
    if coded.type == "REQUEST":
        return _is_anonymity(coded.governor) or _asks_why(coded.trigger)
    if coded.type == "AGREE" and coded.act is None:
        return _cannot(coded) or _of_opinion(coded.trigger) or _of_anybody(coded)
    if coded.type == "ASSAULT":
        if _of_trade(coded) or _in_arena(coded) or _is_animal(syntax.direct_object(coded.trigger)):
            return True
        aimless = coded.recipient is None or _for_something(coded.trigger)
        return (aimless and _struggles(coded.trigger)) or syntax.child(coded.trigger, "xcomp") is not None
    if coded.type == "CONCEDE" and coded.recipient is not None and coded.act is None:
        return coded.recipient.lemma_.lower() in lexicon().classes["clientele"]
    if coded.mode == "visit" and coded.type == "CONSULT":
        return _of_anybody(coded)  # a husband's holiday
    return coded.type in scope.CONSEQUENT and _is_consequence(coded.trigger)


def _is_told(coded: Coded) -> bool:
    """Whether a noun tells of something that was: "the protests", "unrest in Lima", not "a dialogue is needed"."""
    noun = coded.trigger
    known = is_definite(noun) or syntax.child(noun, "poss", "nummod") is not None
    if known or noun.tag_ in ("NNS", "NNPS") or coded.type not in NOTIONS:
        return True
    return tense(coded.governor) in ("past", "perfect", "future")


def _is_anonymity(verb: Token) -> bool:
    """ "Asked not to be named", "requested anonymity": a habit of the trade, no request."""
    words = lexicon().classes["anonymity"]
    below = [verb, *(c for c in verb.children if c.dep_ in ("xcomp", "dobj", "prep", "pobj"))]
    below += [g for c in below[1:] for g in c.children if g.dep_ in ("pobj", "xcomp")]
    return any(t.lemma_.lower() in words for t in below) or (
        syntax.lemma(verb) == "ask" and verb.tag_ == "VBN" and verb.dep_ == "advcl"
    )


def _of_opinion(verb: Token) -> bool:
    """ "Experts agree another one is overdue": of one mind on what is, not on what to do."""
    clause = syntax.child(verb, "ccomp") if syntax.lemma(verb) == "agree" else None
    return clause is not None and not any(c.dep_ == "aux" and c.tag_ in ("MD", "TO") for c in clause.children)


def _of_anybody(coded: Coded) -> bool:
    """What people are ready or promise to do is news of a name or an official, where it is not coded itself."""
    actor = coded.actor
    if actor is None or coded.symmetric or coded.noun is not None:
        return False
    known = actor.ent_type_ or actor.pos_ in ("PROPN", "PRON") or is_named(actor)
    return (
        not known
        and actor.lemma_.lower()
        not in lexicon().classes["official"] | lexicon().classes["ruler"] | lexicon().bodies
    )


def _asks_why(verb: Token) -> bool:
    """ "Demand why", "asked whether": a question, no request."""
    clause = syntax.child(verb, "ccomp")
    return clause is not None and any(
        c.lower_ in lexicon().classes["question"] for c in clause.children if c.i < clause.i
    )


def _for_something(verb: Token) -> bool:
    """ "Fought to contain the slick"."""
    return any(
        c.dep_ in ("xcomp", "advcl") and any(g.tag_ == "TO" for g in c.children) for c in verb.children
    )


def _in_arena(coded: Coded) -> bool:
    """ "A battle for market share", "a court battle": a fight with words or wares."""
    noun = coded.noun or syntax.direct_object(coded.trigger)
    fought = [
        t
        for t in (coded.trigger, noun)
        if t is not None and syntax.lemma(t) in lexicon().classes["contention"]
    ]
    about = [t for f in fought for p, t in syntax.prepositions(f) if p in ("for", "over", "about", "against")]
    about += [c for f in fought for c in f.children if c.dep_ in ("compound", "amod") and c.i < f.i]
    return any(t.lemma_.lower() in lexicon().classes["arena"] for t in about)


def _of_trade(coded: Coded) -> bool:
    """ "The firm launched an offensive against its critics": a firm without arms."""
    trade = coded.actor is not None and coded.actor.lemma_.lower() in lexicon().classes["trade-body"]
    near = {t.lemma_.lower() for t in syntax.around(coded.trigger)} if trade else set()
    return trade and not near & (lexicon().classes["arms"] | lexicon().classes["culprit"])


def _is_animal(noun: Token | None) -> bool:
    return noun is not None and noun.lemma_.lower() in lexicon().classes["animal"]


def _struggles(verb: Token) -> bool:
    """ "What are they fighting for": no opponent, no fight."""
    return verb.pos_ == "VERB" and syntax.lemma(verb) in lexicon().classes["struggle"]


def _cannot(coded: Coded) -> bool:
    """ "Could not agree on how many": a difference of opinion."""
    below = {c.dep_ for c in coded.governor.children}
    return "neg" in below and coded.recipient is None


def _is_consequence(trigger: Token) -> bool:
    """A participle that tells what the main clause led to, or by what means."""
    if trigger.tag_ != "VBG" or any(c.dep_ == "aux" for c in trigger.children):
        return False
    after = trigger.i > trigger.head.i
    return (trigger.dep_ == "advcl" and after) or (
        trigger.dep_ == "pcomp" and trigger.head.lower_ in ("by", "through")
    )


def _is_sport(coded: Coded) -> bool:
    words = lexicon().classes["sport"]
    near = syntax.around(coded.trigger)
    won = _RESULT.search(near.text) and any(t.lemma_.lower() in lexicon().classes["winning"] for t in near)
    return bool(won or _SCORE.search(near.text)) or any(t.lemma_.lower() in words for t in near)
