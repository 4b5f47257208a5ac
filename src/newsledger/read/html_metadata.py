"""What a page says of itself: JSON-LD, meta tags, canonical address, headings. All dates are candidates."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from newsledger.read.addresses import absolute, host, is_address, outlet_of
from newsledger.read.clean import clean
from newsledger.read.dates import parse_date
from newsledger.read.draft import StatedDate
from newsledger.read.tables import table
from newsledger.read.titles import letters, same, without_outlet

Element = Any
Node = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The page's own words on itself."""

    title: str | None
    url: str | None
    outlet: str | None
    language: str | None
    dates: tuple[StatedDate, ...]
    body: str | None  # JSON-LD's articleBody
    headings: frozenset[str]  # everything that may repeat the title in the text


def page_metadata(tree: Element) -> Page:
    """Read the head of a page."""
    meta = dict(meta_tags(tree))
    node = article_node(tree)
    url = address(tree, meta, node)
    outlet_name = outlet(meta, node, url)
    title = title_of(tree, meta, node, outlet_name)
    body = one_line(node.get("articleBody"))
    return Page(
        title=title,
        url=url,
        outlet=outlet_name,
        language=tree.get("lang") or first(meta, "language") or one_line(node.get("inLanguage")),
        dates=(*json_ld_dates(node), *meta_dates(meta)),
        body=body,
        headings=frozenset(filter(None, [title, first(meta, "title"), one_line(node.get("headline"))])),
    )


def meta_tags(tree: Element) -> Iterator[tuple[str, str]]:
    """Name and content of each meta tag; the first of a name wins, so they come in reverse."""
    for tag in reversed(list(tree.iter("meta", "time"))):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv")
        content = tag.get("content") or tag.get("datetime")
        if name and content and content.strip():
            yield name.strip().lower(), " ".join(clean(content).split())


def first(meta: dict[str, str], field: str) -> str | None:
    return next((meta[name] for name in table("html.toml")["meta"][field] if name in meta), None)


def article_node(tree: Element) -> Node:
    """The JSON-LD object that describes the article; empty where there is none."""
    types = set(table("html.toml")["json_ld"]["types"])
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        for node in nodes(load(script.text or "")):
            kind = node.get("@type")
            if types & set(kind if isinstance(kind, list) else [kind] if isinstance(kind, str) else []):
                return node
    return {}


def load(text: str) -> Any:
    """JSON as pages hold it: in comments or CDATA, with raw line breaks in strings."""
    text = re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$", "", text).rstrip(
        " \n;"
    )
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def nodes(value: Any) -> Iterator[Node]:
    """All objects of a JSON-LD document that may be the article, in order."""
    stack = [value]
    while stack:
        item = stack.pop()
        if isinstance(item, list):
            stack.extend(reversed(item))
        elif isinstance(item, dict):
            yield item
            stack.extend(
                item[key] for key in ("mainEntity", "@graph") if isinstance(item.get(key), list | dict)
            )


def one_line(value: Any) -> str | None:
    """The words of a JSON-LD value."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@id")
    if not isinstance(value, str) or not value.strip():
        return None
    return " ".join(clean(value).split())


def address(tree: Element, meta: dict[str, str], node: Node) -> str | None:
    """The canonical address; one that leads to the front page yields to a longer one."""
    links = [e.get("href") for e in tree.iter("link") if "canonical" in (e.get("rel") or "").lower().split()]
    bases = [e.get("href") for e in tree.iter("base")]
    entity = node.get("mainEntityOfPage")
    found = [*links, first(meta, "url"), one_line(node.get("url"))]
    found.append(entity.get("@id") if isinstance(entity, dict) else entity)
    base = next((u for u in [*found, *bases] if is_address(u)), None)
    urls = [u for u in (absolute(h, base) for h in found if isinstance(h, str) and h.strip()) if u]
    return next((u for u in urls if urlsplit(u).path.strip("/")), urls[0] if urls else None)


def outlet(meta: dict[str, str], node: Node, url: str | None) -> str | None:
    """og:site_name, else the publisher, else the host."""
    for name in (first(meta, "outlet"), one_line(node.get("publisher"))):
        if name and not is_address(name) and not name.startswith("@"):
            return outlet_of(name) if re.fullmatch(r"[\w-]+(\.[\w-]+)+", name) else name
    return outlet_of(url) if url and host(url) else None


def title_of(tree: Element, meta: dict[str, str], node: Node, outlet_name: str | None) -> str | None:
    """A first-level heading that the head of the page knows too; else the head's title without the outlet."""
    page = " ".join((tree.findtext(".//title") or "").split())
    stated = [t for t in (one_line(node.get("headline")), first(meta, "title")) if t]
    headings = [" ".join(clean(h.text_content()).split()) for h in tree.iter("h1")]
    headings = [h for h in headings if h and not same(h, outlet_name or "")]
    for heading in headings:
        if any(letters(heading) in letters(t) for t in (*stated, page) if letters(heading)):
            return heading
    if stated:
        return without_outlet(stated[0], outlet_name)
    return headings[0] if headings else without_outlet(page, outlet_name) or None


def json_ld_dates(node: Node) -> Iterator[StatedDate]:
    for key, vote in (("datePublished", "json_ld"), ("dateCreated", "json_ld"), ("dateModified", "modified")):
        found = parse_date(one_line(node.get(key)))
        if found:
            yield StatedDate(vote=vote, value=found.isoformat(), note=f"JSON-LD {key} {one_line(node[key])}")


def meta_dates(meta: dict[str, str]) -> Iterator[StatedDate]:
    for field, vote in (("published", "meta_tag"), ("modified", "modified")):
        for name in table("html.toml")["meta"][field]:
            found = parse_date(meta.get(name))
            if found:
                yield StatedDate(vote=vote, value=found.isoformat(), note=f"meta tag {name} {meta[name]}")
                break
