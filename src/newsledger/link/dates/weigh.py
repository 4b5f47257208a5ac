"""Weigh all evidence of a pile: each article's days, twice, so that what was found false no longer votes.

Every round is synchronous: all articles are weighed against the verdicts of the round before, so neither
the order of the input nor that of the ids can change a verdict.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from newsledger.annotate.fingerprint.hashing import Keys
from newsledger.link.dates import likelihood
from newsledger.link.dates.candidates import candidates
from newsledger.link.dates.clues import Clues
from newsledger.link.dates.features import Features
from newsledger.link.dates.grid import Floats, Grid
from newsledger.link.dates.profiles import NEAR, Profile, Profiles
from newsledger.link.dates.shared import Sharing
from newsledger.link.dates.weights import weights

ROUNDS = 3
SURE = 0.98  # a stated date at this share is not weighed again unless a sibling has moved
DAILY = 100  # articles from which a pile tells single days apart by their words
STORY = 30  # articles of one story; in a larger pile other matters lend their words to earlier days
MOVED = 0.5  # trust in a date that others moved: it must not echo back as their proof
PROPOSED = 6
OUTSIDE = ("url", "dateline", "stamp", "calendar", "past", "shared", "words", "unborn", "pile")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """The candidate days of an article with their shares, and what each kind of evidence said for each."""

    clues: Clues
    days: tuple[dt.date, ...] = ()
    shares: tuple[float, ...] = ()
    columns: Mapping[str, Floats] = field(default_factory=dict)  # by kind of evidence, a number for each day
    best: dt.date | None = field(init=False)  # the likeliest day
    sure: float = field(init=False)  # its share, with those of the days beside it

    def __post_init__(self) -> None:
        best = max(zip(self.shares, self.days, strict=True), default=(0.0, None))[1]
        object.__setattr__(self, "best", best)
        object.__setattr__(self, "sure", self.around(best) if best else 0.0)

    def share(self, day: dt.date) -> float:
        """The share of a day; 0 where it is no candidate."""
        return self.shares[self.days.index(day)] if day in self.days else 0.0

    def around(self, day: dt.date, days: int = 1) -> float:
        """The share of a day and those beside it."""
        return sum(p for d, p in zip(self.days, self.shares, strict=True) if abs((d - day).days) <= days)

    def said(self, day: dt.date) -> Mapping[str, float]:
        """What each kind of evidence said for a day; nothing where it is no candidate."""
        if day not in self.days:
            return {}
        n = self.days.index(day)
        return {kind: float(column[n]) for kind, column in self.columns.items()}

    def least(self, kind: str) -> float:
        """The worst that a kind of evidence said for any candidate."""
        return float(min(self.columns[kind], default=0.0)) if kind in self.columns else 0.0


def weigh(
    clues: Sequence[Clues],
    features: Mapping[str, Keys],
    near: Mapping[str, Sequence[Sharing]],
    as_of: dt.date | None,
) -> dict[str, Weighed]:
    """The verdict's material for every article; ``features`` are those of its text."""
    numbered = Features(features.items())
    dates = {c.article.article_id: d for c in clues if (d := own_date(c))}
    trust = dict.fromkeys(dates, 0.9)
    out: dict[str, Weighed] = {}
    moved: set[str] = set(dates)
    for _ in range(ROUNDS):
        again = [c for c in clues if is_open(c, out.get(c.article.article_id), near, moved)]
        profiles = Profiles(numbered, {i: d.toordinal() for i, d in dates.items()}, trust)
        out |= weigh_all(again, near, profiles, dates, trust, as_of)
        before = dates
        dates = {i: best for i in dates if (best := out[i].best) is not None}
        trust = {i: out[i].sure * (1.0 if d == before[i] else MOVED) for i, d in dates.items()}
        moved = {i for i, d in dates.items() if d != before[i]}
    return out


