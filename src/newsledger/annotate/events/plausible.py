"""Whether a coded predicate has the parties that its type takes: deeds need a doer, blasts a weapon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsledger.annotate.events import scope, syntax
from newsledger.annotate.events.agents import is_agent, is_party
from newsledger.annotate.events.coded import Coded
from newsledger.annotate.events.frames import lexicon
from newsledger.annotate.events.plain import is_definite
from newsledger.annotate.events.roles import is_named
from newsledger.annotate.events.when import tense

if TYPE_CHECKING:
    from spacy.tokens import Token

BLASTS = frozenset({"explosion", "blast"})
SUFFERED = frozenset({"COERCE", "SANCTION", "RETREAT", "MOBILIZE", "PROTEST"})  # may be told without the doer
UNDERGONE = frozenset({"ACCUSE", "CONCEDE", "REQUEST"})  # the same, in the passive, of somebody
BY_SOMEBODY = frozenset(
    {"martial-law", "curfew", "restrict", "discontinue", "obstruct", "withhold", "censor", "visit", "phone"}
)  # as nouns
BODILY = frozenset({"arrest", "deport", "abduct", "beat", "torture", "sexual", "targeted", "convict"})


_SCORE = re.compile(r"(?<![\w-])\d[-–]\d(?![\w-])")  # four goals to none
ON_FIELD = frozenset({"ASSAULT", "PROTEST", "RETREAT", "THREATEN", "REJECT", "CONSULT", "COERCE"})
NOTIONS = frozenset({"CONSULT", "AGREE", "COOPERATE", "COERCE", "AID"})  # bare nouns for what may never be
AT = frozenset({"against", "at", "on", "into"})


def is_plausible(coded: Coded) -> bool:
    """Whether actor, recipient and circumstances make an event of this type."""
    if coded.type in ON_FIELD and _is_sport(coded):
        return False
    if coded.actor is not None and not _can_do(coded, coded.actor):
        return False
    if coded.type in scope.MATERIAL | {"THREATEN"} and _upon_matter(coded):
        return False
    if coded.bare and not _is_told(coded):
        return False
    if coded.type == "REQUEST" and _is_anonymity(coded.governor):
        return False
    if coded.type == "AGREE" and coded.act is None and _cannot(coded):
        return False
    if coded.type == "AGREE" and coded.act is None and (_of_opinion(coded.trigger) or _of_anybody(coded)):
        return False
    if coded.type == "REQUEST" and _asks_why(coded.trigger):
        return False
    aimless = coded.recipient is None or _for_something(coded.trigger)
    if coded.type == "ASSAULT" and aimless and _struggles(coded.trigger):
        return False
    if (
        coded.type == "AID"
        and coded.recipient is None
        and not (coded.actor is not None and coded.actor.ent_type_)
    ):
        return coded.noun is not None and coded.actor is None and coded.bare
    if coded.type == "AID" and coded.recipient is None and coded.trigger.dep_ == "acl":
        return False  # equipment supplied by a firm
    if coded.type in scope.CONSEQUENT and _is_consequence(coded.trigger):
        return False
    if coded.type == "ASSAULT" and syntax.child(coded.trigger, "xcomp") is not None:
        return False  # "fighting to save its name"
    if coded.mode == "investigate" and not _is_matter(coded):
        return False
    if coded.actor is None and not _told_without_doer(coded):
        return False
    if coded.mode in BODILY and not _of_somebody(coded):
        return False
    if coded.type in ("ASSAULT", "THREATEN") and not _upon_party(coded):
        return False
    return coded.type != "ASSAULT" or is_violence(coded)


def _upon_matter(coded: Coded) -> bool:
    """Whether nature or a thing is acted upon: "shut down the leak", "dispersed the oil"."""
    if coded.noun is not None:
        return False
    carriers = lexicon().classes["carrier"] | {"portion"}
    near = [t for t in (syntax.direct_object(coded.governor), coded.recipient) if t is not None]
    near += [syntax.core(t, carriers) for t in near]
    return any(t.lemma_.lower() in lexicon().classes["matter"] and not t.ent_type_ for t in near)


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
        not known and actor.lemma_.lower() not in lexicon().classes["official"] | lexicon().classes["ruler"]
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
    return bool(_SCORE.search(near.text)) or any(t.lemma_.lower() in words for t in near)


def _can_do(coded: Coded, actor: Token) -> bool:
    """Somebody acts; in material conflict a weapon or a force may stand for who is behind it."""
    if actor.lower_ == "it":
        return coded.type in scope.VERBAL
    if is_agent(actor):
        return True
    if coded.type not in scope.MATERIAL:
        return False
    classes = lexicon().classes
    return actor.lemma_.lower() in classes["arms"] | classes["culprit"] | classes["troops"]


def _told_without_doer(coded: Coded) -> bool:
    """Whether an event may be told without its doer: "was arrested", "the arrest of three spies"."""
    if coded.noun is not None and coded.mode in BY_SOMEBODY:
        return False
    if coded.recipient is not None and is_party(coded.recipient):
        if coded.type == "AID" and coded.noun is None:
            return False  # who was rescued without a rescuer got out of an accident
        undergoes = coded.trigger.pos_ != "NOUN" or coded.recipient.dep_ in syntax.SUBJECTS
        if undergoes and coded.type in UNDERGONE:
            undergone = syntax.direct_object(coded.governor)
            return undergone is not None and is_agent(undergone) and syntax.is_passive(coded.governor)
        return coded.type not in scope.VERBAL
    return coded.noun is not None and coded.type in scope.MATERIAL | SUFFERED | {"AID"}


def _of_somebody(coded: Coded) -> bool:
    return coded.recipient is None or is_agent(coded.recipient)


def _upon_party(coded: Coded) -> bool:
    """Nobody attacks inflation, and no slick threatens a coast as a state does."""
    if coded.noun is not None and coded.noun.i == coded.trigger.i:
        aimed = [t for p, t in syntax.prepositions(coded.noun) if p in ("against", "on", "with")]
        return coded.type != "ASSAULT" or not aimed or any(is_party(t) or t.ent_type_ for t in aimed)
    if coded.trigger.i != coded.governor.i or coded.act is not None:
        return True
    target = syntax.direct_object(coded.trigger)
    target = syntax.core(target, lexicon().classes["carrier"]) if target is not None else None
    if any(p in AT and is_party(t) for p, t in syntax.prepositions(target, coded.trigger)):
        return True
    if target is None or is_party(target) or target.lemma_.lower() in lexicon().nouns:
        return True
    owner = syntax.owner(target)
    return owner is not None and is_agent(owner) and coded.type != "THREATEN"


def _is_matter(coded: Coded) -> bool:
    """Whether a person, a body or a crime is looked into: not the cases of a disease."""
    crimes = lexicon().classes["crime"] - lexicon().classes["mishap"]
    targets = [coded.recipient, syntax.direct_object(coded.governor) if coded.noun is None else None]
    targets += [t for p, t in syntax.prepositions(coded.trigger, coded.governor) if p in ("into", "of")]
    counts = lexicon().classes["carrier"]  # "dozens more" are cases
    if coded.noun is not None:  # "an inquiry into the fire" is one, whatever it is into but an outbreak
        into = [t for p, t in syntax.prepositions(coded.trigger, coded.governor) if p == "into"]
        if any(t.lemma_.lower() not in lexicon().classes["mishap"] for t in into):
            return True
    near = [t for t in targets if t is not None and t.lemma_.lower() not in counts]
    return any((is_agent(t) and t.dep_ != "pobj") or t.lemma_.lower() in crimes for t in near) or any(
        is_agent(t) and t.head.lower_ in ("into", "of", "against") for t in near
    )


def is_violence(coded: Coded) -> bool:
    """Whether a death or a blast was somebody's deed: a doer, a weapon or fighting is named in the sentence."""
    classes = lexicon().classes
    blast = {coded.trigger.lemma_.lower(), *_deed(coded)} & classes["blast"]
    doer = coded.actor is not None and is_agent(coded.actor)
    near = {t.lemma_.lower() for t in syntax.around(coded.trigger)}
    armed = near & (classes["arms"] | classes["culprit"])
    if doer and not blast:
        harm = syntax.lemma(coded.governor) in classes["harm"]
        return bool(armed) or not near & (
            BLASTS | (classes["accident"] | classes["mishap"] if harm else BLASTS)
        )
    if blast:
        fought = near & (classes["culprit"] | classes["force"] - classes["blast"])
        return bool(near & classes["arms"] or (fought and not near & classes["accident"]))
    if near & classes["mishap"]:
        return False
    return coded.noun is not None or bool(near & (classes["arms"] | classes["culprit"] | classes["force"]))


def _deed(coded: Coded) -> set[str]:
    """The noun that did it: "an explosion killed 11"."""
    subject = syntax.grammatical_subject(coded.governor)
    return {t.lemma_.lower() for t in (coded.noun, subject) if t is not None}
