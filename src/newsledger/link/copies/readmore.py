"""Articles of the pile that another names by headline or address."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urljoin

from newsledger.link.copies.prose import WORD
from newsledger.records import Article, Derivation, Link

WORDS = 3  # words that a headline needs to name one article
# Scheme, user and port say nothing of which page is meant, nor do query and fragment.
PARTS = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:)?(?://(?:[^/?#]*@)?([^/?#:]*)[^/?#]*)?([^?#]*)", re.IGNORECASE)


def resolve_links(articles: Sequence[Article], links: Sequence[Link]) -> tuple[Link, ...]:
    """The links with ``target_id`` where the pile holds the article that they name, and no other fits.

    Articles of one address are versions of one: a link to them is given once for each.
    """
    if not links:
        return ()
    urls = {a.article_id: a.url for a in articles}
    pages = {i: address(url) for i, url in urls.items()}
    wanted = {link: names(link, urls.get(link.article_id)) for link in links}
    by_address = held(((pages[i], i) for i in pages), {url for url, _ in wanted.values()}, pages)
    titles = {title for _, title in wanted.values()}
    by_title = held(((bare(a.title), a.article_id) for a in articles), titles, pages)
    resolved: list[Link] = []
    for link, (url, title) in wanted.items():
        targets = by_address.get(url) or by_title.get(title, ())
        others = [target for target in targets if target != link.article_id]
        resolved.extend([replace(link, target_id=target) for target in others] or [link])
    return tuple(resolved)


def names(link: Link, base: str | None) -> tuple[str, str]:
    """By what a link names an article: the address and the headline, empty where it gives none."""
    title = bare(link.text) if len(link.text.split()) >= WORDS else ""
    if not link.url:
        return "", title
    try:
        return address(urljoin(base or "", link.url)), title
    except ValueError:  # no address at all
        return "", title


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
    found = PARTS.match(url or "")
    if not found:
        return ""
    path = found[2].rstrip().rstrip("/")
    return f"{(found[1] or '').lower().removeprefix('www.')}{path}".casefold() if path else ""


def bare(title: str | None) -> str:
    """A headline's words alone."""
    return " ".join(WORD.findall((title or "").casefold()))


def held(
    named: Iterable[tuple[str, str]], wanted: Collection[str], pages: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """The articles of each wanted name that stands for one alone or for the versions of one page."""
    found: dict[str, set[str]] = {}
    for name, article_id in named:
        if name and name in wanted:
            found.setdefault(name, set()).add(article_id)
    return {name: tuple(sorted(ids)) for name, ids in found.items() if len(ids) == 1 or one_page(ids, pages)}


def one_page(ids: Iterable[str], pages: Mapping[str, str]) -> bool:
    """Whether articles have one address, and it is known."""
    found = {pages[i] for i in ids}
    return len(found) == 1 and found != {""}
