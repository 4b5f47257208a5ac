"""Grouping articles as they come in: each joins a story or opens one, by nothing but what came before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import sqrt

import numpy as np

from newsledger.link.stories.neighbours import fading
from newsledger.link.stories.vectors import PARTS, Floats, Ints, Vectors, rarity

JOIN = 0.21  # similarity to a story from which an article joins it ...
LONE, RIVAL = 0.16, 2.0  # ... or so much, where it is by this factor above that to any other story


def online(counts: Vectors, family: Ints, days: Floats, order: Sequence[int]) -> list[list[int]]:
    """The families by story, the articles taken in the given order; a copy follows the first of its family."""
    stream = Stream(counts.room, len(counts))
    stories: defaultdict[int, list[int]] = defaultdict(list)
    known: set[int] = set()
    for n in order:
        of = int(family[n])
        if of not in known:
            known.add(of)
            stories[stream.take(*counts.row(n), float(days[n]))].append(of)
    return sorted(sorted(members) for members in stories.values())


class Stream:
    """What is known so far: how common terms are, and of each story its size, the length of its sum and its days."""

    def __init__(self, terms: int, articles: int) -> None:
        self.seen = self.stories = 0
        self.frequency = np.zeros(terms, dtype=np.int64)
        self.holders: defaultdict[int, dict[int, float]] = defaultdict(dict)  # the stories' sums, by term
        self.sizes, self.squares = np.zeros(articles), np.zeros(articles)
        self.first, self.last = np.full(articles, np.nan), np.full(articles, np.nan)

    def take(self, terms: Ints, counts: Floats, day: float) -> int:
        """The number of the story that an article joins or opens."""
        self.seen += 1
        self.frequency[terms] += 1
        vector = dict(zip(terms.tolist(), self.weigh(terms, counts).tolist(), strict=True))
        inner: defaultdict[int, float] = defaultdict(float)
        for term, weight in vector.items():
            for story, held in self.holders[term].items():
                inner[story] += weight * held
        story = self.choose(np.array(sorted(inner), dtype=np.int64), inner, day)
        self.add(story, vector, inner.get(story, 0.0), day)
        return story

    def weigh(self, terms: Ints, counts: Floats) -> Floats:
        """The vector of an article by what is known so far: each part scaled alike, the whole to length 1."""
        weights = (1 + np.log(counts)) * rarity(self.frequency[terms], self.seen)
        length = np.sqrt(np.bincount(terms % PARTS, weights**2, minlength=PARTS))
        return np.asarray(weights / length[terms % PARTS] / sqrt(max(1, int(np.count_nonzero(length)))))

    def choose(self, stories: Ints, inner: dict[int, float], day: float) -> int:
        """The most similar story, if it is similar enough; else the number of a new one."""
        found = self.similarity(stories, np.array([inner[n] for n in stories.tolist()]), day)
        best, rival = (*sorted(found.tolist(), reverse=True)[:2], 0.0, 0.0)[:2]
        if best >= JOIN or best >= max(LONE, RIVAL * rival):
            return int(stories[np.argmax(found)])
        self.stories += 1
        return self.stories - 1

    def similarity(self, stories: Ints, inner: Floats, day: float) -> Floats:
        """Between the average cosine with a story's articles and the cosine with their sum, less for the days.

        The average is small for any long story; the cosine with the sum grows with it, whatever it is about.
        """
        average, whole = inner / self.sizes[stories], inner / np.sqrt(self.squares[stories])
        gap = np.fmax(self.first[stories] - day, day - self.last[stories])
        return np.asarray(np.round(np.sqrt(average * whole) * fading(gap), 12))

    def add(self, story: int, vector: dict[int, float], inner: float, day: float) -> None:
        """Let a story take in an article."""
        self.sizes[story] += 1
        self.squares[story] += 2 * inner + 1
        self.first[story] = np.fmin(self.first[story], day)
        self.last[story] = np.fmax(self.last[story], day)
        for term, weight in vector.items():
            self.holders[term][story] = self.holders[term].get(story, 0.0) + weight
