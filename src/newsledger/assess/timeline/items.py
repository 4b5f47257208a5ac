"""What can stand on a timeline: each sentence under each date that it tells of."""

from __future__ import annotations

import bisect
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsledger.assess.timeline import sifting
from newsledger.assess.timeline.words import bag
from newsledger.records import Alignment, Article, Event, EventMention, Figure, Quotation, Sentence, Time

LEAD = 10  # sentences from the top of an article that report the day without having to say so
MONTH = 31
SAME = 0.5  # similarity from which two aligned sentences of a family are one
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
    ahead: bool = False  # a plan: the article is older than the day, or says what is to happen on it
    quoted: bool = False  # a voice rather than a report


def items(
    articles: Iterable[Article],
    sentences: Iterable[Sentence],
    times: Iterable[Time],
    events: Iterable[Event],
    event_mentions: Iterable[EventMention],
    quotations: Iterable[Quotation] = (),
    figures: Iterable[Figure] = (),
    alignments: Iterable[Alignment] = (),
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
    first = first_told(by_id, alignments)
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
        if not dates and not reports:
            continue
        if sifting.is_idle(sentence.text) or (not tells and not dates and sifting.is_state(sentence.text)):
            continue
        found = [event_of[m.event_id] for m in mentions if m.event_id in event_of]
        spans = list(_dates(article, sentence, dates, reports, first.get(sentence.sentence_id)))
        if not spans:
            continue
        words, quoted = bag(sentence.text), sifting.is_quoted(sentence.text)
        for earliest, latest, value, is_stated in spans:
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
                    ahead=_is_ahead(article, sentence, earliest, latest, is_stated),
                    quoted=quoted,
                )
            )
    return out


def _is_ahead(article: Article, sentence: Sentence, earliest: dt.date, latest: dt.date, stated: bool) -> bool:
    when = article.published
    if when is None or not stated:
        return False
    return when < earliest or (when <= latest and sifting.is_plan(sentence.text))


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
    article: Article, sentence: Sentence, times: Sequence[Time], reports: bool, first: dt.date | None
) -> Iterator[tuple[dt.date, dt.date, str, bool]]:
    """The intervals of one sentence, each once; the reporting day where nothing nearer than a month is stated."""
    seen: set[tuple[dt.date, dt.date]] = set()
    near = False
    for time in times:
        if time.timex_type not in ("DATE", "TIME") or not time.earliest or not time.latest:
            continue
        late = article.published is not None and time.earliest > article.published
        if sifting.is_vague(time) or (late and not sifting.looks_ahead(sentence.text)):
            continue
        if time.value.endswith("_REF") or (time.earliest, time.latest) in seen:
            continue
        seen.add((time.earliest, time.latest))
        near = near or (time.latest - time.earliest).days < MONTH
        yield time.earliest, time.latest, time.value[:10], True
    day = first or article.published
    if reports and not near and day and (day, day) not in seen:
        yield day, day, day.isoformat(), False


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
