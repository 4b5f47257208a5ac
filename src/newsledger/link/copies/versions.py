"""Whether one of two copies is a later version of the other."""

from __future__ import annotations

from urllib.parse import urlsplit

from newsledger.records import Article, Passage


def is_update(a: Article, b: Article, passages: dict[str, tuple[Passage, ...]]) -> bool:
    """Whether a pair is two versions: one carries a correction note, or both come from one outlet."""
    if any(p.kind == "correction" for x in (a, b) for p in passages.get(x.article_id, ())):
        return True
    return bool(home(a)) and home(a) == home(b)


def home(article: Article) -> str:
    """Where an article was published: its address's host, else its outlet."""
    host = (urlsplit(article.url).hostname or "") if article.url else ""
    return host.removeprefix("www.") or (article.outlet or "").casefold()
