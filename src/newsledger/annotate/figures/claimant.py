"""Who vouches for a figure: according-to, a clause in commas, the verb above, a gap, the owner of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsledger.annotate.annotation import Span
from newsledger.annotate.figures.phrases import CLIMB, phrase_span, vouches
from newsledger.annotate.figures.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CLOSERS = frozenset(("and", "but", "on", "in", "while", "adding", "after"))


def find_claimant(doc: Doc, number: int, first: int, floor: int, limit: int) -> Span | None:
    """Who vouches: "according to the army", or the subject of a verb that governs the number."""
    return (
        _according(doc, first, floor, limit)
        or _parenthesis(doc, number, limit)
        or _estimate_of(doc, first, floor)
        or _vouching_subject(doc, doc[number], floor, limit)
        or _gapped(doc, first, floor)
    )


def _parenthesis(doc: Doc, number: int, limit: int) -> Span | None:
    """``40 houses fell, the army says, and ...``: a vouching verb shut in by commas."""
    comma = next((i for i in range(number + 1, limit) if doc[i].text in ",;"), None)
    while comma is not None and doc[comma].text == ",":
        verb = next(
            (i for i in range(comma + 2, min(comma + 9, limit)) if vouches(doc[i]) or _as_noun(doc, i)), None
        )
        nearest = next((i for i in range(comma + 1, limit) if doc[i].text in ",;"), None)
        closed = verb is not None and (
            verb + 1 >= limit or doc[verb + 1].is_punct or doc[verb + 1].lower_ in CLOSERS
        )
        if verb is not None and closed and (nearest is None or verb < nearest):
            if _is_adjunct_of(doc[number], doc[verb]):
                return None
            subject = next((c for c in doc[verb].children if c.dep_ == "nsubj" and c.i > comma), None)
            if subject is None and doc[verb - 1].pos_ in ("NOUN", "PROPN"):
                return Span(doc[comma + 1].idx, doc[verb - 1].idx + len(doc[verb - 1]))
            opens = subject is not None and subject.left_edge.i <= comma + 1
            return _speaker(doc, subject) if subject is not None and opens else None
        comma = nearest
    return None


def _is_adjunct_of(number: Token, verb: Token) -> bool:
    """``When asked about a spill of 40 tonnes, the mayor said, ...``: the number is not in what is said."""
    token = number
    for _ in range(2 * CLIMB):
        if token.head.i == verb.i:
            return _stands_outside(token)
        if token.head.i == token.i:
            break
        token = token.head
    return False


def _as_noun(doc: Doc, i: int) -> bool:
    """``the harbour office estimates``: a verb that the parser takes for a plural."""
    token = doc[i]
    return (
        token.tag_ == "NNS"
        and token.lemma_.lower() in words("vouching")
        and doc[i - 1].pos_ in ("NOUN", "PROPN")
    )


def _gapped(doc: Doc, first: int, floor: int) -> Span | None:
    """``The ministry speaks of 40 killed; the army, of 50``: the verb is left out."""
    if first - 2 <= floor or doc[first - 1].lower_ != "of" or doc[first - 2].text != ",":
        return None
    left = next((i for i in range(first - 3, floor - 1, -1) if doc[i].text in ";,."), None)
    if left is None or doc[first - 3].pos_ not in ("NOUN", "PROPN"):
        return None
    return Span(doc[left + 1].idx, doc[first - 3].idx + len(doc[first - 3]))


def _according(doc: Doc, first: int, floor: int, limit: int) -> Span | None:
    for i in range(floor, limit - 2):
        if doc[i].lower_ == "according" and doc[i + 1].lower_ == "to":
            if any(t.text == ";" or t.lower_ in ("while", "but") for t in doc[min(i, first) : max(i, first)]):
                continue
            named = next((c for c in doc[i + 1].children if c.dep_ == "pobj"), None)
            if named is None:
                named = next((t for t in doc[i + 2 : limit] if t.pos_ in ("NOUN", "PROPN")), None)
            return phrase_span(doc, named) if named is not None else None
    return None


def _estimate_of(doc: Doc, first: int, floor: int) -> Span | None:
    """``the firm's claim of 5,000 barrels``: whose estimate it is."""
    if (
        first - 2 <= floor
        or doc[first - 1].lower_ != "of"
        or doc[first - 2].lemma_.lower() not in words("estimates")
    ):
        return None
    owner = next((c for c in doc[first - 2].children if c.dep_ == "poss" and c.pos_ != "PRON"), None)
    return phrase_span(doc, owner) if owner is not None else None


