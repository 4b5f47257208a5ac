"""The speaker of an utterance that nothing beside it attributes: in the sentence before or after it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from newsledger.annotate.mentions.tables import roles
from newsledger.annotate.quotations.attribution import Attribution
from newsledger.annotate.quotations.layout import Layout
from newsledger.annotate.quotations.lexicon import lexicon
from newsledger.annotate.quotations.sources import Source

if TYPE_CHECKING:
    from spacy.tokens import Token

_FAR = 300  # tokens: no sentence of an article is longer, and a line of marks costs no square


def speaker_around(layout: Layout, clauses: Mapping[int, Attribution], number: int) -> Source | None:
    """Who speaks or acts in the sentence before or after, in the same paragraph; None where nobody does.

    A sentence before that reports somebody's words names the speaker; otherwise its subject does, or that
    of the sentence after: "..." The inspector had just left the ship.
    """
    stretch = layout.stretches[number]
    before = _words(
        layout, layout.skip_marks_back(stretch.first, stretch.left) - 1, stretch.left, stretch.right
    )
    after = _words(layout, layout.skip_marks(stretch.last, stretch.right), stretch.left, stretch.right)
    for segment in (before, after):
        source = _reporting(layout, clauses, segment)
        if source is not None:
            return source
    return _acting(layout, before) or _acting(layout, after)


def _words(layout: Layout, at: int, left: int, right: int) -> range:
    """The tokens of the sentence at a position, within the paragraph."""
    if not left <= at < right or layout.sentence[at] < 0:
        return range(0)
    start, end = layout.borders[layout.sentence[at]]
    return range(max(left, start, at - _FAR), min(right, end, at + _FAR))


def _reporting(layout: Layout, clauses: Mapping[int, Attribution], segment: range) -> Source | None:
    """The source of the last cue of a sentence, outside marks."""
    for i in reversed(segment):
        found = clauses.get(i)
        if found is not None and found.source is not None and layout.owner[i] < 0:
            return found.source
    return None


def _acting(layout: Layout, segment: range) -> Source | None:
    """The subject of a sentence's main verb, if it names a person or a body."""
    for i in segment:
        token = layout.doc[i]
        if token.dep_ == "nsubj" and token.head.dep_ == "ROOT" and layout.owner[i] < 0:
            return Source.of(token) if _is_someone(token) else None
    return None


def _is_someone(token: Token) -> bool:
    if token.pos_ == "PRON":
        return token.lower_ in lexicon().closed["persons"]
    if token.pos_ == "PROPN" or token.ent_type_ in ("PERSON", "ORG", "NORP"):
        return True
    return token.lemma_.lower() in roles().person and any(
        c.lower_ == "the" or c.dep_ == "poss" for c in token.lefts
    )
