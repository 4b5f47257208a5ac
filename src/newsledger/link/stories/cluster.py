"""Two ways to group articles: online, one after another, and the repair that looks at all of them again."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from itertools import repeat
from operator import add, mul

from newsledger.link.stories.neighbours import Interval, Neighbours, fading
from newsledger.link.stories.vectors import Vector, dots, room

JOIN = 0.07  # similarity to a story's mean from which a new article joins it
MERGE = 0.13  # average similarity of two groups' members, neighbours mixed in, from which they are one story
HOPELESS = 0.5  # share of ``MERGE`` under which two groups are not compared again


class Group:
    """Articles with the sum of their vectors, by term, and the span of their dates."""

    __slots__ = ("_total", "members", "span")

    def __init__(self, members: list[int], total: Vector | dict[int, float], span: Interval) -> None:
        self.members = members
        self.span = span
        self._total = total

    @property
    def total(self) -> dict[int, float]:
        """The sum of the vectors; made when it is first asked for, since most articles never join a story."""
        if not isinstance(self._total, dict):
            terms, weights = self._total
            self._total = dict(zip(terms.tolist(), weights.tolist(), strict=True))
        return self._total

    def similarity(self, other: Group) -> float:
        """The average cosine between the members of two groups, less for the days between them."""
        average = product(self.total, other.total) / (len(self.members) * len(other.members))
        return average * fading(self.span, other.span)

    def absorb(self, other: Group) -> None:
        """Take in another group, which may not be used again: the smaller sum goes into the larger."""
        total, small = sorted((self.total, other.total), key=len, reverse=True)
        total.update(zip(small, map(add, small.values(), map(total.get, small, repeat(0.0))), strict=True))
        self._total = total
        self.members = self.members + other.members
        self.span = cover(self.span, other.span)


def product(a: dict[int, float], b: dict[int, float]) -> float:
    """The inner product of two sums: the sum of the cosines between their members."""
    if len(a) > len(b):
        a, b = b, a
    return float(sum(map(mul, a.values(), map(b.get, a, repeat(0.0)))))


def cover(a: Interval, b: Interval) -> Interval:
    """The span of time that holds both."""
    if a is None or b is None:
        return a or b
    return min(a[0], b[0]), max(a[1], b[1])


def online(
    vectors: Sequence[Vector], dates: Sequence[Interval], order: Sequence[int], neighbours: Neighbours
) -> list[list[int]]:
    """Take the articles in order: each joins the story most similar to it among its neighbours', or opens one."""
    story_of: dict[int, Group] = {}
    stories: list[Group] = []
    for n in order:
        new = Group([n], vectors[n], dates[n])
        near = list(dict.fromkeys(id(story_of[m]) for m, _ in neighbours[n] if m in story_of))
        open_stories = {id(story_of[m]): story_of[m] for m, _ in neighbours[n] if m in story_of}
        best = max((open_stories[k] for k in near), key=new.similarity, default=None)
        if best is None or new.similarity(best) < JOIN:
            stories.append(new)
            story_of[n] = new
            continue
        best.absorb(new)
        story_of[n] = best
    return [sorted(s.members) for s in stories]


def repair(vectors: Sequence[Vector], dates: Sequence[Interval], neighbours: Neighbours) -> list[list[int]]:
    """Merge the most similar groups, from single articles on, as long as their average similarity suffices.

    Average linkage (Sokal and Michener 1958): the inner product of two groups' sums is the sum of their
    members' cosines, so no matrix of all pairs is needed. Only groups that hold neighbours are compared, and
    two that are far under the bar are not looked at again: this keeps the work near linear.
    """
    return Repair(vectors, dates, neighbours).run()


class Repair:
    """The state of the repair: the groups, the sums of cosines between promising ones, and a heap of these."""

    def __init__(self, vectors: Sequence[Vector], dates: Sequence[Interval], neighbours: Neighbours) -> None:
        self.groups = {n: Group([n], vector, dates[n]) for n, vector in enumerate(vectors)}
        self.sums: dict[int, dict[int, float]] = {n: {} for n in self.groups}
        self.heap: list[tuple[float, int, int]] = []
        self.next = len(vectors)
        later: list[set[int]] = [set() for _ in vectors]
        for n, near in enumerate(neighbours):
            for m, _ in near:
                later[min(n, m)].add(max(n, m))
        wide = room(vectors)
        for a, others in enumerate(map(sorted, later)):
            cosines = dots(vectors[a], [vectors[b] for b in others], wide).tolist()
            for b, cosine in zip(others, cosines, strict=True):
                self.consider(a, b, cosine)

    def consider(self, a: int, b: int, total: float) -> None:
        """Keep a pair that may yet be one story; put it on the heap where it is one already."""
        one, other = self.groups[a], self.groups[b]
        average = total / (len(one.members) * len(other.members))
        if average < MERGE * HOPELESS:
            return
        self.sums[a][b] = self.sums[b][a] = total
        similarity = average * fading(one.span, other.span)
        if similarity >= MERGE:
            heapq.heappush(self.heap, (-round(similarity, 12), a, b))

    def run(self) -> list[list[int]]:
        """Merge until no pair suffices; the groups as sorted lists."""
        while self.heap:
            _, a, b = heapq.heappop(self.heap)
            if a in self.groups and b in self.groups:
                self.merge(a, b)
        return sorted(sorted(g.members) for g in self.groups.values())

    def merge(self, a: int, b: int) -> None:
        """Replace two groups by their union."""
        left, right = self.groups.pop(a), self.groups.pop(b)
        to_left, to_right = self.sums.pop(a), self.sums.pop(b)
        others = sorted((to_left.keys() | to_right.keys()) - {a, b})
        sums = [
            (to_left[n] if n in to_left else product(left.total, self.groups[n].total))
            + (to_right[n] if n in to_right else product(right.total, self.groups[n].total))
            for n in others
        ]
        left.absorb(right)
        new, self.next = self.next, self.next + 1
        self.groups[new], self.sums[new] = left, {}
        for other, total in zip(others, sums, strict=True):
            self.sums[other].pop(a, None)
            self.sums[other].pop(b, None)
            self.consider(other, new, total)
