"""Two ways to group articles: online, one after another, and the repair that looks at all of them again."""

from __future__ import annotations

import heapq
from collections.abc import Sequence

from newsledger.link.stories.neighbours import Interval, Neighbours, fading
from newsledger.link.stories.vectors import Vector, add, dot

JOIN = 0.07  # similarity to a story's mean from which a new article joins it
MERGE = 0.13  # average similarity of two groups' members, neighbours mixed in, from which they are one story


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
    members' cosines, so no matrix of all pairs is needed; only groups that hold neighbours are compared.
    """
    groups = {
        n: Group([n], vector, date) for n, (vector, date) in enumerate(zip(vectors, dates, strict=True))
    }
    touching: dict[int, set[int]] = {n: set() for n in groups}
    for n, near in enumerate(neighbours):
        for m, _ in near:
            touching[n].add(m)
            touching[m].add(n)
    heap = [pair for n in groups for m in sorted(touching[n]) if n < m for pair in worth(groups, n, m)]
    heapq.heapify(heap)
    while heap:
        _, a, b = heapq.heappop(heap)
        if a not in groups or b not in groups:
            continue
        new = len(vectors) + len(touching)
        groups[new] = groups.pop(a).joined(groups.pop(b))
        touching[new] = (touching[a] | touching[b]) - {a, b}
        for other in sorted(touching[new]):
            touching[other] = touching[other] - {a, b} | {new}
            for pair in worth(groups, other, new):
                heapq.heappush(heap, pair)
        touching[a] = touching[b] = set()
    return sorted(sorted(g.members) for g in groups.values())


def worth(groups: dict[int, Group], a: int, b: int) -> list[tuple[float, int, int]]:
    """The pair with its similarity, the highest first in a heap, where that suffices to merge."""
    similarity = groups[a].similarity(groups[b])
    return [(-round(similarity, 12), a, b)] if similarity >= MERGE else []
