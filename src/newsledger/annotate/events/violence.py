"""Who did violence, and to whom: a death or a blast is an assault only where somebody's deed shows."""

from __future__ import annotations

from newsledger.annotate.events import nouns, roles, syntax
from newsledger.annotate.events.agents import is_agent, is_party
from newsledger.annotate.events.coded import Coded
from newsledger.annotate.events.frames import lexicon

BLASTS = frozenset({"explosion", "blast"})
WEAPONED = frozenset({"heavy-weapons", "aerial", "drone", "explosives", "firearms"})  # no figures of speech
MEANT = frozenset(
    {"firearms", "primitive", "abduct", "torture", "sexual", "beat", "targeted"}
)  # never mishaps
AT = frozenset({"against", "at", "on", "into"})


def is_violence(coded: Coded) -> bool:
    """Whether a death or a blast was somebody's deed: a doer, a weapon or fighting is named in the sentence."""
    classes = lexicon().classes
    blast = {coded.trigger.lemma_.lower(), *_deed(coded)} & classes["blast"]
    doer = coded.actor is not None and is_agent(coded.actor)
    near = {t.lemma_.lower() for t in syntax.around(coded.trigger)}
    armed = near & (classes["arms"] | classes["culprit"])
    if doer and not armed and syntax.lemma(coded.trigger) in classes["vague-harm"]:
        return False  # "targeted the firm with lawsuits", "retaliated against the channel"
    if doer and not blast:
        harm = syntax.lemma(coded.governor) in classes["harm"]
        return bool(armed) or not near & (
            BLASTS | (classes["accident"] | classes["mishap"] if harm else BLASTS)
        )
    if blast:
        fought = near & (classes["culprit"] | classes["force"] - classes["blast"])
        armed = near & (classes["arms"] - classes["relief"])  # equipment explodes by itself
        return bool(armed or (fought and not near & classes["accident"]))
    if near & classes["mishap"]:
        return False
    if coded.mode in MEANT and coded.recipient is not None and is_agent(coded.recipient):
        return True
    return coded.noun is not None or bool(near & (classes["arms"] | classes["culprit"] | classes["force"]))


def _deed(coded: Coded) -> set[str]:
    """The noun that did it: "an explosion killed 11"."""
    subject = syntax.grammatical_subject(coded.governor)
    return {t.lemma_.lower() for t in (coded.noun, subject) if t is not None}


def upon_matter(coded: Coded) -> bool:
    """Whether nature or a thing is acted upon: "shut down the leak", "dispersed the oil"."""
    if coded.noun is not None:
        return False
    carriers = lexicon().classes["carrier"] | {"portion"}
    near = [t for t in (syntax.direct_object(coded.governor), coded.recipient) if t is not None]
    if coded.mode == "destroy":  # "set fire to the slick"
        near += [t for p, t in syntax.prepositions(coded.governor) if p == "to"]
    near += [nouns.core(t, carriers) for t in near]
    return any(t.lemma_.lower() in lexicon().classes["matter"] and not t.ent_type_ for t in near)


def upon_party(coded: Coded) -> bool:
    """Nobody attacks inflation, and no slick threatens a coast as a state does."""
    if coded.mode in WEAPONED and coded.actor is not None and is_agent(coded.actor):
        return True
    if coded.noun is not None and coded.noun.i == coded.trigger.i:
        holders = [coded.noun] if coded.bare else [coded.noun, coded.governor]
        aimed = [t for p, t in syntax.prepositions(*holders) if p in ("against", "on", "with")]
        return coded.type != "ASSAULT" or not aimed or any(is_party(t) or t.ent_type_ for t in aimed)
    if coded.trigger.i != coded.governor.i or coded.act is not None:
        return True
    target = syntax.direct_object(coded.trigger)
    target = nouns.core(target, lexicon().classes["carrier"]) if target is not None else None
    if target is not None and roles.is_each_other(target):
        return True
    if coded.mode != "destroy" and any(
        p in AT and is_party(t) for p, t in syntax.prepositions(target, coded.trigger)
    ):
        return True
    if target is None or is_party(target) or target.lemma_.lower() in lexicon().nouns:
        return True
    owner = nouns.owner(target)
    return owner is not None and is_agent(owner) and coded.type != "THREATEN"
