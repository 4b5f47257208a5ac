"""The family tree of copies: each article under the one that it most likely derives from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from newsledger.link.copies.verdict import WHOLE
from newsledger.records import Article, Derivation
from newsledger.report.tables import Index

KINDS = {
    "duplicate": "the same text",
    "excerpt": "excerpt",
    "whole": "the whole, and more",
    "part": "has a part of it",
    "rewrite": "rewrite",
    "reordered": "same sentences, other order",
    "update": "later version",
    "version": "earlier version",
    "shared duplicate": "the same text",
    "shared excerpt": "shares a part",
    "shared rewrite": "in other words",
    "shared reordered": "in another order",
    "": "",
}
"""How an article derives from the one above it, or what it shares with its family, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyRow:
    """One article in its family's tree: ``depth`` 0 is the root; ``kind`` is how it derives from ``parent``."""

    article: Article
    depth: int
    parent: str | None
    kind: str
    coverage: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyTree:
    family_id: str
    original_known: bool
    reason: str
    rows: tuple[FamilyRow, ...]


def family_trees(index: Index) -> tuple[FamilyTree, ...]:
    """Families of two and more articles, the largest first."""
    members: dict[str, list[Article]] = defaultdict(list)
    for a in index.articles.values():
        members[a.family_id or a.article_id].append(a)
    known = {f.family_id: f for f in index.rows("families")}
    trees = []
    for family_id, articles in members.items():
        if len(articles) < 2:
            continue
        family = known.get(family_id)
        ids = [a.article_id for a in articles]
        original = family.likely_original if family and family.likely_original in ids else None
        trees.append(
            FamilyTree(
                family_id=family_id,
                original_known=original is not None,
                reason=family.reason if family else "",
                rows=tree_rows(index, ids, original),
            )
        )
    return tuple(sorted(trees, key=lambda t: (-len(t.rows), t.family_id)))


def tree_rows(index: Index, ids: list[str], root: str | None) -> tuple[FamilyRow, ...]:
    """The articles depth first. Without a known root they hang under a text that is not in the pile."""
    parents = find_parents(index, ids, root)
    children: dict[str | None, list[str]] = defaultdict(list)
    for article_id in ids:
        children[parents[article_id]].append(article_id)
    rows: list[FamilyRow] = []
    waiting = [(i, 0 if root else 1) for i in reversed(children[None])]
    while waiting:
        article_id, depth = waiting.pop()
        rows.append(family_row(index, article_id, parents[article_id], depth))
        waiting += [(child, depth + 1) for child in reversed(children[article_id])]
    return tuple(rows)


def find_parents(index: Index, ids: list[str], root: str | None) -> dict[str, str | None]:
    """For each article the original that it is closest to; the root, or nothing, where none is known."""
    best: dict[str, tuple[float, bool, float, str]] = {}
    inside = set(ids)
    for pair, d in index.derivations.items():
        if pair <= inside and d.likely_original in pair and len(pair) == 2:
            (copy,) = pair - {d.likely_original}
            close = (likeness(index, copy, d), d.likely_original == root, d.coverage, d.likely_original or "")
            best[copy] = max(best.get(copy, close), close)
    parents: dict[str, str | None] = {i: best[i][-1] if i in best else root for i in ids}
    if root:
        parents[root] = None
    for article_id in ids:
        if in_circle(parents, article_id):
            parents[article_id] = None if article_id == root else root
    return parents


def likeness(index: Index, copy: str, d: Derivation) -> float:
    """How closely a copy follows an original, in tenths: what it covers, by how alike the sentences are."""
    best: dict[str, float] = {}
    for m in index.alignments.get(frozenset((d.article_a, d.article_b)), ()):
        own = m.sentence_a if m.article_a == copy else m.sentence_b
        best[own] = max(best.get(own, 0.0), m.similarity)
    return round(d.coverage * sum(best.values()) / len(best) if best else d.coverage, 1)


def in_circle(parents: dict[str, str | None], article_id: str) -> bool:
    """Whether the way up leads back to the article: then two verdicts contradict each other."""
    seen = {article_id}
    up = parents[article_id]
    while up is not None and up not in seen:
        seen.add(up)
        up = parents[up]
    return up == article_id


def family_row(index: Index, article_id: str, parent: str | None, depth: int) -> FamilyRow:
    d: Derivation | None = index.derivations.get(frozenset((article_id, parent))) if parent else None
    if d is None and parent is None and depth:
        pairs = [e for pair, e in index.derivations.items() if article_id in pair]
        d = max(pairs, key=lambda e: e.coverage, default=None)
    return FamilyRow(
        article=index.articles[article_id],
        depth=depth,
        parent=parent,
        kind=kind_of(d, index, article_id, parent, depth),
        coverage=d.coverage if d else 0.0,
        reason=d.reason if d else "",
    )


def kind_of(d: Derivation | None, index: Index, article_id: str, parent: str | None, depth: int) -> str:
    """How an article relates to its parent; without a known parent, what it shares with the others."""
    if d is None:
        return ""
    if d.is_update:
        other = d.article_a if d.article_b == article_id else d.article_b
        older = parent is None and index.rank[article_id] < index.rank.get(other, 0)
        return "version" if older else "update"
    if not parent and depth:
        return f"shared {d.kind}"
    return pair_kind(d, index, article_id)


def pair_kind(d: Derivation, index: Index, copy: str) -> str:
    """The kind; of an excerpt, whether the copy is it, holds the whole of the other, or each has text of its own."""
    if d.kind != "excerpt":
        return d.kind
    if d.coverage < WHOLE:
        return "part"
    other = d.article_a if d.article_b == copy else d.article_b
    return "whole" if len(index.articles[copy].text) > len(index.articles[other].text) else "excerpt"
