"""Whether a frame fits: particles, prepositions, the classes of what stands around it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsledger.annotate.events import nouns, syntax
from newsledger.annotate.events.frames import Frame, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

NO_EVENT = "NONE"  # the section of compounds that only sound like events
VIOLENT = frozenset({"ASSAULT"})


def matches(frame: Frame, verb: Token) -> bool:
    """Whether every condition of a verb's frame holds."""
    if frame.particle is not None and frame.particle not in _particles(verb):
        return False
    if frame.particle is None and syntax.particle(verb) == "back":
        return False  # "holds back millions"
    if frame.no_object and (syntax.child(verb, "dobj", "obj") is not None or syntax.is_passive(verb)):
        return False
    if frame.infinitive and not _infinitive(verb):
        return False
    if frame.clause and syntax.child(verb, "ccomp") is None:
        return False
    if not all(_holds(slot, allowed, verb) for slot, allowed in frame.conditions):
        return False
    if frame.type == "COERCE" and _is_mishap(syntax.grammatical_subject(verb)):
        return False  # "the cyclone displaced thousands"
    return frame.type not in VIOLENT or not _mishap(verb)


def _infinitive(verb: Token) -> bool:
    """Whether "to do" follows the verb."""
    return any(
        c.dep_ in ("xcomp", "ccomp", "advcl") and c.i > verb.i and any(g.tag_ == "TO" for g in c.children)
        for c in verb.children
    )


def noun_matches(frame: Frame, noun: Token) -> bool:
    """Whether the prepositions that a noun's frame asks for follow it."""
    found = list(syntax.prepositions(noun))
    return all(any(p == slot and meets(t, allowed) for p, t in found) for slot, allowed in frame.conditions)


def _is_mishap(noun: Token | None) -> bool:
    """A quake, a crash, a storm, by its own word or before its name: "Cyclone Freda"."""
    if noun is None:
        return False
    near = [noun, *(c for c in noun.children if c.dep_ == "compound")]
    mishap = lexicon().classes["mishap"]
    return any({t.lemma_.lower(), t.lower_.rstrip("s")} & mishap for t in near)


def _mishap(verb: Token) -> bool:
    """Whether nobody did it: "killed in a crash", "the quake killed"; or nobody is said to have done it."""
    force = lexicon().classes["force"]
    causes = [
        t for p, t in syntax.prepositions(verb) if p in ("in", "by", "from", "of", "during", "when", "after")
    ]
    subject = None if syntax.is_passive(verb) else syntax.grammatical_subject(verb)
    if any(_is_mishap(t) for t in (*causes, subject)):
        return True
    nobody = syntax.is_passive(verb) and syntax.agent(verb) is None
    if not nobody or syntax.lemma(verb) not in (
        "kill",
        "injure",
        "wound",
        "hit",
        "strike",
        "destroy",
        "maim",
    ):
        return False
    return not any(
        t.lemma_.lower() in force or t.lemma_.lower() in lexicon().classes["arms"]
        for t in syntax.around(verb)
    )


def _particles(verb: Token) -> set[str]:
    return {
        c.lower_
        for c in verb.children
        if c.dep_ in ("prt", "prep", "advmod", "dative", "oprd", "agent", "acomp")
    }


def _holds(slot: str, allowed: frozenset[str], verb: Token) -> bool:
    if slot == "obj":
        noun = syntax.direct_object(verb)
        found: Iterable[Token | None] = [
            noun,
            *(c for c in verb.children if c.dep_ == "dobj"),
            nouns.core(noun, lexicon().classes["carrier"]) if noun else None,
        ]
    elif slot == "xcomp":
        found = [syntax.child(verb, "xcomp")]
    elif slot == "subj":
        subject = syntax.agent(verb) if syntax.is_passive(verb) else syntax.grammatical_subject(verb)
        pronoun = subject if subject is not None and subject.pos_ == "PRON" else None
        found = [subject, nouns.speaker_of(pronoun, verb) if pronoun is not None else None]
    else:
        noun = syntax.direct_object(verb)
        carriers = lexicon().classes["carrier"]
        near = [t for p, t in syntax.prepositions(verb, noun, particle_token(verb)) if p == slot]
        found = [*near, *(nouns.core(t, carriers) for t in near)]
    return any(meets(token, allowed) and not is_other(token) for token in found if token is not None)


def is_other(noun: Token) -> bool:
    """Whether a compound only sounds like what its last word names: "a health emergency", "a heart attack"."""
    before = noun.nbor(-1) if noun.i > 0 else None
    if before is None or before.dep_ not in ("compound", "amod"):
        return False
    found = lexicon().nouns.get(f"{before.lemma_.lower()}-{noun.lemma_.lower()}", ())
    return any(frame.type == NO_EVENT for frame in found)


def meets(token: Token, allowed: frozenset[str]) -> bool:
    """Whether a word is of a class; what the parser knows as a place or a person is one."""
    if "*" in allowed and token.ent_type_ in ("DATE", "TIME"):
        return False  # "a strike on Monday" is on nothing
    if "*" in allowed or token.lemma_.lower() in allowed or token.lower_ in allowed:
        return True
    if token.pos_ == "PROPN" and any(
        c.dep_ in ("compound", "appos") and c.lemma_.lower() in allowed for c in token.children
    ):
        return True  # "ambassador Ana Vidal"
    if "@place" in allowed and token.ent_type_ in ("GPE", "LOC", "FAC"):
        return True
    if "@person" not in allowed:
        return False
    return token.ent_type_ in ("PERSON", "NORP", "ORG") or token.pos_ == "PRON" or _is_person(token)


def _is_person(token: Token) -> bool:
    return token.pos_ == "NOUN" and (
        token.lemma_.lower() in lexicon().persons or nouns.is_hyphened_person(token)
    )


def particle_token(verb: Token) -> Token | None:
    return syntax.child(verb, "prt")
