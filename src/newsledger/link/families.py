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
from newsledger.link.copies.versions import later_versions
from newsledger.link.originals import Pair, called, is_named, judge, roots
from newsledger.records import Alignment, Article, Derivation, Family, Link, Passage, Sentence, make_id

MOST_NAMES = 4  # of articles in a reason
WORDS = 5  # words that a quotation needs to tell two wordings apart
ALIKE = 0.5  # share of the shorter quotation's words that two wordings of one have in common


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
    first = roots(group, votes)
    original = first[0].article_id if len(first) == 1 else None
    joined = (
        f"{len(group)} articles joined by {len(votes)} verified {'copy' if len(votes) == 1 else 'copies'}"
    )
    return Family(family_id=family_id, likely_original=original, reason=f"{joined}; {origin(first)}")


def origin(first: Sequence[Article]) -> str:
    """Which article is the original, or why that is not known; ``first`` are those that are a copy of none."""
    if not first:
        return "original unknown: the verdicts on its pairs contradict one another"
    if len(first) == 1:
        [a] = first
        unseen = a.agency and not is_named(a.outlet, a.agency)
        return f"likely from {called(a)}" + (f", which carries the line of {a.agency}" if unseen else "")
    names = [called(a) for a in first[:MOST_NAMES]] + [f"{len(first) - MOST_NAMES} more"] * (
        len(first) > MOST_NAMES
    )
    return (
        f"original unknown: nothing tells which of {', '.join(names)} came first, "
        "and all may go back to a text that is not in the pile"
    )


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
    paired = [by_id[i] for i in sorted({i for d in textual for i in (d.article_a, d.article_b)})]
    updated = later_versions(paired, passages) | {a.article_id for a in paired if a.updated}
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
    """How many quotations that the other of two articles has in other words stand word for word outside the pair.

    One that the other merely cut says nothing of who kept to the words.
    """
    only = a - b, b - a
    return kept(only[0], only[1], carriers), kept(only[1], only[0], carriers)


def kept(quotations: frozenset[str], others: frozenset[str], carriers: Mapping[str, int]) -> int:
    """How many of the quotations are carried elsewhere, too, and stand among the others in other words."""
    words = [set(q.split()) for q in others]
    confirmed = [set(q.split()) for q in quotations if carriers[q] > 1]
    return sum(any(len(q & w) >= ALIKE * min(len(q), len(w)) for w in words) for q in confirmed)
