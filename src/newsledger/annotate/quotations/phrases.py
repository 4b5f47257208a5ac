"""Phrases that attribute a clause without a verb of saying: according to X, by X's account, in the words of X."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsledger.annotate.quotations.attribution import Attribution, ranges_of, subtrees
from newsledger.annotate.quotations.lexicon import lexicon
from newsledger.annotate.quotations.sources import Source

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_VERBS = ("VERB", "AUX")


def according_to(doc: Doc, token: Token) -> Attribution | None:
    """According to X, ...; ..., according to X."""
    to = next((c for c in token.children if c.lower_ == "to"), None)
    named = _object_of(to) if to is not None else None
    return _attribution(doc, token, token, named) if named is not None else None


def by_account(doc: Doc, noun: Token) -> Attribution | None:
    """By X's account, ...; in the words of X, ..."""
    phrase = noun.head
    if (
        phrase.dep_ != "prep"
        or noun.lemma_ not in lexicon().accounts.get(phrase.lower_, ())
        or phrase.head.pos_ not in _VERBS
    ):
        return None
    named = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    if named is None:
        of = next((c for c in noun.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
        named = _object_of(of) if of is not None else None
    return _attribution(doc, noun, phrase, named) if named is not None else None


def _object_of(preposition: Token) -> Token | None:
    return next((c for c in preposition.children if c.dep_ == "pobj"), None)


def _attribution(doc: Doc, cue: Token, phrase: Token, named: Token) -> Attribution | None:
    """The clause that a phrase hangs on, less the phrase and what is coordinated behind it."""
    head = phrase
    while head.head.i != head.i and (head.i == phrase.i or head.pos_ not in _VERBS):
        head = head.head
    if head.i == phrase.i:
        return None
    further = subtrees(
        c
        for c in head.rights
        if c.dep_ == "conj" and c.i > phrase.i and any(s.dep_.startswith("nsubj") for s in c.lefts)
    )
    ranges = ranges_of(doc, subtrees([head]) - subtrees([phrase]) - further)
    if not ranges:
        return None
    return Attribution(cue=cue.i, frame="phrase", content=ranges, source=Source.of(named))
