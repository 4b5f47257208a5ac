"""Attributions that nobody makes: what was denied to have been said, and a bare "Berg said" as content.

She denied that she had offered to go: that she offered is what she denies, so "to go" is nobody's report.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from newsledger.annotate.quotations.attribution import Attribution, ranges_of
from newsledger.annotate.quotations.layout import Layout
from newsledger.annotate.quotations.lexicon import lexicon
from newsledger.annotate.quotations.relays import is_somebody

if TYPE_CHECKING:
    from spacy.tokens import Token

LINKS = frozenset(("ccomp", "xcomp", "pcomp", "prep", "acl", "dobj", "pobj", "conj", "dep"))
DEPTH = 8  # steps from the words of saying up to those that deny them


def only_said(layout: Layout, clauses: Mapping[int, Attribution]) -> dict[int, Attribution]:
    """The attributions by cue, without what is denied to have been said and without a bare "Berg said"."""
    denying = {cue for cue, a in clauses.items() if a.stance != "affirms"}
    kept = {
        cue: _without_frames(layout, a)
        for cue, a in clauses.items()
        if _is_marked(layout, a) or not (_is_denied(layout.doc[cue], denying) or _is_source(layout, a))
    }
    return {cue: a for cue, a in kept.items() if a.content}


def _is_denied(cue: Token, denying: set[int]) -> bool:
    """Whether a verb of saying is the head of what another one denies or leaves open."""
    if cue.pos_ not in ("VERB", "AUX"):
        return False  # "the union's claim that" stands, whoever rejects it
    token = cue
    for _ in range(DEPTH):
        if token.dep_ not in LINKS or token.head.i == token.i:
            return False
        if token.dep_ == "conj" and token.i != cue.i and token.head.i in denying:
            return False
        before, token = token, token.head
        if token.i in denying:
            return before.dep_ != "conj" and before.i > token.i
    return False


def _is_source(layout: Layout, attribution: Attribution) -> bool:
    """Whether the content is who is cited: "citing two unnamed aides"."""
    cue = layout.doc[attribution.cue]
    if cue.lemma_.lower() not in lexicon().relays:
        return False
    cited = next((c for c in cue.rights if c.dep_ == "dobj"), None)
    return cited is not None and is_somebody(cited)


def _is_marked(layout: Layout, attribution: Attribution) -> bool:
    return any(layout.owner[i] >= 0 for start, end in attribution.content for i in range(start, end))


def _without_frames(layout: Layout, outer: Attribution) -> Attribution:
    """Less a frame around the content that says no more than who said it: "..., the Post reported", "Berg said"."""
    content = {i for start, end in outer.content for i in range(start, end)}
    frames = (t for t in (layout.doc[i] for i in content) if _is_frame(t, content))
    rest = content - {i for t in frames for i in _frame_words(t)}
    if rest == content:
        return outer
    return replace(outer, content=ranges_of(layout.doc, rest))


def _is_frame(verb: Token, content: set[int]) -> bool:
    """A verb of saying behind all else of the content, with a subject and nothing that it says behind it."""
    if verb.lemma_.lower() not in lexicon().reporting or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return False
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is None or verb.i != max(content):
        return False
    first = subject.left_edge.i
    before = [c for c in verb.lefts if c.i < first and c.i in content and not c.is_punct]
    return first == min(content) or (verb.doc[first - 1].text == "," and len(before) <= 1)


def _frame_words(verb: Token) -> set[int]:
    subject = next(c for c in verb.children if c.dep_ == "nsubj")
    return set(range(subject.left_edge.i, verb.i + 1))
