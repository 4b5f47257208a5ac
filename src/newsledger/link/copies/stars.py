"""Families around a centre, so that none grows by a chain of excerpts that have nothing in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

CARRIED = 0.6  # share of an article that a member must hold for it to follow that member into its family

Pair = tuple[str, str]


def stars(
    nodes: Iterable[str], edges: Mapping[Pair, float], carried: Mapping[Pair, float]
) -> list[tuple[str, ...]]:
    """Groups of articles, each sorted, in the order of their first members.

    ``edges`` are verified pairs with their weight, ``carried`` the share of the first that the second holds.
    A group is a centre with the articles tied to it (star clustering: Aslam, Pelekhov and Rus 2004), and
    those that one of its members holds for the most part. Linear in the edges but for the sorting.
    """
    near: dict[str, dict[str, float]] = defaultdict(dict)
    for (a, b), share in edges.items():
        near[a][b] = near[b][a] = share
    weight = {n: round(sum(near[n].values()), 6) if n in near else 0.0 for n in nodes}
    group_of: dict[str, str] = {}
    for _, centre in sorted((-w, n) for n, w in weight.items()):
        if centre not in group_of:
            gather(centre, near, carried, group_of)
    groups: dict[str, list[str]] = defaultdict(list)
    for member in sorted(group_of):
        groups[group_of[member]].append(member)
    return sorted(tuple(g) for g in groups.values())


def gather(
    centre: str,
    near: Mapping[str, Mapping[str, float]],
    carried: Mapping[Pair, float],
    group_of: dict[str, str],
) -> None:
    """Give the centre's group those articles that belong to it and to no earlier one."""
    group_of[centre] = centre
    members = [centre]
    for member in members:
        for other in sorted(near.get(member, ())):
            held = carried.get((other, member), 0.0)
            if other not in group_of and (member == centre or held >= CARRIED):
                group_of[other] = centre
                members.append(other)
