"""Who a cue is attributed to: the words that name the source, from the parse around the cue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsledger.annotate.mentions.tables import words
from newsledger.annotate.quotations.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = ("VBD", "VBZ", "VBP")
_RELATIVE = 10  # words of a subject in a relative clause
_PHRASE = frozenset({"PROPN", "NOUN", "ADJ", "ADP", "PART", "DET"})
_SUBJECTS = frozenset({"nsubj"})
_KEPT = frozenset(
    {"prep", "amod", "compound", "nummod", "poss", "case", "cc", "conj", "nmod", "flat", "advmod"}
)
_CLIMBS = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "dep", "acl", "dobj"})


@dataclass(frozen=True, slots=True)
class Source:
    """Token range ``[start, end)`` of the phrase and its head."""

    start: int
    end: int
    head: int

    @classmethod
    def of(cls, head: Token) -> Source:
        """The noun phrase of a head, without its relative clauses; an apposition that is a name is its head."""
        if len(head) == 2 and head.text[0].isupper() and head.text[1] == "." and head.i + 1 < len(head.doc):
            surname = head.nbor()  # an initial that the parse took for the subject: I. Berg
            if surname.pos_ == "PROPN":
                return cls(head.i, surname.i + 1, surname.i)
        end = head.i + 1
        name = head
        for child in head.rights:
            if child.dep_ == "punct":
                continue
            if child.dep_ == "appos" and _names(child, head):
                return cls(head.left_edge.i, child.i + 1, child.i)
            if child.dep_ not in _KEPT or child.left_edge.i > end or _is_dated(child):
                break
            end = max(end, child.right_edge.i + 1)
        return cls(_first_word(head), end, _bearer(name).i)


def _is_dated(phrase: Token) -> bool:
    """Norland on Thursday denied: the day is that of the verb."""
    return phrase.dep_ == "prep" and any(c.ent_type_ in ("DATE", "TIME") for c in phrase.children)


def _first_word(head: Token) -> int:
    """Where the phrase of a head begins, marks that the parse hangs on it left out."""
    return next((t.i for t in head.doc[head.left_edge.i : head.i] if not (t.is_punct or t.is_space)), head.i)


def _bearer(name: Token) -> Token:
    """The name before the letters of an honour: "Jane Roe KC"."""
    while name.lower_ in words("post_nominals") and name.i > name.left_edge.i:
        name = name.nbor(-1)
    return name


def _names(apposition: Token, head: Token) -> bool:
    if apposition.ent_type_ == "PERSON":
        return head.ent_type_ != "PERSON"
    return apposition.pos_ == "PROPN" and head.pos_ == "NOUN"


def source_of(cue: Token) -> Source | None:
    """The source of a cue: its agent, its subject or, failing both, that of the verb it depends on.

    A passive without an agent names no source: None.
    """
    token = cue
    if (named := _within_relative(cue)) is not None:
        return named
    for _ in range(6):
        found = _own(token, passive=token.i != cue.i)
        if found is not None:
            return _resolved(found, token)
        if (subject := _misread(token)) is not None:
            whole = Source.of(subject)
            return Source(whole.start, min(whole.end, token.i), whole.head)
        if _is_passive(token) or _is_noun_without_owner(token):
            return None
        if token.head.i == token.i:
            return (_phrase_before(token) or _first_phrase(token)) if token.i == cue.i else None
        if token.dep_ == "advcl" and (speaker := _reporting_before(token)) is not None:
            token = speaker
            continue
        if token.dep_ == "acl" and not _is_infinitive(token):
            if not _is_document(token.head):
                return Source.of(token.head)
            return _author(token.head) or Source.of(token.head)
        if token.dep_ not in _CLIMBS:
            return None
        token = token.head
    return None


def _misread(verb: Token) -> Token | None:
    """The subject of a main verb that the parse took for a participle of it: the inquiry found that ...

    Then the sentence has no verb of its own, and the "participle" a clause.
    """
    root = verb.sent.root
    clause = any(c.dep_ == "ccomp" and any(m.dep_ == "mark" for m in c.lefts) for c in verb.rights)
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or not clause:
        return None
    return root if root.pos_ in ("NOUN", "PROPN") and root.i < verb.i else None


def _within_relative(verb: Token) -> Source | None:
    """Who speaks in a relative clause whose object the words are about: a sum that Ada Berg of X called “...”."""
    doc, first, opening = verb.doc, verb.i, verb.sent.start
    while first > opening and verb.i - first < _RELATIVE and _in_phrase(doc[first - 1]):
        first -= 1
    opened = doc[first - 1] if first - 2 > opening else None
    if opened is None or opened.lower_ not in lexicon().closed["objects"] or verb.tag_ not in _FINITE:
        return None
    before = doc[first - 2]
    if before.pos_ != "NOUN" and before.text != ",":
        return None
    end = next((t.i for t in doc[first : verb.i] if t.pos_ == "ADP"), verb.i)
    head = doc[end - 1] if end > first else None
    return Source(first, verb.i, head.i) if head is not None and head.pos_ == "PROPN" else None


def _in_phrase(token: Token) -> bool:
    return (token.pos_ in _PHRASE and token.lower_ not in lexicon().closed["objects"]) or token.text in "'’"


def _phrase_before(verb: Token) -> Source | None:
    """The name right before a verb without a subject, with its noun: ..., the clerk, Ada Berg, said."""
    doc, end = verb.doc, verb.i
    aside = end - 1 > verb.sent.start and doc[end - 1].text == ","
    end -= aside
    first = end
    while first > verb.sent.start and doc[first - 1].pos_ == "PROPN" and doc[first - 1].ent_type_ != "DATE":
        first -= 1
    if not verb.sent.start < first < end or verb.tag_ not in _FINITE:
        return None
    noun = doc[first - 2] if doc[first - 1].text == "," and first - 2 > verb.sent.start else None
    if noun is None or noun.pos_ != "NOUN":
        return None if aside else Source(first, end, end - 1)
    return Source(noun.left_edge.i, end, end - 1)


def _first_phrase(verb: Token) -> Source | None:
    """The name that opens the sentence of a finite main verb to which the parse gives no subject."""
    if verb.tag_ not in _FINITE:
        return None
    doc, first = verb.doc, verb.sent.start
    while first < verb.i and (doc[first].is_punct or doc[first].is_space):
        first += 1
    last = first
    while (last < verb.i and doc[last].tag_ in ("NNP", "NNPS")) or (
        last > first and doc[last].text[:1].isupper() and last < verb.i
    ):
        last += 1
    return Source(first, last, last - 1) if last > first else None


def _reporting_before(participle: Token) -> Token | None:
    """The reporting verb that a participle behind a comma goes on from: she warned that ..., accusing them."""
    if participle.tag_ != "VBG":
        return None
    for ancestor in participle.ancestors:
        if (
            ancestor.dep_ == "ccomp"
            and ancestor.head.lemma_.lower() in lexicon().clause
            and ancestor.head.i < participle.i
        ):
            return ancestor.head
    return None


def _is_infinitive(token: Token) -> bool:
    return token.tag_ == "VB" and any(c.tag_ == "TO" for c in token.lefts)


def _own(token: Token, *, passive: bool) -> Token | None:
    for child in token.rights:
        if child.dep_ == "agent" and not passive:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    if token.pos_ in ("NOUN", "PROPN"):
        return next((c for c in token.lefts if c.dep_ == "poss"), None)
    deps = _SUBJECTS | {"nsubjpass"} if passive else _SUBJECTS
    return next((c for c in token.children if c.dep_ in deps), None)


def _is_passive(token: Token) -> bool:
    """A passive, also a reduced one: asked whether he knew, the mayor left."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in token.lefts):
        return True
    return (
        token.tag_ == "VBN"
        and token.dep_ in ("advcl", "acl")
        and not any(c.dep_ == "aux" for c in token.lefts)
    )


