"""Plain text: with or without header lines, wrapped by hand or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsledger.read.clean import clean, unwrap
from newsledger.read.decode import decode
from newsledger.read.draft import MAX_CHARACTERS, Draft, Outcome, Refusal, too_long
from newsledger.read.header import read_header

REMEDY = "Leave the file out, or give the article's text."
WORD = re.compile(r"[^\W\d_]{2,}")
FEWEST_WORDS = 5
HEAD = 20_000  # characters that are looked at to tell prose from tables and code
CODE_END = tuple("{};=\\[(")
SETTING = re.compile(r"\s*(?:\[[\w. -]+\]|[\w.-]+\s*[=:]\s*\S.*|#.*|//.*|)$")


def looks_plain(data: bytes) -> bool:
    """Anything that no other format claimed."""
    return True


def read_plain(data: bytes, name: str) -> Iterator[Outcome]:
    """One article, or the refusal of what is no prose."""
    if len(data) > 8 * MAX_CHARACTERS:
        yield too_long(len(data))
        return
    text = clean(decode(data))
    if len(text) > MAX_CHARACTERS:
        yield too_long(len(text))
        return
    if not text.strip():
        yield Refusal(message="the file has no words, only blanks", remedy="Leave the file out, or fill it.")
        return
    header = read_header(text)
    body = unwrap(text[header.end :].strip())
    why = no_prose(body)
    if why:
        yield Refusal(message=why, remedy=REMEDY)
        return
    yield Draft(
        text=body,
        dates=tuple(header.dates),
        title=header.fields.get("title"),
        url=header.fields.get("url"),
        outlet=header.fields.get("outlet"),
        agency=header.fields.get("agency"),
        language=header.fields.get("language"),
    )


def no_prose(text: str) -> str | None:
    """Why a text is no article, or None where it may be one."""
    head = text[:HEAD]
    if not head:
        return "header lines without a text"
    if len(WORD.findall(head)) < FEWEST_WORDS:
        return f"fewer than {FEWEST_WORDS} words, no article"
    rows = [row for row in head.split("\n") if row.strip()]
    letters = sum(char.isalpha() or char == " " for char in head)
    if letters < 0.6 * len(head):
        return "mostly figures and signs, no article"
    if is_table(rows):
        return "a table, no article"
    if len(rows) >= 3 and sum(row.rstrip().endswith(CODE_END) for row in rows) > 0.3 * len(rows):
        return "program code or markup, no article"
    if len(rows) >= 3 and all(SETTING.match(row) and len(row) < 200 for row in rows):
        return "settings, no article"
    return None


def is_table(rows: list[str]) -> bool:
    """Whether three rows or more all have the same number of separators, two at least."""
    if len(rows) < 3:
        return False
    for separator in ("\t", ";", "|", ","):
        counts = {row.count(separator) for row in rows[:50]}
        if len(counts) == 1 and counts.pop() >= 2 and not all(row.endswith((".", '"', "”")) for row in rows):
            return True
    return False
