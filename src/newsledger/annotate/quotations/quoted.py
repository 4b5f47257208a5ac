"""Which stretches of a text stand inside quotation marks.

Marks are paired paragraph by paragraph with a stack: linear in the text, however many marks there are
and however deep they nest. A double mark that nothing closes runs to the end of its paragraph, and where
the next paragraph opens with a mark again the quotation continues. A mark that fits nowhere is passed over.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from newsledger.annotate.quotations.marks import SINGLES, Mark, find_marks

_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")
# Clean-up turns one shape into another: a closing mark may close its counterpart.
_ALIKE = {
    "straight": ("straight", "curly", "tex"),
    "curly": ("curly", "straight", "tex"),
    "tex": ("tex", "straight", "curly"),
    "guillemets": ("guillemets",),
    "single": ("single", "tick"),
    "tick": ("tick", "single"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A stretch inside marks: ``[start, end)`` without them, ``[outer_start, outer_end)`` with them."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    family: str
    depth: int = 0  # 0 is the outermost
    closed: bool = True
    continued: bool = False  # carries on what the paragraph before left open


def find_quoted(text: str) -> tuple[Quoted, ...]:
    """Every stretch of ``text`` inside quotation marks, by start, the outer before the inner."""
    found: list[Quoted] = []
    open_before = False
    for paragraph in _PARAGRAPH.finditer(text):
        if paragraph.group().isspace():
            continue
        spans = _pair(text, paragraph.start(), paragraph.end(), open_before)
        open_before = any(not q.closed for q in spans)
        found += spans
    return tuple(_with_depth(sorted(found, key=lambda q: (q.outer_start, -q.outer_end))))


def _pair(text: str, start: int, end: int, open_before: bool) -> list[Quoted]:
    stack: list[tuple[Mark, bool]] = []
    held: Counter[str] = Counter()
    spans: list[Quoted] = []
    for mark in find_marks(text, start, end):
        partner = next((f for f in _ALIKE[mark.family] if held[f]), None)
        if mark.role == "open" or (mark.role == "either" and partner is None):
            if not held[mark.family] or stack[-1][0].family != mark.family:
                stack.append((mark, open_before and not text[start : mark.start].strip()))
                held[mark.family] += 1
        elif partner is not None:
            _close(stack, held, partner, mark, spans)
        elif not spans and not stack and mark.family not in SINGLES:
            spans += _lost_opening(text, start, mark, open_before)
    return spans + _unclosed(text, stack, end)


def _close(
    stack: list[tuple[Mark, bool]], held: Counter[str], family: str, mark: Mark, spans: list[Quoted]
) -> None:
    """Close the innermost open mark of the family; what was opened within it and never closed was no mark."""
    while stack:
        opened, continued = stack.pop()
        held[opened.family] -= 1
        if opened.family == family:
            if mark.start > opened.end:
                spans.append(_stretch(opened, mark, continued))
            return


def _stretch(opened: Mark, closing: Mark, continued: bool) -> Quoted:
    return Quoted(
        start=opened.end,
        end=closing.start,
        outer_start=opened.start,
        outer_end=closing.end,
        family=opened.family,
        continued=continued,
    )


def _lost_opening(text: str, start: int, mark: Mark, open_before: bool) -> list[Quoted]:
    """A closing mark whose opening one is lost: the stretch begins with the paragraph, if speech ends here."""
    if not open_before and (mark.start == start or text[mark.start - 1] not in ",?!"):
        return []
    first = start + len(text[start : mark.start]) - len(text[start : mark.start].lstrip())
    if first >= mark.start:
        return []
    return [_stretch(Mark(first, first, mark.family, "open"), mark, open_before)]


def _unclosed(text: str, stack: list[tuple[Mark, bool]], end: int) -> list[Quoted]:
    """The outermost double mark that nothing closed, as a stretch to the end of the paragraph."""
    for opened, continued in stack:
        last = opened.end + len(text[opened.end : end].rstrip())
        if opened.family not in SINGLES and last > opened.end:
            closing = Mark(last, last, opened.family, "close")
            return [replace(_stretch(opened, closing, continued), closed=False)]
    return []


def _with_depth(spans: Iterable[Quoted]) -> Iterable[Quoted]:
    ends: list[int] = []
    for span in spans:
        while ends and ends[-1] <= span.outer_start:
            ends.pop()
        yield replace(span, depth=len(ends))
        ends.append(span.outer_end)
