"""The words beside an utterance in marks that may attribute it: behind it, else before it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newsledger.annotate.quotations.layout import Layout
from newsledger.annotate.quotations.lexicon import lexicon
from newsledger.annotate.quotations.sources import Source, source_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_DASHES = frozenset({"—", "–", "―", "-", "--"})
_FINAL = frozenset(".?!…")
_LONGEST_TAG = 14  # words of a sentence that does nothing but attribute: Smith told reporters.
_LONGEST_SIGNATURE = 12
_LONGEST_ASIDE = 30
_MARKS = frozenset("\"“”«»‘’'")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "dobj", "acomp", "attr"})


def attribution_beside(layout: Layout, number: int) -> tuple[Token | None, Source | None] | None:
    """Cue and source of the attribution next to a stretch; None where there is none."""
    for segment, forward in _segments(layout, number):
        if not segment:
            continue
        if forward and segment[0].text in _DASHES and (signed := _signature(segment)):
            return None, signed
        cue = _cue(segment, forward=forward)
        if cue is None:
            continue
        source = _source(layout, cue, segment)
        if source is not None or not forward:
            return cue, source
    return None


def _segments(layout: Layout, number: int) -> Iterator[tuple[list[Token], bool]]:
    yield _behind(layout, number), True
    yield _ahead(layout, number), False


def _behind(layout: Layout, number: int) -> list[Token]:
    """The rest of the sentence behind a stretch, or a following sentence that does nothing but attribute."""
    stretch, doc = layout.stretches[number], layout.doc
    start = layout.skip_marks(stretch.last, stretch.right)
    stop = _next_stretch(layout, number, stretch.right)
    if start >= stop:
        return []
    same = layout.sentence[start] == layout.sentence[stretch.last - 1]
    segment = []
    for i in range(start, stop):
        if layout.sentence[i] != layout.sentence[start]:
            break
        segment.append(doc[i])
    ended = layout.last_character(number) in _FINAL and not doc[start].text[:1].islower()
    if ended and segment[0].text not in _DASHES | {","}:
        return segment if _only_attributes(segment) else []
    if not same and not segment[0].text[:1].islower():
        return segment if _only_attributes(segment) else []
    if segment and segment[0].text == ",":
        segment = segment[1:]
    return [] if not segment or segment[0].lower_ in lexicon().closed["openers"] else segment


def _next_stretch(layout: Layout, number: int, right: int) -> int:
    """Where the next utterance begins; fragments in between belong to the attribution."""
    for stretch in layout.stretches[number + 1 :]:
        if stretch.first >= right:
            break
        if stretch.utterance:
            return min(right, stretch.first)
    return right


def _only_attributes(segment: Sequence[Token]) -> bool:
    """Whether a sentence is a subject and a cue without content: Smith said. She told reporters on Friday."""
    cues = lexicon()
    if len(segment) > _LONGEST_TAG:
        return False
    for token in segment:
        if token.pos_ == "VERB":
            bare = not any(
                c.dep_ in _COMPLEMENTS and c.i > token.i and c.pos_ != "NOUN" for c in token.children
            )
            return cues.introduces(token.lemma_.lower()) and bare
    return False


def _ahead(layout: Layout, number: int) -> list[Token]:
    """The part of the sentence before a stretch; where it opens its paragraph, a sentence that ends in a colon."""
    stretch, doc = layout.stretches[number], layout.doc
    end = layout.skip_marks_back(stretch.first, 0)
    if end <= 0:
        return []
    if end <= stretch.left:
        return _sentence_before(layout, end) if doc[end - 1].text == ":" else []
    low = stretch.left
    for before in reversed(layout.stretches[max(0, number - 4) : number]):
        if before.utterance:
            low = max(low, before.last)
            break
    if doc[end - 1].text in _FINAL:
        return []
    start = end
    while start > low and layout.sentence[start - 1] == layout.sentence[end - 1]:
        start -= 1
    return layout.outside(start, end)


def _sentence_before(layout: Layout, end: int) -> list[Token]:
    start = end
    while start > 0 and layout.sentence[start - 1] == layout.sentence[end - 1]:
        start -= 1
    return layout.outside(start, end)


def _cue(segment: Sequence[Token], *, forward: bool) -> Token | None:
    """The cue nearest to the stretch: a verb of the lexicon, or according; before a colon any main verb."""
    cues = lexicon()
    loose = None
    for token in segment if forward else reversed(segment):
        if token.lower_ == "according":
            return token
        if token.pos_ not in ("VERB", "AUX") or not cues.introduces(token.lemma_.lower()):
            continue
        if token.dep_ != "relcl":
            return token
        loose = loose or token
    if loose is None and not forward and segment[-1].text == ":":
        return next((t for t in segment if t.pos_ in ("VERB", "AUX") and t.dep_ == "ROOT"), None)
    return loose


def _source(layout: Layout, cue: Token, segment: Sequence[Token]) -> Source | None:
    if cue.lower_ == "according":
        named = next((c for t in cue.children for c in t.children if c.dep_ == "pobj"), None)
        return Source.of(named) if named is not None else None
    source = source_of(cue)
    if source is not None and cue.doc[source.head].pos_ == "PROPN":
        person = _opening_person(cue, segment)
        if person is not None and person.end <= source.start < cue.i:
            return person
    if source is not None and layout.owner[source.head] < 0:
        return source
    return _nearest_phrase(cue, segment)


def _opening_person(cue: Token, segment: Sequence[Token]) -> Source | None:
    """``Roe, a diver for the body Orlo told ...``: the person, where the parse takes Orlo for the subject."""
    run = list(itertools.takewhile(lambda t: t.ent_type_ == "PERSON", segment))
    if not run or run[-1].i + 2 >= cue.i or run[-1].nbor().text != ",":
        return None
    role = cue.doc[run[-1].i + 2 : cue.i]
    if role[-1].text == "," or any(t.tag_ in _FINITE or t.lower_ in ("and", "or") for t in role):
        return None  # a closed aside, a clause, a list
    return Source(run[0].i, run[-1].i + 1, run[-1].i)


def _nearest_phrase(cue: Token, segment: Sequence[Token]) -> Source | None:
    """The noun phrase next to a cue that the parse has left without a subject."""
    phrases = [
        t
        for t in segment
        if t.pos_ in ("PROPN", "PRON", "NOUN")
        and t.dep_ not in ("compound", "poss")
        and (t.dep_ != "npadvmod" or (t.pos_ == "PROPN" and t.ent_type_ not in ("DATE", "TIME")))
    ]
    before = [
        t
        for t in phrases
        if t.i < cue.i and t.dep_ not in ("pobj", "dobj") and t.lower_ not in lexicon().closed["openers"]
    ]
    if cue.i > segment[0].i + 1 and cue.nbor(-1).text == ",":  # Roe, who speaks for the port, told reporters
        comma = _aside(cue)
        if comma > segment[0].i and cue.doc[comma - 1].pos_ == "PROPN":
            return Source.of(cue.doc[comma - 1])
        before = [t for t in before if t.i < comma] or before
    after = [t for t in phrases if cue.i < t.i <= cue.i + 6]
    if before:
        return Source.of(before[-1])
    return Source.of(after[0]) if after else None


def _aside(cue: Token) -> int:
    """Where an aside begins that ends right before a cue: at the first comma of its sentence behind the marks."""
    doc, first = cue.doc, cue.i - 1
    for i in range(cue.i - 2, max(cue.i - _LONGEST_ASIDE, cue.sent.start) - 1, -1):
        if doc[i].text in _MARKS:
            break
        first = i if doc[i].text == "," else first
    return first


def _signature(segment: Sequence[Token]) -> Source | None:
    """A name behind a dash, and nothing else: "..." — Ada Berg, a nurse"""
    names = [t for t in segment[1:] if not t.is_punct]
    if (
        not names
        or len(names) > _LONGEST_SIGNATURE
        or names[0].pos_ != "PROPN"
        or any(t.pos_ == "VERB" for t in names)
    ):
        return None
    last = names[0]
    for token in names[1:]:
        if token.pos_ != "PROPN" or token.i != last.i + 1:
            break
        last = token
    return Source(names[0].i, last.i + 1, last.i)
