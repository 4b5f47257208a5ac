"""Reports that only pass on what another voice says: they are no claim of their own, and no second origin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from newsledger.assess.words import content_words, cue_words
from newsledger.records import Quotation


def without_relays(quotations: Iterable[Quotation]) -> Iterator[Quotation]:
    """The quotations less those whose whole content is another one's with its attribution.

    "According to the Post, Berg said that ..." is Berg's statement; the Post's is that he made it.
    """
    by_article: dict[str, list[Quotation]] = defaultdict(list)
    for q in quotations:
        by_article[q.article_id].append(q)
    for found in by_article.values():
        ordered = sorted(found, key=lambda q: (q.start, -q.end))
        for n, q in enumerate(ordered):
            inner = (o for o in ordered[max(0, n - 1) :] if o is not q)
            if not any(_passes_on(q, o) for o in _within(inner, q)):
                yield q


def _within(others: Iterable[Quotation], q: Quotation) -> Iterator[Quotation]:
    for other in others:
        if other.start >= q.end:
            return
        if q.start <= other.start and other.end <= q.end:
            yield other


def _passes_on(outer: Quotation, inner: Quotation) -> bool:
    """Whether the outer one says no more than that the inner one was said."""
    if outer.kind != "indirect" or outer.speaker_id == inner.speaker_id or outer.stance != inner.stance:
        return False
    if (outer.start, outer.end) == (inner.start, inner.end):
        passing = tuple(cue_words("passing"))
        return _cue(outer).startswith(passing) and not _cue(inner).startswith(passing)
    if inner.speaker_start is None or inner.speaker_end is None:
        return False
    start, end = min(inner.start, inner.speaker_start), max(inner.end, inner.speaker_end)
    if start < outer.start or end > outer.end:
        return False
    rest = outer.text[: start - outer.start] + " " + outer.text[end - outer.start :]
    return not content_words(rest) - content_words(inner.cue or "")


def _cue(q: Quotation) -> str:
    return (q.cue or "").lower()
