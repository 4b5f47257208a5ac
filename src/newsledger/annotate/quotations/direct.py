"""Who says an utterance in marks: its attribution beside it, or the speaker of the sentences around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsledger.annotate.quotations.lexicon import lexicon
from newsledger.annotate.quotations.sources import Source, source_of
from newsledger.annotate.quotations.stretches import Stretch

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_RELATIVES = frozenset({"which", "who", "whose", "that", "where", "when"})
_SAYS_ON = frozenset(",?!—–-…")


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """``number`` is the stretch's; ``continues`` that of the part before. ``cue`` is None where none is near."""

    number: int
    cue: int | None = None
    source: Source | None = None
    continues: int | None = None


def attribute(doc: Doc, stretches: Sequence[Stretch], owner: Sequence[int]) -> Iterator[Utterance]:
    """The utterances among the stretches with their attributions."""
    before: Utterance | None = None
    for number, stretch in enumerate(stretches):
        if not stretch.utterance:
            continue
        found = _beside(doc, stretches, owner, number)
        previous = stretches[before.number] if before else None
        if found is None and before and previous is not None:
            found = _carried(doc, stretches, number, before)
        if found is None:
            found = _around(doc, stretches, owner, number)
        if found is not None:
            yield found
            before = found


def _beside(doc: Doc, stretches: Sequence[Stretch], owner: Sequence[int], number: int) -> Utterance | None:
    """The attribution behind the stretch, else before it, in the same sentence."""
    for segment, forward in (
        (_behind(doc, stretches, number), True),
        (_ahead(doc, stretches, number), False),
    ):
        if not segment:
            continue
        cue = _cue(segment, forward=forward)
        if cue is None:
            continue
        source = _source(doc, cue, segment, owner)
        if source is None and forward and cue.lower_ != "according":
            continue
        continues = _same_sentence(doc, stretches, number, cue) if not forward else None
        return Utterance(number=number, cue=cue.i, source=source, continues=continues)
    return None


def _behind(doc: Doc, stretches: Sequence[Stretch], number: int) -> list[Token]:
    """The rest of the sentence behind a stretch, if the sentence goes on."""
    stretch = stretches[number]
    start = stretch.last
    while start < stretch.right and (doc[start].is_quote or doc[start].text in ("''", "``", "’", "'")):
        start += 1
    stop = min([stretch.right] + [s.first - 1 for s in stretches[number + 1 : number + 2] if s.first > start])
    inside = doc.text[stretch.quoted.start : stretch.quoted.end].rstrip()[-1:]
    if start >= stop:
        return []
    ended = inside not in _SAYS_ON and doc[start].text not in (",", "—", "–", "-", "--")
    if ended and (inside in ".…" and not doc[start].text[:1].islower()):
        return []
    if doc[start].text == ",":
        start += 1
    if start >= stop or doc[start].lower_ in _RELATIVES:
        return []
    out = [doc[start]]
    for i in range(start + 1, stop):
        if doc[i].is_sent_start and i > start + 1:
            break
        out.append(doc[i])
    return out


def _ahead(doc: Doc, stretches: Sequence[Stretch], number: int) -> list[Token]:
    """The part of the sentence before a stretch."""
    stretch = stretches[number]
    end = stretch.first
    while end > stretch.left and (
        doc[end - 1].is_quote or doc[end - 1].is_space or doc[end - 1].text in ("''", "``")
    ):
        end -= 1
    low = max([stretch.left] + [s.last for s in stretches[max(number - 1, 0) : number]])
    if end <= low or doc[end - 1].text in (".", "?", "!"):
        return []
    start = end - 1
    while start > low and not doc[start].is_sent_start:
        start -= 1
    return [t for t in doc[start:end] if not t.is_quote]


def _cue(segment: Sequence[Token], *, forward: bool) -> Token | None:
    """The cue nearest to the stretch: a verb of the lexicon, or according."""
    cues = lexicon()
    order = segment if forward else list(reversed(segment))
    loose = None
    for token in order:
        if token.lower_ == "according":
            return token
        if token.pos_ not in ("VERB", "AUX"):
            continue
        if cues.introduces(token.lemma_.lower()):
            if token.dep_ not in ("relcl",):
                return token
            loose = loose or token
    if loose is None and not forward and segment[-1].text == ":":
        return next((t for t in segment if t.pos_ in ("VERB", "AUX") and t.dep_ == "ROOT"), None)
    return loose


def _source(doc: Doc, cue: Token, segment: Sequence[Token], owner: Sequence[int]) -> Source | None:
    if cue.lower_ == "according":
        named = next((c for t in cue.children for c in t.children if c.dep_ == "pobj"), None)
        return Source.of(named) if named is not None else None
    source = source_of(cue)
    if source is not None and owner[source.head] < 0:
        return source
    return _nearest_phrase(doc, cue, segment)


def _nearest_phrase(doc: Doc, cue: Token, segment: Sequence[Token]) -> Source | None:
    """The noun phrase next to a cue that the parse has left without a subject."""
    names = [
        t
        for t in segment
        if t.pos_ in ("PROPN", "PRON", "NOUN") and t.dep_ not in ("compound", "poss", "npadvmod")
    ]
    before = [t for t in names if t.i < cue.i and t.dep_ != "pobj"]
    after = [t for t in names if t.i > cue.i and t.i <= cue.i + 6]
    if before:
        return Source.of(before[-1])
    return Source.of(after[0]) if after else None


def _same_sentence(doc: Doc, stretches: Sequence[Stretch], number: int, cue: Token) -> int | None:
    """The stretch before, if this one goes on from it: "A," he said, "b"."""
    if number == 0:
        return None
    before, here = stretches[number - 1], stretches[number]
    if before.paragraph != here.paragraph or not before.utterance:
        return None
    ended = doc.text[before.quoted.start : before.quoted.end].rstrip()[-1:]
    between = doc[before.last : here.first]
    return number - 1 if ended == "," and sum(t.is_alpha for t in between) <= 25 else None


def _carried(doc: Doc, stretches: Sequence[Stretch], number: int, before: Utterance) -> Utterance | None:
    """The speaker of the utterance before, where nothing but its attribution or a paragraph lies between."""
    here, last = stretches[number], stretches[before.number]
    if here.quoted.continued or (
        number == before.number + 1
        and (here.paragraph == last.paragraph and _one_sentence_between(doc, last, here))
    ):
        return Utterance(number=number, cue=before.cue, source=before.source, continues=before.number)
    return None


def _one_sentence_between(doc: Doc, last: Stretch, here: Stretch) -> bool:
    words = [t for t in doc[last.last : here.first] if t.is_alpha]
    starts = sum(
        t.is_sent_start is True and t.is_alpha and t.text[:1].isupper()
        for t in doc[last.last + 2 : here.first - 1]
    )
    return len(words) <= 60 and starts <= 1


def _around(doc: Doc, stretches: Sequence[Stretch], owner: Sequence[int], number: int) -> Utterance | None:
    """A speaker in the sentence before or after, in the same paragraph; else none."""
    return Utterance(number=number)