def _is_noun_without_owner(token: Token) -> bool:
    """She rejected the accusation that ...: not hers, unless the verb only carries the noun (she made it)."""
    if token.pos_ != "NOUN":
        return False
    return token.dep_ != "dobj" or token.head.lemma_.lower() not in lexicon().light


def _resolved(subject: Token, verb: Token) -> Source:
    """The phrase of a subject; of a relative pronoun, its antecedent, the pronoun included where it is next."""
    if subject.lower_ not in lexicon().closed["relatives"] or verb.dep_ != "relcl":
        return Source.of(subject)
    source = Source.of(verb.head)
    near = 0 <= subject.i - source.end <= 1
    return Source(source.start, subject.i + 1 if near else source.end, source.head)


def _is_document(noun: Token) -> bool:
    return noun.lemma_.lower() in lexicon().documents


def _author(document: Token) -> Source | None:
    """Who issues a document: its possessor, or the subject of the verb that it is the object of."""
    owner = next((c for c in document.lefts if c.dep_ == "poss"), None)
    if owner is not None:
        return Source.of(owner)
    head = document.head
    if head.dep_ == "prep":
        head = head.head
    subject = next((c for c in head.lefts if c.dep_ == "nsubj"), None) if head.pos_ == "VERB" else None
    return Source.of(subject) if subject is not None else None
