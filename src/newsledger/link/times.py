"""Anchor every temporal expression to its article's publication date, as the verdict has it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsledger.annotate.annotation import Annotation
from newsledger.annotate.times import anchor, as_time
from newsledger.records import Article, Issue, Time


def anchor_times(
    *,
    articles: tuple[Article, ...],
    annotations: tuple[Annotation, ...],
    issues: tuple[Issue, ...] = (),
    settings: object | None = None,
) -> Mapping[str, tuple[Any, ...]]:
    """The table ``times``: when a date verdict changes, running this again anchors everything anew.

    An article whose expressions cannot be anchored costs itself alone: it is a row in ``issues``.
    """
    by_id = {a.article_id: a for a in articles}
    locale = getattr(settings, "locale", "en-US")
    rows: list[Time] = []
    failed: list[Issue] = []
    for annotation in annotations:
        article = by_id[annotation.article_id]
        try:
            rows.extend(
                as_time(article.article_id, t) for t in anchor(annotation.times, article.published, locale)
            )
        except Exception as error:  # one article's fault must not cost the others
            failed.append(_issue(article, error))
    return {
        "times": tuple(sorted(rows, key=lambda t: (t.article_id, t.start, t.end))),
        "issues": (*issues, *failed),
    }


def _issue(article: Article, error: Exception) -> Issue:
    return Issue(
        source=article.source,
        stage="link",
        severity="skipped",
        message=f"{article.source}: its dates could not be anchored ({type(error).__name__}: {error})",
        remedy="The article is in the ledger without dates in its text. Please report this with the article.",
    )
