"""Why a row stands in the ledger: the row, its reason, and its evidence in context."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from newsledger.errors import UnknownIdError
from newsledger.schema import TABLES, columns

CONTEXT = 80  # characters shown on either side of the evidence

# The table that an id column names, and that column.
KEYS: dict[str, str] = {
    name: columns(name)[0]
    for name in TABLES
    if columns(name)[0].endswith("_id")
    and name
    in {
        "articles", "sentences", "entities", "mentions", "times", "quotations", "figures", "events",
        "claims", "disputes", "timeline", "stories", "families", "runs",
    }
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A piece of evidence: the exact words, with what stands around them."""

    table: str
    source: str
    start: int
    end: int
    before: str
    text: str
    after: str
    row: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A row, the words that it rests on, and the other rows that name it."""

    table: str
    row: Any
    reason: str | None
    quotes: tuple[Quote, ...]
    related: tuple[tuple[str, Any], ...]


def explain(tables: Mapping[str, tuple[Any, ...]], wanted: str) -> Explanation:
    """Explain any id of the ledger. Raises ``UnknownIdError``."""
    found = next(_rows_with(tables, wanted), None)
    if found is None:
        raise UnknownIdError(
            f"{wanted}: no row has this id", 'List ids with: newsledger query LEDGER "SELECT ..."'
        )
    table, row = found
    articles = {a.article_id: a for a in tables["articles"]}
    naming = [(t, r) for t, r in _naming(tables, wanted) if r is not row]
    quotes = [q for t, r in [(table, row), *naming] if (q := _quote(articles, t, r)) is not None]
    related = tuple((t, r) for t, r in naming if _quote(articles, t, r) is None)
    return Explanation(table=table, row=row, reason=_reason(row), quotes=tuple(quotes), related=related)


def _rows_with(tables: Mapping[str, tuple[Any, ...]], wanted: str) -> Iterator[tuple[str, Any]]:
    for table, key in KEYS.items():
        for row in tables.get(table, ()):
            if getattr(row, key) == wanted:
                yield table, row
    for row in tables.get("quotations", ()):
        if row.utterance_id == wanted:
            yield "quotations", row


def _naming(tables: Mapping[str, tuple[Any, ...]], wanted: str) -> Iterator[tuple[str, Any]]:
    """Rows that name the id; an article's own annotations are left out, for they are its whole content."""
    skip = {"sentences", "mentions", "times", "passages"} if wanted.startswith("a_") else set()
    for table in TABLES:
        if table in skip:
            continue
        for row in tables.get(table, ()):
            if any(getattr(row, f.name) == wanted for f in fields(row)):
                yield table, row


def _quote(articles: Mapping[str, Any], table: str, row: Any) -> Quote | None:
    start, end = getattr(row, "start", None), getattr(row, "end", None)
    article = articles.get(getattr(row, "article_id", ""))
    if article is None or start is None or end is None:
        return None
    text = article.text
    return Quote(
        table=table,
        source=article.source,
        start=start,
        end=end,
        before=text[max(0, start - CONTEXT) : start],
        text=text[start:end],
        after=text[end : end + CONTEXT],
        row=row,
    )


def _reason(row: Any) -> str | None:
    for name in ("reason", "date_reason", "note"):
        if value := getattr(row, name, None):
            return str(value)
    return None
