"""How the words of a pile spread over time: a day is told by the words that came up around it.

A temporal language model (Kanhabua and Nørvåg 2009) reduced to what a verdict needs: for a few candidate
days, do the article's less common words and word pairs occur in articles dated near them more often than
elsewhere? Each article is left out of its own comparison. Features are capped by how many articles may
share them, and looked up by bisection, so the work grows with the number of articles.
"""

from __future__ import annotations

import bisect
import itertools
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

WORD = re.compile(r"[A-Za-z][a-z’'-]+|\d[\d,.]*\d|[A-Z]+")
SPREAD = 10  # days on either side over which the pile's density is taken
NEAR = 3  # days on either side
UNSEEN = 0.7  # share of a feature that is left to any day: bounds what an absent word can say
SMOOTH = 0.5  # articles: one chance neighbour on a day without others says little
LEAST, MOST, SHARE = 2, 400, 0.35
KEPT = 250  # features of an article


def features(text: str) -> set[str]:
    """Names, numbers, longer words and pairs of neighbouring words."""
    words = WORD.findall(text)
    out = {w for w in words if len(w) > 4 or w[0].isupper() or (w[0].isdigit() and len(w) > 1)}
    out |= {f"{a.lower()} {b.lower()}" for a, b in itertools.pairwise(words) if len(a) + len(b) > 8}
    return out


class Profiles:
    """The days of each feature, and scores of days for an article."""

    def __init__(
        self, held: Mapping[str, set[str]], day: Mapping[str, int], trust: Mapping[str, float]
    ) -> None:
        counts: dict[str, int] = defaultdict(int)
        for found in held.values():
            for f in found:
                counts[f] += 1
        most = max(4, min(MOST, int(SHARE * len(held))))
        self.kept = {
            i: sorted((f for f in held[i] if LEAST <= counts[f] <= most), key=lambda f: (counts[f], f))[:KEPT]
            for i in sorted(held)
        }
        self.day = {i: d for i, d in day.items() if trust.get(i, 0.0) >= 0.5}
        self.days: dict[str, list[int]] = defaultdict(list)
        for i, d in sorted(self.day.items()):
            for f in self.kept[i]:
                self.days[f].append(d)
        for days in self.days.values():
            days.sort()
        self.all = sorted(self.day.values())

    def score(self, article_id: str, day: int, near: int = NEAR) -> float:
        """How well the article's features fit the days around one, in nats; 0 where nothing is known."""
        own = self.day.get(article_id)
        hit = own is not None and abs(own - day) <= near
        n = len(self.all) - (own is not None)
        share = (count(self.all, day, near) - hit) / n if n else 0.0
        if share <= 0:
            return math.log(UNSEEN) * len(self.kept[article_id]) / math.sqrt(len(self.kept[article_id]) + 1)
        total, used = 0.0, 0
        for f in self.kept[article_id]:
            days = self.days.get(f, ())
            m = len(days) - (own is not None)
            if m <= 0:
                continue
            c = count(days, day, near) - hit
            total += math.log((1 - UNSEEN) * c / (m * share + SMOOTH) + UNSEEN)
            used += 1
        return total / math.sqrt(used + 1)

    def density(self, article_id: str, day: int, near: int = SPREAD) -> float:
        """The share of the pile's other articles per day around a day."""
        own = self.day.get(article_id)
        n = len(self.all) - (own is not None)
        hit = own is not None and abs(own - day) <= near
        return (count(self.all, day, near) - hit) / n / (2 * near + 1) if n else 0.0

    def propose(self, article_id: str, most: int) -> list[int]:
        """The days that share most of the article's rarer features, best first."""
        own = self.day.get(article_id)
        votes: dict[int, float] = defaultdict(float)
        for f in self.kept[article_id]:
            days = self.days.get(f, ())
            skip = own is not None
            for d in days:
                if skip and d == own:
                    skip = False
                    continue
                votes[d] += 1 / len(days)
        return sorted(votes, key=lambda d: (-votes[d], d))[:most]


def count(days: list[int] | tuple[int, ...], day: int, near: int) -> int:
    """How many days of a sorted list lie within ``near`` days."""
    return bisect.bisect_right(days, day + near) - bisect.bisect_left(days, day - near)


def all_features(texts: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """The features of each article."""
    return {i: features(text) for i, text in texts}
