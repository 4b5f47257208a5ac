"""Figures grouped into comparable quantities: the same unit of the same subject, or sides of one dispute."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from newsledger.link.quantities import in_unit_of, physical, same_unit
from newsledger.link.quantities import quantity as quantity_of
from newsledger.records import Figure
from newsledger.report.figures import Figures
from newsledger.report.settled import Settling
from newsledger.report.tables import Evidence, Index, place
from newsledger.report.wording import amount, one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One value of one claimant, with every place that gives it. ``low`` and ``high`` bound what is meant.

    The numbers are in the unit of the quantity; ``words`` are as written.
    """

    claimant: str
    as_of: dt.date | None
    low: float | None
    high: float | None
    value: float | None
    bound: str
    words: str  # as the first article has it
    taken_back: tuple[Evidence, ...]  # where a correction withdraws it; such a place does not support it
    converted: bool  # the words have another unit than the quantity
    before: str  # the claimant's own earlier figure that this one updates, in words; empty without one
    n_articles: int
    n_families: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One comparable quantity: rows by date, then claimant."""

    title: str
    unit: str
    disputed: bool
    settled: str  # why a dispute about it is open no more, in words; empty where none is, or one is open
    rows: tuple[FigureRow, ...]

    @property
    def varies(self) -> bool:
        """Whether there is anything to compare: two different numbers at least."""
        return self.disputed or len({(r.value, r.low, r.high) for r in self.rows}) > 1


TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"})
"""Lengths of time are compared only where the ledger calls them a dispute."""


def quantities(index: Index) -> tuple[Quantity, ...]:
    """Quantities with two values or two places at least: disputed ones first, then those that vary."""
    found = [quantity(index, figures, disputed, settled) for figures, disputed, settled in groups(index)]
    kept = [
        q
        for q in found
        if q.disputed
        or q.settled
        or (q.unit.rstrip("s") not in TIME_UNITS and (len(q.rows) > 1 or q.rows[0].n_articles > 1))
    ]
    return tuple(
        sorted(
            kept, key=lambda q: (not q.disputed, not q.varies, -sum(len(r.evidence) for r in q.rows), q.title)
        )
    )


def groups(index: Index) -> list[tuple[list[Figure], bool, str]]:
    """Figures by unit, subject and place, joined where a claim or a dispute puts them together.

    With each whether a dispute about it is open, or in what words one was settled.
    """
    figures = sorted(
        index.rows("figures"), key=lambda f: (index.rank.get(f.article_id, 0), f.start, f.figure_id)
    )
    keys = {f.figure_id: subject_key(index, f) for f in figures}
    joined: dict[object, object] = {}

    def root(key: object) -> object:
        while key in joined:
            key = joined[key]
        return key

    disputed: dict[str, str] = {}
    for together, settled in belonging(index):
        for f in together[1:]:
            one, other = root(keys[together[0].figure_id]), root(keys[f.figure_id])
            if one != other:
                joined[other] = one
        if settled is not None:  # an open one outweighs those that were settled
            disputed |= {f.figure_id: disputed.get(f.figure_id, settled) and settled for f in together}
    found: dict[object, list[Figure]] = {}
    for f in figures:
        found.setdefault(root(keys[f.figure_id]), []).append(f)
    told = [[disputed[f.figure_id] for f in own if f.figure_id in disputed] for own in found.values()]
    return [
        (own, "" in words, "" if "" in words else next(iter(words), ""))
        for own, words in zip(found.values(), told, strict=True)
    ]


def subject_key(index: Index, figure: Figure) -> object:
    """What must agree for two figures to be compared at all; a capital stands for its state."""
    subject = index.entities.get(figure.subject_id or "")
    whose = (subject.speaks_for or subject.entity_id) if subject else one_line(figure.subject).lower()
    if not whose and not figure.place_id:
        return figure.figure_id
    unit = quantity_of(figure) if physical(figure) else (figure.unit, figure.per)
    return (unit, whose, figure.place_id or "")


def belonging(index: Index) -> Iterator[tuple[list[Figure], str | None]]:
    """Figures that a claim (None) or a dispute puts together, with why it is settled, empty where it is open."""
    figures, settling = Figures(index), Settling(index)
    disputes = {d.dispute_id: d for d in index.rows("disputes") if d.kind == "figure"}
    for dispute_id, sides in index.grouped("dispute_sides", lambda s: s.dispute_id).items():
        if dispute_id in disputes:
            letters = sorted({s.side for s in sides})
            settled = settling.words(
                disputes[dispute_id], [[s for s in sides if s.side == x] for x in letters]
            )
            yield [f for side in sides if (f := figures.of_side(side))], settled
    numbers = {c.claim_id for c in index.rows("claims") if c.kind == "figure"}
    for claim_id, places in index.grouped("claim_evidence", lambda e: e.claim_id).items():
        if claim_id in numbers:
            yield figures.common(places), None


def quantity(index: Index, figures: list[Figure], disputed: bool, settled: str) -> Quantity:
    """The rows of one quantity, in the unit that most of its figures are written in."""
    units = Counter((f.unit, f.per) for f in figures)
    first = max(figures, key=lambda f: units[(f.unit, f.per)])  # the first of those with the most
    scale = first if physical(figures[0]) else figures[0]
    same: dict[tuple[object, ...], list[Figure]] = {}
    for f in figures:
        same.setdefault((f.claimant_id, f.value, f.low, f.high, f.bound, f.as_of, f.unit), []).append(f)
    rows = sorted(
        (figure_row(index, own, scale) for own in same.values()),
        key=lambda r: (r.as_of or dt.date.max, r.claimant, r.low or r.value or 0.0),
    )
    name = title(index, figures, scale)
    return Quantity(title=name, unit=scale.unit, disputed=disputed, settled=settled, rows=tuple(rows))


def title(index: Index, figures: list[Figure], scale: Figure) -> str:
    """The unit, whose and where: the entities that most figures name, or else the shortest words."""
    named = Counter(index.name(f.subject_id) for f in figures if f.subject_id)
    words = sorted({one_line(f.subject) for f in figures if f.subject}, key=lambda w: (len(w), w))
    where = Counter(index.name(f.place_id) for f in figures if f.place_id)
    place_name = min(where, key=lambda n: (-where[n], n)) if where else ""
    whose = min(named, key=lambda n: (-named[n], n)) if named else words[0] if words and not where else ""
    unit = f"{scale.unit} per {scale.per}" if scale.per else scale.unit
    return ", ".join(dict.fromkeys(w for w in (unit, whose, place_name) if w))


def figure_row(index: Index, same: list[Figure], scale: Figure) -> FigureRow:
    """One row for equal figures of one claimant; numbers in the unit of ``scale``, the first of the quantity."""
    held = [f for f in same if not f.retracted]
    first = (held or same)[0]
    low, high, value = (
        None if number is None else in_unit_of(number, first, scale)
        for number in (first.low, first.high, first.value)
    )
    articles = {f.article_id for f in held}
    return FigureRow(
        claimant=index.name(first.claimant_id),
        as_of=first.as_of,
        low=low,
        high=high,
        value=value,
        bound=first.bound,
        words=one_line(first.text),
        converted=quantity_of(first) == quantity_of(scale) and not same_unit(first, scale),
        before=updated(index, same),
        n_articles=len(articles),
        n_families=index.families(articles),
        taken_back=tuple(place(f) for f in same if f.retracted),
        evidence=tuple(place(f) for f in held),
    )


def updated(index: Index, same: list[Figure]) -> str:
    """The words of the figure that these replace; what one claimant says later disputes nothing."""
    earlier = (index.figures.get(f.updates) for f in same if f.updates)
    return next((one_line(f.text) for f in earlier if f is not None), "")


BOUND_WORDS = {"about": "about ", "at least": "at least ", "at most": "at most ", "nearly": "nearly "}


def value_words(row: FigureRow) -> str:
    """ "about 250", "100 to 200", "at least 24"; "9.94 (16 km)" where the words have another unit."""
    written = f" ({row.words})" if row.converted else ""
    if row.value is None and row.low is not None and row.high is not None:
        return f"{amount(row.low)} to {amount(row.high)}{written}"
    number = row.value if row.value is not None else row.low if row.low is not None else row.high
    return f"{BOUND_WORDS.get(row.bound, '')}{amount(number)}{written}" if number is not None else row.words
