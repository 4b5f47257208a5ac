"""An article's text with its marks as nested elements; marks that cross are cut where they cross.

The whole of a mark carries one anchor, so that a link leads to the exact words even without a script;
the pieces of a cut mark name the anchor that they belong to.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from newsledger.report.marks import Mark


@dataclass(slots=True)
class Stretch:
    """All marks on one exact span: one element in the page."""

    start: int
    end: int
    kinds: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    opened: bool = False


def anchor(number: int, start: int, end: int) -> str:
    """The id of the words from ``start`` to ``end`` of the article with that number on the page."""
    return f"r{number}-{start}-{end}"


def marked_text(text: str, marks: Iterable[Mark], number: int) -> Markup:
    """The text, escaped, with an element around every mark. Takes time in the length and the marks alone."""
    out: list[str] = []
    stack: list[Stretch] = []
    ahead = 0
    for stretch in stretches(marks, len(text)):
        ahead = close_until(out, stack, text, ahead, stretch.start, number)
        out.append(str(escape(text[ahead : stretch.start])))
        ahead = stretch.start
        open_element(out, stack, stretch, number)
    ahead = close_until(out, stack, text, ahead, len(text), number)
    out.append(str(escape(text[ahead:])))
    return Markup("".join(out))


def stretches(marks: Iterable[Mark], length: int) -> list[Stretch]:
    """One stretch for each distinct span, outer ones first; a span outside the text is left out."""
    found: dict[tuple[int, int], Stretch] = {}
    for mark in marks:
        if not 0 <= mark.start < mark.end <= length:
            continue
        stretch = found.setdefault((mark.start, mark.end), Stretch(mark.start, mark.end))
        if mark.kind and mark.kind not in stretch.kinds:
            stretch.kinds.append(mark.kind)
        if mark.note and mark.note not in stretch.notes:
            stretch.notes.append(mark.note)
    return sorted(found.values(), key=lambda s: (s.start, -s.end))


def close_until(out: list[str], stack: list[Stretch], text: str, ahead: int, limit: int, number: int) -> int:
    """Close what ends at or before ``limit``; what only lies above it is closed and opened again."""
    while stack:
        first = min(stack, key=lambda s: s.end)
        if first.end > limit:
            break
        out.append(str(escape(text[ahead : first.end])))
        ahead = first.end
        above = []
        while stack[-1] is not first:
            above.append(stack.pop())
            out.append("</span>")
        stack.pop()
        out.append("</span>")
        for stretch in reversed(above):
            if stretch.end > ahead:
                open_element(out, stack, stretch, number)
    return ahead


def open_element(out: list[str], stack: list[Stretch], stretch: Stretch, number: int) -> None:
    """The first piece gets the id; later ones refer to it."""
    name = anchor(number, stretch.start, stretch.end)
    where = f'data-of="{name}"' if stretch.opened else f'id="{name}"'
    kinds = "".join(f" k-{kind}" for kind in stretch.kinds)
    note = f' title="{escape("; ".join(stretch.notes))}"' if stretch.notes else ""
    out.append(f'<span {where} class="m{kinds}"{note}>')
    stretch.opened = True
    stack.append(stretch)
