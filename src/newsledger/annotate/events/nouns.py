"""Noun phrases: the noun that carries the content, whose it is, and whether it can be somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsledger.annotate.events.frames import lexicon, names_persons
from newsledger.annotate.events.syntax import child, prepositions

if TYPE_CHECKING:
    from spacy.tokens import Token

NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC"})


def core(noun: Token, carriers: frozenset[str]) -> Token:
    """The noun that a head without content carries: "raids" in "a series of raids", "aid" in "aid program"."""
    for _ in range(3):
        if noun.lemma_.lower() not in carriers:
            break
        inner = next((t for p, t in prepositions(noun) if p == "of" and t.pos_ in ("NOUN", "PROPN")), None)
        before = [c for c in noun.children if c.dep_ == "compound" and c.pos_ == "NOUN" and c.i < noun.i]
        carried = inner if inner is not None else (before[-1] if before else None)
        if carried is None:
            break
        noun = carried
    return noun


def conjuncts(token: Token) -> list[Token]:
    """The token and what is coordinated with it, in order."""
    out, queue = [token], [token]
    while queue:
        for c in queue.pop().children:
            if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN", "PRON", "ADJ"):
                out.append(c)
                queue.append(c)
    return out


def owner(noun: Token) -> Token | None:
    """Whose: the possessor, else what follows of, by or from, else a name before the noun."""
    possessor = child(noun, "poss")
    if possessor is not None and possessor.pos_ != "PRON":
        return possessor
    near = sorted(prepositions(noun), key=lambda pair: pair[0] != "by")  # the doer before what is done
    for preposition, inner in near:
        if preposition in ("of", "by", "from") and inner.pos_ in ("NOUN", "PROPN"):
            return inner if is_entity(inner) else owner(inner) or inner
    return name_before(noun)


def name_before(noun: Token) -> Token | None:
    """A nationality, a place or an organisation that qualifies the noun."""
    for c in noun.children:
        if c.i < noun.i and c.dep_ in ("amod", "compound", "nmod") and c.ent_type_ in NAMES:
            return c
    return None


def is_entity(token: Token) -> bool:
    """Whether a token can be somebody: a name, a pronoun, a group of people, a body."""
    if token.ent_type_ in NAMES or token.pos_ in ("PROPN", "PRON"):
        return token.ent_type_ not in ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL")
    if token.pos_ not in ("NOUN", "ADJ"):
        return False
    return names_persons(token.lemma_.lower()) or is_hyphened_person(token)


def hyphened(token: Token) -> str:
    """The whole word that hyphens join with a token, lower case: "vice-president", "sit-in"; else nothing."""
    first = last = token
    while (
        first.i > 1
        and first.nbor(-1).text == "-"
        and not first.nbor(-1).whitespace_
        and not first.nbor(-2).whitespace_
    ):
        first = first.nbor(-2)
    while (
        last.i + 2 < len(last.doc)
        and last.nbor(1).text == "-"
        and not last.whitespace_
        and not last.nbor(1).whitespace_
    ):
        last = last.nbor(2)
    return "" if first.i == last.i else token.doc[first.i : last.i + 1].text.lower()


def is_hyphened_person(token: Token) -> bool:
    """ "Vice-president", "runner-up", "hostage-takers", which the parse cuts at the hyphens."""
    word = hyphened(token)
    return bool(word) and any(names_persons(w.removesuffix("s")) for w in (word, word.rpartition("-")[2]))


def speaker_of(pronoun: Token, verb: Token) -> Token | None:
    """In "the army said it had", who "it" is: the subject of the verb of saying."""
    above = verb.head
    if verb.dep_ == "acl" and above.lemma_.lower() in lexicon().status["report-noun"]:
        above = above.head  # "rejected claims that they had shelled the town"
        above = above.head if above.lower_ == "as" else above  # "rejected as baseless claims that"
    elif verb.dep_ != "ccomp":
        return None
    speaker = child(above, "nsubj") if above.i < verb.i else None
    if speaker is None or not is_entity(speaker) or speaker.pos_ == "PRON":
        return None
    personal = speaker.ent_type_ == "PERSON"
    return speaker if personal == (pronoun.lower_ in ("he", "she")) else None
