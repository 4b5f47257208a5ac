"""What can stand on a timeline: each sentence under each date that it tells of."""

from __future__ import annotations

import bisect
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from newsledger.annotate.annotation import Annotation
from newsledger.assess.timeline import sifting
from newsledger.assess.timeline.gist import Gist
from newsledger.records import Alignment, Article, EventMention, Figure, Quotation, Sentence, Time

LEAD = 10  # sentences from the top of an article that report the day without having to say so
MONTH = 31
SAME = 0.5  # similarity from which two aligned sentences of a family are one
Row = TypeVar("Row", Time, EventMention, Quotation, Figure)


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
    figures: Sequence[Figure]

    @property
    def quoted(self) -> bool:
        """Whether it is a voice rather than a report."""
        return self.gist.quoted


def differ(a: Item, b: Item) -> bool:
    """Whether two sentences count the same and come to other numbers: neither supports the other."""
    if not a.figures or not b.figures:
        return False
    first, second = counted(a.figures), counted(b.figures)
    return any(first[unit].isdisjoint(second[unit]) for unit in first.keys() & second.keys())


def counted(figures: Iterable[Figure]) -> dict[str, set[float]]:
    """The numbers for each thing that is counted."""
    out: dict[str, set[float]] = defaultdict(set)
    for figure in figures:
        number = figure.value if figure.value is not None else figure.low
        if number is not None and figure.unit:
            out[figure.unit].add(number)
    return out


class Told:
    """What the rows of a pile tell, sentence by sentence."""

    def __init__(
        self,
        articles: Iterable[Article],
        sentences: Mapping[str, Sequence[Sentence]],
        times: Iterable[Time],
        mentions: Iterable[EventMention],
        quotations: Iterable[Quotation],
        figures: Iterable[Figure],
        alignments: Iterable[Alignment],
        annotations: Iterable[Annotation] = (),
    ) -> None:
        self._sentences = sentences
        self._times = by_sentence(sentences, times)
        self._mentions = by_sentence(sentences, mentions)
        self._quotations = by_sentence(sentences, quotations)
        self._figures = by_sentence(sentences, figures)
        self._past = {
            (annotation.article_id, time.start)
            for annotation in annotations
            for time in annotation.times
            if time.tense == "past"
        }
        self._first = first_told({a.article_id: a for a in articles}, alignments)

    def items(self, article: Article, gists: Mapping[str, Gist]) -> Iterator[Item]:
        """Every sentence of an article under every date that it states.

        One that states none stands under the reporting day, if it is among the first of its article or tells an
        event that occurred, something said, or a figure.
        """
        narrated = Narrated(article)
        for place, sentence in enumerate(self._sentences[article.article_id]):
            gist = gists[sentence.text]
            key = sentence.sentence_id
            mentions = self._mentions.get(key, ())
            dates = [
                t for t in self._times.get(key, ()) if not sifting.is_vague(t) and not is_compared(article, t)
            ]
            figures = self._figures.get(key, ())
            day = narrated.day(sentence, gist, dates)
            tells = key in self._quotations or bool(figures) or any(m.status == "occurred" for m in mentions)
            if gist.idle or (gist.state and not tells and not dates):
                continue
            reports = tells or (place < LEAD and not any(is_far(t) for t in dates))
            default = self._first.get(key, day) if reports else None
            for earliest, latest, value, time in _dates(article, gist, dates, default):
                stated = time is not None
                ahead = time is not None and self._is_ahead(article, gist, time)
                yield Item(article, sentence, gist, earliest, latest, value, stated, ahead, mentions, figures)

    def _is_ahead(self, article: Article, gist: Gist, time: Time) -> bool:
        """Whether the article is older than the day, or says on it what is to happen: "warned on Friday" is no plan."""
        when = article.published
        if when is None or not time.earliest or not time.latest:
            return False
        planned = gist.plan and (article.article_id, time.start) not in self._past
        return when < time.earliest or (planned and when <= time.latest)


class Narrated:
    """The day of which a paragraph tells: what follows a dated happening in it is of that day, not of the report's."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._end = 0
        self._day: dt.date | None = None

    def day(self, sentence: Sentence, gist: Gist, dates: Sequence[Time]) -> dt.date | None:
        """The day under which a sentence stands if it states none."""
        if "\n" in self._article.text[self._end : sentence.start]:
            self._day = None
        self._end = sentence.end
        days = {t.earliest for t in dates if t.earliest and t.earliest == t.latest}
        if gist.now or gist.quoted:
            return self._article.published
        if dates:
            self._day = next(iter(days)) if len(days) == len(dates) == 1 else None
        past = self._day and self._article.published and self._day <= self._article.published
        return self._day if past else self._article.published


def is_far(time: Time) -> bool:
    """Whether a time has days of its own and does not just say now, in the past or in the future (TIMEX3 *_REF)."""
    return time.earliest is not None and not time.value.endswith("_REF")


def is_compared(article: Article, time: Time) -> bool:
    """Whether a time only measures: "a day later than planned"."""
    return article.text.startswith(" than ", time.end)


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
    article: Article, gist: Gist, times: Sequence[Time], day: dt.date | None
) -> Iterator[tuple[dt.date, dt.date, str, Time | None]]:
    """The intervals of one sentence, each once; ``day``, if any, where nothing nearer than a month is stated."""
    seen: set[tuple[dt.date, dt.date]] = set()
    near = False
    for time in times:
        if time.timex_type not in ("DATE", "TIME") or not time.earliest or not time.latest:
            continue
        late = article.published is not None and time.earliest > article.published
        if (late and not gist.ahead) or time.value.endswith("_REF") or (time.earliest, time.latest) in seen:
            continue
        seen.add((time.earliest, time.latest))
        near = near or (time.latest - time.earliest).days < MONTH
        yield time.earliest, time.latest, time.value[:10], time
    if day and not near and (day, day) not in seen:
        yield day, day, day.isoformat(), None


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
