"""Figures joined to entities and days: whose, where, as of when, who vouches, and what they update."""

from __future__ import annotations

import bisect
import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from newsledger.annotate.annotation import Annotation, FoundFigure, Span
from newsledger.link.quantities import quantity, same_number
from newsledger.records import Article, Entity, Figure, Mention, Quotation, Time, make_id

RECENT = 62  # days since the end of a month that "last" may mean
PRONOUNS = frozenset(("it", "he", "she", "they"))


def link_figures(
    *,
    articles: tuple[Article, ...],
    annotations: tuple[Annotation, ...],
    mentions: tuple[Mention, ...],
    quotations: tuple[Quotation, ...],
    times: tuple[Time, ...],
    entities: tuple[Entity, ...] = (),
) -> Mapping[str, tuple[Any, ...]]:
    """The figures of all articles, in order of article and place.

    The claimant is the innermost one who vouches: a nested source inside a quotation before the
    quotation's speaker. The day is that of the governing time, else the day of publication.
    """
    by_mention = _grouped(mentions)
    by_quotation = _grouped(quotations)
    day_of = {(t.article_id, t.start): t for t in times}
    article_of = {a.article_id: a for a in articles}
    wordings = unique_wordings(mentions)
    states = {e.entity_id: e.speaks_for for e in entities if e.speaks_for and e.kind == "NORP"}
    figures: list[Figure] = []
    for annotation in sorted(annotations, key=lambda a: a.article_id):
        article = article_of[annotation.article_id]
        names = Names(by_mention[article.article_id], wordings)
        said = Sayings(by_quotation[article.article_id])
        for found in annotation.figures:
            figure = _link(found, article, names, said, day_of)
            figures.append(replace(figure, subject_id=states.get(figure.subject_id or "", figure.subject_id)))
    return {"figures": tuple(_with_updates(figures, article_of))}


def _grouped(rows: Iterable[Any]) -> dict[str, list[Any]]:
    groups: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        groups[row.article_id].append(row)
    return groups


class Names:
    """An article's mentions, looked up by span."""

    def __init__(self, mentions: Iterable[Mention], wordings: Mapping[str, str] | None = None) -> None:
        self._wordings = wordings or {}
        self._mentions = sorted(mentions, key=lambda m: (m.start, m.end))
        self._starts = [m.start for m in self._mentions]

    def resolve(self, span: Span | None, text: str = "") -> str | None:
        """The entity that a noun phrase names: the mention at its head, which ends it.

        ``text`` is the article's: words that are no mention here (a correction at the foot) are those of
        the one entity of the pile that goes by them.
        """
        if span is None:
            return None
        at = bisect.bisect_left(self._starts, span.end)
        near = [m for m in self._mentions[max(0, at - 12) : at] if m.end > span.start]
        heads = [m for m in near if m.start < span.end <= m.end]
        if heads:
            return max(heads, key=lambda m: (m.form == "name", m.end - m.start, -m.start)).entity_id
        return self._wordings.get(bare_name(text[span.start : span.end])) if text else None


def bare_name(words: str) -> str:
    """A noun phrase without its article, in lower case."""
    return " ".join(w for w in words.lower().split() if w not in ("the", "a", "an", "its", "their"))


def unique_wordings(mentions: Iterable[Mention]) -> dict[str, str]:
    """The wordings by which one entity of the pile goes, and no other."""
    owners: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.form != "pronoun":
            owners[bare_name(mention.text)].add(mention.entity_id)
    return {words: min(ids) for words, ids in owners.items() if len(ids) == 1 and " " in words}


class Sayings:
    """An article's quotations, looked up by what they contain."""

    def __init__(self, quotations: Iterable[Quotation]) -> None:
        self._quotations = sorted(quotations, key=lambda q: (q.start, q.end))
        self._starts = [q.start for q in self._quotations]

    def around(self, start: int, end: int) -> list[Quotation]:
        """The quotations that contain a span, innermost first."""
        at = bisect.bisect_right(self._starts, start)
        near = [q for q in self._quotations[max(0, at - 20) : at] if q.end >= end]
        return sorted(near, key=lambda q: (q.end - q.start, -q.start))

    def overlapping(self, start: int, end: int) -> list[Quotation]:
        """The quotations that share words with a span, first ones first."""
        at = bisect.bisect_left(self._starts, end)
        return [q for q in self._quotations[max(0, at - 20) : at] if q.end > start]

    def frame_of_pronoun(self, quotation: Quotation) -> str | None:
        """The outer speaker, where a pronoun speaks inside reported speech: "a plan that it says saves 40 jobs"."""
        if (quotation.speaker_text or "").lower() not in PRONOUNS or quotation.speaker_start is None:
            return None
        frames = self.around(quotation.speaker_start, quotation.end)
        outer = next((q for q in frames if q is not quotation and q.kind == "indirect"), None)
        return outer.speaker_id if outer is not None else None


