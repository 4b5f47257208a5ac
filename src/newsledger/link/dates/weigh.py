"""Weigh all evidence of a pile: each article's days, twice, so that what was found false no longer votes.

Every round is synchronous: all articles are weighed against the verdicts of the round before, so neither
the order of the input nor that of the ids can change a verdict.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from newsledger.link.dates import likelihood
from newsledger.link.dates.candidates import candidates
from newsledger.link.dates.clues import Clues
from newsledger.link.dates.profiles import Profiles, all_features
from newsledger.link.dates.shared import Sharing
from newsledger.link.dates.weights import weights

ROUNDS = 3
PROPOSED = 6
OUTSIDE = ("url", "dateline", "stamp", "calendar", "past", "shared", "words", "pile")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """The candidate days of an article with their shares, and what each kind of evidence said for each."""

    clues: Clues
    share: Mapping[dt.date, float] = field(default_factory=dict)
    parts: Mapping[dt.date, Mapping[str, float]] = field(default_factory=dict)

    @property
    def best(self) -> dt.date | None:
        """The likeliest day."""
        return max(self.share, key=lambda d: (self.share[d], d), default=None)

    def around(self, day: dt.date, days: int = 1) -> float:
        """The share of a day and those beside it."""
        return sum(p for d, p in self.share.items() if abs((d - day).days) <= days)


def weigh(
    clues: Sequence[Clues], near: Mapping[str, Sequence[Sharing]], as_of: dt.date | None
) -> dict[str, Weighed]:
    """The verdict's material for every article."""
    held = all_features((c.article.article_id, c.article.text) for c in clues)
    dates = {c.article.article_id: d for c in clues if (d := c.url_day or c.stated or c.dateline_day)}
    trust = {i: 0.9 for i in dates}
    out: dict[str, Weighed] = {}
    for _ in range(ROUNDS):
        profiles = Profiles(held, {i: d.toordinal() for i, d in dates.items()}, trust)
        years = sorted({d.year for i, d in dates.items() if trust[i] >= 0.5})
        out = {c.article.article_id: weigh_one(c, near, profiles, dates, trust, years, as_of) for c in clues}
        dates = {i: w.best for i, w in out.items() if w.best is not None}
        trust = {i: out[i].around(d) for i, d in dates.items()}
    return out


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
    proposed |= {d + dt.timedelta(days=k) for d in sorted(proposed) for k in (-1, 1)}
    prior = candidates(clues, proposed, years, as_of)
    parts = {
        day: {
            "url": likelihood.url(clues, day),
            "dateline": likelihood.dateline(clues, day),
            "stamp": likelihood.stamp(clues, day),
            "weekday": likelihood.weekday(clues, day),
            "calendar": likelihood.calendar(clues, day),
            "past": likelihood.past(clues, day),
            "shared": likelihood.shared(near.get(i, ()), day, dates, trust),
            "pile": likelihood.pile(profiles.density(i, day.toordinal())),
            "words": weights()["words"]["weight"]
            * (profiles.score(i, day.toordinal()) + profiles.score(i, day.toordinal(), 0)) / 2,
        }
        for day in sorted(prior)
    }  # fmt: skip
    return Weighed(
        clues=clues, share=softmax({d: prior[d] + sum(parts[d].values()) for d in parts}), parts=parts
    )


def softmax(scores: Mapping[dt.date, float]) -> dict[dt.date, float]:
    """Shares that add up to one."""
    if not scores:
        return {}
    top = max(scores.values())
    raw = {d: math.exp(s - top) for d, s in scores.items()}
    total = sum(raw.values())
    return {d: r / total for d, r in raw.items()}
