"""Statements: what each article says, has somebody say, counts or tells; the parts that claims are made of."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from newsledger.assess.prose import is_statement
from newsledger.assess.sentences import Sentences
from newsledger.assess.words import cue_words
from newsledger.link.events.standing import FORESEEN, bears_out
from newsledger.records import Article, Event, EventMention, Figure, Quotation

FARTHEST = 120  # characters between a speaker and the content
EVENT_STANCES = {"denied": "denies", "hypothetical": "questions"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement in one article, with the span that shows it."""

    kind: str  # quotation, report, figure, event
    ref: str  # id of the row behind it
    article: Article
    start: int
    end: int
    text: str
    speaker_id: str | None
    stance: str = "affirms"
    content: str = ""  # what is said, without who says so
    speaker_text: str = ""  # the words that name the speaker

    @property
    def said(self) -> str:
        """The content, by which statements are compared."""
        return self.content or self.text

    @property
    def order(self) -> tuple[dt.date, str, int, int, str]:
        """By publication, then by place."""
        return (
            self.article.published or dt.date.max,
            self.article.article_id,
            self.start,
            self.end,
            self.ref,
        )


def quoted(quotations: Iterable[Quotation], articles: Mapping[str, Article]) -> Iterator[Statement]:
    """What somebody said, directly or by report; a report is shown with the words that attribute it."""
    for q in quotations:
        article = articles[q.article_id]
        start, end = _attributed(q, article) if q.kind == "indirect" else (q.start, q.end)
        if start == q.start and _opens_object().match(q.text) and q.kind == "indirect":
            continue  # "called on [them to keep the peace]" with its speaker too far away to be shown
        if q.kind == "indirect" and not is_statement(article.text[start:end]):
            continue  # another line has run into the words that name the speaker
        yield Statement(
            kind="report" if q.kind == "indirect" else "quotation",
            ref=q.quotation_id,
            article=article,
            start=start,
            end=end,
            text=article.text[start:end],
            content=q.text if q.stance == "affirms" else matter(q.text),
            speaker_id=q.speaker_id,
            speaker_text=q.speaker_text or "",
            stance=q.stance,
        )


def matter(text: str) -> str:
    """What is denied, without the noun that names it: "a report by the Post that she had left"."""
    return text[match.end() :] if (match := _named().match(text)) else text


@functools.cache
def _opens_object() -> re.Pattern[str]:
    """What begins an object, and no statement: "them to keep the peace"."""
    return re.compile(rf"(?:{'|'.join(sorted(cue_words('object_openers')))})\b", re.IGNORECASE)


@functools.cache
def _named() -> re.Pattern[str]:
    nouns = "|".join(sorted(cue_words("hearsay_nouns") | cue_words("accusing_nouns") | cue_words("reproofs")))
    return re.compile(
        rf"(?:[\w’'-]+ ){{0,3}}(?:{nouns})s?(?: (?:by|of|from|in) [^,;]{{2,60}}?)? that ", re.IGNORECASE
    )


def _attributed(q: Quotation, article: Article) -> tuple[int, int]:
    """From speaker to content, where they stand in one paragraph and close together."""
    if q.speaker_start is None or q.speaker_end is None:
        return q.start, q.end
    start, end = min(q.start, q.speaker_start), max(q.end, q.speaker_end)
    gap = max(q.start - q.speaker_end, q.speaker_start - q.end)
    if q.cue and article.text.startswith(f" {q.cue}", end):
        end += 1 + len(q.cue)  # "..., the aide said"
    near = gap <= FARTHEST and "\n" not in article.text[start:end]
    return (start, end) if near else (q.start, q.end)


