"""Entries from dated sentences: one for each thing told of a day, scored, the background first."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsledger.annotate.annotation import Annotation
from newsledger.assess.affiliation import Affiliations
from newsledger.assess.origins import Origins
from newsledger.assess.timeline.gist import gists
from newsledger.assess.timeline.items import Item, Told
from newsledger.assess.timeline.salience import Day, salience
from newsledger.assess.timeline.topics import Row, entries
from newsledger.assess.timeline.vectors import Vectors
from newsledger.records import (
    Alignment,
    Article,
    Entity,
    EventMention,
    Figure,
    Mention,
    Quotation,
    Sentence,
    Time,
    TimelineEntry,
    TimelineEvidence,
    make_id,
)

BACKGROUND = dt.timedelta(days=60)  # what lies further back than this from the first report is background
UNDATED = "no date is stated"  # opens the reason of an entry that the reporting day alone dates
BESIDE = (
    "planned",
    "historical",
)  # what a report of a day foresees or recalls beside what it tells of that day
CLAUSE = 8  # characters from the start of a sentence within which its main clause begins: "But the ..."
FADE = 0.25  # the n-th entry of a day has the day's weight divided by 1 + n * FADE
Entry = tuple[TimelineEntry, list[TimelineEvidence]]


def build_timeline(
    *,
    articles: tuple[Article, ...],
    sentences: tuple[Sentence, ...],
    times: tuple[Time, ...],
    event_mentions: tuple[EventMention, ...],
    quotations: tuple[Quotation, ...],
    figures: tuple[Figure, ...],
    annotations: tuple[Annotation, ...] = (),
    alignments: tuple[Alignment, ...] = (),
    entities: tuple[Entity, ...] = (),
    mentions: tuple[Mention, ...] = (),
) -> dict[str, tuple[object, ...]]:
    """Cluster the dated sentences of one subject by date and topic; see ``salience`` for the score.

    Which stories are one subject is told by ``find_subjects``; the rows given are those of its articles.
    """
    own = in_order(articles, sentences)
    read = gists(sentences)
    told = Told(articles, own, times, event_mentions, quotations, figures, alignments, annotations)
    reports = sorted(articles, key=lambda a: (str(a.published), a.article_id))
    origins = Origins(articles, quotations, Affiliations(entities, mentions))
    items = [item for article in reports for item in told.items(article, read)]
    rows: list[TimelineEntry] = []
    evidence: list[TimelineEvidence] = []
    for entry, places in of_subject(items, reports, origins):
        rows.append(entry)
        evidence.extend(places)
    rows.sort(key=lambda e: (str(e.story_id), e.earliest, e.latest, -e.salience, e.entry_id))
    evidence.sort(key=lambda v: (v.entry_id, v.article_id, v.start))
    return {"timeline": tuple(rows), "timeline_evidence": tuple(evidence)}


def in_order(articles: Iterable[Article], sentences: Iterable[Sentence]) -> dict[str, list[Sentence]]:
    """The sentences of each article in the order of its text."""
    own: dict[str, list[Sentence]] = {a.article_id: [] for a in articles}
    for sentence in sentences:
        if sentence.article_id in own:
            own[sentence.article_id].append(sentence)
    for found in own.values():
        found.sort(key=lambda s: s.start)
    return own


def of_subject(items: Sequence[Item], articles: Iterable[Article], origins: Origins) -> Iterator[Entry]:
    """The entries of one subject; ``items`` in the order of publication and of the text."""
    published = Counter(a.published for a in articles if a.published)
    first = min(published, default=None)
    numbers: dict[str, int] = {}
    stems: list[Sequence[str]] = []
    days: dict[Day, list[Row]] = defaultdict(list)
    for item in items:
        number = numbers.setdefault(item.sentence.sentence_id, len(numbers))
        if number == len(stems):
            stems.append(item.gist.stems)
        days[item.earliest, item.latest].append(Row(item, number))
    vectors = Vectors(stems)
    for day in sorted(days):
        weight = salience(day, [row.item for row in days[day]], published)
        groups = entries(days[day], vectors, _day_after(day, days))
        groups.sort(key=lambda group: all(i.quoted for i in group))  # reports before voices
        for rank, group in enumerate(groups):
            yield _entry(day, group, weight / (1 + rank * FADE), first, origins)


def _day_after(day: Day, days: Mapping[Day, list[Row]]) -> list[Row]:
    """What the papers of the next day report without stating a date: mostly this day."""
    if day[0] != day[1] or day[0] == dt.date.max:
        return []
    after = day[0] + dt.timedelta(days=1)
    return [row for row in days.get((after, after), ()) if not row.item.stated]


def _entry(day: Day, group: Sequence[Item], weight: float, first: dt.date | None, origins: Origins) -> Entry:
    reports = [i for i in group if not i.ahead] or group  # who foretold it does not support that it was so
    best = next((i for i in reports if not i.gist.dangling), reports[0])
    behind = {i.article.article_id: i.article for i in reports}
    said = {(i.article.article_id, i.sentence.start, i.sentence.end) for i in reports}
    evidence = sorted(
        {(i.article.article_id, i.sentence.start, i.sentence.end, i.sentence.text) for i in group}
    )
    entry_id = make_id("tl", str(day[0]), str(day[1]), evidence)
    entry = TimelineEntry(
        entry_id=entry_id,
        story_id=_story_of(behind.values()),
        earliest=day[0],
        latest=day[1],
        value=best.value,
        text=best.sentence.text,
        status=status_of(day, group, first),
        n_articles=len(behind),
        n_families=len({a.family_id or a.article_id for a in behind.values()}),
        n_origins=len({origins.of_sentence(*words) for words in said}),
        salience=round(weight, 6),
        reason=_reason(reports, len(behind)),
    )
    rows = [
        TimelineEvidence(entry_id=entry_id, article_id=a, start=start, end=end, text=text)
        for a, start, end, text in evidence
    ]
    return entry, rows


def _story_of(articles: Iterable[Article]) -> str | None:
    """The story to which most of the articles behind an entry belong."""
    votes = Counter([a.story_id for a in articles])
    return min(votes, key=lambda story: (-votes[story], str(story)))


def _reason(group: Sequence[Item], n_articles: int) -> str:
    stated = sum(i.stated for i in group)
    papers = "one article" if n_articles == 1 else f"{n_articles} articles"
    if stated:
        return f"the date is stated by {stated} sentence(s) of {papers}"
    return (
        f"{UNDATED}: told in {papers} of that reporting day, in copies of them, or in a paragraph on that day"
    )


def bears(item: Item, mention: EventMention) -> bool:
    """Whether an event's status is that of what its sentence tells: it is denied or doubted in the main clause."""
    if mention.status == "occurred":
        return True
    main = mention.start - item.sentence.start < CLAUSE
    return main and (mention.status != "denied" or item.gist.negative)


def status_of(day: Day, group: Sequence[Item], first: dt.date | None) -> str:
    """Planned where nobody reports that it was so; history where the day lies far before the ``first`` report."""
    if first and day[1] < first - BACKGROUND:
        return "historical"
    told = [i for i in group if not i.ahead]
    if not told:
        return "planned"
    votes = Counter([m.status for i in told for m in i.mentions if m.status not in BESIDE and bears(i, m)])
    return max(votes, key=lambda s: (votes[s], s)) if votes else "occurred"
