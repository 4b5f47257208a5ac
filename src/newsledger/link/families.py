"""Families: articles that go back to one text or one dispatch. One family, one independent source."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from newsledger.annotate.annotation import Annotation
from newsledger.link.copies.components import components
from newsledger.link.copies.stars import stars
from newsledger.link.copies.versions import announces
from newsledger.link.originals import Pair, judge, original_of
from newsledger.records import Alignment, Article, Derivation, Family, Link, Passage, Sentence, make_id

WORDS = 5  # words that a quotation needs to tell two wordings apart


def find_families(
    *,
    articles: tuple[Article, ...],
    derivations: tuple[Derivation, ...],
    alignments: tuple[Alignment, ...],
    annotations: tuple[Annotation, ...] = (),
    sentences: tuple[Sentence, ...] = (),
    passages: tuple[Passage, ...] = (),
    links: tuple[Link, ...] = (),
) -> Mapping[str, tuple[Any, ...]]:
    """Families from the verified textual pairs, each around a centre; each pair with its likely original.

    An article alone is a family of one. A ``link`` makes no family.
    """
    textual = [d for d in derivations if d.kind != "link"]
    covered = coverage(alignments, sentences)
    edges = {(d.article_a, d.article_b): d.coverage for d in textual}
    groups = stars((a.article_id for a in articles), edges, covered)
    found = originals(textual, articles, covered, annotations, passages, links)
    verdicts = {id(d): verdict for d, verdict in zip(textual, found, strict=True)}
    judged = [judged_row(d, verdicts[id(d)]) if id(d) in verdicts else d for d in derivations]
    votes: dict[str, dict[tuple[str, str], str | None]] = defaultdict(dict)
    first = {a: group[0] for group in groups for a in group}
    for d in judged:
        if d.kind != "link" and first[d.article_a] == first[d.article_b]:
            votes[first[d.article_a]][d.article_a, d.article_b] = d.likely_original
    by_id = {a.article_id: a for a in articles}
    families = [family([by_id[a] for a in group], votes[group[0]]) for group in groups]
    family_of = {a: f.family_id for group, f in zip(groups, families, strict=True) for a in group}
    return {
        "families": tuple(sorted(families, key=lambda f: f.family_id)),
        "articles": tuple(replace(a, family_id=family_of[a.article_id]) for a in articles),
        "derivations": tuple(judged),
    }


def family(group: Sequence[Article], votes: Mapping[tuple[str, str], str | None]) -> Family:
    """The row of a family. Its id is that of its earliest article, so that it lasts while the family grows."""
    founder = min(group, key=lambda a: (a.published or dt.date.max, a.article_id)).article_id
    family_id = make_id("f", founder)
    if len(group) == 1:
        return Family(
            family_id=family_id, likely_original=founder, reason="no other article goes back to its text"
        )
    original = original_of((a.article_id for a in group), votes)
    reason = f"{len(group)} articles joined by {len(votes)} verified copies; {origin(original, votes)}"
    return Family(family_id=family_id, likely_original=original, reason=reason)


def origin(original: str | None, votes: Mapping[tuple[str, str], str | None]) -> str:
    """Which article is the original, or why that is not known."""
    if original:
        return f"likely from {original}"
    won = {winner for winner in votes.values() if winner}
    lost = {a for pair, winner in votes.items() if winner for a in pair if a != winner}
    if len(won - lost) > 1:
        return f"original unknown: nothing tells which of {', '.join(sorted(won - lost))} came first"
    if won:
        return "original unknown: the verdicts on its pairs contradict one another"
    return "original unknown: nothing tells which came first, and all may go back to a text that is not in the pile"


def judged_row(d: Derivation, verdict: tuple[str | None, float, str]) -> Derivation:
    """The row with its likely original, and the reason with it."""
    original, _, why = verdict
    return replace(d, likely_original=original, reason=f"{d.reason}; {why}")


def originals(
    textual: Sequence[Derivation],
    articles: Sequence[Article],
    covered: Mapping[tuple[str, str], float],
    annotations: Sequence[Annotation],
    passages: Sequence[Passage],
    links: Sequence[Link],
) -> list[tuple[str | None, float, str]]:
    """The verdict on each pair."""
    by_id = {a.article_id: a for a in articles}
    named = frozenset((k.article_id, k.target_id) for k in links if k.target_id)
    corrected = frozenset(p.article_id for p in passages if p.kind == "correction")
    notes: dict[str, tuple[Passage, ...]] = defaultdict(tuple)
    for p in passages:
        notes[p.article_id] += (p,)
    pairs = {i for d in textual for i in (d.article_a, d.article_b)}
    updated = frozenset(i for i in pairs if by_id[i].updated or announces(by_id[i], notes))
    quotations = long_quotations(annotations)
    carriers = independent_carriers(quotations, textual)
    return [
        judge(
            Pair(
                a=by_id[d.article_a],
                b=by_id[d.article_b],
                derivation=d,
                links=named,
                covered=(covered[d.article_a, d.article_b], covered[d.article_b, d.article_a]),
                faithful=fidelity(quotations[d.article_a], quotations[d.article_b], carriers),
                corrected=corrected,
                updated=updated,
            )
        )
        for d in textual
    ]


def coverage(alignments: Sequence[Alignment], sentences: Sequence[Sentence]) -> dict[tuple[str, str], float]:
    """For (article, other) the share of the article's letters in sentences that the other has as well."""
    length = {s.sentence_id: len(s.text) for s in sentences}
    whole: Counter[str] = Counter()
    for s in sentences:
        whole[s.article_id] += len(s.text)
    shared: dict[tuple[str, str], set[str]] = defaultdict(set)
    for m in alignments:
        shared[m.article_a, m.article_b].add(m.sentence_a)
        shared[m.article_b, m.article_a].add(m.sentence_b)
    share = {k: sum(length.get(s, 0) for s in ids) / max(1, whole[k[0]]) for k, ids in shared.items()}
    return defaultdict(float, share)


def long_quotations(annotations: Sequence[Annotation]) -> dict[str, frozenset[str]]:
    """For each article the words of its longer quotations."""
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for a in annotations:
        plain = (" ".join(q.text.casefold().split()) for q in a.quotations if q.kind != "indirect")
        found[a.article_id] = frozenset(q.strip(" .,;:!?") for q in plain if q.count(" ") + 1 >= WORDS)
    return found


def independent_carriers(
    quotations: Mapping[str, frozenset[str]], textual: Sequence[Derivation]
) -> Counter[str]:
    """In how many families each quotation stands: copies confirm nothing."""
    edges = [(d.article_a, d.article_b) for d in textual]
    nodes = {*quotations, *(a for edge in edges for a in edge)}
    groups = components(nodes, edges)
    return Counter(
        q for group in groups for q in set().union(*(quotations.get(a, frozenset()) for a in group))
    )


def fidelity(a: frozenset[str], b: frozenset[str], carriers: Mapping[str, int]) -> tuple[int, int]:
    """How many quotations that only one of two articles has stand word for word in others."""
    return sum(carriers[q] > 1 for q in a - b), sum(carriers[q] > 1 for q in b - a)
