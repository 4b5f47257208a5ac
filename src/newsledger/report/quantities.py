"""Figures grouped into comparable quantities: the same unit of the same subject, or sides of one dispute."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from newsledger.records import Figure
from newsledger.report.tables import Evidence, Index, place
from newsledger.report.wording import amount, one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One value of one claimant, with every place that gives it. ``low`` and ``high`` bound what is meant."""

    claimant: str
    as_of: dt.date | None
    low: float | None
    high: float | None
    value: float | None
    bound: str
    words: str  # as the first article has it
    n_articles: int
    n_families: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One comparable quantity: rows by date, then claimant."""

    title: str
    unit: str
    disputed: bool
    rows: tuple[FigureRow, ...]


def quantities(index: Index) -> tuple[Quantity, ...]:
    """Quantities with two values or two places at least: disputed ones first, then by number of places."""
    groups = join_disputed(index, by_subject(index))
    found = [quantity(index, figures, disputed) for figures, disputed in groups]
    found = [q for q in found if len(q.rows) > 1 or q.rows[0].n_articles > 1]
    return tuple(
        sorted(found, key=lambda q: (not q.disputed, -sum(len(r.evidence) for r in q.rows), q.title))
    )


def by_subject(index: Index) -> dict[tuple[str, ...], list[Figure]]:
    """Figures by unit, subject and place, in the order of the articles."""
    groups: dict[tuple[str, ...], list[Figure]] = {}
    for f in sorted(index.rows("figures"), key=lambda f: (index.rank.get(f.article_id, 0), f.start)):
        key = (f.unit, f.subject_id or one_line(f.subject).lower(), f.place_id or "")
        groups.setdefault(key, []).append(f)
    return groups


def join_disputed(
    index: Index, groups: dict[tuple[str, ...], list[Figure]]
) -> list[tuple[list[Figure], bool]]:
    """Groups whose figures are sides of one dispute become one."""
    kinds = {d.dispute_id: d.kind for d in index.rows("disputes")}
    side_of: dict[tuple[str, int], str] = {
        (s.article_id, s.start): s.dispute_id
        for s in index.rows("dispute_sides")
        if kinds.get(s.dispute_id) == "figure"
    }
    joined: dict[object, tuple[list[Figure], bool]] = {}
    for key, figures in groups.items():
        disputes = [side_of[f.article_id, f.start] for f in figures if (f.article_id, f.start) in side_of]
        name = min(disputes) if disputes else key
        before = joined.get(name, ([], False))[0]
        joined[name] = ([*before, *figures], bool(disputes))
    return list(joined.values())


def quantity(index: Index, figures: list[Figure], disputed: bool) -> Quantity:
    groups: dict[tuple[object, ...], list[Figure]] = {}
    for f in figures:
        groups.setdefault((f.claimant_id, f.value, f.low, f.high, f.bound, f.as_of), []).append(f)
    rows = sorted(
        (figure_row(index, same) for same in groups.values()),
        key=lambda r: (r.as_of or dt.date.max, r.claimant, r.low or r.value or 0.0),
    )
    first = figures[0]
    subject = one_line(first.subject) or index.name(first.subject_id)
    where = index.name(first.place_id)
    title = ", ".join(dict.fromkeys(w for w in (first.unit, subject, where) if w))
    return Quantity(title=title, unit=first.unit, disputed=disputed, rows=tuple(rows))


def figure_row(index: Index, same: list[Figure]) -> FigureRow:
    first = same[0]
    articles = {f.article_id for f in same}
    return FigureRow(
        claimant=index.name(first.claimant_id),
        as_of=first.as_of or index.published(first.article_id),
        low=first.low,
        high=first.high,
        value=first.value,
        bound=first.bound,
        words=one_line(first.text),
        n_articles=len(articles),
        n_families=index.families(articles),
        evidence=tuple(place(f) for f in same),
    )


BOUND_WORDS = {"about": "about ", "at least": "at least ", "at most": "at most ", "nearly": "nearly "}


def value_words(row: FigureRow) -> str:
    """ "about 250", "100 to 200", "at least 24"."""
    if row.value is None and row.low is not None and row.high is not None:
        return f"{amount(row.low)} to {amount(row.high)}"
    number = row.value if row.value is not None else row.low if row.low is not None else row.high
    return f"{BOUND_WORDS.get(row.bound, '')}{amount(number)}" if number is not None else row.words
