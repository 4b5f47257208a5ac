"""What stands between quotation marks, attributed or not.

This is not the annotation of quotations, which asks for a speaker: for descent it matters only that the
words are given as another's. In doubt more is taken out, for what is left must be the article's own.
"""

from __future__ import annotations

import re

MARKS = (
    re.compile('"'),
    re.compile("“"),
    re.compile("”"),
)  # one by one: a search for one letter is the fastest
# Single marks double as apostrophes, so only a longer stretch with white space outside counts.
SINGLE = (re.compile(r"‘[^’\n]{12,}?’(?!\w)"), re.compile(r"'(?<!\w')[^'\n]{12,}?'(?!\w)"))

BEFORE = "([—–-"  # what a straight mark may follow that opens, besides white space
Spans = list[tuple[int, int]]


def double_spans(text: str) -> Spans:
    """Offsets of the stretches between double marks, the marks included; sorted, disjoint.

    A quotation without a closing mark ends with its paragraph, or goes on into the next where that
    has a closing mark before any opening one.
    """
    scan = Scan(text)
    for at in sorted(m.start() for mark in MARKS for m in mark.finditer(text)):
        scan.end_paragraphs(at)
        scan.see(text[at], at)
    scan.end_paragraphs(len(text))
    if scan.depth or scan.carried is not None:
        scan.end_paragraph(len(text))
    return scan.spans


def single_spans(text: str) -> Spans:
    """Offsets of the stretches between single marks."""
    return [m.span() for pattern in SINGLE for m in pattern.finditer(text)]


class Scan:
    """The state while the marks are read from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[tuple[int, int]] = []
        self.depth = 0
        self.opened = 0
        self.last = 0  # the offset up to which line breaks were seen
        self.carried: int | None = None  # the start of a paragraph after one that was left open

    def see(self, mark: str, at: int) -> None:
        """Take the next mark."""
        if mark == "“" or (mark == '"' and self.opens(at)):
            self.carried = None
            self.opened = self.opened if self.depth else at
            self.depth += 1
        elif self.depth:
            self.depth -= 1
            if not self.depth:
                self.spans.append((self.opened, at + 1))
        elif self.carried is not None:
            self.spans.append((self.carried, at + 1))
            self.carried = None

    def opens(self, at: int) -> bool:
        """Whether a straight mark opens: white space or a bracket before it, none after it."""
        before, after = self.text[at - 1 : at], self.text[at + 1 : at + 2]
        return (not before or before.isspace() or before in BEFORE) and bool(after.strip())

    def end_paragraphs(self, before: int) -> None:
        """See the line breaks up to an offset, as long as anything is open."""
        while self.depth or self.carried is not None:
            at = self.text.find("\n", self.last, before)
            if at < 0:
                break
            self.end_paragraph(at)
            self.last = at + 1
        self.last = before

    def end_paragraph(self, at: int) -> None:
        """Close what is open; remember that it may go on."""
        if self.depth:
            self.spans.append((self.opened, at))
            self.depth, self.carried = 0, at + 1
        elif self.carried is not None and self.text[self.carried : at].strip():
            self.carried = None
