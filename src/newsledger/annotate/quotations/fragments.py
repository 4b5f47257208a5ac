"""Marked fragments that no clause covers: the parse has lost them, or an unusual verb introduces them.

The nearest cue before a fragment in its sentence takes it, with the few words between. What then remains
are scare quotes, titles, nicknames and headings, which nobody in particular says.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsledger.annotate.quotations.layout import Layout
from newsledger.annotate.quotations.lexicon import lexicon
from newsledger.annotate.quotations.reported import Part, part_of
from newsledger.annotate.quotations.sources import Source, source_of
from newsledger.annotate.quotations.stretches import Stretch

if TYPE_CHECKING:
    from spacy.tokens import Token

_BETWEEN = 10  # words between cue and fragment that are still its content
_FAR = 300  # tokens in which a cue is looked for
_CLAUSE_WORDS = 4  # a fragment of this length or with a verb needs no words between to be speech


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """A fragment with the cue that takes it."""

    part: Part
    cue: int
    source: Source


def find_fragments(layout: Layout, covered: Container[int]) -> Iterator[Fragment]:
    """The fragments outside ``covered`` that a cue introduces."""
    taken: set[int] = set()
    for number, stretch in enumerate(layout.stretches):
        if stretch.title or number in covered or number in taken:
            continue
        cue = _cue_before(layout, stretch)
        source = source_of(cue) if cue is not None else None
        if cue is None or any(c.lower_ == "what" for c in cue.lefts):
            continue  # what they call the "ghost ship"
        if source is None or layout.owner[source.head] >= 0:
            continue
        between = [t for t in layout.outside(cue.i + 1, stretch.first) if t.is_alpha]
        speech = stretch.words >= _CLAUSE_WORDS or any(
            layout.doc[i].pos_ in ("VERB", "AUX") for i in range(stretch.first, stretch.last)
        )
        if len(between) > _BETWEEN or any(t.dep_ == "cc" for t in between):
            if not speech:
                continue
            part = part_of(layout, stretch.first, stretch.last)
        else:
            part = part_of(layout, _after(cue), stretch.last)
        taken |= part.stretches
        yield Fragment(part=part, cue=cue.i, source=source)


def _cue_before(layout: Layout, stretch: Stretch) -> Token | None:
    """The nearest cue before a stretch, in the same sentence and outside marks."""
    at = layout.sentence[stretch.first]
    cues = lexicon()
    for i in range(stretch.first - 1, max(stretch.left, stretch.first - _FAR) - 1, -1):
        if layout.sentence[i] != at:
            return None
        token = layout.doc[i]
        if layout.owner[i] < 0 and token.pos_ == "VERB":
            lemma = token.lemma_.lower()
            if (
                lemma in cues.clause
                or lemma in cues.judging
                or lemma in cues.naming
                or lemma in cues.preposition
            ):
                return token
    return None


def _after(cue: Token) -> int:
    """Where the content of a cue begins: behind it and its particle or preposition."""
    first = cue.i + 1
    for child in cue.rights:
        if child.i == first and child.dep_ in ("prep", "prt"):
            first += 1
    return first
