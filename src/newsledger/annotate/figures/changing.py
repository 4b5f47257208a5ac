"""Counts that are the subject of a verb of change: ``admissions rose to 1,480``, ``arrests topped 90``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsledger.annotate.figures.antecedents import Counting
from newsledger.annotate.figures.cardinals import Number
from newsledger.annotate.figures.outcome import outcome_of_noun
from newsledger.annotate.figures.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TO = frozenset(("to", "at", "from"))
PLURAL = frozenset(("NNS", "NNPS"))


def changed(doc: Doc, number: Number, limit: int, sentence: int) -> Counting | None:
    """What the subject of the verb names, in the plural; nothing where it is a price or a share."""
    if number.end < limit and doc[number.end].pos_ in ("NOUN", "PROPN", "ADJ", "SYM", "NUM"):
        return None
    verb = _verb(doc[number.end - 1])
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb is not None else None
    if subject is None or subject.tag_ not in PLURAL:
        return None
    lemma = subject.lemma_.lower()
    if lemma in words("quantity_nouns") or lemma in words("priced"):
        return None
    outcome = outcome_of_noun(lemma, subject.lower_)
    return Counting(sentence, outcome or subject.lower_, subject.lower_, "outcome" if outcome else "count")


def _verb(number: Token) -> Token | None:
    """The verb of change whose object the number is, or at whose "to" or "from" it stands."""
    token = number
    if token.dep_ == "pobj" and token.head.lower_ in TO:
        token = token.head
        while token.head.pos_ == "ADP" and token.head.i != token.i:
            token = token.head
    elif token.dep_ != "dobj":
        return None
    return token.head if token.head.lemma_.lower() in words("changing") else None
