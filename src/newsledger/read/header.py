"""Header lines of a plain text: title, date and address before the first words."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field

from newsledger.read.addresses import is_address
from newsledger.read.dates import parse_date, parse_partial
from newsledger.read.draft import StatedDate
from newsledger.read.tables import line_pattern, table

# "date 2021-12-01 " before the first words, on the same line.
INLINE_DATE = re.compile(r"\s*date:?\s+(\d{4}-\d{2}-\d{2})(?:T[\d:.]+(?:Z|[-+]\d\d:?\d\d)?)?[ \t]+", re.I)
KEYED = re.compile(r"\s*([A-Za-z][A-Za-z ]{0,18}?)\s*:\s+(\S.*)$")
# A line that is a date and nothing else: digits and separators, or few words.
DATE_LINE = re.compile(r"(?=.*\d)[\w,.:/+()| -]{6,60}$")
BARE = ("headline", "byline")  # header lines only where a date, an address or a keyed line follows
RULE = re.compile(r"[-=*_]{3,}")  # the lines around a front matter
DEPTH = 8  # header lines stand among the first eight


@dataclass(slots=True)
class Header:
    """What the header lines say, and where the text begins."""

    end: int = 0
    fields: dict[str, str] = field(default_factory=dict)
    dates: list[StatedDate] = field(default_factory=list)


@functools.lru_cache(maxsize=1)
def keyed_fields() -> dict[str, str]:
    """The field that a header's key stands for, by key."""
    return {key: name for name, keys in table("headers.toml").items() for key in keys}


def read_header(text: str) -> Header:
    """Cut the header: the lines up to the last date, address or keyed line, where all before are such or a title."""
    header = Header()
    inline = INLINE_DATE.match(text)
    if inline and parse_date(inline[1]):
        header.end = inline.end()
        add_date(header, "metadata", inline[1], "the date before the first words")
        return header
    kept = 0
    for number, (start, end) in enumerate(first_lines(text)):
        line = text[start:end].strip()
        kind, value = classify(line)
        if (kind in BARE and number > kept + 1) or kind == "prose":
            break
        if kind not in BARE:
            take(header, kind, value, number + 1)
            header.end, kept = end, number + 1
    if header.end and "title" not in header.fields:
        header.fields.update(title_of(text[: header.end]))
    return header


def first_lines(text: str) -> list[tuple[int, int]]:
    """Offsets of the first lines that are not empty."""
    out: list[tuple[int, int]] = []
    for match in re.finditer(r"[^\n]*\S[^\n]*(?:\n|$)", text):
        out.append(match.span())
        if len(out) == DEPTH:
            break
    return out


def classify(line: str) -> tuple[str, str]:
    """The kind of a header line (date, url, a keyed field, byline, headline) or ``prose``, and its value."""
    if is_address(line):
        return "url", line
    if RULE.fullmatch(line):
        return "ignored", line
    keyed = KEYED.match(line)
    if keyed and keyed[1].lower() in keyed_fields():
        name = keyed_fields()[keyed[1].lower()]
        if name not in ("date", "modified") or parse_date(keyed[2]) or parse_partial(keyed[2]):
            return name, keyed[2].strip().strip("\"'")
    if DATE_LINE.match(line) and len(line.split()) <= 8 and parse_date(line):
        return "date", line
    if len(line) <= 120 and line_pattern("byline").match(line):
        return "byline", line
    return ("headline", line) if is_title(line) else ("prose", line)


def is_title(line: str) -> bool:
    """Whether a line can be a headline: short, and no sentence that ends in a full stop."""
    return (
        0 < len(line) <= 250
        and len(line.split()) <= 35
        and not line.endswith((".", ",", ";", ":", '."', ".”"))
    )


def take(header: Header, kind: str, value: str, number: int) -> None:
    """Put one header line's value where it belongs."""
    if kind in ("date", "modified"):
        add_date(header, "metadata" if kind == "date" else "modified", value, f"line {number} of the file")
    elif kind == "url" and is_address(value):
        header.fields.setdefault("url", value)
    elif kind not in ("ignored", "url"):
        header.fields.setdefault(kind, value)


def add_date(header: Header, vote: str, value: str, note: str) -> None:
    found = parse_date(value)
    stated = found.isoformat() if found else parse_partial(value)
    if stated:
        header.dates.append(StatedDate(vote=vote, value=stated, note=note))


def title_of(head: str) -> dict[str, str]:
    """The first line of the header that is no date, address or keyed line."""
    for line in head.split("\n"):
        if line.strip() and classify(line.strip())[0] == "headline":
            return {"title": line.strip()}
    return {}
