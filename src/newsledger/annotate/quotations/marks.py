"""Quotation marks: each with the family that it pairs in and with what it does, open or close.

Neighbours decide what a mark does; its shape decides where they do not. So marks that clean-up has
turned round, doubled or set apart by a space are still read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Two TeX ticks or two apostrophes are one mark.
_MARK = re.compile(r"``|''|[\"“”„‟″«»‘’‚‛'`]")
_FAMILIES = {
    "straight": ('"', "″"),
    "curly": ("“", "”", "„", "‟"),
    "tex": ("``", "''"),
    "guillemets": ("«", "»"),
    "single": ("‘", "’", "‚", "‛"),
    "tick": ("'", "`"),
}
_FAMILY = {mark: family for family, marks in _FAMILIES.items() for mark in marks}
SINGLES = frozenset({"single", "tick"})
_OPENS = frozenset({"“", "„", "‟", "‘", "‚", "‛", "`", "``", "«"})
_CLOSES = frozenset({"”", "’", "»"})
_BRACKETS = frozenset("([{-–—/")
_SPEECH_ENDS = frozenset(",.?!…")
# Words that begin with an apostrophe, and years: ’tis, ’em, the ’90s.
_ELISION = re.compile(r"(?:\d\ds?|twas|tis|em|til|till|cause|bout|round|n)\b", re.IGNORECASE)

LOOK_AHEAD = 300  # characters in which a single mark that closes speech tells an apostrophe before it
_CLOSING = re.compile(r"[,.?!…][’'](?!\w)")
_OPENING = re.compile(r"(?:^|[\s(])[‘'](?=\w)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark at ``[start, end)``; ``role`` is open, close or either."""

    start: int
    end: int
    family: str
    role: str


def find_marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """The quotation marks of ``text[start:end]``, less apostrophes and inches."""
    for match in _MARK.finditer(text, start, end):
        shape, at, after = match.group(), match.start(), match.end()
        before = text[at - 1] if at > start else " "
        behind = text[after] if after < end else " "
        family = _FAMILY[shape]
        if family in SINGLES and _is_apostrophe(text, before, behind, after, end):
            continue
        yield Mark(at, after, family, _role(shape, before, behind))


def _is_apostrophe(text: str, before: str, behind: str, after: int, end: int) -> bool:
    if before.isalnum() and behind.isalnum():
        return True
    if before == "s" and behind == " ":  # the dockers' hall, if the quotation is seen to close later
        ahead = text[after : min(end, after + LOOK_AHEAD)]
        closing = _CLOSING.search(ahead)
        return closing is not None and _OPENING.search(ahead, 0, closing.start()) is None
    return not before.isalnum() and _ELISION.match(text, after, min(end, after + 8)) is not None


def _role(shape: str, before: str, behind: str) -> str:
    if shape in ("«", "»"):  # set apart by spaces in French, so that neighbours tell nothing
        return "open" if shape == "«" else "close"
    opens = (before.isspace() or before in _BRACKETS or before in _OPENS) and not behind.isspace()
    closes = not before.isspace() and not behind.isalnum()
    if opens != closes:
        return "open" if opens else "close"
    if before.isspace() and behind.isspace():  # set apart by clean-up
        return "either"
    if before in _SPEECH_ENDS and shape not in _OPENS:  # a space or a paragraph was lost: ,"he said
        return "close" if shape in _CLOSES else "either"
    if shape in _OPENS:
        return "open"
    return "close" if shape in _CLOSES else "either"
