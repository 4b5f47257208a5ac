"""Articles of the pile that another names by headline or address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from newsledger.records import Article, Derivation, Link

WORDS = 3  # words that a headline needs to name one article


def resolve_links(articles: Sequence[Article], links: Sequence[Link]) -> tuple[Link, ...]:
    """The links with ``target_id`` where the pile holds the article that they name, and no other fits."""
    by_address = unique((address(a.url), a.article_id) for a in articles if a.url)
    by_title = unique((bare(a.title), a.article_id) for a in articles if a.title)
    urls = {a.article_id: a.url for a in articles}
    resolved = []
    for link in links:
        target = (
            by_address.get(address(urljoin(urls.get(link.article_id) or "", link.url))) if link.url else None
        )
        if target is None and len(link.text.split()) >= WORDS:
            target = by_title.get(bare(link.text))
        resolved.append(link if target in (None, link.article_id) else replace(link, target_id=target))
    return tuple(resolved)


def link_derivations(links: Iterable[Link]) -> list[Derivation]:
    """One derivation of kind ``link`` for each two articles of which one names the other."""
    named = sorted({(k.article_id, k.target_id, k.text) for k in links if k.target_id})
    pairs: dict[tuple[str, str], Derivation] = {}
    for source, target, text in named:
        a, b = sorted((source, target))
        reason = f"{source} names {target} by its headline or address: “{text}”"
        pairs.setdefault((a, b), Derivation(article_a=a, article_b=b, kind="link", reason=reason))
    return [pairs[k] for k in sorted(pairs)]


def address(url: str | None) -> str:
    """An address without scheme, "www.", query, fragment and closing slash."""
    parts = urlsplit(url or "")
    path = parts.path.rstrip("/")
    return f"{(parts.hostname or '').removeprefix('www.')}{path}".casefold() if path else ""


def bare(title: str | None) -> str:
    """A headline's words alone."""
    return " ".join(re.findall(r"\w+", (title or "").casefold()))


def unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """A mapping of the names that stand for one article only."""
    found: dict[str, set[str]] = {}
    for name, article_id in pairs:
        if name:
            found.setdefault(name, set()).add(article_id)
    return {name: min(ids) for name, ids in found.items() if len(ids) == 1}
