"""The story in about ten sentences that a desk editor would read aloud; every format shows the same ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from newsledger.assess.timeline.sifting import is_quoted
from newsledger.assess.words import content_words
from newsledger.records import Story, TimelineEntry
from newsledger.report import beware
from newsledger.report.copied import copy_families
from newsledger.report.disputes import disagreements, width
from newsledger.report.scope import Scope, scopes
from newsledger.report.tables import Evidence, Index, Tables, place
from newsledger.report.wording import counted, days, listed, number, one_line, sentence, support
from newsledger.report.wordings import other_words

PAST = ("occurred",)
AHEAD = ("planned",)
TOP, TOP_WEIGHT = 600, 0.5  # characters of an article that are its top, and what standing there is worth
LONGEST_PLAN = 32  # days; a plan for a longer time is no news


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence of the summary with the places that it rests on; ``section`` is where more stands."""

    kind: str  # pile, last, ahead, dispute, date, copy, quotation, origin, figure, refused
    text: str
    reason: str = ""
    section: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySummary:
    """One story's title and sentences, in reading order."""

    story: Story | None
    title: str
    statements: tuple[Statement, ...]


HEADS = {
    "pile": "The pile",
    "last": "What happened last",
    "ahead": "Planned",
    "dispute": "Disputed",
    "date": "Beware: date",
    "copy": "Beware: copy",
    "quotation": "Beware: quotation",
    "origin": "Beware: one source",
    "figure": "Beware: figures",
    "refused": "Not read",
}


def summarize(tables: Tables) -> tuple[StorySummary, ...]:
    """The sentences of each story, the largest story first."""
    return tuple(story_summary(scope) for scope in scopes(tables))


def story_summary(scope: Scope) -> StorySummary:
    index = Index(scope.tables)
    statements = (
        pile(index),
        *last(index),
        *ahead(index),
        *disputed(index),
        *dates(index),
        *copies(index),
        *quotations(index),
        *origins(index),
        *figures(index),
        *refused(index),
    )
    return StorySummary(story=scope.story, title=scope.title, statements=statements)


def pile(index: Index) -> Statement:
    """How much was read, of which days, from how many independent texts."""
    articles = tuple(index.articles.values())
    published = sorted(a.published for a in articles if a.published)
    span = f", published {span_words(published[0], published[-1])}" if published else ""
    n_families = index.families(index.articles)
    apart = "" if len(articles) < 2 else f"; {independent(len(articles), n_families)}"
    outlets = sorted({a.outlet for a in articles if a.outlet})
    named = f" ({listed(outlets)})" if 1 < len(outlets) <= 6 and len(outlets) == len(articles) else ""
    return Statement(kind="pile", text=sentence(f"{counted(len(articles), 'article')}{named}{span}{apart}"))


def span_words(first: dt.date, last: dt.date) -> str:
    return f"on {days(first, last)}" if first == last else f"from {days(first, last)}"


def independent(n_articles: int, n_families: int) -> str:
    if n_families == n_articles:
        return "no copies among them"
    return f"without copies, {counted(n_families, 'independent text')}"


def last(index: Index) -> list[Statement]:
    """What happened on the latest two days: the most widely carried entry of each."""
    end = max((a.published for a in index.articles.values() if a.published), default=dt.date.max)
    past = [e for e in index.rows("timeline") if e.status in PAST and of_a_day(e) and e.earliest <= end]
    newest = sorted({e.earliest for e in past}, reverse=True)[:2]
    best = [max((e for e in past if e.earliest == d), key=lambda e: news_weight(index, e)) for d in newest]
    return [entry_statement(index, e, "last") for e in best]


def news_weight(
    index: Index, entry: TimelineEntry
) -> tuple[bool, int, int, float, tuple[int, int, float, str]]:
    """What a desk would lead with: a report before a voice, support, then words of headlines, high in the text."""
    words = content_words(entry.text)
    leads = [lead(index, p, words) for p in index.entry_places.get(entry.entry_id, ())]
    best = round(max(leads, default=0.0), 6)
    return (not is_quoted(entry.text), entry.n_families, entry.n_articles, best, weight(entry))


