"""What a number counts: money, a physical unit, or a noun."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsledger.annotate.figures.cardinals import DASHES, Number
from newsledger.annotate.figures.measured import Counted, money, physical_quantity
from newsledger.annotate.figures.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NOMINAL = frozenset(("ADJ", "NOUN", "PROPN"))
LINKS = frozenset(("of",))
PLURAL_TAGS = frozenset(("NNS", "NNPS"))
WORD = re.compile(r"[^\W\d_]+(?:[-'’.&][^\W\d_]+)*")  # "gallons" of a token "gallons/3"
LONGEST_PHRASE = 8  # tokens between a number and its noun


def find_counted(doc: Doc, number: Number, limit: int) -> Counted | None:
    """What stands beside the number; None where nothing does (``112 dead``, ``The army says 192``)."""
    return money(doc, number, limit) or physical_quantity(doc, number, limit) or _noun(doc, number, limit)


def _noun(doc: Doc, number: Number, limit: int) -> Counted | None:
    """The head of the noun phrase that the number opens: ``nine replacement seamen``."""
    start = skip_links(doc, number.end, limit)
    if start == number.end and start + 2 < limit and doc[start].text in DASHES:
        if doc[start + 1].lower_ == "strong":
            return Counted("people", start + 2, start + 1)  # "a 100-strong contingent"
        if doc[start + 1].pos_ in ("NOUN", "PROPN"):
            if doc[start + 1].lemma_.lower() in words("never"):
                return None  # "a 52-page plan"
            return Counted(doc[start + 1].lower_, start + 2, start + 1)  # "a 30-nation alliance"
    head = _head_of_phrase(doc, start, limit)
    if head is None or not _countable(doc[head], number):
        return None
    first = head - 2 if head - 2 >= start and _is_prefix(doc, head - 2) else head
    word = WORD.match(doc[first : head + 1].text.lower())
    return Counted(word.group(), head + 1, head) if word else None


def _head_of_phrase(doc: Doc, start: int, limit: int) -> int | None:
    """The first plural noun, else the last noun before the phrase ends."""
    head = None
    for i in range(start, min(start + LONGEST_PHRASE, limit)):
        token = doc[i]
        if head is not None and token.text in DASHES:
            continue  # whatever the parser takes it for
        if token.tag_ in PLURAL_TAGS and not _modifies_next(doc, i, limit) and not _is_prefix(doc, i):
            return i
        if token.pos_ in ("NOUN", "PROPN"):
            head = i
            continue
        if head is not None:
            break
        listed = token.text == "," and start < i
        if not (token.pos_ == "ADJ" or token.text in DASHES or listed or _leads(doc, i, limit)):
            break
    return head


def _is_prefix(doc: Doc, i: int) -> bool:
    """The "e" of "e-mails", the "T" of "T-shirts"."""
    short = len(doc[i]) <= 2 and doc[i].is_alpha and not doc[i].whitespace_
    return short and i + 2 < len(doc) and doc[i + 1].text == "-" and not doc[i + 1].whitespace_


def skip_links(doc: Doc, i: int, limit: int) -> int:
    """Past "of the", "of its", "of the 23" to the noun phrase behind."""
    part = i + 1 < limit and doc[i].lower_ in LINKS
    if part:
        i += 1
    while i + 1 < limit and (doc[i].lower_ in words("determiners") or (part and _is_of_whole(doc, i))):
        i += 1
    return i


def _is_of_whole(doc: Doc, i: int) -> bool:
    """What stands before the noun of a whole: its own number, or its owner ("of the country's 11 million people")."""
    if doc[i].pos_ == "NUM":
        return doc[i + 1].text not in DASHES  # "hundreds of 40-year-old pipes"
    owner = doc[i] if doc[i].dep_ == "poss" else doc[i].head if doc[i].dep_ == "case" else None
    return owner is not None and any(t.pos_ == "NUM" for t in doc[i : owner.head.i])


def is_whole(doc: Doc, number: Number) -> bool:
    """The 23 of ``nine of the 23 people``: what happened to the nine did not happen to them."""
    i = number.first - 1
    while i > 1 and (doc[i].lower_ in words("determiners") or doc[i].dep_ in ("poss", "case")):
        i -= 1
    counts = doc[i - 1].pos_ == "NUM" or doc[i - 1].lower_ in words("shares")
    return i < number.first - 1 and i > 0 and doc[i].lower_ in LINKS and counts


def _modifies_next(doc: Doc, i: int, limit: int) -> bool:
    return i + 1 < limit and doc[i].dep_ == "compound" and doc[i].head.i == i + 1


def _leads(doc: Doc, i: int, limit: int) -> bool:
    """A participle or adverb that stands before the noun: ``heavily armed men``, ``elected members``."""
    if i + 1 >= limit or doc[i + 1].pos_ not in NOMINAL | {"VERB"}:
        return False
    if doc[i].dep_ == "amod" and doc[i].head.i > i:
        return True
    return doc[i].tag_ in ("VBN", "VBG", "RB") and doc[i + 1].dep_ not in ("nsubj", "nsubjpass", "dobj")


def _countable(head: Token, number: Number) -> bool:
    if head.lower_ == "times" and _are_occasions(head, number):
        return True
    if head.lower_ in words("never") or head.lemma_.lower() in words("never"):
        return False
    if (
        head.tag_ in PLURAL_TAGS
        or head.lower_ in words("invariant")
        or head.lemma_.lower() in words("persons")
        or head.lower_ in words("persons")
    ):
        return True
    if number.end < head.i and any(head.doc[k].text in DASHES for k in range(number.end, head.i)):
        return True  # "a 30-nation alliance"
    return number.value == 1 and head.pos_ == "NOUN"


def _are_occasions(head: Token, number: Number) -> bool:
    """``fourteen times``; ``three times as many`` and ``three times higher`` multiply."""
    after = head.doc[head.i + 1] if head.i + 1 < len(head.doc) else None
    compares = after is not None and (after.lower_ in words("compared") or after.tag_ in ("JJR", "RBR", "JJ"))
    return number.end == head.i and not compares
