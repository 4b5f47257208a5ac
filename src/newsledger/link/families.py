"""Families: articles that go back to one text or one dispatch. One family, one independent source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from newsledger.link.copies.components import components
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
