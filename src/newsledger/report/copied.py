"""Families of copies as findings: who goes back to whom, and which words they changed inside quotation marks."""

from __future__ import annotations

from dataclasses import dataclass

from newsledger.link.originals import is_named
from newsledger.records import Derivation
from newsledger.report.diff import changes
from newsledger.report.families import FamilyTree, family_trees, pair_kind
from newsledger.report.tables import Evidence, Index
from newsledger.report.wording import counted, listed, number
from newsledger.report.wordings import Altered, altered_quotations

MOST_NAMES = 6  # of a family in a sentence; the tree shows all
COPY_VERBS = {
    "duplicate": "repeats",
    "excerpt": "is an excerpt of",
    "whole": "carries the whole of",
    "part": "carries a part of",
    "rewrite": "rewrites",
    "reordered": "is a reordered copy of",
}
PAIR_WORDS = {
    "duplicate": "are the same text",
    "excerpt": "share one text, of which one is an excerpt",
    "whole": "share one text, of which one is an excerpt",
    "part": "share a part of one text",
    "rewrite": "are rewrites of one text",
    "reordered": "have the same sentences in another order",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyFamily:
    """Articles behind which one text stands: one source, however many they are."""

    tree: FamilyTree
    derivations: tuple[Derivation, ...]
    altered: tuple[Altered, ...]  # each change of words once
    sentence: str
    reason: str
    evidence: tuple[Evidence, ...]


def copy_families(index: Index) -> tuple[CopyFamily, ...]:
    """Every family of two and more articles, the largest first."""
    changed = altered_quotations(index)
    return tuple(copy_family(index, tree, changed) for tree in family_trees(index))


def copy_family(index: Index, tree: FamilyTree, changed: tuple[Altered, ...]) -> CopyFamily:
    members = [row.article.article_id for row in tree.rows]
    inside = set(members)
    own = tuple(d for pair, d in index.derivations.items() if pair <= inside)
    altered = once([r for r in changed if {r.left.article_id, r.right.article_id} <= inside])
    return CopyFamily(
        tree=tree,
        derivations=own,
        altered=altered,
        sentence=f"{origin_words(index, tree, own)}{altered_words(len(altered))} "
        f"Together they are one source{credit_words(tree)}.",
        reason=why_family(tree, own),
        evidence=tuple(e for r in altered for e in r.evidence),
    )


def why_family(tree: FamilyTree, own: tuple[Derivation, ...]) -> str:
    """The reason of a pair; of more, that of one which names the family's original, or why none is known."""
    root = tree.rows[0].article.article_id if tree.original_known else None
    named = [d.reason for d in own if d.likely_original == root] if root else []
    return own[0].reason if len(own) == 1 else (named or [tree.reason])[0]


def once(rows: list[Altered]) -> tuple[Altered, ...]:
    """Each change of a speaker's words once, though three articles make three pairs of it."""
    found: dict[tuple[object, ...], Altered] = {}
    for row in rows:
        found.setdefault((row.speaker, changes(row.pieces)), row)
    return tuple(found.values())


def altered_words(n: int) -> str:
    return f" {counted(n, 'quotation differs', 'quotations differ').capitalize()} in the words." if n else ""


def origin_words(index: Index, tree: FamilyTree, own: tuple[Derivation, ...]) -> str:
    """Which article goes back to which, as far as the ledger knows."""
    names = [index.name_of(row.article.article_id) for row in tree.rows]
    if len(names) == 2 and own:
        kind = pair_kind(own[0], index, tree.rows[1].article.article_id)
        return pair_words(own[0], kind, names, tree.original_known)
    if tree.original_known:
        return f"{few_names(names[1:])} go back to {names[0]}."
    return f"{few_names(names)} go back to one text; which came first is not known."


def few_names(names: list[str]) -> str:
    """The first names, and how many more there are."""
    more = len(names) - MOST_NAMES
    return listed(names if more <= 1 else [*names[:MOST_NAMES], f"{number(more)} more"])


def credit_words(tree: FamilyTree) -> str:
    """The agencies that are credited, where the original is none of theirs: then no dispatch is in the pile."""
    if any(a.agency and is_named(a.outlet, a.agency) for a in (row.article for row in tree.rows)):
        return ""
    agencies = sorted({row.article.agency for row in tree.rows if row.article.agency})
    return f", credited to {listed(agencies)}" if agencies else ""


def pair_words(d: Derivation, kind: str, names: list[str], known: bool) -> str:
    first, copy = names
    if d.is_update and known:
        return f"{copy} is a later version of {first}."
    if d.is_update:
        return f"{first} and {copy} are versions of one report."
    if known:
        return f"{copy} {COPY_VERBS.get(kind, 'goes back to')} {first}."
    return f"{first} and {copy} {PAIR_WORDS.get(kind, 'go back to one text')}; which came first is not known."