def lead(index: Index, where: Evidence, words: frozenset[str]) -> float:
    """How much of the article's headline a sentence has, and half as much for standing at its top."""
    article = index.articles.get(where.article_id)
    if article is None:
        return 0.0
    title = content_words(article.title or "")
    shared = len(title & words) / len(title) if title else 0.0
    return shared + (TOP_WEIGHT if where.start < TOP else 0.0)


def ahead(index: Index) -> list[Statement]:
    """The plan for the day of the last report or later that most papers carry."""
    end = max((a.published for a in index.articles.values() if a.published), default=dt.date.min)
    planned = [e for e in index.rows("timeline") if e.status in AHEAD and e.earliest and e.latest]
    coming = [e for e in planned if e.latest >= end and (e.latest - e.earliest).days < LONGEST_PLAN]
    return [entry_statement(index, max(coming, key=weight), "ahead")] if coming else []


def weight(entry: TimelineEntry) -> tuple[int, int, float, str]:
    return (entry.n_families, entry.n_articles, entry.salience, entry.entry_id)


def of_a_day(entry: TimelineEntry) -> bool:
    """Whether the day is known: a week or a year is no news of the day."""
    return entry.earliest is not None and entry.earliest == entry.latest


def entry_statement(index: Index, entry: TimelineEntry, kind: str) -> Statement:
    evidence = [place(e) for e in index.rows("timeline_evidence") if e.entry_id == entry.entry_id]
    when = days(entry.earliest, entry.latest, entry.value)
    text = f"{when}: {one_line(entry.text)} ({support(entry.n_articles, entry.n_families)})"
    return Statement(kind=kind, text=text, reason=entry.reason, section="timeline", evidence=tuple(evidence))


def disputed(index: Index) -> list[Statement]:
    """The most widely told denials and disagreements of date; figures and wordings have sentences of their own."""
    rows = sorted(disagreements(index, "denial", "date"), key=lambda r: width(index, r))
    return few(index, rows, 3, "dispute", "disputes", ("dispute", "disputes"), lambda r: r.dispute.reason)


def dates(index: Index) -> list[Statement]:
    rows = [r for r in beware.corrected_dates(index) if r.status == "corrected"]
    return few(index, rows, 3, "date", "dates", ("corrected date", "corrected dates"), lambda r: r.reason)


def copies(index: Index) -> list[Statement]:
    rows = copy_families(index)
    what = ("family of copies", "families of copies")
    return few(index, rows, 3, "copy", "copies", what, lambda r: r.reason)


def quotations(index: Index) -> list[Statement]:
    rows = other_words(index)
    what = ("article whose quotations differ", "articles whose quotations differ")
    return few(index, rows, 2, "quotation", "wordings", what, lambda r: r.reason)


def origins(index: Index) -> list[Statement]:
    rows = [r for r in beware.single_origins(index) if r.claim.n_families > 1]
    return few(
        index,
        rows,
        1,
        "origin",
        "claims",
        ("claim of a single source", "claims of a single source"),
        lambda r: r.claim.reason,
    )


def figures(index: Index) -> list[Statement]:
    rows = [r for r in disagreements(index, "figure") if not r.settled]
    return few(
        index,
        rows,
        2,
        "figure",
        "figures",
        ("figure in dispute", "figures in dispute"),
        lambda r: r.dispute.reason,
    )


def refused(index: Index) -> list[Statement]:
    """How many inputs are not in the ledger."""
    n = sum(issue.severity == "refused" for issue in index.rows("issues"))
    if not n:
        return []
    text = f"{counted(n, 'input was', 'inputs were')} refused; the reasons stand at the end"
    return [Statement(kind="refused", text=sentence(text), section="issues")]


def few(
    index: Index,
    rows: Sequence[beware.Finding],
    most: int,
    kind: str,
    section: str,
    what: tuple[str, str],
    reason: Callable[..., str],
) -> list[Statement]:
    """The first findings as statements; how many more there are is said, never hidden."""
    shown = rows[:most]
    statements = [
        Statement(
            kind=kind,
            text=r.sentence,
            reason=index.readable(reason(r)),
            section=section,
            evidence=r.evidence,
        )
        for r in shown
    ]
    more = len(rows) - len(shown)
    if more > 0:
        statements.append(
            Statement(kind=kind, text=f"And {number(more)} more {what[more > 1]}.", section=section)
        )
    return statements
