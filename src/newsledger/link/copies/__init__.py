"""Which articles go back to one text: copies, excerpts, rewrites, reordered texts, and links."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from newsledger.annotate.annotation import Annotation
from newsledger.link.copies.background import find_background
from newsledger.link.copies.candidates import find_candidates
from newsledger.link.copies.furniture import STRONG, find_furniture, groups
from newsledger.link.copies.order import rebuild_order
from newsledger.link.copies.pile import Pile, read_pile
from newsledger.link.copies.readmore import link_derivations, resolve_links
from newsledger.link.copies.verdict import kind_of, reason_of
from newsledger.link.copies.verify import Copy, verifier
from newsledger.link.copies.versions import difference, later_versions
from newsledger.records import Alignment, Article, Derivation, Link, Passage, Sentence

__all__ = ["difference", "find_derivations", "rebuild_order"]

SAME = 0.8  # share of the shorter article from which two are one article, for all that is carried along
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
    pile = read_pile(articles, sentences, annotations)
    copies = find_copies(pile)
    resolved = resolve_links(articles, links)
    told = later_versions(
        (pile.articles[n] for n in sorted({n for c in copies for n in (c.a, c.b)})), passages
    )
    derivations = [derivation(pile, copy, told) for copy in copies] + link_derivations(resolved)
    derivations.sort(key=lambda d: (d.article_a, d.article_b, d.kind))
    alignments = tuple(row for copy in copies for row in aligned(pile, copy))
    return {"derivations": tuple(derivations), "alignments": alignments, "links": resolved}


def find_copies(pile: Pile) -> list[Copy]:
    """The verified pairs, sorted. Near-identical articles are compared with their background left in."""
    found = find_candidates(pile)
    furniture = find_furniture(pile, groups(pile, found, STRONG))
    background = find_background(pile, groups(pile, found, SAME), ~furniture)
    verify = verifier(pile, furniture)
    same = found.share >= SAME
    copies = [
        *verify.copies(found.a[same], found.b[same]),
        *verify.copies(found.a[~same], found.b[~same], background),
    ]
    return sorted(copies, key=lambda c: (c.a, c.b))


def derivation(pile: Pile, copy: Copy, told: Collection[str]) -> Derivation:
    """The row of a verified pair. Two versions come from one outlet, or one alone is ``told`` to be a later one."""
    a, b, found = pile.articles[copy.a], pile.articles[copy.b], copy.found
    kind = kind_of(found)
    both = min(found.coverage_a, found.coverage_b)
    home = pile.homes[copy.a]
    versions = (home and home == pile.homes[copy.b]) or (a.article_id in told) != (b.article_id in told)
    return Derivation(
        article_a=a.article_id,
        article_b=b.article_id,
        kind=kind,
        is_update=both >= VERSION and bool(versions),
        coverage=round(max(found.coverage_a, found.coverage_b), 4),
        reason=reason_of(kind, found),
    )


def aligned(pile: Pile, copy: Copy) -> list[Alignment]:
    """The aligned sentences of a verified pair."""
    a, b = pile.articles[copy.a].article_id, pile.articles[copy.b].article_id
    return [
        Alignment(
            sentence_a=pile.sentences[i].sentence_id,
            sentence_b=pile.sentences[j].sentence_id,
            article_a=a,
            article_b=b,
            similarity=round(similarity, 4),
        )
        for i, j, similarity in copy.matches
    ]
