"""The sentences of each article, looked up by offset."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterable

from newsledger.annotate.annotation import Annotation
from newsledger.records import Sentence


class Sentences:
    """Sentence spans by article, looked up by offset; the wider span of a correction comes from annotations."""

    def __init__(self, sentences: Iterable[Sentence], annotations: Iterable[Annotation] = ()) -> None:
        spans: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for sentence in sentences:
            spans[sentence.article_id].add((sentence.start, sentence.end))
        extra: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for annotation in annotations:
            for figure in annotation.figures:
                if figure.sentence:
                    extra[annotation.article_id].add((figure.sentence.start, figure.sentence.end))
        for article, found in extra.items():
            starts = {start for start, _ in spans[article]}
            spans[article] |= {span for span in found if span[0] not in starts}
        self._spans = {article: sorted(found) for article, found in spans.items()}

    def around(self, article_id: str, start: int, end: int) -> tuple[int, int]:
        """The sentence that contains a span, else the span itself."""
        spans = self._spans.get(article_id, [])
        at = bisect.bisect_right(spans, (start, 1 << 60)) - 1
        if at >= 0 and spans[at][0] <= start and end <= spans[at][1]:
            return spans[at]
        return start, end

    def before(self, article_id: str, start: int, count: int) -> list[tuple[int, int]]:
        """Up to ``count`` sentences that end before ``start``, nearest first."""
        spans = self._spans.get(article_id, [])
        at = bisect.bisect_left(spans, (start, 0))
        return spans[max(0, at - count) : at][::-1]

    def after(self, article_id: str, end: int) -> tuple[int, int] | None:
        """The sentence that follows."""
        spans = self._spans.get(article_id, [])
        at = bisect.bisect_left(spans, (end, 0))
        return spans[at] if at < len(spans) else None
