"""Relative clauses within reported content that quote somebody else: the writer's words, not the speaker's.

In a letter she said the club would pay, a sum that Ada Berg called “a bad joke”: the marks are Berg's alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from newsledger.annotate.quotations.attribution import Attribution, ranges_of, subtrees
from newsledger.annotate.quotations.layout import Layout

if TYPE_CHECKING:
    from spacy.tokens import Token


def without_asides(layout: Layout, clauses: Mapping[int, Attribution]) -> dict[int, Attribution]:
    """The attributions by cue, each without the relative clauses in which another one quotes words in marks."""
    quoting = [a for a in clauses.values() if _is_aside(layout, a)]
    return {cue: _cut(layout, a, quoting) for cue, a in clauses.items()}


def _is_aside(layout: Layout, attribution: Attribution) -> bool:
    verb, source = layout.doc[attribution.cue], attribution.source
    if verb.dep_ != "relcl" or source is None or layout.doc[source.head].i >= verb.i:
        return False
    own_subject = any(c.dep_ == "nsubj" and c.tag_ not in ("WP", "WDT") for c in verb.lefts)
    return own_subject and any(
        layout.owner[i] >= 0 for start, end in attribution.content for i in range(start, end)
    )


def _cut(layout: Layout, outer: Attribution, quoting: list[Attribution]) -> Attribution:
    inside = [
        layout.doc[a.cue]
        for a in quoting
        if a.cue != outer.cue and any(start <= a.cue < end for start, end in outer.content)
    ]
    if not inside:
        return outer
    content = {i for start, end in outer.content for i in range(start, end)}
    return replace(outer, content=ranges_of(layout.doc, content - subtrees(_whole(verb) for verb in inside)))


def _whole(verb: Token) -> Token:
    """The relative clause, with the noun that it hangs on where that noun is an aside itself: ", a sum that ..."."""
    noun = verb.head
    first = noun.left_edge.i
    aside = first > verb.sent.start and verb.doc[first - 1].text == "," and noun.dep_ != "conj"
    return noun if aside or noun.dep_ == "appos" else verb
