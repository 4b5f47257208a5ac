"""Whether an event occurred, is planned, is hypothetical, is denied or is history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsledger.annotate.annotation import FoundTime
from newsledger.annotate.events import syntax
from newsledger.annotate.events.coded import Coded
from newsledger.annotate.events.frames import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token


def status_of(coded: Coded, time: FoundTime | None) -> str:
    """The status from negation, condition, modals, embedding verbs and adjectives, strongest first."""
    if coded.status is not None:
        return coded.status
    for found in (_noun_status(coded.noun), *(_verb_status(v) for v in chain(coded.governor))):
        if found is not None:
            return found
    return "historical" if time is not None and is_old(time, coded.governor) else "occurred"


def chain(verb: Token) -> list[Token]:
    """The verb and the verbs that it depends on as an open complement: their mood is its mood."""
    out = [verb]
    while (
        out[-1].dep_ in ("xcomp", "pcomp", "acomp", "conj", "aux", "prep")
        and out[-1].head.i != out[-1].i
        and len(out) < 8
    ):
        head = out[-1].head
        if out[-1].dep_ == "conj" and syntax.child(out[-1], "aux", "nsubj", "nsubjpass") is not None:
            break
        out.append(head)
    return out


def _verb_status(verb: Token) -> str | None:
    words = lexicon().status
    below = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass", "mark", "advmod", "neg")}
    if any(c.dep_ == "neg" for c in verb.children):
        return "denied"
    if below & words["conditional"] or _in_condition(verb):
        return "hypothetical"
    if below & words["planned-aux"]:
        return "planned"
    if below & words["hypothetical-aux"]:
        return "planned" if below & {"would", "'d"} and _reported(verb) else "hypothetical"
    return None


def _in_condition(verb: Token) -> bool:
    return any(
        c.lower_ in lexicon().status["conditional"]
        for up in (verb, *list(verb.ancestors)[:3])
        if up.dep_ == "advcl"
        for c in up.children
        if c.dep_ == "mark"
    )


def _reported(verb: Token) -> bool:
    """Whether "would" is a reported "will": inside a clause of a past verb of saying, with no condition."""
    if verb.dep_ != "ccomp" or verb.head.tag_ not in ("VBD", "VBN"):
        return False
    return not any(t.lower_ in ("if", "unless") for t in verb.sent)


def _noun_status(noun: Token | None) -> str | None:
    if noun is None:
        return None
    words = lexicon().status
    before = {c.lower_ for c in noun.children if c.i < noun.i}
    if before & words["negation"]:
        return "denied"
    for status in ("planned", "hypothetical", "denied", "historical"):
        if before & words[f"{status}-adjective"]:
            return status
    return None


def is_old(time: FoundTime, verb: Token) -> bool:
    """Whether a time is stated by its year or decade: news states the year of what is long past."""
    value = time.value or ""
    return len(value) in (3, 4) and value[:3].isdigit()
