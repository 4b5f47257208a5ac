"""One JSON record to a draft, by the key names in use for news."""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Iterator
from typing import Any

from newsledger.read.addresses import is_address, outlet_of
from newsledger.read.clean import clean, unwrap
from newsledger.read.dates import is_ambiguous, parse_date, parse_partial
from newsledger.read.draft import MAX_CHARACTERS, Anchor, Doubt, Draft, Outcome, Refusal, StatedDate, too_long
from newsledger.read.tables import table, words
from newsledger.read.titles import without_outlet

Record = dict[str, Any]

DEPTH = 4  # of objects inside a value
MARKUP = re.compile(
    r"</?(?:p|br|div|h[1-6]|li|ul|a|b|i|em|strong|span|blockquote|section|article|img)\b[^<>]*>", re.I
)
ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,5});", re.I)
NO_ARTICLE = "JSON that is no article"
KINDS = {
    int: "a number",
    float: "a number",
    str: "a string",
    list: "a list",
    bool: "true or false",
    type(None): "null",
}
REMEDY = "Leave the file out; an article's record has a text, under a name such as text, maintext or body."


@functools.lru_cache(maxsize=65_536)
def plain_name(key: str) -> str:
    """A key in lower case, letters and digits only."""
    return re.sub(r"[^a-z0-9]", "", key.lower())


@functools.lru_cache(maxsize=1)
def annotation_keys() -> frozenset[str]:
    return frozenset(table("keys.toml")["annotation"])


def pools(record: Record) -> list[dict[str, Any]]:
    """The record's fields by plain name, then those of the objects that wrap fields, two levels down."""
    wrappers = table("keys.toml")["wrappers"]
    out = [{plain_name(key): value for key, value in reversed(record.items())}]
    level = [record]
    for _ in range(2):
        level = [v for r in level for k, v in r.items() if k.lower() in wrappers and isinstance(v, dict)]
        out.extend({plain_name(key): value for key, value in reversed(r.items())} for r in level)
    return out


def values(fields: list[dict[str, Any]], name: str) -> Iterator[Any]:
    """The values under the key names of a field, best name first."""
    for key in table("keys.toml")[name]:
        for pool in fields:
            if pool.get(key) not in (None, "", [], {}):
                yield pool[key]


def as_text(value: Any, depth: int = DEPTH) -> str:
    """The words of a value: a string, paragraphs in a list, or an object that holds one."""
    if isinstance(value, str):
        return value
    if depth and isinstance(value, list):
        parts = [as_text(v, depth - 1) for v in value]
        return "\n".join(p for p in parts if p.strip())
    if depth and isinstance(value, dict):
        named = {plain_name(k): v for k, v in value.items()}
        for key in table("keys.toml")["values"]:
            words = as_text(named.get(key), depth - 1)
            if words.strip():
                return words
    return ""


def first_text(fields: list[dict[str, Any]], name: str) -> str | None:
    """The first value of a field that has words, on one line."""
    for value in values(fields, name):
        one = (
            value[0] if isinstance(value, list) and value else value
        )  # headlines in several roles: the first
        words = " ".join(clean(html.unescape(MARKUP.sub("", as_text(one)))).split())
        if words:
            return words
    return None


def read_record(record: object, number: str | None) -> Outcome:
    """The draft of one record, or why it gives none."""
    if not isinstance(record, dict):
        return Refusal(
            record=number, message=f"{NO_ARTICLE}: {KINDS.get(type(record), 'a value')}", remedy=REMEDY
        )
    fields = pools(record)
    raw = next((t for t in (as_text(v) for v in values(fields, "text")) if len(t.split(None, 2)) > 2), "")
    title = first_text(fields, "title")
    url = next((v.strip() for v in values(fields, "url") if is_address(v)), None)
    dates, doubts = read_dates(fields)
    described = bool(title or url or dates)
    if len(raw) > MAX_CHARACTERS:
        return too_long(len(raw), number)
    if not described and (not raw or annotation_keys() & fields[0].keys()):
        return no_article(record, number)
    text, anchors = body(raw, url)
    if not text:
        return Refusal(
            record=number,
            message=f"a record without text (title: {title or 'none'})",
            remedy="Add the article's text to the record, or leave it out.",
        )
    outlet, host = outlet_in(fields)
    outlet = outlet or (outlet_of(url) if url else host)
    return Draft(
        text=text,
        record=number,
        title=without_outlet(title, outlet) if title else None,
        url=url,
        outlet=outlet,
        agency=agency_in(fields),
        language=first_text(fields, "language"),
        dates=dates,
        anchors=anchors,
        doubts=doubts,
    )


def no_article(record: Record, number: str | None) -> Refusal:
    keys = ", ".join(str(key)[:30] for key in list(record)[:5]) or "none"
    return Refusal(record=number, message=f"{NO_ARTICLE} (its keys: {keys})", remedy=REMEDY)


def body(raw: str, url: str | None) -> tuple[str, tuple[Anchor, ...]]:
    """The text of a body, markup and entities resolved."""
    if MARKUP.search(raw):
        from newsledger.read.html_blocks import fragment

        return fragment(raw, url)
    return unwrap(clean(html.unescape(raw) if ENTITY.search(raw) else raw).strip()), ()


def read_dates(fields: list[dict[str, Any]]) -> tuple[tuple[StatedDate, ...], tuple[Doubt, ...]]:
    """The dates of a record as votes; a doubt where day and month of one could change places."""
    dates: list[StatedDate] = []
    doubts: list[Doubt] = []
    for vote, name in (("metadata", "published"), ("modified", "modified"), ("fetched", "fetched")):
        for value in values(fields, name):
            bare = unwrapped(value)
            found = parse_date(bare)
            stated = found.isoformat() if found else parse_partial(bare)
            if stated:
                dates.append(StatedDate(vote=vote, value=stated, note=f"the record states {str(bare)[:40]}"))
                break
            if vote == "metadata" and is_ambiguous(bare):
                doubts.append(
                    Doubt(
                        message=f"the date {str(bare)[:20]} can be read with the day or the month first",
                        remedy="Write dates as YYYY-MM-DD.",
                    )
                )
    return tuple(dates), tuple(doubts)


def unwrapped(value: Any) -> Any:
    """A date inside an object or a list, else the value."""
    return value if isinstance(value, str | int | float) else as_text(value)


def agency_in(fields: list[dict[str, Any]]) -> str | None:
    """The agency by the name it signs with; of a credit line only a known one."""
    known = {name.casefold(): name for name in words("agencies.txt")}
    stated, credit = first_text(fields, "agency"), first_text(fields, "credit")
    for name in filter(None, (stated, credit)):
        if name.casefold() in known:
            return known[name.casefold()]
    return stated if stated and 3 <= len(stated) <= 40 and stated[0].isupper() else None


def outlet_in(fields: list[dict[str, Any]]) -> tuple[str | None, str | None]:
    """The outlet's stated name, and the name that its host spells."""
    name = first_text(fields, "outlet")
    if name and (is_address(name) or re.fullmatch(r"[\w-]+(\.[\w-]+)+", name)):
        return None, outlet_of(name)
    host = first_text(fields, "host")
    return name, outlet_of(host) if host and not re.search(r"\s", host) else None
