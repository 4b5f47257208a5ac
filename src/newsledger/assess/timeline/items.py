"""What can stand on a timeline: each sentence under each date that it tells of."""

from __future__ import annotations

import bisect
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsledger.assess.timeline.words import bag
from newsledger.records import Article, Event, EventMention, Figure, Quotation, Sentence, Time

LEAD = 10  # sentences from the top of an article that report the day without having to say so
MONTH = 31
Rows = Mapping[str, tuple[list[int], list[object]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One sentence under one date. ``stated`` is False where tense and reporting day gave the date."""

    article: Article
    sentence: Sentence
    position: int  # of the sentence in its article
    earliest: dt.date
    latest: dt.date
    value: str
    stated: bool
    events: tuple[Event, ...]
    statuses: tuple[str, ...]
    words: Mapping[str, int]


def items(
    articles: Iterable[Article],
    sentences: Iterable[Sentence],
    times: Iterable[Time],
    events: Iterable[Event],
    event_mentions: Iterable[EventMention],
    quotations: Iterable[Quotation] = (),
    figures: Iterable[Figure] = (),
) -> list[Item]:
    """Every sentence under every date that it states.

    One that states none stands under the reporting day, if it is among the first of its article or tells an
    event that occurred, something said, or a figure.
    """
    by_id = {a.article_id: a for a in articles}
    event_of = {e.event_id: e for e in events}
    stated, told, reported = (
        by_article(times),
        by_article(event_mentions),
        by_article([*quotations, *figures]),
    )
    out: list[Item] = []
    position: dict[str, int] = defaultdict(int)
    for sentence in sorted(sentences, key=lambda s: (s.article_id, s.start)):
        article = by_id.get(sentence.article_id)
        if article is None:
            continue
        mentions = [m for m in inside(told, sentence) if isinstance(m, EventMention)]
        dates = [t for t in inside(stated, sentence) if isinstance(t, Time)]
        place = position[article.article_id]
        position[article.article_id] += 1
        tells = bool(inside(reported, sentence)) or any(m.status == "occurred" for m in mentions)
        far = any(t.earliest and not t.value.endswith("_REF") for t in dates)
        reports = tells or (place < LEAD and not far)
        found = [event_of[m.event_id] for m in mentions if m.event_id in event_of]
        words = bag(sentence.text)
        for earliest, latest, value, is_stated in _dates(article, dates, reports):
            out.append(
                Item(
                    article=article,
                    sentence=sentence,
                    position=place,
                    earliest=earliest,
                    latest=latest,
                    value=value,
                    stated=is_stated,
                    events=tuple(found),
                    statuses=tuple(m.status for m in mentions),
                    words=words,
                )
            )
    return out


def _dates(
    article: Article, times: Sequence[Time], reports: bool
) -> Iterator[tuple[dt.date, dt.date, str, bool]]:
    """The intervals of one sentence, each once; the reporting day where nothing nearer than a month is stated."""
    seen: set[tuple[dt.date, dt.date]] = set()
    near = False
    for time in times:
        if time.timex_type not in ("DATE", "TIME") or not time.earliest or not time.latest:
            continue
        if time.value.endswith("_REF") or (time.earliest, time.latest) in seen:
            continue
        seen.add((time.earliest, time.latest))
        near = near or (time.latest - time.earliest).days < MONTH
        yield time.earliest, time.latest, time.value[:10], True
    if reports and not near and article.published and (article.published, article.published) not in seen:
        yield article.published, article.published, article.published.isoformat(), False


def by_article(rows: Iterable[Time | EventMention | Quotation | Figure]) -> Rows:
    """Rows by article, with their starts, in order."""
    grouped: dict[str, list[tuple[int, int, object]]] = defaultdict(list)
    for row in rows:
        grouped[row.article_id].append((row.start, row.end, row))
    out = {}
    for article_id, found in grouped.items():
        found.sort(key=lambda r: r[:2])
        out[article_id] = ([r[0] for r in found], [r[2] for r in found])
    return out


def inside(rows: Rows, sentence: Sentence) -> list[object]:
    """The rows that begin in a sentence."""
    starts, found = rows.get(sentence.article_id, ([], []))
    return found[bisect.bisect_left(starts, sentence.start) : bisect.bisect_left(starts, sentence.end)]
