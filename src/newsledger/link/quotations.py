"""Quotations with their speakers and dates: the spans found in each article become rows."""

from __future__ import annotations

import bisect
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

from newsledger.annotate.annotation import Annotation, FoundQuotation, Span
from newsledger.annotate.mentions.tables import closed
from newsledger.link.issuers import with_issuers
from newsledger.records import Article, Mention, Quotation, Time, make_id


def link_quotations(
    *,
    articles: tuple[Article, ...],
    annotations: tuple[Annotation, ...],
    mentions: tuple[Mention, ...],
    times: tuple[Time, ...],
) -> dict[str, tuple[Quotation, ...]]:
    """One row for each quotation found.

    The speaker is the entity of the smallest mention that holds the head of the speaker's words, else of
    the first name within them; ``said_on`` the day that the words of saying name. Where the text names
    neither, both stay null.
    """
    known = {article.article_id: article for article in articles}
    people = {
        article: _Mentions(rows, known[article].text)
        for article, rows in _by_article(mentions).items()
        if article in known
    }
    days = {(t.article_id, t.start, t.end): _day(t) for t in times}
    rows: list[Quotation] = []
    for annotation in annotations:
        if annotation.article_id in known:
            named = people.get(annotation.article_id, _Mentions(()))
            named.peoples = {(m.start, m.end) for m in annotation.mentions if m.kind == "NORP"}
            article = known[annotation.article_id]
            rows += with_issuers(_rows(annotation, article, named, days), article.text, named.entity)
    return {"quotations": tuple(sorted(rows, key=lambda q: (q.article_id, q.start, q.end, q.quotation_id)))}


class _Mentions:
    """The mentions of one article, found by a position."""

    def __init__(self, rows: Iterable[Mention], text: str = "") -> None:
        self.text = text
        self.rows = sorted(rows, key=lambda m: (m.start, m.end))
        self.starts = [m.start for m in self.rows]
        self.longest = max((m.end - m.start for m in self.rows), default=0)
        self.peoples: set[tuple[int, int]] = set()  # spans of peoples' names

    def between(self, start: int, end: int) -> list[Mention]:
        """The mentions that touch ``[start, end)``."""
        first = bisect.bisect_left(self.starts, start - self.longest)
        last = bisect.bisect_left(self.starts, end)
        return [m for m in self.rows[first:last] if m.end > start]

    def entity(self, span: Span | None, head: int | None = None) -> str | None:
        """The entity that a phrase names."""
        if span is None:
            return None
        at = span.end - 1 if head is None else head
        over = list(self.between(at, at + 1))
        if over:
            best = min(over, key=lambda m: (m.end - m.start, m.start, m.mention_id))
            member = best.form == "name" and best.text.lower() in closed("party_members")
            return None if member else best.entity_id  # "the Ohio Republican" is one of them, not the party
        within = [
            m for m in self.between(span.start, span.end) if span.start <= m.start and m.end <= span.end
        ]
        # "Western powers" are not the West: an adjective beside the head names nobody.
        names = [m for m in within if m.form == "name" and (m.start, m.end) not in self.peoples]
        names = [m for m in names if not self._inside(m, span)]
        return names[0].entity_id if len({m.entity_id for m in names}) == 1 else None

    def _inside(self, mention: Mention, span: Span) -> bool:
        """Whether a name only tells where the speaker belongs: "a clerk in Tarvik's mint"."""
        before = self.text[span.start : mention.start].split()
        possessive = self.text[mention.end : mention.end + 2] in ("'s", "’s")
        words = [w for w in before if w.lower() not in closed("determiners")]
        return possessive or bool(words and words[-1].lower() in closed("role_prepositions"))


class _Parts:
    """The ids of the quotations of one article, found by span and, where two have one, by cue."""

    def __init__(self, article_id: str, found: Iterable[FoundQuotation]) -> None:
        self.exact: dict[tuple[Span, int | None], str] = {}
        self.any: dict[Span, str] = {}
        for q in found:
            quotation_id, span = _id(article_id, q), Span(q.start, q.end)
            self.exact.setdefault((span, _cue(q)), quotation_id)
            self.any.setdefault(span, quotation_id)

    def before(self, q: FoundQuotation) -> str | None:
        """The id of the part that a quotation continues."""
        if q.continues is None:
            return None
        return self.exact.get((q.continues, _cue(q))) or self.any.get(q.continues)


def _rows(
    annotation: Annotation,
    article: Article,
    named: _Mentions,
    days: dict[tuple[str, int, int], dt.date | None],
) -> list[Quotation]:
    text = article.text
    article_id, parts = annotation.article_id, _Parts(annotation.article_id, annotation.quotations)
    rows: dict[str, Quotation] = {}
    for q in annotation.quotations:
        speaker = q.speaker
        row = Quotation(
            quotation_id=_id(article_id, q),
            article_id=article_id,
            start=q.start,
            end=q.end,
            text=q.text,
            kind=q.kind,
            cue=q.cue,
            speaker_text=None if speaker is None else text[speaker.start : speaker.end],
            speaker_start=None if speaker is None else speaker.start,
            speaker_end=None if speaker is None else speaker.end,
            speaker_id=named.entity(speaker, q.speaker_head),
            addressee_id=named.entity(q.addressee),
            said_on=_said_on(q, article, days),
            continues=parts.before(q),
            stance=q.stance,
            occasion=None if q.occasion is None else text[q.occasion.start : q.occasion.end],
        )
        rows.setdefault(row.quotation_id, row)
    return list(rows.values())


def _said_on(
    q: FoundQuotation, article: Article, days: dict[tuple[str, int, int], dt.date | None]
) -> dt.date | None:
    """The day of saying. What an article reports was not said after it was published."""
    day = None if q.said is None else days.get((article.article_id, q.said.start, q.said.end))
    late = day is not None and article.published is not None and day > article.published
    return None if late else day


def _cue(q: FoundQuotation) -> int | None:
    return None if q.cue_span is None else q.cue_span.start


def _id(article_id: str, q: FoundQuotation) -> str:
    return make_id("q", article_id, q.start, q.end, q.kind, _cue(q))


def _day(time: Time) -> dt.date | None:
    """The day that an expression denotes, where it denotes one."""
    return time.earliest if time.earliest is not None and time.earliest == time.latest else None


def _by_article(mentions: Sequence[Mention]) -> dict[str, list[Mention]]:
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[mention.article_id].append(mention)
    return groups
