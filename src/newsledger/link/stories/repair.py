"""The repair: all articles are grouped anew, the most similar groups first."""

from __future__ import annotations

import heapq
from collections.abc import Sequence

import numpy as np

from newsledger.link.stories.neighbours import cosines, fading
from newsledger.link.stories.vectors import Floats, Ints, Vectors

MERGE = 0.15  # similarity of two groups from which they are one story ...
LONE, RIVAL = (
    0.08,
    1.5,
)  # ... or so much, where it is by this factor above that of either with any other group
HOPELESS = 0.05  # similarity under which two groups are not compared again
USUAL, TRUST = (
    0.2,
    6,
)  # how alike two articles of a story usually are, and the pairs that it takes to doubt that
RELATIVE = (
    0.5  # how far the likeness within groups is the measure of that between them: 0 not at all, 1 wholly
)

Known = tuple[float, float]  # of two groups: the sum of the cosines across, and the similarity


def repair(vectors: Vectors, days: Floats) -> list[list[int]]:
    """Merge the most similar groups, from single articles on, as long as their similarity suffices.

    ``days`` are those of publication, NaN where unknown. Average linkage (Sokal and Michener 1958), relative to the
    groups' own coherence: a loose story may take in what a close one leaves out. The inner product of two groups' sums
    is the sum of their members' cosines, so no matrix of all pairs is needed. Only groups that hold neighbours are
    compared, and two that are far under the bar are not looked at again: this keeps the work near linear.
    """
    state = Repair(vectors, days)
    state.merge_similar()
    while lone := state.lone_pairs():
        for a, b in lone:
            state.merge(a, b)
        state.merge_similar()
    return sorted(sorted(members) for members in state.members.values())


class Repair:
    """The state of the repair. A group keeps its number until it is merged; the union has a new one."""

    def __init__(self, vectors: Vectors, days: Floats) -> None:
        size, room = len(vectors), 2 * len(vectors)
        self.members = {n: [n] for n in range(size)}
        self.totals = {n: vectors.row(n) for n in range(size)}  # the sums of their vectors
        self.sizes = np.ones(room)
        self.inner = np.zeros(room)  # the sums of the cosines within
        self.first, self.last = (np.concatenate((days, np.full(size, np.nan))) for _ in range(2))
        self.near: dict[int, dict[int, Known]] = {n: {} for n in range(size)}
        self.heap: list[tuple[float, int, int]] = []
        self.next = size
        self.wide = np.zeros(vectors.room)
        for n, others, between in cosines(vectors):
            self.compare(n, others, between)

    def compare(self, group: int, others: Ints, between: Floats) -> None:
        """Keep pairs that may yet be one story, with the sum of cosines and the similarity; queue those that are."""
        found = self.similarity(group, others, between)
        kept = np.flatnonzero(found >= HOPELESS)
        for other, total, similarity in zip(
            others[kept].tolist(), between[kept].tolist(), found[kept].tolist(), strict=True
        ):
            self.near[group][other] = self.near[other][group] = (total, similarity)
            if similarity >= MERGE:
                heapq.heappush(self.heap, (-similarity, min(group, other), max(group, other)))

    def similarity(self, group: int, others: Ints, between: Floats) -> Floats:
        """How alike groups are across, as a share of how alike the articles within them are, less for the days."""
        average = between / (self.sizes[group] * self.sizes[others])
        usual = np.sqrt(self.coherence(group) * self.coherence(others)) / USUAL
        gap = np.fmax(self.first[others] - self.last[group], self.first[group] - self.last[others])
        return np.asarray(np.round(average / usual**RELATIVE * fading(gap), 12))

    def coherence(self, groups: Ints | int) -> Floats:
        """How alike the articles of groups are; what is usual where there are few."""
        pairs = self.sizes[groups] * (self.sizes[groups] - 1) / 2
        return np.asarray((self.inner[groups] + TRUST * USUAL) / (pairs + TRUST))

    def merge_similar(self) -> None:
        """Merge until no pair is similar enough."""
        while self.heap:
            _, a, b = heapq.heappop(self.heap)
            if a in self.members and b in self.members:
                self.merge(a, b)

    def lone_pairs(self) -> list[tuple[int, int]]:
        """Pairs of groups that resemble each other less, but nothing else nearly as much."""
        best: dict[int, tuple[int, float]] = {}
        for n, near in self.near.items():
            ranked = heapq.nlargest(2, ((found, -m) for m, (_, found) in near.items()))
            if ranked and ranked[0][0] >= max(LONE, RIVAL * (ranked[1][0] if len(ranked) > 1 else 0.0)):
                best[n] = -ranked[0][1], ranked[0][0]
        mutual = [(-found, n, m) for n, (m, found) in best.items() if n < m and best.get(m, (-1,))[0] == n]
        return [(n, m) for _, n, m in sorted(mutual)]

    def merge(self, a: int, b: int) -> None:
        """Replace two groups by their union."""
        to_a, to_b = self.near.pop(a), self.near.pop(b)
        between = to_a.pop(b)[0]
        to_b.pop(a)
        new, self.next = self.next, self.next + 1
        self.members[new] = self.members.pop(a) + self.members.pop(b)
        self.sizes[new] = self.sizes[a] + self.sizes[b]
        self.inner[new] = self.inner[a] + self.inner[b] + between
        self.first[new] = np.fmin(self.first[a], self.first[b])
        self.last[new] = np.fmax(self.last[a], self.last[b])
        self.near[new] = {}
        others = sorted(to_a.keys() | to_b.keys())
        sums = self.unite(a, b, new, [(n, to_a.get(n), to_b.get(n)) for n in others])
        for other in others:
            self.near[other].pop(a, None)
            self.near[other].pop(b, None)
        self.compare(new, np.array(others, dtype=np.int64), np.array(sums))

    def unite(
        self, a: int, b: int, new: int, others: Sequence[tuple[int, Known | None, Known | None]]
    ) -> list[float]:
        """Add up the vectors of two groups; the inner products of the sum with other groups, where not known."""
        (terms, weights), (more, their) = self.totals.pop(a), self.totals.pop(b)
        wide = self.wide
        wide[terms] = weights
        terms = np.concatenate((terms, more[wide[more] == 0.0]))
        wide[more] += their
        self.totals[new] = terms, wide[terms]
        found = []
        for other, to_a, to_b in others:
            if to_a and to_b:
                found.append(to_a[0] + to_b[0])
            else:
                theirs, weights = self.totals[other]
                found.append(float(wide[theirs] @ weights))
        wide[terms] = 0.0
        return found
