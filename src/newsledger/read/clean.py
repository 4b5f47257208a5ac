"""Characters: line ends, blanks, what nobody sees. The result is the text that all offsets count in."""

from __future__ import annotations

import re
import unicodedata

# Line ends of all systems.
BREAK = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Blanks that only typesetters tell apart.
BLANK = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Soft hyphens, zero-width spaces, byte-order marks and marks of direction: invisible, and they hide words.
INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
SURROGATE = re.compile("[\ud800-\udfff]")
SPECIAL = re.compile("|".join(p.pattern for p in (BREAK, BLANK, INVISIBLE, CONTROL, SURROGATE)))
TRAILING = re.compile(r"[ \t]+(?=\n)")

WRAP_WIDTH = 100  # characters; nobody wraps by hand at a greater width
FULL_LINE = 40  # a shorter row ends a paragraph, whatever follows
RUN_ON = 2  # so many sentences must go on across a line end before a text is taken as wrapped ...
SHARE = 3  # ... and at least one in so many of the full rows
SENTENCE_END = tuple(".!?:;\"”’'»…)")
ITEM = re.compile(r"\s|[-*•–—]\s|\d{1,2}[.)]\s")  # how an item of a list or an indented line begins


def clean(text: str) -> str:
    """Normal line ends, blanks and letters (NFC); no control characters, no lone surrogates."""
    if SPECIAL.search(text):  # few texts need it, and each pass costs
        text = BREAK.sub("\n", text)
        text = BLANK.sub(" ", text)
        text = INVISIBLE.sub("", text)
        text = CONTROL.sub(" ", text)
        text = SURROGATE.sub("\ufffd", text)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return TRAILING.sub("", text) if " \n" in text or "\t\n" in text else text


def unwrap(text: str) -> str:
    """Put the lines of a hand-wrapped text together again; every offset stays what it was.

    Who wraps by hand begins a new row where the next word would not fit: a row is full if the first word of
    the next would make it longer than the longest. A text is wrapped where sentences run on across full rows.
    Headings, items and captions leave room at the end of theirs, and so stay lines of their own.
    """
    rows = text.split("\n")
    width = max((len(row) for row in rows if len(row) <= WRAP_WIDTH), default=0)
    full = [i for i in range(len(rows) - 1) if is_full(rows[i], rows[i + 1], width)]
    run_on = sum(runs_on(rows[i], rows[i + 1]) for i in full)
    if run_on < RUN_ON or run_on * SHARE < len(full):
        return text
    joined = set(full) | {i for i in range(len(rows) - 1) if runs_on(rows[i], rows[i + 1])}
    return "".join(
        row + ("" if i == len(rows) - 1 else " " if i in joined else "\n") for i, row in enumerate(rows)
    )


def is_full(row: str, following: str, width: int) -> bool:
    """Whether a row has no room for the first word of the next, which goes on with its paragraph."""
    if not FULL_LINE <= len(row) <= width or not following or ITEM.match(following):
        return False
    return len(row) + 1 + len(following.split(maxsplit=1)[0]) > width


def runs_on(row: str, following: str) -> bool:
    """Whether a sentence goes on from a row of some length in the next."""
    return FULL_LINE <= len(row) <= WRAP_WIDTH and not row.endswith(SENTENCE_END) and following[:1].islower()
