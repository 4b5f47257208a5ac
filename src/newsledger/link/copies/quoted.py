"""Where many articles quote: the stretches between marks, and those that the annotation gives to a speaker.

Most paragraphs open and close their marks in turn; these are read as arrays. An article with any other paragraph
is read mark by mark (``marks``).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from newsledger.annotate.fingerprint.hashing import Flags, Ints
from newsledger.link.copies.arrays import differs
from newsledger.link.copies.marks import BEFORE, double_spans, single_spans
from newsledger.link.copies.words import LETTER, SPACE, Codes, alphabet

STRAIGHT, OPENING, CLOSING, SINGLE, APOSTROPHE, BREAK = map(ord, "\"“”‘'\n")
BRACKETS = np.array([ord(c) for c in BEFORE], dtype=np.uint32)


def quoted_stretches(texts: Sequence[str], said: Ints, codes: Codes, shift: Ints) -> tuple[Ints, Ints]:
    """The quoted stretches of texts that stand one after the other, sorted and disjoint: begin and end.

    ``codes`` are the code points of all, a line break between two; ``shift`` is where each text begins; ``said``
    are the spans of what else is quoted.
    """
    begin, end, strange = double_stretches(codes, shift)
    found = [(n, double_spans(texts[n])) for n in strange]
    found += [(n, single_spans(texts[n])) for n in with_single(codes, shift)]
    more = np.array([span for _, spans in found for span in spans], dtype=np.int64).reshape(-1, 2)
    more += np.repeat(shift[[n for n, _ in found]], [len(spans) for _, spans in found])[:, None]
    return united(
        np.concatenate((begin, more[:, 0], said[:, 0])), np.concatenate((end, more[:, 1], said[:, 1]))
    )


def double_stretches(codes: Codes, shift: Ints) -> tuple[Ints, Ints, list[int]]:
    """What stands between double marks; and the texts whose marks do not open and close in turn."""
    at = np.flatnonzero((codes == STRAIGHT) | (codes == OPENING) | (codes == CLOSING))
    opens = are_open(codes, at)
    line = np.searchsorted(np.flatnonzero(codes == BREAK), at)
    first = differs(line)
    place = np.arange(len(at)) - np.flatnonzero(first)[np.cumsum(first) - 1]
    odd = (opens != (place % 2 == 0)) | (opens & np.append(first[1:], True))
    text = np.searchsorted(shift, at, side="right") - 1
    strange = np.bincount(text[odd], minlength=len(shift)) > 0
    sound = ~strange[text]
    return at[sound & opens], at[sound & ~opens] + 1, np.flatnonzero(strange).tolist()


def are_open(codes: Codes, at: Ints) -> Flags:
    """Which of these marks open a quotation; a straight one, as ``marks.opens`` has it."""
    kinds, last = alphabet()[1], len(codes) - 1
    before, after = codes[at - 1], codes[np.minimum(at + 1, last)]
    left = (at == 0) | (np.take(kinds, before, mode="clip") & SPACE > 0) | np.isin(before, BRACKETS)
    right = (at < last) & (np.take(kinds, after, mode="clip") & SPACE == 0)
    return np.asarray(np.where(codes[at] == STRAIGHT, left & right, codes[at] == OPENING))


def with_single(codes: Codes, shift: Ints) -> list[int]:
    """The texts with a single mark that may open a quotation."""
    at = np.flatnonzero(codes == APOSTROPHE)
    inside = np.take(alphabet()[1], codes[at - 1], mode="clip") & LETTER > 0
    at = np.append(np.flatnonzero(codes == SINGLE), at[~inside | (at == 0)])
    return sorted(set((np.searchsorted(shift, at, side="right") - 1).tolist()))


def united(begin: Ints, end: Ints) -> tuple[Ints, Ints]:
    """The union of stretches, sorted and disjoint; two that touch are one."""
    order = np.argsort(begin)
    begin, end = begin[order], np.maximum.accumulate(end[order])
    first = np.ones(len(begin), dtype=bool)
    first[1:] = begin[1:] > end[:-1]
    return begin[first], end[np.append(first[1:], True)[: len(first)]]
