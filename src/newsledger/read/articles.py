"""From a draft to the ledger's rows: article, passages, links and votes on the date."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsledger.read.addresses import date_in_address, leads_to_article, outlet_of
from newsledger.read.dateline import Dateline, find_dateline, find_glued
from newsledger.read.draft import Doubt, Draft, Hint, StatedDate
from newsledger.read.language import language_of
from newsledger.read.passages import headline_span, is_short, lines_of, mark_lines
from newsledger.read.tables import table, words
from newsledger.records import Article, DateEvidence, Issue, Link, Passage, make_id

STATED = ("metadata", "json_ld", "meta_tag")  # votes that are the file's own statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """All rows of one article."""

    article: Article
    passages: tuple[Passage, ...]
    links: tuple[Link, ...]
    date_evidence: tuple[DateEvidence, ...]
    issues: tuple[Issue, ...]


def rows_of(draft: Draft, source: str) -> Rows:
    """Everything that reading says of one article."""
    text = draft.text
    marks = mark_lines(text, draft.title, draft.hints, draft.anchors)
    dateline = dateline_of(text, marks)
    if dateline:
        found = [
            *before_dateline(text, dateline),
            Hint(start=dateline.start, end=dateline.end, kind="dateline"),
        ]
        marks = sorted([*(m for m in marks if not covered(m, found)), *found], key=lambda m: m.start)
    language, doubt = language_of(draft.language, text)
    article = article_of(draft, source, marks, dateline, language)
    identity = article.article_id
    doubts = [d for d in (*draft.doubts, doubt, undecoded(text)) if d]
    return Rows(
        article=article,
        passages=tuple(
            Passage(article_id=identity, start=m.start, end=m.end, text=text[m.start : m.end], kind=m.kind)
            for m in marks
        ),
        links=links_of(draft, identity, marks),
        date_evidence=evidence_of(draft, article, dateline),
        issues=tuple(
            Issue(source=source, stage="read", severity="doubtful", message=d.message, remedy=d.remedy)
            for d in doubts
        ),
    )


def undecoded(text: str) -> Doubt | None:
    """A doubt where bytes of the file were no characters."""
    count = text.count("\ufffd")
    if not count:
        return None
    return Doubt(message=f"{count} characters could not be decoded", remedy="Give the file in UTF-8.")


def article_of(
    draft: Draft, source: str, marks: list[Hint], dateline: Dateline | None, language: str
) -> Article:
    """The article itself; its id covers text, title, address, outlet and stated date, never the path."""
    title = draft.title or title_in(draft.text, marks)
    outlet = draft.outlet or (outlet_of(draft.url) if draft.url else None)
    stated = stated_date([*draft.dates, *([dateline.date] if dateline and dateline.date else [])])
    return Article(
        article_id=make_id("a", draft.text, title, draft.url, outlet, stated.isoformat() if stated else None),
        source=source,
        url=draft.url,
        outlet=outlet,
        agency=(dateline.agency if dateline else None) or draft.agency or agency_in(draft.text, marks),
        title=title,
        language=language,
        text=draft.text,
        published_stated=stated,
    )


def stated_date(dates: list[StatedDate]) -> dt.date | None:
    """The first full date that the file itself states."""
    for date in dates:
        if date.vote in (*STATED, "dateline") and re.fullmatch(r"\d{4}-\d{2}-\d{2}", date.value):
            return dt.date.fromisoformat(date.value)
    return None


def dateline_of(text: str, marks: list[Hint]) -> Dateline | None:
    """The dateline at the beginning of the first line that is prose."""
    taken = {m.start for m in marks}
    for row in lines_of(text)[:6]:
        if row.start not in taken:
            return find_dateline(text, row.start) or find_glued(text, row.start, row.end)
    return None


def before_dateline(text: str, dateline: Dateline) -> Iterator[Hint]:
    """What a crawl left on the line before its dateline: a headline if it is short, else teasers and by-lines."""
    start = text.rfind("\n", 0, dateline.start) + 1
    words = text[start : dateline.start].rstrip()
    if words.strip():
        start += len(words) - len(words.lstrip())
        headline = is_short(words) and words.lstrip()[0].isalnum()
        yield Hint(
            start=start, end=start + len(words.lstrip()), kind="heading" if headline else "boilerplate"
        )


def covered(mark: Hint, others: list[Hint]) -> bool:
    return any(mark.start < other.end and other.start < mark.end for other in others)


def title_in(text: str, marks: list[Hint]) -> str | None:
    """A heading on the very first line is the title where the file states none."""
    first = marks[0] if marks else None
    if first and first.kind == "heading" and not text[: first.start].strip():
        return text[first.start : first.end]
    return None


def agency_in(text: str, marks: list[Hint]) -> str | None:
    """A known agency that signs at the end: in a credit line, or alone in brackets."""
    known = words("agencies.txt")
    for mark in marks:
        if mark.kind == "credit":
            named = (m[1] for p in agency_credits() if (m := p.match(text[mark.start : mark.end])))
            for name in (n.strip(" .)") for words_in in named for n in re.split(r",|;|/| and ", words_in)):
                if name in known:
                    return name
    last = re.search(r"[(—–-]\s*([A-Z][\w. -]{1,40}?)\s*\)?$", text[-60:])
    return last[1] if last and last[1] in known else None


@functools.lru_cache(maxsize=1)
def agency_credits() -> tuple[re.Pattern[str], ...]:
    """The credit lines that may name an agency, from ``data/read/lines.toml``."""
    return tuple(re.compile(p, re.IGNORECASE) for p in table("lines.toml")["credit"]["agency"])


def links_of(draft: Draft, article_id: str, marks: list[Hint]) -> tuple[Link, ...]:
    """The other articles that this one names: by read-more lines, and by hyperlinks in its prose or beside it."""
    found = [*named_in_lines(draft, article_id, marks), *anchored(draft, article_id, marks)]
    unique = {(link.start, link.text, link.url): link for link in found}
    return tuple(sorted(unique.values(), key=lambda k: (k.start is None, k.start or 0, k.text, k.url or "")))


def named_in_lines(draft: Draft, article_id: str, marks: list[Hint]) -> Iterator[Link]:
    for mark in marks:
        if mark.kind != "read_more":
            continue
        inside = [a for a in draft.anchors if a.start is not None and mark.start <= a.start < mark.end]
        for anchor in inside:
            yield Link(
                article_id=article_id, start=anchor.start, end=anchor.end, text=anchor.text, url=anchor.url
            )
        span = None if inside else headline_span(draft.text[mark.start : mark.end])
        if span:
            start, end = mark.start + span[0], mark.start + span[1]
            yield Link(article_id=article_id, start=start, end=end, text=draft.text[start:end])


def anchored(draft: Draft, article_id: str, marks: list[Hint]) -> Iterator[Link]:
    """Hyperlinks outside read-more lines, where their address looks like an article's."""
    for anchor in draft.anchors:
        beside = anchor.start is None
        marked = not beside and any(m.start <= (anchor.start or 0) < m.end for m in marks)
        if beside or (not marked and leads_to_article(anchor.url)):
            yield Link(
                article_id=article_id, start=anchor.start, end=anchor.end, text=anchor.text, url=anchor.url
            )


def evidence_of(draft: Draft, article: Article, dateline: Dateline | None) -> tuple[DateEvidence, ...]:
    """All that the file says of the day of publication, as votes without weight."""
    votes = list(draft.dates)
    address = date_in_address(draft.url) if draft.url else None
    if address:
        votes.append(address)
    rows = [
        DateEvidence(article_id=article.article_id, vote=v.vote, value=v.value, note=v.note, stage="read")
        for v in dict.fromkeys(votes)
    ]
    if dateline and dateline.date:
        rows.append(
            DateEvidence(
                article_id=article.article_id,
                vote="dateline",
                value=dateline.date.value,
                start=dateline.date_start,
                end=dateline.date_end,
                text=draft.text[dateline.date_start : dateline.date_end],
                note=dateline.date.note,
                stage="read",
            )
        )
    return tuple(rows)