def _link(
    found: FoundFigure, article: Article, names: Names, said: Sayings, day_of: Mapping[tuple[str, int], Time]
) -> Figure:
    return Figure(
        figure_id=make_id("f", article.article_id, found.start, found.end),
        article_id=article.article_id,
        start=found.start,
        end=found.end,
        text=found.text,
        value=found.value,
        low=found.low,
        high=found.high,
        bound=found.bound,
        unit=found.unit,
        subject=_subject(found, article.text),
        subject_id=names.resolve(found.subject, article.text),
        place_id=names.resolve(found.place),
        claimant_id=None if found.retracted else _claimant(found, names, said, article.text),
        as_of=_as_of(found, article, day_of),
        currency=found.currency,
        retracted=found.retracted,
        per=found.per,
    )


def _subject(found: FoundFigure, text: str) -> str:
    """One phrase of the text: what is counted, with whose it is where they stand together; else whose it is."""
    whose, counted = found.subject, "" if found.counted == found.unit else found.counted
    if whose is None:
        return counted
    noun = found.counted.split()[0] if found.counted else ""  # "staff" of "staff been killed"
    at = text.lower().find(noun, whose.end, found.end) if noun and found.start <= whose.start else -1
    if at >= 0:  # "40 Norlandic troops"
        return text[whose.start : at + len(noun)]
    return counted or text[whose.start : whose.end]


def _claimant(found: FoundFigure, names: Names, said: Sayings, text: str) -> str | None:
    own = names.resolve(found.claimant, text)
    for quotation in said.around(found.start, found.end):
        if found.aside and _is_reported(quotation, found.start):
            continue
        nested = found.claimant is not None and quotation.start <= found.claimant.start < quotation.end
        if nested and own is not None and not (quotation.speaker_id and _is_pronoun(found, quotation)):
            return own
        if own is not None and found.claimant is not None and found.claimant.start > found.start:
            return own  # "40 fell, according to the army" stands behind whatever frames it
        if quotation.speaker_id is not None:
            return said.frame_of_pronoun(quotation) or quotation.speaker_id
    return own


def _is_reported(quotation: Quotation, at: int) -> bool:
    """Whether the paper's words carry a place of a quotation: reported speech, outside the marks of a mixed one."""
    if quotation.kind != "mixed":
        return quotation.kind == "indirect"
    before = quotation.text[: at - quotation.start]
    return before.count('"') % 2 == 0 and before.count("“") == before.count("”")


def _is_pronoun(found: FoundFigure, quotation: Quotation) -> bool:
    """``a plan that it says saves 40 jobs``: a pronoun inside reported speech means the speaker."""
    if found.claimant is None or quotation.kind != "indirect":
        return False
    at = found.claimant.start - quotation.start
    return quotation.text[at : found.claimant.end - quotation.start].lower() in PRONOUNS


def _as_of(found: FoundFigure, article: Article, day_of: Mapping[tuple[str, int], Time]) -> dt.date | None:
    time = day_of.get((article.article_id, found.time.start)) if found.time else None
    if time is None or time.latest is None:
        return article.published
    if _is_open(time, article):
        return None
    if article.published and time.earliest and time.earliest <= article.published <= time.latest:
        return article.published  # "this year": as of the report
    # A report counts up to its own day: "visitors until Sunday" are of the day of writing.
    return min(time.latest, article.published) if article.published else time.latest


def _is_open(time: Time, article: Article) -> bool:
    """``last February`` in March: the month just over, or that of the year before."""
    words = time.text.lower().split()
    if words[:1] != ["last"] or time.granularity != "month" or words[-1] == "month":
        return False
    return bool(article.published and time.latest and 0 <= (article.published - time.latest).days < RECENT)


def _with_updates(figures: list[Figure], article_of: Mapping[str, Article]) -> list[Figure]:
    """Mark each figure that replaces an earlier one of the same claimant for the same quantity."""
    series: dict[tuple[Any, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.claimant_id and figure.as_of and not figure.retracted:
            story = article_of[figure.article_id].story_id
            series[(story, figure.claimant_id, quantity(figure), figure.subject_id)].append(figure)
    updates: dict[str, str] = {}
    for run in series.values():
        run.sort(key=lambda f: (f.as_of, f.article_id, f.start))
        earlier: Figure | None = None
        for before, figure in itertools.pairwise(run):
            if before.as_of != figure.as_of:
                earlier = before
            if earlier is not None and not same_number(earlier, figure):
                updates[figure.figure_id] = earlier.figure_id
    return [replace(f, updates=updates.get(f.figure_id)) for f in figures]
