"""No span, no claim: a row taken from text must show the very words at its offsets, or it does not enter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from newsledger.records import Issue


class Located(Protocol):
    """A row with a place in an article's text; offsets in code points, half open, None where it has no place."""

    @property
    def article_id(self) -> str: ...
    @property
    def start(self) -> int | None: ...
    @property
    def end(self) -> int | None: ...
    @property
    def text(self) -> str | None: ...


Row = TypeVar("Row", bound=Located)


def is_shown(row: Located, texts: Mapping[str, str]) -> bool:
    """Whether ``row.text`` is what stands at its offsets in ``texts[row.article_id]``; a row without a place is."""
    if row.start is None or row.end is None:
        return row.start is row.end
    text = texts.get(row.article_id)
    return text is not None and 0 <= row.start < row.end and text[row.start : row.end] == row.text


def only_shown(
    rows: Iterable[Row], texts: Mapping[str, str], stage: str
) -> tuple[tuple[Row, ...], tuple[Issue, ...]]:
    """The rows that show their words, in order, and an issue for each of the others."""
    rows = tuple(rows)
    shown = (
        row.start is not None
        and row.start >= 0
        and row.text
        and texts.get(row.article_id, "")[row.start : row.end] == row.text
        for row in rows
    )
    if all(shown):
        return rows, ()  # the usual case, without a call for each row
    kept: list[Row] = []
    issues: list[Issue] = []
    for row in rows:
        if is_shown(row, texts):
            kept.append(row)
        else:
            issues.append(_lost(row, stage))
    return tuple(kept), tuple(issues)


def _lost(row: Located, stage: str) -> Issue:
    kind, words = type(row).__name__, (row.text or "")[:60]
    return Issue(
        source=row.article_id,
        stage=stage,
        severity="skipped",
        message=f"{kind} at {row.start} to {row.end} does not show its words: {words!r}",
        remedy="Report it to the project; the row was left out.",
    )