def counted(
    figures: Iterable[Figure],
    articles: Mapping[str, Article],
    sentences: Sentences,
    quotations: Iterable[Quotation] = (),
) -> Iterator[tuple[Figure, Statement]]:
    """Figures, each shown by its sentence.

    One that a correction takes back is denied by the paper, one inside what somebody denies by that speaker;
    ``quotations`` are those that assert something: who rejects a demand of 6 percent does not deny the number.
    """
    denials: dict[str, list[Quotation]] = defaultdict(list)
    for q in quotations:
        if q.stance == "denies":
            denials[q.article_id].append(q)
    for figure in figures:
        inside = any(q.start <= figure.start and figure.end <= q.end for q in denials[figure.article_id])
        article = articles[figure.article_id]
        start, end = sentences.around(figure.article_id, figure.start, figure.end)
        yield (
            figure,
            Statement(
                kind="figure",
                ref=figure.figure_id,
                article=article,
                start=start,
                end=end,
                text=article.text[start:end],
                speaker_id=figure.claimant_id,
                stance="denies" if figure.retracted or inside else "affirms",
            ),
        )


def told(
    events: Iterable[Event],
    event_mentions: Iterable[EventMention],
    quotations: Iterable[Quotation],
    articles: Mapping[str, Article],
    sentences: Sentences,
) -> Iterator[Statement]:
    """Events, each mention shown by its sentence; an act of speech that is a quotation already is left out.

    So is who only foresaw what is reported to have happened: a forecast supports no report.
    """
    said = _by_sentence(quotations, sentences)
    event_of = {e.event_id: e for e in events}
    for mention in event_mentions:
        event = event_of[mention.event_id]
        if mention.status in FORESEEN and not bears_out(event.status, mention.status):
            continue
        article = articles[mention.article_id]
        start, end = sentences.around(mention.article_id, mention.start, mention.end)
        around = said[(mention.article_id, start)]
        if mention.trigger.lower() in {(q.cue or "").lower().partition(" ")[0] for q in around}:
            continue
        doubt = _doubted(mention, around)
        if doubt is None and event.claimant_id:
            start, end = _reported_in(mention, around, event.claimant_id, article) or (start, end)
        yield Statement(
            kind="event",
            ref=mention.event_id,
            article=article,
            start=start,
            end=end,
            text=article.text[start:end],
            content=matter(doubt.text) if doubt else "",
            speaker_id=doubt.speaker_id if doubt else event.claimant_id,
            stance=doubt.stance if doubt else EVENT_STANCES.get(mention.status, "affirms"),
        )


def _by_sentence(
    quotations: Iterable[Quotation], sentences: Sentences
) -> dict[tuple[str, int], list[Quotation]]:
    """The quotations by article and the start of the sentence around them."""
    said: dict[tuple[str, int], list[Quotation]] = defaultdict(list)
    for q in quotations:
        start, _ = sentences.around(q.article_id, q.start, q.end)
        said[(q.article_id, start)].append(q)
    return said


def _doubted(mention: EventMention, around: Iterable[Quotation]) -> Quotation | None:
    """The denial or question that an event is told in, where no one within it affirms it."""
    at = mention.start + max(0, mention.text.find(mention.trigger))
    inside = [q for q in around if q.start <= at < q.end]
    doubts = [q for q in inside if q.stance != "affirms"]
    inner = min(doubts if mention.status == "denied" else inside, key=_narrow, default=None)
    return inner if inner is not None and inner.stance != "affirms" else None


def _reported_in(
    mention: EventMention, around: Iterable[Quotation], claimant_id: str, article: Article
) -> tuple[int, int] | None:
    """The claimant's report that tells the event, with who makes it: "Ann Lee's announcement that ..."."""
    at = mention.start + max(0, mention.text.find(mention.trigger))
    inside = [q for q in around if q.start <= at < q.end and q.speaker_id == claimant_id]
    inner = min(inside, key=_narrow, default=None)
    return _attributed(inner, article) if inner is not None and inner.kind == "indirect" else None


def _narrow(q: Quotation) -> tuple[int, int]:
    return q.end - q.start, q.start
