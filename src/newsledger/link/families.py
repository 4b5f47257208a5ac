"""Families: articles that go back to one text or one dispatch. One family, one independent source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from newsledger.records import Alignment, Article, Derivation, Family, make_id


def find_families(
    *,
    articles: tuple[Article, ...],
    derivations: tuple[Derivation, ...],
    alignments: tuple[Alignment, ...],
) -> Mapping[str, tuple[Any, ...]]:
    """Families as the connected components of the verified textual pairs; an article alone is a family of one."""
    groups = components(
        (a.article_id for a in articles),
        ((d.article_a, d.article_b) for d in derivations if d.kind != "link"),
    )
    member = {a: group for group in groups for a in group}
    ids = {group: make_id("fam", group[0]) for group in groups}
    families = tuple(
        Family(
            family_id=ids[g],
            reason="alone" if len(g) == 1 else f"{len(g)} articles joined by verified copies",
        )
        for g in groups
    )
    return {
        "families": tuple(sorted(families, key=lambda f: f.family_id)),
        "articles": tuple(replace(a, family_id=ids[member[a.article_id]]) for a in articles),
        "derivations": derivations,
    }


def components(nodes: Iterable[str], edges: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """The connected components, each sorted, in the order of their first members."""
    parent = {n: n for n in nodes}

    def root(n: str) -> str:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for a, b in edges:
        x, y = sorted((root(a), root(b)))
        parent[y] = x
    groups: dict[str, list[str]] = defaultdict(list)
    for n in sorted(parent):
        groups[root(n)].append(n)
    return sorted(tuple(g) for g in groups.values())
