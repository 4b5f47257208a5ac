"""Paths in, the tables of reading out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from newsledger.read.articles import Rows, rows_of
from newsledger.read.draft import Draft, Refusal
from newsledger.read.paths import find_files
from newsledger.read.registry import read_bytes
from newsledger.records import Article, DateEvidence, Issue, Link, Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadResult:
    """What came in, sorted by content, and what did not, with the reasons."""

    articles: tuple[Article, ...]
    passages: tuple[Passage, ...]
    links: tuple[Link, ...]
    date_evidence: tuple[DateEvidence, ...]
    issues: tuple[Issue, ...]


def read_paths(paths: Sequence[str | Path], *, stdin: BinaryIO | None = None) -> ReadResult:
    """Read files, folders (with all below) and ``-`` for standard input.

    Nothing is raised for what lies in the paths: a file that gives no article is a row in ``issues``.
    The result does not depend on the order of the paths.
    """
    issues: list[Issue] = []
    rows: dict[str, Rows] = {}
    again: list[Article] = []
    for found in outcomes(paths, stdin):
        if isinstance(found, Issue):
            issues.append(found)
            continue
        known = rows.setdefault(found.article.article_id, found)
        if known is not found:  # of equal records the first by name stays, whichever came first
            first, other = sorted((known, found), key=lambda r: r.article.source)
            rows[first.article.article_id] = first
            again.append(other.article)
    issues.extend(repeated(article.source, rows[article.article_id].article.source) for article in again)
    ordered = [rows[article_id] for article_id in sorted(rows)]
    issues.extend(issue for row in ordered for issue in row.issues)
    return ReadResult(
        articles=tuple(row.article for row in ordered),
        passages=tuple(p for row in ordered for p in row.passages),
        links=tuple(k for row in ordered for k in row.links),
        date_evidence=tuple(e for row in ordered for e in row.date_evidence),
        issues=tuple(sorted(issues, key=lambda i: (i.source, i.severity, i.message))),
    )


def outcomes(paths: Sequence[str | Path], stdin: BinaryIO | None) -> Iterator[Rows | Issue]:
    """The rows of each article and an issue for each refusal, in the order met."""
    for source, content in find_files(paths, stdin):
        if isinstance(content, Refusal):
            yield issue_of(content, source)
            continue
        for outcome in read_bytes(content, source):
            if isinstance(outcome, Refusal):
                yield issue_of(outcome, source)
            else:
                yield safely(outcome, source)


def safely(draft: Draft, source: str) -> Rows | Issue:
    """The rows of a draft; a fault of ours costs one record, not the run."""
    place = named(source, draft.record)
    try:
        return rows_of(draft, place)
    except Exception as error:
        message = f"{place}: it could not be read ({type(error).__name__}: {str(error)[:100]})"
        remedy = "Leave the record out, and report it to the project."
        return Issue(source=place, stage="read", severity="refused", message=message, remedy=remedy)


def named(source: str, record: str | None) -> str:
    return source if record is None else f"{source}#{record}"


def issue_of(refusal: Refusal, source: str) -> Issue:
    """A refusal with the place it is about."""
    place = named(source, refusal.record)
    return Issue(
        source=place,
        stage="read",
        severity=refusal.severity,
        message=f"{place}: {refusal.message}",
        remedy=refusal.remedy,
    )


def repeated(source: str, first: str) -> Issue:
    return Issue(
        source=source,
        stage="read",
        severity="skipped",
        message=f"{source}: the same record as {first}",
        remedy="Nothing to do; it counts once.",
    )
