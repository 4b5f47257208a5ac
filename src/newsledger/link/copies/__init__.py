"""Which articles go back to one text: copies, excerpts, rewrites, reordered texts, and links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from newsledger.annotate.annotation import Annotation
from newsledger.link.copies.candidates import candidate_pairs
from newsledger.link.copies.furniture import SAME, strip_background, strip_furniture
from newsledger.link.copies.order import rebuild_order
from newsledger.link.copies.prose import Prose, read_prose
from newsledger.link.copies.readmore import link_derivations, resolve_links
from newsledger.link.copies.verdict import Comparison, kind_of, reason_of, verified
from newsledger.link.copies.versions import difference, is_update
from newsledger.records import Alignment, Article, Derivation, Link, Passage, Sentence

__all__ = ["difference", "find_derivations", "rebuild_order"]

VERSION = 0.5  # coverage, both ways, that two versions of one article have at least


def find_derivations(
    *,
    articles: tuple[Article, ...],
    sentences: tuple[Sentence, ...],
    annotations: tuple[Annotation, ...],
    passages: tuple[Passage, ...],
    links: tuple[Link, ...],
) -> Mapping[str, tuple[Any, ...]]:
    """Verified pairs of articles with one text behind both, their aligned sentences, and the links resolved."""
    prose = read_prose(articles, sentences, annotations)
    by_article: dict[str, tuple[Passage, ...]] = defaultdict(tuple)
    for passage in passages:
        by_article[passage.article_id] += (passage,)
    derivations: list[Derivation] = []
    alignments: list[Alignment] = []
    candidates = candidate_pairs(prose)
    prose = strip_furniture(prose, candidates)
    bare = strip_background(prose, candidates)
    for (i, j), share in candidates.items():
        a, b = (prose[i], prose[j]) if share >= SAME else (bare[i], bare[j])
        if found := verified(a, b):
            derivations.append(derivation(a, b, found, by_article))
            alignments += aligned(a, b, found)
    resolved = resolve_links(articles, links)
    derivations += link_derivations(resolved)
    derivations.sort(key=lambda d: (d.article_a, d.article_b, d.kind))
    return {"derivations": tuple(derivations), "alignments": tuple(alignments), "links": resolved}


def derivation(a: Prose, b: Prose, found: Comparison, passages: dict[str, tuple[Passage, ...]]) -> Derivation:
    """The row of a verified pair."""
    kind = kind_of(found)
    both = min(found.coverage_a, found.coverage_b)
    return Derivation(
        article_a=a.article.article_id,
        article_b=b.article.article_id,
        kind=kind,
        is_update=both >= VERSION and is_update(a.article, b.article, passages),
        coverage=round(max(found.coverage_a, found.coverage_b), 4),
        reason=reason_of(kind, found),
    )


def aligned(a: Prose, b: Prose, found: Comparison) -> list[Alignment]:
    """The aligned sentences of a verified pair."""
    return [
        Alignment(
            sentence_a=a.sentences[m.a].sentence_id,
            sentence_b=b.sentences[m.b].sentence_id,
            article_a=a.article.article_id,
            article_b=b.article.article_id,
            similarity=round(m.similarity, 4),
        )
        for m in found.matches
    ]
