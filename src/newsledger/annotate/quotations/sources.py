"""Who a cue is attributed to: the words that name the source, from the parse around the cue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj"})
_KEPT = frozenset(
    {"prep", "amod", "compound", "nummod", "poss", "case", "cc", "conj", "nmod", "flat", "advmod"}
)
_CLIMBS = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "dep"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})


@dataclass(frozen=True, slots=True)
class Source:
    """Token range ``[start, end)`` of the phrase and its head."""

    start: int
    end: int
    head: int

    @classmethod
    def of(cls, head: Token) -> Source:
        """The noun phrase of a head, without its relative clauses; an apposition that is a name is its head."""
        end = head.i + 1
        name = head
        for child in head.rights:
            if child.dep_ == "appos" and child.pos_ == "PROPN" and head.pos_ == "NOUN":
                return cls(head.left_edge.i, child.i + 1, child.i)
            if child.dep_ not in _KEPT:
                break
            end = max(end, child.right_edge.i + 1)
        return cls(head.left_edge.i, end, name.i)


def source_of(cue: Token) -> Source | None:
    """The source of a cue: its agent, its subject or, failing both, that of the verb it depends on.

    A passive without an agent names no source: None.
    """
    token = cue
    for _ in range(6):
        found = _own(token, passive=token.i != cue.i)
        if found is not None:
            return Source.of(_antecedent(found, token))
        if _is_passive(token) or token.head.i == token.i:
            return None
        if token.dep_ == "acl":
            return Source.of(token.head)
        if token.dep_ not in _CLIMBS:
            return None
        token = token.head
    return None


def _own(token: Token, *, passive: bool) -> Token | None:
    for child in token.rights:
        if child.dep_ == "agent" and not passive:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    if token.pos_ in ("NOUN", "PROPN"):
        return next((c for c in token.lefts if c.dep_ == "poss"), None)
    deps = _SUBJECTS | {"nsubjpass"} if passive else _SUBJECTS
    return next((c for c in token.children if c.dep_ in deps), None)


def _is_passive(token: Token) -> bool:
    return any(c.dep_ in ("nsubjpass", "auxpass") for c in token.lefts)


def _antecedent(subject: Token, verb: Token) -> Token:
    if subject.lower_ in _RELATIVES and verb.dep_ == "relcl":
        return verb.head
    return subject
