"""Support for a statement: how many articles, how many independent families, how many origins.

A family is one text or one dispatch. An origin is who is quoted as the source: six families that quote
one spokesman are one origin; a family that states something on its own is its own origin.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """Counts of distinct articles, families and origins."""

    n_articles: int
    n_families: int
    n_origins: int

    def in_words(self) -> str:
        """For a reason: ``3 articles of 2 families, 1 origin``."""
        parts = (
            (self.n_articles, "article", "articles"),
            (self.n_families, "family", "families"),
            (self.n_origins, "origin", "origins"),
        )
        words = [f"{n} {one if n == 1 else many}" for n, one, many in parts]
        return f"{words[0]} of {words[1]}, {words[2]}"


def count_support(evidence: Iterable[tuple[str, str | None]], family_of: Mapping[str, str | None]) -> Support:
    """Count (article_id, speaker_id) pairs; an article without a family is its own."""
    articles: set[str] = set()
    families: set[str] = set()
    origins: set[str] = set()
    for article_id, speaker_id in evidence:
        family = family_of.get(article_id) or article_id
        articles.add(article_id)
        families.add(family)
        origins.add(speaker_id or family)
    return Support(n_articles=len(articles), n_families=len(families), n_origins=len(origins))
