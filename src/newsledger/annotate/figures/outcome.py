"""Outcomes that say what is counted: 112 people *were confirmed dead*, *the arrest of* three spies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsledger.annotate.figures.tables import Measure, measures, words

if TYPE_CHECKING:
    from spacy.tokens import Doc

WINDOW = 14
PART = 4  # tokens of a part that "including" opens


def outcome_of_noun(lemma: str, lower: str) -> str | None:
    """The outcome that a counted noun names by itself: deaths, strikers, arrests."""
    for measure in measures():
        if lemma in measure.nouns or lower in measure.nouns:
            return measure.name
    return None


def is_person(doc: Doc, head: int) -> bool:
    """Whether the counted noun names persons, to whom an outcome can happen."""
    token = doc[head]
    lemma = token.lemma_.lower()
    if lemma in words("persons") or token.lower_ in words("persons") or token.ent_type_ == "NORP":
        return True
    if lemma in words("things"):
        return False
    return token.tag_ in ("NNS", "NNPS") and lemma.endswith(("er", "or", "ist", "ian", "eer", "man", "woman"))


def outcome_after(doc: Doc, start: int, limit: int, numbers: frozenset[int]) -> tuple[str, int, int] | None:
    """The nearest outcome behind a number or its noun, as (name, first token, end)."""
    start = _past_aside(doc, start, limit)
    for i in range(start, min(start + WINDOW, limit)):
        token = doc[i]
        if i in numbers or token.text in ';:—–,()"“”' or (token.lower_ == "and" and i + 1 in numbers):
            return None
        for measure in measures():
            for phrase in measure.phrases_after:
                if tuple(t.lower_ for t in doc[i : i + len(phrase)]) == phrase:
                    return measure.name, i, i + len(phrase)
            if _happens(doc, i, start, limit, measure):
                return measure.name, i, i + 1
        if token.lower_ in words("outcome_stops") and not (
            token.lower_ == "as" and i + 1 < limit and doc[i + 1].lower_ in words("states")
        ):
            return None
        if token.lower_ in ("who", "that") and not (i + 1 < limit and doc[i + 1].pos_ in ("AUX", "VERB")):
            return None
    return None


def _past_aside(doc: Doc, start: int, limit: int) -> int:
    """Past a part that is named in commas: ``12 people, including three children, were killed``; also for the part."""
    opens = start + 1 < limit and doc[start].text == "," and doc[start + 1].lower_ in words("including")
    inside = any(t.lower_ in words("including") for t in doc[max(0, start - PART) : start])
    if not (opens or (inside and start < limit and doc[start].text == ",")):
        return start
    closes = next(
        (i for i in range(start + 1 if opens else start, min(start + WINDOW, limit)) if doc[i].text == ","),
        None,
    )
    return (
        closes + 1
        if closes is not None and closes + 1 < limit and doc[closes + 1].pos_ in ("AUX", "VERB")
        else start
    )


def outcome_within(doc: Doc, start: int, head: int) -> tuple[str, int, int] | None:
    """The outcome that an adjective before the counted noun tells: ``40 dead soldiers``."""
    for i in range(start, head):
        token = doc[i]
        for measure in measures():
            if token.lower_ in measure.after and (token.pos_ == "ADJ" or token.tag_ in ("JJ", "VBN")):
                return measure.name, i, i + 1
    return None


def _happens(doc: Doc, i: int, start: int, limit: int, measure: Measure) -> bool:
    """Whether the word is an outcome suffered: passive, intransitive or an adjective, not done to others."""
    token = doc[i]
    lemma = token.lemma_.lower()
    if lemma not in measure.after and token.lower_ not in measure.after:
        return False
    if token.pos_ not in ("VERB", "ADJ", "NOUN", "AUX", "PROPN", "ADV"):
        return False
    if token.pos_ in ("NOUN", "PROPN") and i > start and token.lower_ not in words("states"):
        return False  # a noun further on ("people at a rally") is not what happened to them
    negated = any(t.dep_ == "neg" or t.lower_ in ("not", "n't", "never") for t in doc[max(start, i - 3) : i])
    if negated:
        return False
    if token.dep_ == "amod" and token.head.i > i and token.head.i >= start + 2:
        return False  # "treated wounded patients"
    forced = token.head.lemma_.lower() in words("forcing") or any(c.dep_ == "nsubj" for c in token.children)
    if token.tag_ == "VB" and doc[i - 1].lower_ == "to" and not forced:
        return False  # "relying on each other to survive", but "forced 40 people to flee"
    if token.tag_ in ("VBN", "JJ", "VBG") or token.pos_ == "ADJ":
        return not (token.tag_ == "VBG" and _has_object(doc, i, limit))
    return not _has_object(doc, i, limit)


def _has_object(doc: Doc, i: int, limit: int) -> bool:
    return i + 1 < limit and doc[i + 1].pos_ in ("DET", "NOUN", "PROPN", "PRON", "NUM")


def outcome_before(
    doc: Doc, first: int, floor: int, numbers: frozenset[int], elliptic: bool
) -> tuple[str, int, int] | None:
    """The nearest outcome before a number: its verb, or a noun such as the toll or the number of dead."""
    linked = elliptic and first > floor and _links(doc, first - 1)
    for i in range(first - 1, max(floor, first - WINDOW) - 1, -1):
        token = doc[i]
        if i in numbers or token.text in ";:—" or (token.text == "," and not linked):
            return None
        for measure in measures():
            for phrase in measure.phrases_before:
                close = first - i <= 3 + len(phrase)
                if close and tuple(t.lower_ for t in doc[i : i + len(phrase)]) == phrase:
                    return measure.name, i, i + len(phrase)
            lemma = token.lemma_.lower()
            if lemma not in measure.before and token.lower_ not in measure.before:
                continue
            if token.pos_ in ("VERB",) and first - i <= 4 and _governs(doc, i, first):
                return measure.name, i, i + 1
            if linked and (
                lemma in words("tolls") or lemma in measure.nouns or token.lower_ in measure.nouns
            ):
                return measure.name, i, i + 1
    return None


def outcome_of_object(doc: Doc, head: int) -> tuple[str, int, int] | None:
    """``arrested a man and two teenagers``: what was done to the first of those that are joined."""
    token = doc[head]
    while token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
    verb = token.head
    if token.i == head or token.dep_ != "dobj" or verb.pos_ != "VERB":
        return None
    lemma = verb.lemma_.lower()
    name = next((m.name for m in measures() if lemma in m.before), None)
    return (name, verb.i, verb.i + 1) if name else None


def _links(doc: Doc, i: int) -> bool:
    return doc[i].lower_ in words("linking") or doc[i].lemma_.lower() in words("vouching")


def _governs(doc: Doc, verb: int, first: int) -> bool:
    """An active verb whose object opens with the number: only bound words stand between."""
    between = [
        t
        for t in doc[verb + 1 : first]
        if t.pos_ in ("ADP", "VERB", "NOUN") and t.lower_ not in ("about", "over", "around")
    ]
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in doc[verb].children)
    return not passive and all(
        t.lower_ in ("least", "most", "estimated", "up", "to", "more", "than", "of") for t in between
    )
