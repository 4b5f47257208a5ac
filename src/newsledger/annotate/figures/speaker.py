"""Who speaks: the subject of a vouching verb, through pronouns, relatives and passives, or the owner of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsledger.annotate.annotation import Span
from newsledger.annotate.figures.phrases import CLIMB, phrase_span, vouches
from newsledger.annotate.figures.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def subject_of(verb: Token) -> Token | None:
    """The subject; the nearer one, where the parse has two: "UPDATE, 9 p.m.: The army has raised ..."."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    before = [c for c in subjects if c.i < verb.i]
    return before[-1] if before else next(iter(subjects), None)


def fronted(doc: Doc, verb: Token, floor: int) -> Token | None:
    """``Ann Lee, head of the bank, which had met, said``: what the first comma ends, where the parse lost it."""
    if verb.i - 1 <= floor or doc[verb.i - 1].text != ",":
        return None
    comma = next((i for i in range(floor + 1, verb.i - 1) if doc[i].text == ","), None)
    if comma is None:
        return None
    root = doc[floor:comma].root
    return root if root.pos_ in ("NOUN", "PROPN") else None


def speaker_span(doc: Doc, subject: Token) -> Span | None:
    """The subject, or the owner of a list or figure that speaks; None for relatives and for "its teams"."""
    if subject.lower_ in ("which", "that", "who"):
        noun = subject.head.head  # the relative clause hangs on what it describes
        if subject.head.dep_ == "conj":
            noun = subject.head.head.head
        noun = _bearer(noun) if subject.lower_ == "who" else noun
        return phrase_span(doc, noun) if noun.pos_ in ("NOUN", "PROPN") else None
    if any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in subject.children):
        return None
    if subject.lower_ == "they":
        return _plural_before(doc, subject)
    if subject.lower_ == "it" and subject.i == subject.sent.start:
        return _body_before(doc, subject)
    if subject.lemma_.lower() in words("quantity_nouns") or subject.lower_ in words("speechless"):
        return None
    return phrase_span(doc, subject)


def _bearer(noun: Token) -> Token:
    """ "Ann Lee, an analyst at Orlo Bank, who expects": the person, where the clause was hung on the body."""
    token = noun
    for _ in range(CLIMB):
        if token.ent_type_ == "PERSON" or (token.ent_type_ == "" and _is_person(token)):
            return token
        if token.dep_ not in ("pobj", "prep", "appos", "compound", "nmod") or token.head.i == token.i:
            break
        token = token.head
    return noun


def agent(verb: Token) -> Token | None:
    """``Twelve deaths have been logged by the agency``: who vouches in the passive."""
    by = next((c for c in verb.children if c.dep_ == "agent"), None)
    return next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None


def subject_of_main_verb(verb: Token) -> Token | None:
    """``She denied it, putting the sum at 40``: the subject of the verb that the participle goes on from."""
    if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "conj"):
        return None
    main = verb.head
    for _ in range(CLIMB):
        subject = next((c for c in main.children if c.dep_ == "nsubj"), None)
        own = subject is not None and not any(c.tag_ == "PRP$" for c in subject.children)
        if own or main.head.i == main.i or main.pos_ not in ("VERB", "AUX"):
            return subject  # not "her client" of "she said that her client had paid, putting ..."
        main = main.head
    return None


def _plural_before(doc: Doc, pronoun: Token) -> Span | None:
    """``Officials have voiced concern about what they say is ...``: the plural subject above."""
    verb = pronoun.head
    for _ in range(CLIMB):
        if verb.head.i == verb.i:
            break
        verb = verb.head
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < pronoun.i), None)
        if subject is not None and subject.tag_ in ("NNS", "NNPS"):
            return phrase_span(doc, subject)
    return phrase_span(doc, pronoun)


def _body_before(doc: Doc, pronoun: Token) -> Span | None:
    """``..., the board said. It put turnout at 64 percent``: the body that spoke in the sentence before."""
    if pronoun.i == 0:
        return None
    verb = doc[pronoun.i - 1].sent.root
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None) if vouches(verb) else None
    if subject is None or subject.pos_ == "PRON" or subject.tag_ in ("NNS", "NNPS"):
        return None
    return None if subject.ent_type_ == "PERSON" or _is_person(subject) else phrase_span(doc, subject)


def _is_person(noun: Token) -> bool:
    return noun.lemma_.lower() in words("persons")


def list_above(clause: Token) -> Span | None:
    """``The harbour's register of lost boats, which held 31 entries, is ...``: the owner of the list."""
    verb = next((t for t in clause.ancestors if t.pos_ in ("VERB", "AUX")), None)
    holder = list_owner(verb) if verb is not None else None
    return phrase_span(clause.doc, holder) if holder is not None else None


def list_owner(verb: Token) -> Token | None:
    """``The harbour's own register of lost boats holds 31 entries``: the list's owner vouches."""
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is not None and subject.lower_ in ("which", "that"):
        subject = verb.head
    if subject is None or subject.lemma_.lower() not in words("estimates"):
        return None  # "the firm's shares fell by 13 percent" is nobody's estimate
    owner = next((c for c in subject.children if c.dep_ == "poss" and c.pos_ in ("NOUN", "PROPN")), None)
    if owner is None:
        owner = _of_owner(subject)
    return owner


def _of_owner(noun: Token) -> Token | None:
    """``The list of missing persons of the ministry itself``: the last body named with "of"."""
    doc = noun.doc
    for i in range(min(noun.i + 10, len(doc) - 1), noun.i, -1):
        if doc[i].lower_ == "of" and i > noun.i + 1:
            named = next((c for c in doc[i].children if c.dep_ == "pobj"), None)
            if named is not None and named.tag_ in ("NN", "NNP"):
                return named
    return None
