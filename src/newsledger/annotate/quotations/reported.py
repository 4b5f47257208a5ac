"""What a clause reports, as parts: token ranges with their kind, marked stretches taken in whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsledger.annotate.annotation import Span
from newsledger.annotate.quotations.attribution import Attribution
from newsledger.annotate.quotations.layout import Layout
from newsledger.annotate.quotations.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_MIN_WORDS = 2  # of content without marks
_ALL_MARKED = 0.9  # share of the words in one pair of marks from which the content is direct


@dataclass(frozen=True, slots=True)
class Part:
    """One run of content, in characters; ``stretches`` are the marked ones that it holds."""

    span: Span
    kind: str
    stretches: frozenset[int]


def parts_of(layout: Layout, attribution: Attribution, spoken: frozenset[int], used: bool) -> list[Part]:
    """The parts of an attribution's content outside the utterances that are rows of their own.

    ``used``: the cue introduces such an utterance, so that scraps left beside it are no content.
    """
    parts: list[Part] = []
    for start, end in attribution.content:
        for first, last in _outside(layout, spoken, start, end):
            words = sum(layout.doc[i].is_alpha for i in range(first, last))
            if used and (
                words < 3 or not any(layout.doc[i].pos_ in ("VERB", "AUX") for i in range(first, last))
            ):
                continue
            if all(layout.doc[i].pos_ in ("CCONJ", "PUNCT", "SPACE") for i in range(first, last)):
                continue  # the "and" between two utterances
            if _is_bare(layout, first, last):
                continue  # "Berg said", whose words stand in marks beside it
            if all(
                layout.owner[t.i] < 0 and (_points_back(t) or _is_void(t)) for t in layout.doc[first:last]
            ):
                continue  # rejected the claim: what was claimed stands elsewhere
            part = part_of(layout, first, last)
            if parts and part.span.start < parts[-1].span.end:
                continue  # the growth of the part before took it in
            parts.append(part)
    if any(p.stretches for p in parts):
        return parts
    few = sum(len(layout.text[p.span.start : p.span.end].split()) for p in parts) < _MIN_WORDS
    told = any(_tells(layout.doc[i]) for start, end in attribution.content for i in range(start, end))
    return [] if few or not told or attribution.frame == "judging" else parts


def _is_bare(layout: Layout, first: int, last: int) -> bool:
    """Whether a run is no more than who said it and when: "Berg said", "Berg said after the vote"."""
    run = [layout.doc[i] for i in range(first, last)]
    verbs = [t for t in run if t.pos_ in ("VERB", "AUX")]
    if len(verbs) != 1 or verbs[0].lemma_.lower() not in lexicon().reporting or verbs[0].i == first:
        return False
    cue = verbs[0]
    behind = [c for c in cue.rights if c.i < last and not c.is_punct]
    when = all(c.dep_ in ("advmod", "npadvmod") or c.lower_ in lexicon().closed["moments"] for c in behind)
    return cue.tag_ in ("VBD", "VBZ", "VBP") and when


def part_of(layout: Layout, first: int, last: int) -> Part:
    """A token range as a part: trimmed, then grown to hold the marked stretches that it touches."""
    doc, owner = layout.doc, layout.owner
    while first < last - 1 and owner[first] < 0 and (_is_void(doc[first]) or doc[first].lower_ == "that"):
        first += 1
    while (
        last - 1 > first and owner[last - 1] < 0 and (_is_void(doc[last - 1]) or doc[last - 1].dep_ == "cc")
    ):
        last -= 1
    start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    numbers = sorted({owner[i] for i in range(first, last)} - {-1})
    if not numbers:
        return Part(Span(start, end), "indirect", frozenset())
    held = [layout.stretches[n] for n in numbers]
    words = sum(not _is_void(doc[i]) for i in range(min(first, held[0].first), max(last, held[-1].last)))
    if len(held) == 1 and held[0].words >= _ALL_MARKED * words:
        return Part(layout.inside(numbers[0]), "direct", frozenset(numbers))
    span = Span(min(start, held[0].quoted.outer_start), max(end, held[-1].quoted.outer_end))
    return Part(span, "mixed", frozenset(numbers))


def _outside(layout: Layout, spoken: frozenset[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The runs of a range that lie in no utterance."""
    first = start
    for i in range(start, end):
        if layout.owner[i] in spoken:
            if first < i:
                yield first, i
            first = i + 1
    if first < end:
        yield first, end


def _points_back(token: Token) -> bool:
    """ "the claim", "this", "because": nothing that could be read by itself."""
    if token.pos_ in ("NOUN", "PROPN"):
        return (
            any(c.lower_ in lexicon().closed["pointing"] for c in token.children)
            and token.n_lefts == 1
            and not token.n_rights
        )
    return token.lower_ in lexicon().closed["pointing"] or token.pos_ in ("SCONJ", "CCONJ")


def _tells(token: Token) -> bool:
    """Whether a word says anything by itself: not a number, not "about it on Monday"."""
    if token.ent_type_ in ("DATE", "TIME"):
        return False
    return token.is_alpha and token.pos_ not in ("PRON", "ADP", "DET", "CCONJ", "SCONJ", "PART", "PUNCT")


def _is_void(token: Token) -> bool:
    return bool(token.is_punct or token.is_space)
