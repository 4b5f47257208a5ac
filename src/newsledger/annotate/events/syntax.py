"""What stands where: subjects, objects, prepositional objects, found through control and passives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsledger.annotate.events.frames import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

WINDOW = 100  # tokens to either side that count as near in an endless sentence
SUBJECTS = ("nsubj", "nsubjpass", "csubj")


def around(token: Token) -> Span:
    """The sentence of a token, or its neighbourhood where the sentence is endless."""
    sentence = token.sent
    if len(sentence) <= 2 * WINDOW:
        return sentence
    return token.doc[max(sentence.start, token.i - WINDOW) : min(sentence.end, token.i + WINDOW)]


def lemma(token: Token) -> str:
    """The dictionary form, lower case; put right where the lemmatiser lost an "e" ("staged": stag)."""
    base = token.lemma_.lower()
    known = lexicon().known
    return base + "e" if base not in known and base + "e" in known else base


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of these relations."""
    return next((c for c in token.children if c.dep_ in deps), None)


def is_passive(verb: Token) -> bool:
    """Whether the verb's subject undergoes what it says."""
    if child(verb, "nsubjpass", "auxpass") is not None:
        return True
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl", "amod") and child(verb, "aux", "nsubj") is None:
        return not is_misread(verb)
    if verb.tag_ == "VBN" and verb.dep_ == "advcl" and child(verb, "aux") is None:
        return child(verb, "dobj", "obj") is None
    bare_conjunct = verb.dep_ == "conj" and verb.tag_ == "VBN" and child(verb, "aux", "nsubj") is None
    return bare_conjunct and child(verb, "dobj") is None and is_passive(verb.head)


def is_misread(verb: Token) -> bool:
    """A participle with an object is no participle: in "Gunmen on motorcycles killed six" it tells who killed."""
    return verb.tag_ == "VBN" and verb.dep_ == "acl" and child(verb, "dobj") is not None


def particle(verb: Token) -> str | None:
    """The particle of a phrasal verb, lower case."""
    part = child(verb, "prt")
    return part.lower_ if part is not None else None


def grammatical_subject(verb: Token, depth: int = 0) -> Token | None:
    """The subject, through coordination, control and relative clauses."""
    own = child(verb, *SUBJECTS)
    if own is not None:
        return antecedent(own)
    if depth > 6:
        return None
    head = verb.head
    if verb.dep_ == "relcl" and any(c.tag_ == "TO" for c in verb.children):
        governor = climb(head.head)  # "formed a chain to protest"
        return grammatical_subject(governor, depth + 1) if governor is not None else None
    if verb.dep_ in ("acl", "relcl"):
        return head
    if verb.dep_ == "xcomp" and head.pos_ in ("VERB", "AUX", "ADJ"):
        controller = child(head, "dobj", "dative") if head.pos_ == "VERB" else None
        return controller or grammatical_subject(head, depth + 1)
    if verb.dep_ in ("conj", "advcl", "pcomp", "ccomp", "acomp", "dep") and head.i != verb.i:
        governor = climb(head)
        if governor is not None and verb.dep_ == "advcl" and verb.tag_ == "VBG" and is_passive(governor):
            return agent(governor)
        return grammatical_subject(governor, depth + 1) if governor is not None else None
    if verb.dep_ == "amod":
        return None
    return None


def climb(token: Token) -> Token | None:
    """The nearest verb or predicate at or above a token."""
    for _ in range(12):
        if token.pos_ in ("VERB", "AUX") or token.dep_ == "acomp":
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; otherwise the token itself."""
    if token.tag_ in ("WDT", "WP") or (token.lower_ in ("that", "which", "who") and token.pos_ == "PRON"):
        for up in token.ancestors:
            if up.dep_ in ("relcl", "acl"):
                return up.head
    return token


def agent(verb: Token) -> Token | None:
    """Who did it, in a passive."""
    by = next(
        (c for c in verb.children if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")), None
    )
    noun = child(verb, "dobj")
    if by is None and noun is not None:  # "was refused a visa by Austria"
        by = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "by"), None)
    found = child(by, "pobj") if by is not None else None
    if found is not None and found.lemma_.lower() in lexicon().classes["order-by"]:
        return next((t for p, t in prepositions(found) if p == "of"), found)
    return found


def direct_object(verb: Token) -> Token | None:
    """What is done unto; in the passive the subject."""
    if is_passive(verb):
        return grammatical_subject(verb)
    own = child(verb, "dobj", "obj")
    if own is None and verb.dep_ == "relcl":
        subject = child(verb, "nsubj")
        if subject is not None and subject.tag_ not in ("WDT", "WP"):
            return None
    if own is None and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not is_passive(verb.head):
        shared = child(verb.head, "dobj", "obj")
        return shared if shared is not None and shared.i > verb.i else None
    return antecedent(own) if own is not None else None


def prepositions(*tokens: Token | None) -> Iterator[tuple[str, Token]]:
    """(preposition, its object) below the given tokens, through chains such as "out of"."""
    for token in tokens:
        if token is None:
            continue
        for c in token.children:
            if c.dep_ in ("prep", "agent", "prt", "dative", "advmod", "pcomp") and c.pos_ in (
                "ADP",
                "SCONJ",
                "ADV",
                "PART",
            ):
                yield from _below(c)


def _below(preposition: Token) -> Iterator[tuple[str, Token]]:
    for c in preposition.children:
        if c.dep_ in ("pobj", "pcomp"):
            yield preposition.lower_, c
        elif c.dep_ == "prep":
            yield from _below(c)
