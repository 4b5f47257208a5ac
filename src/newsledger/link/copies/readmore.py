"""Articles of the pile that another names by headline or address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from newsledger.records import Article, Derivation, Link

WORDS = 3  # words that a headline needs to name one article


def resolve_links(articles: Sequence[Article], links: Sequence[Link]) -> tuple[Link, ...]:
    """The links with ``target_id`` where the pile holds the article that they name, and no other fits.

    Articles of one address are versions of one: a link to them is given once for each.
    """
    if not links:
        return ()
    by_address = held((address(a.url), a) for a in articles)
    by_title = held((bare(a.title), a) for a in articles)
    urls = {a.article_id: a.url for a in articles}
    resolved: list[Link] = []
    for link in dict.fromkeys(links):
        url = address(urljoin(urls.get(link.article_id) or "", link.url)) if link.url else ""
        targets = by_address.get(url, ())
        if not targets and len(link.text.split()) >= WORDS:
            targets = by_title.get(bare(link.text), ())
        others = [target for target in targets if target != link.article_id]
        resolved.extend([replace(link, target_id=target) for target in others] or [link])
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


def held(pairs: Iterable[tuple[str, Article]]) -> dict[str, tuple[str, ...]]:
    """The ids by name, for the names that stand for one article alone or for versions of one."""
    found: dict[str, dict[str, str]] = {}
    for name, article in pairs:
        if name:
            found.setdefault(name, {})[article.article_id] = address(article.url)
    return {
        name: tuple(sorted(ids))
        for name, ids in found.items()
        if len(ids) == 1 or (len(set(ids.values())) == 1 and all(ids.values()))
    }
