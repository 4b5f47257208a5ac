"""What can stand on a timeline: each sentence under each date that it tells of."""

from __future__ import annotations

import bisect
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from newsledger.assess.timeline import sifting
from newsledger.assess.timeline.gist import Gist
from newsledger.records import Alignment, Article, EventMention, Figure, Quotation, Sentence, Time

LEAD = 10  # sentences from the top of an article that report the day without having to say so
MONTH = 31
SAME = 0.5  # similarity from which two aligned sentences of a family are one
Row = TypeVar("Row", Time, EventMention, Quotation | Figure)


class Item(NamedTuple):
    """One sentence under one date. ``stated`` is False where tense and reporting day gave the date."""

    article: Article
    sentence: Sentence
    gist: Gist
    earliest: dt.date
    latest: dt.date
    value: str
    stated: bool
    ahead: bool  # a plan: the article is older than the day, or says what is to happen on it
    mentions: Sequence[EventMention]

    @property
    def quoted(self) -> bool:
        """Whether it is a voice rather than a report."""
        return self.gist.quoted


class Told:
    """What the rows of a pile tell, sentence by sentence."""

    def __init__(
        self,
        articles: Iterable[Article],
        sentences: Mapping[str, Sequence[Sentence]],
        times: Iterable[Time],
        mentions: Iterable[EventMention],
        reported: Iterable[Quotation | Figure],
        alignments: Iterable[Alignment],
    ) -> None:
        self._sentences = sentences
        self._times = by_sentence(sentences, times)
        self._mentions = by_sentence(sentences, mentions)
        self._reported = by_sentence(sentences, reported)
        self._first = first_told({a.article_id: a for a in articles}, alignments)

    def items(self, article: Article, gists: Mapping[str, Gist]) -> Iterator[Item]:
        """Every sentence of an article under every date that it states.

        One that states none stands under the reporting day, if it is among the first of its article or tells an
        event that occurred, something said, or a figure.
        """
        for place, sentence in enumerate(self._sentences[article.article_id]):
            gist = gists[sentence.text]
            if gist.idle:
                continue
            key = sentence.sentence_id
            mentions, dates = self._mentions.get(key, ()), self._times.get(key, ())
            tells = key in self._reported or any(m.status == "occurred" for m in mentions)
            if gist.state and not tells and not dates:
                continue
            reports = tells or (place < LEAD and not any(is_far(t) for t in dates))
            for earliest, latest, value, stated in _dates(
                article, gist, dates, reports, self._first.get(key)
            ):
                ahead = stated and _is_ahead(article, gist, earliest, latest)
                yield Item(article, sentence, gist, earliest, latest, value, stated, ahead, mentions)


def is_far(time: Time) -> bool:
    return time.earliest is not None and not time.value.endswith("_REF")


def _is_ahead(article: Article, gist: Gist, earliest: dt.date, latest: dt.date) -> bool:
    when = article.published
    return when is not None and (when < earliest or (gist.plan and when <= latest))


def first_told(articles: Mapping[str, Article], alignments: Iterable[Alignment]) -> dict[str, dt.date]:
    """For a sentence of a copy, the day of the oldest article of its family that has the same sentence."""
    out: dict[str, dt.date] = {}
    for pair in alignments:
        a, b = articles.get(pair.article_a), articles.get(pair.article_b)
        if a is None or b is None or a.family_id is None or a.family_id != b.family_id:
            continue
        if pair.similarity < SAME or not a.published or not b.published:
            continue
        oldest = min(a.published, b.published)
        for sentence_id in (pair.sentence_a, pair.sentence_b):
            out[sentence_id] = min(oldest, out.get(sentence_id, oldest))
    return out


def _dates(
    article: Article, gist: Gist, times: Sequence[Time], reports: bool, first: dt.date | None
) -> Iterator[tuple[dt.date, dt.date, str, bool]]:
    """The intervals of one sentence, each once; the reporting day where nothing nearer than a month is stated."""
    seen: set[tuple[dt.date, dt.date]] = set()
    near = False
    for time in times:
        if time.timex_type not in ("DATE", "TIME") or not time.earliest or not time.latest:
            continue
        late = article.published is not None and time.earliest > article.published
        if (late and not gist.ahead) or sifting.is_vague(time):
            continue
        if time.value.endswith("_REF") or (time.earliest, time.latest) in seen:
            continue
        seen.add((time.earliest, time.latest))
        near = near or (time.latest - time.earliest).days < MONTH
        yield time.earliest, time.latest, time.value[:10], True
    day = first or article.published
    if reports and not near and day and (day, day) not in seen:
        yield day, day, day.isoformat(), False


def by_sentence(sentences: Mapping[str, Sequence[Sentence]], rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The rows that begin in each sentence, in order; ``sentences`` are each article's, in order, too."""
    starts = {article_id: [s.start for s in own] for article_id, own in sentences.items()}
    out: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        number = bisect.bisect_right(starts.get(row.article_id, ()), row.start) - 1
        if number >= 0 and row.start < sentences[row.article_id][number].end:
            out[sentences[row.article_id][number].sentence_id].append(row)
    for found in out.values():
        if len(found) > 1:
            found.sort(key=lambda row: (row.start, row.end))
    return dict(out)
