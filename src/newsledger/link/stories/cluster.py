"""Two ways to group articles: online, one after another, and the repair that looks at all of them again."""

from __future__ import annotations

import heapq
from collections.abc import Sequence

from newsledger.link.stories.neighbours import Interval, Neighbours, fading
from newsledger.link.stories.vectors import Vector, add, dot

JOIN = 0.07  # similarity to a story's mean from which a new article joins it
MERGE = 0.13  # average similarity of two groups' members, neighbours mixed in, from which they are one story
HOPELESS = 0.5  # share of ``MERGE`` under which two groups are not compared again


class Group:
    """Articles with the sum of their vectors and the span of their dates."""

    __slots__ = ("members", "span", "total")

    def __init__(self, members: list[int], total: Vector, span: Interval) -> None:
        self.members = members
        self.total = total
        self.span = span

    def similarity(self, other: Group) -> float:
        """The average cosine between the members of two groups, less for the days between them."""
        average = dot(self.total, other.total) / (len(self.members) * len(other.members))
        return average * fading(self.span, other.span)

    def joined(self, other: Group) -> Group:
        """Both groups as one."""
        total = add([(self.total, 1.0), (other.total, 1.0)])
        return Group(self.members + other.members, total, cover(self.span, other.span))


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
        grown = best.joined(new)
        best.members, best.total, best.span = grown.members, grown.total, grown.span
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
        for a, b in sorted({(min(n, m), max(n, m)) for n, near in enumerate(neighbours) for m, _ in near}):
            self.consider(a, b, dot(vectors[a], vectors[b]))

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
        new, self.next = self.next, self.next + 1
        self.groups[new], self.sums[new] = left.joined(right), {}
        for other in sorted((to_left.keys() | to_right.keys()) - {a, b}):
            self.sums[other].pop(a, None)
            self.sums[other].pop(b, None)
            far = self.groups[other].total
            first = to_left[other] if other in to_left else dot(left.total, far)
            second = to_right[other] if other in to_right else dot(right.total, far)
            self.consider(other, new, first + second)
