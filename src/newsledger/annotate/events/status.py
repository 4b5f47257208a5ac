"""Whether an event occurred, is planned, is hypothetical, is denied or is history."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from newsledger.annotate.annotation import FoundTime
from newsledger.annotate.events import syntax
from newsledger.annotate.events.coded import Coded
from newsledger.annotate.events.denial import denied_above
from newsledger.annotate.events.frames import lexicon
from newsledger.annotate.events.when import is_past, names_day, tense

if TYPE_CHECKING:
    from spacy.tokens import Token

STEPS = 8
COMING = frozenset({"CONSULT", "COOPERATE", "PROTEST", "MOBILIZE", "AID"})  # deeds that lie ahead as nouns
BY_EFFECT = {"deny": "denied", "fail": "denied", "doubt": "hypothetical", "intend": "planned"}


def status_of(coded: Coded, time: FoundTime | None) -> str:
    """The status from the frame, the noun's own words, then the verbs above it, nearest first."""
    if coded.status is not None:
        denied = coded.status == "planned" and _climb(coded.governor) == "denied"
        return "denied" if denied else coded.status  # "has denied preparing an attack"
    named = coded.noun is not None and coded.trigger.i == coded.noun.i
    found = _noun_status(coded.noun) if named and coded.noun is not None else None
    if coded.bare and not _happens(coded.trigger):
        ahead = coded.type in COMING and coded.trigger.dep_ == "nsubj" and tense(coded.governor) == "future"
        found = found or ("planned" if ahead else "historical" if is_old(coded, time) else "occurred")
    found = found or _climb(coded.governor)
    if found is not None:
        return found
    if _is_scheduled(coded, time):
        return "planned"
    return "historical" if is_old(coded, time) else "occurred"


def _is_scheduled(coded: Coded, time: FoundTime | None) -> bool:
    """ "Begins a visit on Sunday", "arrives in Lima tomorrow": the present of what lies ahead."""
    verb = coded.governor
    if time is None or verb.tag_ not in ("VBZ", "VBP") or syntax.child(verb, "aux", "auxpass") is not None:
        return False
    if syntax.lemma(verb) not in lexicon().classes["scheduled"]:
        return False
    return names_day(time) and not is_past(time)


def _happens(noun: Token) -> bool:
    """Whether the verb above an event noun tells of its coming about: "the talks will resume on Friday"."""
    above = noun.head
    if noun.dep_ in ("nsubj", "nsubjpass"):
        return syntax.lemma(above) in lexicon().classes["happening"]
    return noun.dep_ in ("dobj", "pobj", "ROOT", "attr", "appos") and not _definite(noun)


def _definite(noun: Token) -> bool:
    return any(
        c.dep_ == "poss" or c.lower_ in ("the", "this", "that", "these", "those") for c in noun.children
    )


def _climb(verb: Token) -> str | None:
    """The mood of the verb, then of each verb on which its mood depends."""
    for _ in range(STEPS):
        found, head = _mood(verb), verb.head
        if found == "planned" and verb.dep_ == "ccomp" and _effect(head) == "doubt":
            return "hypothetical"  # "fear that the army will attack"
        if found is not None:
            return found
        if head.i == verb.i:
            return None
        if denied_above(verb):
            return "denied"
        if verb.dep_ == "acl" and head.lemma_.lower() in lexicon().status["report-noun"]:
            return None
        if verb.dep_ == "pcomp":
            if head.lower_ not in ("of", "from", "against"):
                return None  # "after meeting her, he decided to leave"
            verb, head = head, head.head
        elif verb.dep_ not in ("xcomp", "ccomp", "acomp", "conj", "aux", "dobj"):
            return None
        if verb.dep_ == "conj" and syntax.child(verb, "aux", "nsubj", "nsubjpass") is not None:
            return None
        if verb.dep_ == "xcomp" and head.lemma_ == "be":
            return "planned" if any(c.tag_ == "TO" for c in verb.children) else None  # "are to meet"
        if verb.dep_ == "ccomp" and verb.i < head.i and syntax.child(head, "dobj") is not None:
            return None  # "forces had fired; Baku denied it"
        effect = _effect(head)
        if effect in BY_EFFECT and verb.dep_ != "conj":
            return None if effect in ("deny", "fail") and _negated(head) else BY_EFFECT[effect]
        if verb.dep_ == "ccomp":
            return None
        verb = head
    return None


