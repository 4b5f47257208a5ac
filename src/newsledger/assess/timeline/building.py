"""Entries from dated sentences: one for each thing told of a day, scored, the background first."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from newsledger.annotate.annotation import Annotation
from newsledger.assess.affiliation import Affiliations
from newsledger.assess.origins import Origins
from newsledger.assess.timeline.items import Item, items
from newsledger.assess.timeline.salience import Day, salience
from newsledger.assess.timeline.subjects import subjects
from newsledger.assess.timeline.topics import entries
from newsledger.assess.timeline.words import rarity
from newsledger.records import (
    Alignment,
    Article,
    Entity,
    Event,
    EventMention,
    Family,
    Figure,
    Mention,
    Quotation,
    Sentence,
    Settings,
    Story,
    Time,
    TimelineEntry,
    TimelineEvidence,
    make_id,
)

BACKGROUND = dt.timedelta(days=60)  # what lies further back than this from the first report is background
UNDATED = "no date is stated"  # opens the reason of an entry that the reporting day alone dates
FADE = 0.25  # the n-th entry of a day has the day's weight divided by 1 + n * FADE


def build_timeline(
    *,
    articles: tuple[Article, ...],
    sentences: tuple[Sentence, ...],
    annotations: tuple[Annotation, ...],
    times: tuple[Time, ...],
    events: tuple[Event, ...],
    event_mentions: tuple[EventMention, ...],
    quotations: tuple[Quotation, ...],
    stories: tuple[Story, ...],
    families: tuple[Family, ...],
    figures: tuple[Figure, ...],
    settings: Settings,
    alignments: tuple[Alignment, ...] = (),
    entities: tuple[Entity, ...] = (),
    mentions: tuple[Mention, ...] = (),
) -> dict[str, tuple[object, ...]]:
    """Cluster the dated sentences of each subject by date and topic; see ``salience`` for the score."""
    told = items(articles, sentences, times, events, event_mentions, quotations, figures, alignments)
    subject_of = subjects(articles)
    origins = Origins(articles, quotations, Affiliations(entities, mentions))
    by_subject: dict[int, list[Item]] = defaultdict(list)
    for item in told:
        by_subject[subject_of[item.article.story_id]].append(item)
    reports: dict[int, list[Article]] = defaultdict(list)
    for article in articles:
        reports[subject_of[article.story_id]].append(article)
    rows: list[TimelineEntry] = []
    evidence: list[TimelineEvidence] = []
    for subject in sorted(by_subject):
        for entry, places in _subject(by_subject[subject], reports[subject]):
            behind = {origins.of_sentence(v.article_id, v.start, v.end) for v in places}
            rows.append(replace(entry, n_origins=len(behind)))
            evidence.extend(places)
    rows.sort(key=lambda e: (str(e.story_id), str(e.earliest), str(e.latest), -e.salience, e.entry_id))
    evidence.sort(key=lambda v: (v.entry_id, v.article_id, v.start))
    return {"timeline": tuple(rows), "timeline_evidence": tuple(evidence)}


def _subject(
    told: list[Item], articles: Iterable[Article]
) -> Iterable[tuple[TimelineEntry, list[TimelineEvidence]]]:
    published = Counter(a.published for a in articles if a.published)
    idf = rarity(item.words for item in {i.sentence.sentence_id: i for i in told}.values())
    days: dict[Day, list[Item]] = defaultdict(list)
    for item in sorted(told, key=_order):
        days[item.earliest, item.latest].append(item)
    for day in sorted(days):
        weight = salience(day, days[day], published)
        groups = entries(days[day], idf, _day_after(day, days))
        groups.sort(key=lambda group: all(i.quoted for i in group))  # reports before voices
        for rank, group in enumerate(groups):
            yield _entry(day, group, weight / (1 + rank * FADE), published)


def _day_after(day: Day, days: Mapping[Day, list[Item]]) -> list[Item]:
    """What the papers of the next day report without stating a date: mostly this day."""
    if day[0] != day[1]:
        return []
    after = day[0] + dt.timedelta(days=1)
    return [item for item in days.get((after, after), ()) if not item.stated]


def _order(item: Item) -> tuple[str, str, int]:
    return (str(item.article.published), item.article.article_id, item.sentence.start)


def _entry(
    day: Day,
    group: Sequence[Item],
    weight: float,
    published: Mapping[dt.date, int],
) -> tuple[TimelineEntry, list[TimelineEvidence]]:
    best = next((i for i in group if not i.ahead), group[0])  # the report, where there is one
    n_articles = len({i.article.article_id for i in group})
    evidence = sorted(
        {(i.article.article_id, i.sentence.start, i.sentence.end, i.sentence.text) for i in group}
    )
    entry_id = make_id("tl", str(day[0]), str(day[1]), evidence)
    entry = TimelineEntry(
        entry_id=entry_id,
        story_id=_story_of(group),
        earliest=day[0],
        latest=day[1],
        value=best.value,
        text=best.sentence.text,
        status=status_of(day, group, published),
        n_articles=n_articles,
        n_families=len({i.article.family_id or i.article.article_id for i in group}),
        salience=round(weight, 6),
        reason=_reason(group, n_articles),
    )
    rows = [
        TimelineEvidence(entry_id=entry_id, article_id=a, start=start, end=end, text=text)
        for a, start, end, text in evidence
    ]
    return entry, rows


def _story_of(group: Sequence[Item]) -> str | None:
    """The story to which most of the articles behind an entry belong."""
    votes = Counter(story for _, story in {(i.article.article_id, i.article.story_id) for i in group})
    return min(votes, key=lambda story: (-votes[story], str(story)))


def _reason(group: Sequence[Item], n_articles: int) -> str:
    stated = sum(i.stated for i in group)
    papers = "one article" if n_articles == 1 else f"{n_articles} articles"
    if stated:
        return f"the date is stated by {stated} sentence(s) of {papers}"
    return f"{UNDATED}: told in {papers} of that reporting day or in copies of them"


def status_of(day: Day, group: Sequence[Item], published: Mapping[dt.date, int]) -> str:
    """Planned where nobody reports that it was so; history where the day lies far before the first."""
    reports = [i.article.published for i in group if i.article.published]
    if published and day[1] < min(published) - BACKGROUND:
        return "historical"
    told = [i for i in group if not i.ahead]
    if reports and not told:
        return "planned"
    votes = Counter(s for i in told for s in i.statuses)
    if reports and day[1] < max(reports):
        votes.pop("planned", None)
    return max(votes, key=lambda s: (votes[s], s)) if votes else "occurred"
