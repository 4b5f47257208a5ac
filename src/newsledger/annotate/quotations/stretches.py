"""The outermost marked stretches of an article as tokens, and which of them are whole utterances.

An utterance stands on its own ("...", he said); a fragment is part of somebody else's sentence (he called
it "reckless"), and only an attribution that covers it makes it a quotation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsledger.annotate.parse import Parsed
from newsledger.annotate.quotations.marks import SINGLES
from newsledger.annotate.quotations.naming import is_name, is_title
from newsledger.annotate.quotations.quoted import Quoted, find_quoted

if TYPE_CHECKING:
    from spacy.tokens import Doc

_CLEAN_STARTS = frozenset(".?!:,;—–-…)]\"”»'’")
_SINGLE_MIN_WORDS = 3  # shorter stretches between single marks are titles, nicknames, headings


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A marked stretch with its tokens ``[first, last)`` and the borders ``[left, right)`` of its paragraph."""

    quoted: Quoted
    first: int
    last: int
    left: int
    right: int
    paragraph: int
    words: int
    utterance: bool
    title: bool


def find_stretches(parsed: Parsed) -> tuple[Stretch, ...]:
    """The marked stretches of the prose, in order."""
    text, doc = parsed.article.text, parsed.doc
    spans = [q for q in find_quoted(text) if q.depth == 0 and parsed.is_prose(q.outer_start, q.outer_end)]
    if not spans:
        return ()
    paragraphs = _paragraphs(doc)
    starts = [t.idx for t in doc]
    found = (_stretch(text, doc, quoted, *_tokens(doc, starts, quoted), paragraphs) for quoted in spans)
    return tuple(stretch for stretch in found if stretch is not None)


def _stretch(
    text: str, doc: Doc, quoted: Quoted, first: int, last: int, paragraphs: list[tuple[int, int, int]]
) -> Stretch | None:
    words = sum(1 for i in range(first, last) if not (doc[i].is_punct or doc[i].is_space))
    if not words or (quoted.family in SINGLES and words < _SINGLE_MIN_WORDS):
        return None
    if is_name(doc, text, quoted.outer_start, first, last):
        return None
    number, left, right = paragraphs[first]
    title = is_title(doc, first, last)
    return Stretch(
        quoted=quoted,
        first=first,
        last=last,
        left=left,
        right=right,
        paragraph=number,
        words=words,
        utterance=not title and _is_utterance(text, quoted, doc[left].idx),
        title=title,
    )


def _paragraphs(doc: Doc) -> list[tuple[int, int, int]]:
    """For each token its paragraph: number, first token, token behind the last."""
    out: list[tuple[int, int, int]] = []
    start = number = 0
    for token in doc:
        if "\n" in token.text:
            out += [(number, start, token.i)] * (token.i + 1 - start)
            start, number = token.i + 1, number + 1
    return out + [(number, start, len(doc))] * (len(doc) - start)


def _tokens(doc: Doc, starts: list[int], quoted: Quoted) -> tuple[int, int]:
    import bisect

    first = bisect.bisect_left(starts, quoted.start)
    if first > 0 and starts[first - 1] + len(doc[first - 1]) > quoted.start:
        first -= 1  # the tokeniser left a mark on its word
    return first, bisect.bisect_left(starts, quoted.end)


def _is_utterance(text: str, quoted: Quoted, left: int) -> bool:
    """Whether a stretch begins as an utterance does: after a stop, a comma or a colon, in upper case."""
    before = _before(text, left, quoted.outer_start)
    inside = text[quoted.start : quoted.end].lstrip("\"“‘'«[( …._-–—")
    if quoted.continued or not before:
        return True
    if before not in _CLEAN_STARTS:
        return False
    return before != "," or (bool(inside[:1]) and not inside[:1].islower()) or text[quoted.end - 1] in ",.?!"


def _before(text: str, left: int, at: int) -> str:
    """The last character of ``text[left:at]`` that is no white space, or nothing; no copy of the paragraph."""
    while at > left and text[at - 1].isspace():
        at -= 1
    return text[at - 1] if at > left else ""
