"""Connected components."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, TypeVar

Node = TypeVar("Node", bound=Any)


def components(nodes: Iterable[Node], edges: Iterable[tuple[Node, Node]]) -> list[tuple[Node, ...]]:
    """The connected components of a graph, each sorted, in the order of their first members."""
    parent = {n: n for n in nodes}

    def root(n: Node) -> Node:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for a, b in edges:
        x, y = sorted((root(a), root(b)))
        parent[y] = x
    groups: dict[Node, list[Node]] = defaultdict(list)
    for n in sorted(parent):
        groups[root(n)].append(n)
    return sorted(tuple(g) for g in groups.values())
