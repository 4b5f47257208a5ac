"""Who says an utterance in marks: its attribution beside it, or the speaker of the sentences around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from newsledger.annotate.quotations.around import speaker_around
from newsledger.annotate.quotations.attribution import Attribution
from newsledger.annotate.quotations.beside import attribution_beside
from newsledger.annotate.quotations.layout import Layout
from newsledger.annotate.quotations.sources import Source

_FREE_WORDS = 6  # an utterance without cue and speaker is taken from this length


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """``number`` is the stretch's; ``continues`` that of the part before. ``cue`` is None where none is near."""

    number: int
    cue: int | None = None
    source: Source | None = None
    continues: int | None = None


def attribute(layout: Layout, clauses: Mapping[int, Attribution]) -> Iterator[Utterance]:
    """The utterances among the stretches with their attributions; ``clauses`` are those of the grammar, by cue."""
    before: Utterance | None = None
    for number, stretch in enumerate(layout.stretches):
        found: Utterance | None = None
        if stretch.utterance and not stretch.quoted.closed:
            found = _ahead_of_time(layout, number)
        if found is None and stretch.utterance:
            found = _attributed(layout, number, before) or _carried(layout, number, before)
            found = found or _around(layout, clauses, number, before)
        elif found is None and before is not None and _goes_on(layout, before, number):
            found = Utterance(number=number, cue=before.cue, source=before.source, continues=before.number)
        if found is not None:
            yield found
            before = found


def _attributed(layout: Layout, number: int, before: Utterance | None) -> Utterance | None:
    beside = attribution_beside(layout, number)
    if beside is None:
        return None
    cue, source = beside
    continues = None
    if before is not None and (
        (cue is not None and before.cue == cue.i) or _is_continued(layout, number, before)
    ):
        continues = before.number
    return Utterance(number=number, cue=None if cue is None else cue.i, source=source, continues=continues)


def _is_continued(layout: Layout, number: int, before: Utterance) -> bool:
    return before.number == number - 1 and layout.stretches[number].quoted.continued


def _ahead_of_time(layout: Layout, number: int) -> Utterance | None:
    """An utterance over several paragraphs that only a later one attributes."""
    if _attributed(layout, number, None) is not None or layout.stretches[number].quoted.continued:
        return None
    for later in range(number + 1, len(layout.stretches)):
        stretch = layout.stretches[later]
        if not stretch.quoted.continued:
            return None
        if (beside := _attributed(layout, later, None)) is not None:
            return Utterance(number=number, cue=beside.cue, source=beside.source)
        if stretch.quoted.closed:
            return None
    return None


def _carried(layout: Layout, number: int, before: Utterance | None) -> Utterance | None:
    """The utterance goes on behind its attribution, or in the next paragraph after an open mark."""
    if before is None:
        return None
    here, last = layout.stretches[number], layout.stretches[before.number]
    follows = here.paragraph == last.paragraph and _sentences_between(layout, last.last, here.first) <= 1
    if here.quoted.continued or follows:
        return Utterance(number=number, cue=before.cue, source=before.source, continues=before.number)
    return None


def _sentences_between(layout: Layout, start: int, end: int) -> int:
    """How many sentences have words of their own between two stretches."""
    return len({layout.sentence[t.i] for t in layout.outside(start, end) if t.is_alpha})


def _goes_on(layout: Layout, before: Utterance, number: int) -> bool:
    """Whether a fragment carries on an utterance in the same sentence: "A," he said, but "b"."""
    here, last = layout.stretches[number], layout.stretches[before.number]
    if before.cue is None or not last.last <= before.cue < here.first or here.paragraph != last.paragraph:
        return False
    if layout.last_character(before.number) != ",":
        return False
    behind = [t for t in layout.outside(before.cue + 1, here.first) if not t.is_punct]
    linked = bool(behind) and (behind[-1].dep_ == "cc" or behind[-1].pos_ in ("CCONJ", "ADV"))
    return linked and layout.sentence[before.cue] == layout.sentence[here.first]


def _around(
    layout: Layout, clauses: Mapping[int, Attribution], number: int, before: Utterance | None
) -> Utterance | None:
    source = speaker_around(layout, clauses, number)
    stretch = layout.stretches[number]
    if source is None and before is not None and _next_paragraph(layout, number, before):
        source = before.source
    if source is not None or (stretch.words >= _FREE_WORDS and layout.last_character(number) in ".?!,…"):
        return Utterance(number=number, source=source)
    return None


def _next_paragraph(layout: Layout, number: int, before: Utterance) -> bool:
    """Whether a paragraph that is nothing but an utterance follows that of the utterance before."""
    here, last = layout.stretches[number], layout.stretches[before.number]
    words = layout.outside(here.left, here.right)
    return here.paragraph - last.paragraph in (1, 2) and not any(t.is_alpha for t in words)