def _vouching_subject(doc: Doc, token: Token, floor: int, limit: int) -> Span | None:
    """Climb from the number to the first vouching verb with a subject of its own."""
    number = token.i
    beside, below = -1, token
    for _ in range(CLIMB):
        if any(t.text == ";" for t in doc[min(number, token.i) : max(number, token.i)]):
            return None
        if vouches(token) and token.i != beside and not _moves(token, below):
            subject = _subject_of(token)
            if subject is None and token.dep_ == "conj":
                subject = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
            subject = subject or _agent(token) or _of_main_verb(token) or _fronted(doc, token, floor)
            if subject is not None:
                return _speaker(doc, subject)
        holder = _list_owner(token)
        if holder is not None:
            return phrase_span(doc, holder)
        if token.head.i == token.i or not floor <= token.head.i < limit or _stands_outside(token):
            return None
        if is_aside(token):
            return _list_above(token)
        if token.dep_ == "conj" and _subject_of(token) is not None and _stands_apart(doc, token):
            beside = token.head.i  # "The board said it agreed, and two firms have left": told beside it
        below, token = token, token.head
    return None


def _moves(verb: Token, below: Token) -> bool:
    """``raised $500,000``: a verb that vouches for a number only at "to" or "at"."""
    counts = below.lemma_.lower() in words("quantity_nouns") | words("estimates")
    return below.dep_ == "dobj" and not counts and verb.lemma_.lower() in words("moving")


def _list_above(clause: Token) -> Span | None:
    """``The ministry's list of missing people, which held 286 names, is ...``: the owner of the list."""
    verb = next((t for t in clause.ancestors if t.pos_ in ("VERB", "AUX")), None)
    holder = _list_owner(verb) if verb is not None else None
    return phrase_span(clause.doc, holder) if holder is not None else None


def is_aside(verb: Token) -> bool:
    """A relative clause behind a comma or with "where": the paper's own words inside what another says."""
    if verb.dep_ != "relcl":
        return False
    opens = verb.left_edge
    return opens.lower_ == "where" or (opens.i > 0 and verb.doc[opens.i - 1].text == ",")


def stands_aside(doc: Doc, number: int, floor: int, limit: int) -> bool:
    """Whether a number stands in such a clause."""
    token = doc[number]
    for _ in range(CLIMB):
        if is_aside(token):
            return True
        if token.head.i == token.i or not floor <= token.head.i < limit:
            return False
        token = token.head
    return False


def _stands_apart(doc: Doc, verb: Token) -> bool:
    """Whether a comma and a conjunction open the clause of a verb."""
    opens = verb.left_edge.i
    return opens > 1 and doc[opens - 1].dep_ == "cc" and doc[opens - 2].text == ","


def _subject_of(verb: Token) -> Token | None:
    """The subject; the nearer one, where the parse has two: "UPDATE, 9 p.m.: The army has raised ..."."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    before = [c for c in subjects if c.i < verb.i]
    return before[-1] if before else next(iter(subjects), None)


def _stands_outside(token: Token) -> bool:
    """Whether a step up leaves what a verb says: from its subject, or from an adjunct before or beside it.

    "The judge who struck down the six-month ban has reported ..."; "With 40 square miles burnt, officials say ...".
    """
    verb = token.head
    if not vouches(verb):
        return False
    if token.dep_ == "nsubj":
        return True
    if token.dep_ == "prep":
        return token.i < verb.i and token.lower_ in words("adjuncts")
    opener = next((c for c in token.children if c.dep_ in ("mark", "advmod") and c.i < token.i), None)
    return token.dep_ == "advcl" and opener is not None and opener.lower_ in words("adjuncts")


def _fronted(doc: Doc, verb: Token, floor: int) -> Token | None:
    """``Ann Lee, head of the bank, which had met, said``: what the first comma ends, where the parse lost it."""
    if verb.i - 1 <= floor or doc[verb.i - 1].text != ",":
        return None
    comma = next((i for i in range(floor + 1, verb.i - 1) if doc[i].text == ","), None)
    if comma is None:
        return None
    root = doc[floor:comma].root
    return root if root.pos_ in ("NOUN", "PROPN") else None


def _speaker(doc: Doc, subject: Token) -> Span | None:
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
    if subject.lemma_.lower() in words("quantity_nouns") or subject.lower_ in (
        "it",
        "correction",
        "that",
        "this",
    ):
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


def _agent(verb: Token) -> Token | None:
    """``Twelve deaths have been logged by the agency``: who vouches in the passive."""
    by = next((c for c in verb.children if c.dep_ == "agent"), None)
    return next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None


def _of_main_verb(verb: Token) -> Token | None:
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


def _list_owner(verb: Token) -> Token | None:
    """``The ministry's own list of missing people holds 286 names``: the list's owner vouches."""
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