def own_date(clues: Clues) -> dt.date | None:
    """The date with which an article votes on others: its own, never one that others lent it."""
    return clues.url_day or clues.stated or clues.dateline_day


def is_open(
    clues: Clues, last: Weighed | None, near: Mapping[str, Sequence[Sharing]], moved: set[str]
) -> bool:
    """Whether an article must be weighed (again): it was not sure, or what it leans on has moved."""
    if last is None or last.best is None or last.share(last.best) < SURE:
        return True
    return last.best != clues.stated or any(
        s.article_id in moved for s in near.get(clues.article.article_id, ())
    )


def weigh_all(
    clues: Sequence[Clues],
    near: Mapping[str, Sequence[Sharing]],
    profiles: Profiles,
    dates: Mapping[str, dt.date],
    trust: Mapping[str, float],
    as_of: dt.date | None,
) -> dict[str, Weighed]:
    """Weigh the candidate days of some articles."""
    years = sorted({d.year for i, d in dates.items() if trust[i] >= 0.5})
    known = [profiles.of(c.article.article_id) for c in clues]
    priors = [
        candidates(c, proposed(c, own, near.get(c.article.article_id, ()), dates), years, as_of)
        for c, own in zip(clues, known, strict=True)
    ]
    days = [tuple(sorted(prior)) for prior in priors]
    grid = Grid(clues, days)
    columns = {
        "url": likelihood.url(grid),
        "dateline": likelihood.dateline(grid),
        "stamp": likelihood.stamp(grid),
        "weekday": likelihood.weekday(grid),
        "calendar": likelihood.calendar(grid),
        "past": likelihood.past(grid),
        "shared": likelihood.shared(grid, near, dates, trust),
        **by_words(grid, known, len(profiles.all)),
    }
    before = np.array([prior[day] for prior, own in zip(priors, days, strict=True) for day in own])
    shares = softmax(before + sum(columns.values(), grid.zeros()), grid)
    return {
        c.article.article_id: Weighed(
            clues=c,
            days=own,
            shares=tuple(shares[at].tolist()),
            columns={kind: column[at] for kind, column in columns.items()},
        )
        for (c, at), own in zip(grid.each(), days, strict=True)
    }


def proposed(
    clues: Clues, own: Profile, near: Sequence[Sharing], dates: Mapping[str, dt.date]
) -> set[dt.date]:
    """The days that its words and the articles with the same words propose for an article."""
    days = {dt.date.fromordinal(d) for d in own.propose(PROPOSED)}
    days |= {dates[s.article_id] for s in near[:PROPOSED] if s.article_id in dates}
    if clues.stated is None:
        days |= {d + dt.timedelta(days=k) for d in days for k in (-1, 1)}
    return days


def by_words(grid: Grid, known: Sequence[Profile], size: int) -> dict[str, Floats]:
    """What the words of each article say for its days; the larger the pile, the more those of the day itself."""
    exact = min(1.0, size / DAILY)
    nears = (NEAR, 0) if exact > 0.2 else (NEAR,)
    density, fits, unborn = grid.zeros(), grid.zeros(), grid.zeros()
    for (_, at), own in zip(grid.each(), known, strict=True):
        days = grid.days[at]
        density[at] = own.density(days)
        around, *daily = own.scores(days, nears)
        fits[at] = (around + exact * daily[0]) / (1 + exact) if daily else around
        unborn[at] = own.unborn(days)
    table = weights()["words"]
    return {
        "pile": likelihood.pile(density),
        "words": table["weight"] * fits,
        "unborn": -table["unborn"] * min(1.0, STORY / max(1, size)) * unborn,
    }


def softmax(scores: Floats, grid: Grid) -> Floats:
    """Shares that add up to one for each article."""
    if not len(scores):
        return scores
    held = grid.lengths > 0
    starts, lengths = grid.starts[:-1][held], grid.lengths[held]
    raw = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), lengths))
    return np.asarray(raw / np.repeat(np.add.reduceat(raw, starts), lengths))
