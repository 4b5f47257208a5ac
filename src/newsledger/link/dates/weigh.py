"""Weigh all evidence of a pile: each article's days, twice, so that what was found false no longer votes.

Every round is synchronous: all articles are weighed against the verdicts of the round before, so neither
the order of the input nor that of the ids can change a verdict.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from newsledger.link.dates import likelihood
from newsledger.link.dates.candidates import candidates
from newsledger.link.dates.clues import Clues
from newsledger.link.dates.features import Features
from newsledger.link.dates.profiles import Profiles
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
    share: Mapping[dt.date, float] = field(default_factory=dict)
    parts: Mapping[dt.date, Mapping[str, float]] = field(default_factory=dict)
    best: dt.date | None = field(init=False)  # the likeliest day

    def __post_init__(self) -> None:
        best = max(self.share, key=lambda d: (self.share[d], d), default=None)
        object.__setattr__(self, "best", best)

    def around(self, day: dt.date, days: int = 1) -> float:
        """The share of a day and those beside it."""
        return sum(p for d, p in self.share.items() if abs((d - day).days) <= days)


def weigh(
    clues: Sequence[Clues], near: Mapping[str, Sequence[Sharing]], as_of: dt.date | None
) -> dict[str, Weighed]:
    """The verdict's material for every article."""
    features = Features((c.article.article_id, c.article.text) for c in clues)
    dates = {c.article.article_id: d for c in clues if (d := own_date(c))}
    trust = dict.fromkeys(dates, 0.9)
    out: dict[str, Weighed] = {}
    moved: set[str] = set(dates)
    for _ in range(ROUNDS):
        again = [c for c in clues if is_open(c, out.get(c.article.article_id), near, moved)]
        profiles = Profiles(features, {i: d.toordinal() for i, d in dates.items()}, trust)
        years = sorted({d.year for i, d in dates.items() if trust[i] >= 0.5})
        out |= {c.article.article_id: weigh_one(c, near, profiles, dates, trust, years, as_of) for c in again}
        before = dates
        dates = {i: best for i in dates if (best := out[i].best) is not None}
        trust = {i: out[i].around(d) * (1.0 if d == before[i] else MOVED) for i, d in dates.items()}
        moved = {i for i, d in dates.items() if d != before[i]}
    return out


def own_date(clues: Clues) -> dt.date | None:
    """The date with which an article votes on others: its own, never one that others lent it."""
    return clues.url_day or clues.stated or clues.dateline_day


def is_open(
    clues: Clues, last: Weighed | None, near: Mapping[str, Sequence[Sharing]], moved: set[str]
) -> bool:
    """Whether an article must be weighed (again): it was not sure, or what it leans on has moved."""
    if last is None or last.best is None or last.share[last.best] < SURE:
        return True
    return last.best != clues.stated or any(
        s.article_id in moved for s in near.get(clues.article.article_id, ())
    )


def weigh_one(
    clues: Clues,
    near: Mapping[str, Sequence[Sharing]],
    profiles: Profiles,
    dates: Mapping[str, dt.date],
    trust: Mapping[str, float],
    years: Sequence[int],
    as_of: dt.date | None,
) -> Weighed:
    """Weigh the candidate days of one article."""
    i = clues.article.article_id
    proposed = {dt.date.fromordinal(d) for d in profiles.propose(i, PROPOSED)}
    proposed |= {dates[s.article_id] for s in near.get(i, ())[:PROPOSED] if s.article_id in dates}
    if clues.stated is None:
        proposed |= {d + dt.timedelta(days=k) for d in sorted(proposed) for k in (-1, 1)}
    prior = candidates(clues, proposed, years, as_of)
    days = sorted(prior)
    numbers = [day.toordinal() for day in days]
    density, fits = profiles.density(i, numbers), words(profiles, i, numbers)
    unborn = profiles.unborn(i, numbers) * min(1.0, STORY / max(1, len(profiles.all)))
    parts = {
        day: {
            "url": likelihood.url(clues, day),
            "dateline": likelihood.dateline(clues, day),
            "stamp": likelihood.stamp(clues, day),
            "weekday": likelihood.weekday(clues, day),
            "calendar": likelihood.calendar(clues, day),
            "past": likelihood.past(clues, day),
            "shared": likelihood.shared(near.get(i, ()), day, dates, trust),
            "pile": likelihood.pile(float(density[n])),
            "words": weights()["words"]["weight"] * float(fits[n]),
            "unborn": -weights()["words"]["unborn"] * float(unborn[n]),
        }
        for n, day in enumerate(days)
    }  # fmt: skip
    return Weighed(
        clues=clues, share=softmax({d: prior[d] + sum(parts[d].values()) for d in parts}), parts=parts
    )


def words(profiles: Profiles, article_id: str, days: Sequence[int]) -> NDArray[np.float64]:
    """The words around each day, and, the larger the pile, those of the day itself."""
    exact = min(1.0, len(profiles.all) / DAILY)
    around = profiles.scores(article_id, days)
    if exact <= 0.2:
        return around
    return (around + exact * profiles.scores(article_id, days, 0)) / (1 + exact)


def softmax(scores: Mapping[dt.date, float]) -> dict[dt.date, float]:
    """Shares that add up to one."""
    if not scores:
        return {}
    top = max(scores.values())
    raw = {d: math.exp(s - top) for d, s in scores.items()}
    total = sum(raw.values())
    return {d: r / total for d, r in raw.items()}