def _effect(token: Token) -> str | None:
    effects = lexicon().embedding
    return effects.get(syntax.lemma(token)) or effects.get(token.lower_)


def _negated(verb: Token) -> bool:
    below = list(verb.children)
    below += [g for c in below if c.dep_ in ("npadvmod", "advmod") for g in c.children]  # "not itself"
    return any(c.dep_ == "neg" or c.lower_ == "never" for c in below)


def _mood(verb: Token) -> str | None:
    words = lexicon().status
    below = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass", "mark", "advmod", "neg")}
    if _negated(verb) or any(_denying(c) for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")):
        return "denied"
    if verb.dep_ == "advcl" and verb.tag_ in ("VBP", "VBZ") and below & words["once"]:
        return "planned"
    if below & words["conditional"] or _in_condition(verb):
        return "hypothetical"
    if below & words["planned-aux"]:
        return "planned"
    if below & words["hypothetical-aux"]:
        return "planned" if below & {"would", "'d", "’d"} and _reported(verb) else "hypothetical"
    return None


def _denying(subject: Token) -> bool:
    """ "No agreement was reached"."""
    return subject.lower_ in ("nobody", "none") or any(
        c.lower_ in ("no", "neither") for c in subject.children if c.i < subject.i
    )


def _in_condition(verb: Token) -> bool:
    """Whether the verb's own clause or one just above it is an if-clause."""
    for up in (verb, *(a for a, _ in zip(verb.ancestors, range(3), strict=False))):
        if up.dep_ in ("advcl", "ROOT") and any(
            c.dep_ == "mark" and c.lower_ in lexicon().status["conditional"] for c in up.children
        ):
            return True
        if up.dep_ in ("advcl", "ccomp", "relcl"):
            return False
    return False


def _reported(verb: Token) -> bool:
    """Whether "would" is a reported "will": inside a clause of a past verb of saying, with no condition."""
    if verb.dep_ != "ccomp" or verb.head.tag_ not in ("VBD", "VBN"):
        return False
    return not any(t.lower_ in ("if", "unless") for t in syntax.around(verb))


def _noun_status(noun: Token) -> str | None:
    words = lexicon().status
    before = {c.lower_ for c in noun.children if c.i < noun.i}
    if before & words["negation"]:
        return "denied"
    for status in ("planned", "hypothetical", "denied", "historical"):
        if before & words[f"{status}-adjective"]:
            return status
    if any(c.dep_ == "acl" and _effect(c) == "intend" for c in noun.children):
        return "planned"
    if noun.dep_ == "pobj":
        above = noun.head.head
        if noun.head.lower_ == "without":
            return "hypothetical"
        for status in ("planned", "hypothetical"):
            if above.lemma_.lower() in words[f"{status}-noun"]:
                return status
    return None


@functools.lru_cache(maxsize=1)
def _old() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lexicon().status
    times, phrases = ("|".join(sorted(words[f"historical-{name}"])) for name in ("time", "phrase"))
    return re.compile(times), re.compile(phrases)


def is_old(coded: Coded, time: FoundTime | None) -> bool:
    """Whether the time is of the past that news states by year: by its words, or by a phrase of the clause."""
    times, phrases = _old()
    if time is not None and times.search(time.text):
        return True
    verb = coded.governor
    return any(
        phrases.search(c.doc[c.left_edge.i : c.right_edge.i + 1].text)
        for c in verb.children
        if c.dep_ == "prep"
    )
