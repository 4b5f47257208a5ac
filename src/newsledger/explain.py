"""Why a row stands in the ledger: the row, its reason, and its evidence in context."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from newsledger.errors import UnknownIdError
from newsledger.report.settled import Settling
from newsledger.report.tables import Index
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


# Tables whose row joins two things, and the columns that name them.
PAIRS: dict[str, tuple[tuple[str, str], ...]] = {
    "quotation_variants": (("quotation_a", "quotation_b"),),
    "derivations": (("article_a", "article_b"),),
    "revisions": (("earlier", "later"), ("sentence_before", "sentence_after")),
    "alignments": (("sentence_a", "sentence_b"), ("article_a", "article_b")),
}
SHOWN = 5  # aligned sentences that are shown of two articles


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
    settled: str  # of a dispute or a claim of figures: what became of it since
    quotes: tuple[Quote, ...]
    related: tuple[tuple[str, Any], ...]


def explain(tables: Mapping[str, tuple[Any, ...]], wanted: str, other: str | None = None) -> Explanation:
    """Explain any id of the ledger, or what joins two of them. Raises ``UnknownIdError``.

    Two wordings, two articles that go back to one text, two versions and two aligned sentences have no id of
    their own: the ids of both tell which row is meant, in either order.
    """
    if other is not None:
        return explain_pair(tables, wanted, other)
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
    return Explanation(
        table=table,
        row=row,
        reason=_reason(row),
        settled=_settled(tables, table, row),
        quotes=tuple(quotes),
        related=related,
    )


def explain_pair(tables: Mapping[str, tuple[Any, ...]], one: str, two: str) -> Explanation:
    """Explain what joins two ids. Raises ``UnknownIdError``."""
    joining = list(_joining(tables, {one, two}))
    if not joining:
        raise UnknownIdError(
            f"{one} and {two}: no row joins them",
            "Give the ids of two quotations, two articles or two sentences; reports and queries tell them.",
        )
    articles = {a.article_id: a for a in tables["articles"]}
    (table, row), rest = joining[0], joining[1:]
    ids = [one, two] + [i for _, r in rest[:SHOWN] for i in _sentence_ids(r)]
    spans = [
        (t, r)
        for i in dict.fromkeys(ids)
        for t, r in _rows_with(tables, i)
        if t in ("quotations", "sentences")
    ]
    quotes = tuple(q for t, r in spans if (q := _quote(articles, t, r)) is not None)
    related = tuple((t, r) for t, r in rest if t != "alignments")
    return Explanation(table=table, row=row, reason=_reason(row), settled="", quotes=quotes, related=related)


def _joining(tables: Mapping[str, tuple[Any, ...]], pair: set[str]) -> Iterator[tuple[str, Any]]:
    """The rows that join two ids, in the order of ``PAIRS``."""
    for table, columns_of in PAIRS.items():
        for row in tables.get(table, ()):
            if any({getattr(row, a), getattr(row, b)} == pair for a, b in columns_of):
                yield table, row


def _sentence_ids(row: Any) -> list[str]:
    names = ("sentence_a", "sentence_b", "sentence_before", "sentence_after")
    return [i for name in names if (i := getattr(row, name, None))]


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


def _settled(tables: Mapping[str, tuple[Any, ...]], table: str, row: Any) -> str:
    if table not in ("disputes", "claims"):
        return ""
    settling = Settling(index := Index(tables))
    if table == "claims":
        return settling.of_claim(row.claim_id)
    sides: dict[str, list[Any]] = {}
    for side in index.sides.get(row.dispute_id, []):
        sides.setdefault(side.side, []).append(side)
    return settling.words(row, [sides[letter] for letter in sorted(sides)])


def _reason(row: Any) -> str | None:
    for name in ("reason", "date_reason", "note"):
        if value := getattr(row, name, None):
            return str(value)
    return None
