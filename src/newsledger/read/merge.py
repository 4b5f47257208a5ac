"""Two readings as one: what a single reading of both would have given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol, TypeVar

from newsledger.read.reading import ReadResult, repeated
from newsledger.records import Issue


class _OfArticle(Protocol):
    @property
    def article_id(self) -> str: ...


Row = TypeVar("Row", bound=_OfArticle)


def merge(old: ReadResult, new: ReadResult) -> ReadResult:
    """Both readings, sorted by content; an article that stands in both counts once, under its first source."""
    articles = {article.article_id: article for article in old.articles}
    fresh = {article.article_id for article in new.articles} - set(articles)
    issues = {*old.issues, *new.issues}
    for article in new.articles:
        earlier = articles.setdefault(article.article_id, article)
        if earlier.source == article.source:
            continue
        first, again = sorted((earlier.source, article.source))
        articles[article.article_id] = replace(earlier, source=first)
        issues = {_renamed(issue, again, first) for issue in issues} | {repeated(again, first)}
    return ReadResult(
        articles=tuple(articles[i] for i in sorted(articles)),
        passages=_joined(old.passages, new.passages, fresh),
        links=_joined(old.links, new.links, fresh),
        date_evidence=_joined(old.date_evidence, new.date_evidence, fresh),
        issues=tuple(sorted(issues, key=lambda i: (i.source, i.severity, i.message))),
    )


def _renamed(issue: Issue, again: str, first: str) -> Issue:
    """A repetition of what has turned out to be a repetition itself is one of the first."""
    if issue == repeated(issue.source, again) and issue.source != first:
        return repeated(issue.source, first)
    return issue


def _joined(old: Iterable[Row], new: Iterable[Row], fresh: set[str]) -> tuple[Row, ...]:
    """By article; the sort is stable, so the rows of one article stay in their order."""
    rows = [*old, *(row for row in new if row.article_id in fresh)]
    return tuple(sorted(rows, key=lambda row: row.article_id))
