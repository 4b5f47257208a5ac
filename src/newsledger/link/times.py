"""Anchor every temporal expression to its article's publication date, as the verdict has it."""

from __future__ import annotations

from collections.abc import Mapping

from newsledger.annotate.annotation import Annotation
from newsledger.annotate.times import anchor, as_time
from newsledger.records import Article, Time


def anchor_times(
    *, articles: tuple[Article, ...], annotations: tuple[Annotation, ...], settings: object | None = None
) -> Mapping[str, tuple[Time, ...]]:
    """The table ``times``: when a date verdict changes, running this again anchors everything anew."""
    published = {a.article_id: a.published for a in articles}
    locale = getattr(settings, "locale", "en-US")
    rows = [
        as_time(annotation.article_id, anchored)
        for annotation in annotations
        for anchored in anchor(annotation.times, published.get(annotation.article_id), locale)
    ]
    return {"times": tuple(sorted(rows, key=lambda t: (t.article_id, t.start, t.end)))}
