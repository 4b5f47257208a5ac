"""What can stand on a timeline: each sentence under each date that it tells of."""

from __future__ import annotations

import bisect
import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsledger.records import Article, Event, EventMention, Sentence, Time

DAY, YEAR = 1, 366
_WORD = re.compile(r"\w+(?:[.,'’-]\w+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One sentence under one date. ``stated`` is False where tense and reporting day gave the date."""

    article: Article
    sentence: Sentence
    earliest: dt.date
    latest: dt.date
    value: str
    stated: bool
    events: tuple[Event, ...]
    statuses: tuple[str, ...]
    words: frozenset[str]


def words_of(text: str) -> frozenset[str]:
    """Lower-case words, as they are compared."""
    return frozenset(w.lower() for w in _WORD.findall(text))


def items(
    articles: Iterable[Article],
    sentences: Iterable[Sentence],
    times: Iterable[Time],
    events: Iterable[Event],
    event_mentions: Iterable[EventMention],
) -> list[Item]:
    """Every sentence under every date it states; one without a date under the reporting day, if it tells an event."""
    by_id = {a.article_id: a for a in articles}
    event_of = {e.event_id: e for e in events}
    stated = _by_article(times)
    told = _by_article(event_mentions)
    out: list[Item] = []
    for sentence in sentences:
        article = by_id.get(sentence.article_id)
        if article is None:
            continue
        here = _inside(told.get(article.article_id, ([], [])), sentence)
        mentions = [m for m in here if isinstance(m, EventMention)]
        dates = [
            t for t in _inside(stated.get(article.article_id, ([], [])), sentence) if isinstance(t, Time)
        ]
        out.extend(_items(article, sentence, dates, mentions, event_of))
    return out


def _items(
    article: Article,
    sentence: Sentence,
    times: Sequence[Time],
    mentions: Sequence[EventMention],
    event_of: Mapping[str, Event],
) -> Iterator[Item]:
    events = tuple(event_of[m.event_id] for m in mentions if m.event_id in event_of)
    statuses = tuple(m.status for m in mentions)
    intervals: dict[tuple[dt.date, dt.date], tuple[str, bool]] = {}
    for time in times:
        if (
            time.timex_type in ("DATE", "TIME")
            and time.earliest
            and time.latest
            and not time.value.endswith("_REF")
        ):
            intervals.setdefault((time.earliest, time.latest), (time.value[:10], True))
    if not any(_short(span) for span in intervals) and article.published and "occurred" in statuses:
        intervals.setdefault((article.published, article.published), (article.published.isoformat(), False))
    words = words_of(sentence.text)
    for (earliest, latest), (value, stated) in intervals.items():
        yield Item(
            article=article,
            sentence=sentence,
            earliest=earliest,
            latest=latest,
            value=value,
            stated=stated,
            events=events,
            statuses=statuses,
            words=words,
        )


def _short(span: tuple[dt.date, dt.date]) -> bool:
    return (span[1] - span[0]).days < YEAR


def _by_article(
    rows: Iterable[Time | EventMention],
) -> dict[str, tuple[list[int], list[Time | EventMention]]]:
    grouped: dict[str, list[Time | EventMention]] = defaultdict(list)
    for row in rows:
        grouped[row.article_id].append(row)
    out = {}
    for article_id, found in grouped.items():
        found.sort(key=lambda r: (r.start, r.end))
        out[article_id] = ([r.start for r in found], found)
    return out


def _inside(
    rows: tuple[list[int], list[Time | EventMention]], sentence: Sentence
) -> list[Time | EventMention]:
    starts, found = rows
    return found[bisect.bisect_left(starts, sentence.start) : bisect.bisect_left(starts, sentence.end)]
