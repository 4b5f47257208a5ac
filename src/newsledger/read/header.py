"""Header lines of a plain text: title, date and address before the first words."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field

from newsledger.read.addresses import is_address, outlet_of
from newsledger.read.dates import parse_date, parse_partial
from newsledger.read.draft import StatedDate
from newsledger.read.passages import is_byline
from newsledger.read.stamps import is_outlet, read_stamps
from newsledger.read.tables import table
from newsledger.read.titles import same

# "date 2021-12-01 " before the first words, on the same line.
INLINE_DATE = re.compile(r"\s*date:?\s+(\d{4}-\d{2}-\d{2})(?:T[\d:.]+(?:Z|[-+]\d\d:?\d\d)?)?[ \t]+", re.I)
KEYED = re.compile(r"\s*([A-Za-z][A-Za-z ]{0,18}?)\s*:\s+(\S.*)$")
BARE = ("headline", "byline")  # header lines only where a date, an address or a keyed line follows
MOST_BARE = 4  # of them: outlet, section, headline, by-line
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
    waiting: list[str] = []  # lines that are of the header if an anchored line follows
    bare: list[str] = []
    for number, (start, end) in enumerate(first_lines(text)):
        line = text[start:end].strip()
        kind, value = classify(line)
        if kind == "prose" or (kind in BARE and len(waiting) == MOST_BARE):
            break
        if kind in BARE:
            waiting.append(line)
            continue
        take(header, kind, value, number + 1)
        header.end = end
        bare, waiting = [*bare, *waiting], []
    if header.end:
        name_lines(header, [line for line in bare if not is_byline(line)], waiting[:1])
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
    if read_stamps(line):
        return "stamp", line
    if len(line) <= 120 and is_byline(line):
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
    if kind == "stamp":
        for stamp in read_stamps(value):
            add_date(header, stamp.vote, stamp.value, f"line {number} of the file")
            if stamp.outlet:
                header.fields.setdefault("outlet", stamp.outlet)
    elif kind in ("date", "modified"):
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


def name_lines(header: Header, lines: list[str], below: list[str]) -> None:
    """Tell the outlet's name from the headline among the lines without a key, and the line ``below`` them.

    The headline is the longest of those that are no outlet's name; one below the header stays in the text.
    """
    known = [header.fields["outlet"]] if "outlet" in header.fields else []
    if "url" in header.fields:
        known.append(outlet_of(header.fields["url"]) or "")
    names = [line for line in lines if is_outlet(line) or any(same(line, name) for name in known)]
    others = [line for line in lines if line not in names]
    if not others and len(names) > 1:
        others, names = names[:1], names[1:]
    if names:
        header.fields.setdefault("outlet", names[0])
    if not others and not below and names:
        header.fields.setdefault("title", names[0])
    title = max([*others, *below], key=lambda line: len(line.split()), default=None)
    if title in others:
        header.fields.setdefault("title", title)
