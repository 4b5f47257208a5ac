"""Words that one source passes on from another: the speaker is who is quoted, not the paper that quotes him.

The agency, quoting Ada Berg, said ...; Berg was quoted by the Post as saying ...; the Post quoted her as saying ...
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsledger.annotate.mentions.roles import noun_kind, singular
from newsledger.annotate.quotations.lexicon import lexicon
from newsledger.annotate.quotations.sources import Source

if TYPE_CHECKING:
    from spacy.tokens import Token

SOMEBODY = ("PERSON", "ORG", "GPE", "NORP")


def relayed_source(cue: Token, source: Source | None) -> Source | None:
    """Who is quoted where the source of a cue only passes it on; else None."""
    if (quoting := quoting_verb(cue)) is not None:
        return _quoted(quoting, cue)
    holders = [cue] if source is None else [cue, cue.doc[source.head]]
    for holder in holders:
        for child in holder.children:
            if child.dep_ in ("acl", "advcl") and child.tag_ == "VBG" and child.lemma_ in lexicon().relays:
                named = next((c for c in child.rights if c.dep_ == "dobj"), None)
                if named is not None and is_somebody(named):
                    return Source.of(named)
    return None


def quoting_verb(cue: Token) -> Token | None:
    """ "quoted" of "quoted ... as saying"."""
    preposition = cue.head
    if cue.dep_ != "pcomp" or cue.tag_ != "VBG" or preposition.lower_ != "as":
        return None
    return preposition.head if preposition.head.lemma_ in lexicon().relays else None


def is_somebody(noun: Token) -> bool:
    """A name, or a noun for persons or bodies: no document."""
    if noun.ent_type_ in SOMEBODY:
        return True
    return noun_kind(singular(noun.lower_) or noun.lower_) in ("PERSON", "ORG")


def misplaced_under(verb: Token) -> Token | None:
    """The verb of saying that a coordinated one goes on from, where the parse has put it into what is said.

    "The ministry denied that the drone was armed and called the report a lie": no drone calls anything a lie.
    """
    first = verb.head
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBZ") or any(c.dep_ == "nsubj" for c in verb.lefts):
        return None
    subject = next((c for c in first.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    above = first.head
    if first.dep_ != "ccomp" or subject is None or above.lemma_.lower() not in lexicon().reporting:
        return None
    thing = subject.pos_ == "NOUN" and not is_somebody(subject)
    return above if thing and above.i < subject.i and verb.lemma_.lower() in lexicon().verbs else None


def _quoted(verb: Token, cue: Token) -> Source | None:
    """The subject of "was quoted", else the phrase between "quoted" and "as"."""
    passive = next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)
    if passive is not None:
        relative = passive.lower_ in lexicon().closed["relatives"] and verb.dep_ == "relcl"
        return Source.of(verb.head if relative else passive)
    start, end = verb.i + 1, cue.head.i
    while start < end and verb.doc[end - 1].pos_ not in ("PROPN", "NOUN", "PRON"):
        end -= 1
    return Source(start, end, end - 1) if start < end else None
