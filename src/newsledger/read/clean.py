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

WRAP_WIDTH = 100  # a text whose lines all end before it may be wrapped by hand
FULL_LINE = 40  # a shorter line ends a paragraph in such a text
SENTENCE_END = tuple(".!?:;\"”’'»…)")


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

    A text is taken as wrapped where no line is longer than ``WRAP_WIDTH`` and most of the line ends
    inside its paragraphs cut a sentence.
    """
    rows = text.split("\n")
    if len(rows) < 4 or max(map(len, rows)) > WRAP_WIDTH:
        return text
    inner = [i for i in range(len(rows) - 1) if rows[i].strip() and rows[i + 1].strip()]
    cut = [i for i in inner if runs_on(rows[i], rows[i + 1])]
    mid_sentence = sum(not rows[i].endswith(SENTENCE_END) for i in cut)
    if mid_sentence < 3 or mid_sentence < 0.5 * len(inner):
        return text
    joined = set(cut)
    return "".join(
        row + ("" if i == len(rows) - 1 else " " if i in joined else "\n") for i, row in enumerate(rows)
    )


def runs_on(row: str, following: str) -> bool:
    """Whether a row of a wrapped text is full, so that its paragraph goes on in the next."""
    return len(row) >= FULL_LINE and not following.startswith(("  ", "\t", "- ", "* ", "• "))
