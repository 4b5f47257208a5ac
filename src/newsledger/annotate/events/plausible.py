"""Whether a coded predicate has the parties that its type takes: deeds need a doer, blasts a weapon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsledger.annotate.events import nouns, scope, syntax
from newsledger.annotate.events.agents import is_agent, is_party
from newsledger.annotate.events.coded import Coded
from newsledger.annotate.events.figurative import is_figure
from newsledger.annotate.events.frames import lexicon
from newsledger.annotate.events.violence import is_violence, upon_matter, upon_party

if TYPE_CHECKING:
    from spacy.tokens import Token

SUFFERED = frozenset({"COERCE", "SANCTION", "RETREAT", "MOBILIZE", "PROTEST"})  # may be told without the doer
UNDERGONE = frozenset({"ACCUSE", "CONCEDE", "REQUEST", "REJECT"})  # the same, in the passive, of somebody
BY_SOMEBODY = frozenset(
    {"martial-law", "curfew", "restrict", "discontinue", "obstruct", "withhold", "censor", "visit", "phone"}
)  # as nouns
NEAR = 80  # tokens on either side
BODILY = frozenset({"arrest", "deport", "abduct", "beat", "torture", "sexual", "targeted", "convict"})


def is_plausible(coded: Coded) -> bool:
    """Whether actor, recipient and circumstances make an event of this type."""
    if is_figure(coded) or (coded.actor is not None and not _can_do(coded, coded.actor)):
        return False
    if coded.actor is None and not _told_without_doer(coded):
        return False
    if coded.mode == "martial-law" and _of_nature(coded.trigger):
        return False  # a state of emergency for a flood restricts nobody
    if coded.type == "AGREE" and coded.act is None and _is_unready(coded.governor):
        return False  # "were not ready to declare a pandemic"
    if _is_ware(coded.actor) or _is_ware(coded.recipient):
        return False  # "the yen came under attack"
    if coded.type in scope.MATERIAL | {"THREATEN"} and upon_matter(coded):
        return False
    if coded.type == "AID" and coded.recipient is None and not _is_aid(coded):
        return False
    if coded.mode == "allege" and coded.recipient is None and coded.noun is None:
        return False  # "blamed the spread on farming": nobody is accused
    if coded.mode == "investigate" and not _is_matter(coded):
        return False
    if coded.mode == "restrict" and coded.noun is None and _is_idle(syntax.direct_object(coded.governor)):
        return False
    if coded.mode in BODILY and coded.recipient is not None and not is_agent(coded.recipient):
        return False
    if coded.type in ("ASSAULT", "THREATEN") and not upon_party(coded):
        return False
    return coded.type != "ASSAULT" or is_violence(coded)


def _is_aid(coded: Coded) -> bool:
    """Whether help that is for nobody named is news: by a name, and not "equipment supplied by a firm"."""
    if coded.actor is None:
        return coded.bare
    return bool(coded.actor.ent_type_) and coded.trigger.dep_ != "acl"


def _can_do(coded: Coded, actor: Token) -> bool:
    """Somebody acts; in material conflict a weapon or a force may stand for who is behind it."""
    if actor.lower_ == "it":
        return coded.type in scope.VERBAL
    machine = coded.type not in scope.MATERIAL and actor.lemma_.lower() in lexicon().classes["machine"]
    if machine and nouns.owner(actor) is None:
        return False
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
    if _goes_on(coded) or _is_lifted(coded):
        return True
    if coded.recipient is not None and is_party(coded.recipient):
        if coded.type == "AID" and coded.noun is None:
            return False  # who was rescued without a rescuer got out of an accident
        undergoes = coded.trigger.pos_ != "NOUN" or coded.recipient.dep_ in syntax.SUBJECTS
        if undergoes and coded.type in UNDERGONE:
            undergone = syntax.direct_object(coded.governor)
            return undergone is not None and is_agent(undergone) and syntax.is_passive(coded.governor)
        return coded.type not in scope.VERBAL
    return coded.noun is not None and coded.type in scope.MATERIAL | SUFFERED | {"AID"}


def _goes_on(coded: Coded) -> bool:
    """ "The trial of the minister began": a court needs no naming."""
    noun = coded.noun
    return (
        noun is not None
        and noun.lemma_.lower() in lexicon().classes["proceeding"]
        and coded.recipient is not None
        and syntax.lemma(coded.governor) in lexicon().classes["happening"]
    )


def _is_lifted(coded: Coded) -> bool:
    """ "Sanctions against Peru were lifted"."""
    noun = syntax.direct_object(coded.governor)
    restricted = noun is not None and noun.lemma_.lower() in lexicon().classes["restriction"]
    return (
        coded.type == "CONCEDE"
        and restricted
        and syntax.is_passive(coded.governor)
        and coded.recipient is not None
    )


def _of_nature(trigger: Token) -> bool:
    """Whether the words around speak of a disaster or a disease."""
    near = trigger.doc[max(0, trigger.i - NEAR) : trigger.i + NEAR]
    causes = lexicon().classes["mishap"] | lexicon().classes["matter"]
    return any(t.lemma_.lower() in causes for t in near)


def _is_unready(adjective: Token) -> bool:
    over = adjective.head if adjective.dep_ == "acomp" else adjective
    denied = any(c.dep_ == "neg" or c.lower_ == "longer" for t in (over, adjective) for c in t.children)
    return adjective.pos_ == "ADJ" and denied


def _is_idle(noun: Token | None) -> bool:
    """ "Shut down fishing": an activity of nobody in particular."""
    if noun is None or noun.pos_ != "NOUN" or is_party(noun):
        return False
    owner = nouns.owner(noun)
    return noun.lower_.endswith("ing") and (owner is None or not is_agent(owner))


def _is_ware(party: Token | None) -> bool:
    classes = lexicon().classes
    return party is not None and party.lemma_.lower() in classes["ware"] - classes["target"]


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
