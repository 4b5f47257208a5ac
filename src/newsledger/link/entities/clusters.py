"""Clusters of chains: a union-find that keeps why two were joined, and refuses what a person judged different."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsledger.link.entities.local import Local

COMPARED = 50  # chains or clusters looked at for one chain: keeps a common surname linear


class Clusters:
    """Chains by number; ``forbidden`` holds pairs of sets of chains that may never meet."""

    def __init__(
        self, chains: Sequence[Local], forbidden: Iterable[tuple[frozenset[int], frozenset[int]]] = ()
    ):
        self.chains = chains
        self.parent = list(range(len(chains)))
        self.members: dict[int, list[int]] = {c.number: [c.number] for c in chains}
        self.why: dict[int, set[str]] = {c.number: set() for c in chains}
        self.sides: dict[int, set[tuple[int, str]]] = {}
        for n, (left, right) in enumerate(forbidden):
            for side, numbers in (("left", left - right), ("right", right - left)):
                for number in numbers:
                    self.sides.setdefault(number, set()).add((n, side))

    def root(self, number: int) -> int:
        while self.parent[number] != number:
            self.parent[number] = self.parent[self.parent[number]]
            number = self.parent[number]
        return number

    def join(self, a: int, b: int, why: str) -> bool:
        """Join the clusters of two chains; False where they are one already or were judged different."""
        a, b = sorted((self.root(a), self.root(b)))
        if a == b or self.forbids(a, b):
            return False
        self.parent[b] = a
        self.members[a].extend(self.members.pop(b))
        self.why[a] |= self.why.pop(b) | {why}
        if b in self.sides:
            self.sides.setdefault(a, set()).update(self.sides.pop(b))
        return True

    def join_nameless(self, a: int, b: int, why: str) -> bool:
        """Join two clusters of which one at most has a name: a description never brings two names together."""
        if self.named(a) and self.named(b):
            return False
        return self.join(a, b, why)

    def named(self, number: int) -> bool:
        return any(self.chains[n].named for n in self.members[self.root(number)])

    def forbids(self, a: int, b: int) -> bool:
        other = {"left": "right", "right": "left"}
        mine = self.sides.get(a, set())
        return any((n, other[side]) in mine for n, side in self.sides.get(b, set()))

    def join_all(self, numbers: Iterable[int], why: str) -> None:
        first: int | None = None
        for number in numbers:
            if first is None:
                first = number
            else:
                self.join(first, number, why)

    def groups(self) -> list[list[Local]]:
        """The clusters, each in order of its chains, in order of their first chain."""
        return [[self.chains[n] for n in sorted(self.members[root])] for root in sorted(self.members)]

    def some(self, number: int) -> list[Local]:
        """The first chains of a cluster: enough to compare with, at a cost that does not grow with the cluster."""
        return [self.chains[n] for n in self.members[self.root(number)][:COMPARED]]
