"""Sentence borders by rule: layout first, then final marks, with abbreviations and openers as data.

By rule, so that a sentence is the same wherever it stands: its parse can then be kept by its text, and a
copy costs nothing. A decimal point, an initial and an abbreviation end no sentence; a final mark takes the
closing quotation marks and brackets behind it along.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from importlib import resources

from newsledger.annotate.annotation import Span

# A final mark, what closes behind it, then white space. Each part is one character class: linear.
_FINAL = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)")
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_WORD_BEFORE = re.compile(r"[^\s\"'“”‘’(\[]+\Z")
_NEXT = re.compile(r"\s+([\"'“‘«„(\[]*)([^\s\"'“”‘’]*)")
_INITIAL = re.compile(r"(?:[A-Z]\.)+\Z")
LOOK_BACK = 24  # characters: longer than any abbreviation
LONGEST = 3000  # characters: no sentence of news is longer, and a parser's memory grows with its input


@functools.lru_cache(maxsize=1)
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    """(never the end of a sentence, possibly the end)."""
    words = _words("abbreviations.txt")
    never = frozenset(w[1:] for w in words if w.startswith("+"))
    return never, frozenset(words) - {f"+{w}" for w in never}


@functools.lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    return frozenset(_words("openers.txt"))


def _words(name: str) -> list[str]:
    text = (resources.files("newsledger") / "data" / "sentences" / name).read_text(encoding="utf-8")
    return [word for line in text.splitlines() if not line.startswith("#") for word in line.split()]


def split_sentences(text: str, borders: Iterable[int] = ()) -> Iterator[Span]:
    """Sentences of ``text``, trimmed of white space; none crosses a line break or one of ``borders``."""
    cuts = sorted(set(borders))
    ahead = 0
    for line in _LINE.finditer(text):
        start = line.start()
        while ahead < len(cuts) and cuts[ahead] < line.end():
            if cuts[ahead] > start:
                yield from _split_stretch(text, start, cuts[ahead])
                start = cuts[ahead]
            ahead += 1
        yield from _split_stretch(text, start, line.end())


def _split_stretch(text: str, start: int, end: int) -> Iterator[Span]:
    for mark in _FINAL.finditer(text, start, end):
        if mark.end() > start and ends_sentence(text, mark.start(), mark.end(), end):
            yield from _trimmed(text, start, mark.end())
            start = mark.end()
    yield from _trimmed(text, start, end)


def ends_sentence(text: str, mark: int, close: int, end: int) -> bool:
    """Whether the final mark at ``mark``, with what closes behind it up to ``close``, ends a sentence."""
    follows = _NEXT.match(text, close, min(end, close + 2 * LOOK_BACK))
    if follows is None:
        return True
    opening, word = follows.groups()
    if not (word[:1].isupper() or word[:1].isdigit() or (opening and not word[:1].islower())):
        return False
    if text[mark] != "." or close - mark > 1:  # "?", "..." or a closing mark: no abbreviation
        return True
    before = _WORD_BEFORE.search(text, max(0, mark - LOOK_BACK), mark)
    return _after_full_stop(before.group() + "." if before else ".", opening, word)


def _after_full_stop(abbreviation: str, opening: str, word: str) -> bool:
    never, possibly = _abbreviations()
    if abbreviation in never:
        return False
    if abbreviation in possibly or _INITIAL.match(abbreviation):
        return bool(opening.strip("([")) or word.rstrip(".,;:") in _openers()
    return True


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > LONGEST:
        blank = text.rfind(" ", start + 1, start + LONGEST)
        cut = blank if blank > 0 else start + LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
