"""Relative clauses in commas: the paper's own words inside what another says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsledger.annotate.figures.phrases import CLIMB

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


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
