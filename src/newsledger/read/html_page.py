"""An HTML page: trafilatura finds the body, the page's own blocks give its paragraphs.

trafilatura alone drops short paragraphs and related lines and may merge paragraphs; so its text only
tells which part of the page is the article, and the text is put together from that part's blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsledger.read.decode import decode
from newsledger.read.draft import MAX_CHARACTERS, Anchor, Draft, Hint, Outcome, Refusal, StatedDate, too_long
from newsledger.read.passages import read_more
from newsledger.read.tables import table

if TYPE_CHECKING:
    from newsledger.read.html_blocks import Block, Element
    from newsledger.read.html_metadata import Page

HEAD = 4096
MARKS = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]|<meta\s|<div[\s>]|<p[\s>]", re.I
)
DECLARED = re.compile(
    rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]{2,40})|<\?xml[^>]+encoding=[\"']([\w-]{2,40})", re.I
)
LARGEST = 20_000_000  # bytes of a page

FEWEST_WORDS = 25  # of prose in an article
LINK_SHARE = 0.5  # of the characters; above it a page is a list of links
HINT_WORDS = 40  # a class name tells of short paragraphs only
NO_ARTICLE = Refusal(
    message="an HTML page with no article",
    remedy="Save the article's own page, not an index, a search or a log-in.",
)


def looks_html(data: bytes) -> bool:
    """Whether a page's tags stand at the beginning."""
    head = decode(data[:HEAD]).lstrip("\ufeff \t\r\n")
    marks = len(MARKS.findall(head.encode("utf-8", "replace")))
    return head.startswith("<") and marks > 0


def read_html(data: bytes, name: str) -> Iterator[Outcome]:
    """The article of a page."""
    from newsledger.read.html_blocks import parse_html
    from newsledger.read.html_metadata import page_metadata

    if len(data) > LARGEST:
        yield too_long(len(data))
        return
    declared = DECLARED.search(data[:HEAD])
    encoding = (declared[1] or declared[2]).decode("ascii") if declared else None
    tree = parse_html(decode(data, encoding))
    if tree is None:
        yield NO_ARTICLE
        return
    page = page_metadata(tree)
    yield draft_of(tree, page) or from_json_ld(page) or NO_ARTICLE


def draft_of(tree: Element, page: Page) -> Outcome | None:
    """The draft of the page's body, None where it has no article."""
    from newsledger.read.html_blocks import blocks_of, compose

    blocks = blocks_of(tree)
    body = [b for b in body_blocks(blocks, main_text(tree)) if not repeats_title(b, page)]
    text, starts, anchors = compose(body, page.url)
    if len(text) > MAX_CHARACTERS:
        return too_long(len(text))
    if not is_article(body):
        return None
    hints = [Hint(start=at, end=at + len(b.text), kind=kind) for at, b in starts if (kind := hint_of(b))]
    chosen = {id(b) for b in body}
    beside = [a for b in blocks if id(b) not in chosen for a in named_beside(b, page.url)]
    return Draft(
        text=text,
        title=page.title,
        url=page.url,
        outlet=page.outlet,
        language=page.language,
        dates=(*page.dates, *guessed_date(tree, page.url)),
        hints=tuple(hints),
        anchors=(*anchors, *beside),
    )


def from_json_ld(page: Page) -> Outcome | None:
    """The body that the page gives in its JSON-LD, where its markup has none."""
    if not page.body or len(page.body.split()) < FEWEST_WORDS:
        return None
    if len(page.body) > MAX_CHARACTERS:
        return too_long(len(page.body))
    return Draft(
        text=page.body,
        title=page.title,
        url=page.url,
        outlet=page.outlet,
        language=page.language,
        dates=page.dates,
    )


def main_text(tree: Element) -> str:
    """trafilatura's text of the page, without white space; empty where it finds none."""
    import copy

    import trafilatura

    text = trafilatura.extract(
        copy.deepcopy(tree), include_comments=False, include_tables=False, favor_recall=True, fast=True
    )
    return squeeze(text or "")


def guessed_date(tree: Element, url: str | None) -> Iterator[StatedDate]:
    """htmldate's guess. Given a tree it fetches nothing; its last day is set, so that no clock decides."""
    import copy

    import htmldate

    found = htmldate.find_date(
        copy.deepcopy(tree), url=url, original_date=True, extensive_search=False, max_date="2199-12-31"
    )
    if found:
        yield StatedDate(vote="htmldate", value=found, note="htmldate's reading of the page")


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


def body_blocks(blocks: list[Block], main: str) -> list[Block]:
    """The blocks that trafilatura kept, and those that stand between or beside them in the same element."""
    kept = [i for i, b in enumerate(blocks) if not b.dropped and squeeze(b.text) in main] if main else []
    if not kept:
        return []
    weight: dict[int, int] = {}
    for i in kept:
        weight[blocks[i].parent] = weight.get(blocks[i].parent, 0) + len(blocks[i].text)
    enough = 0.25 * max(weight.values())
    chosen = set(kept)
    for i, block in enumerate(blocks):
        if not block.dropped and weight.get(block.parent, 0) >= enough:
            chosen.add(i)
    return [blocks[i] for i in sorted(chosen)]


def repeats_title(block: Block, page: Page) -> bool:
    """Whether a block is the page's title over again."""
    from newsledger.read.html_metadata import same

    return block.tag == "h1" or any(same(block.text, heading) for heading in page.headings)


def is_article(body: list[Block]) -> bool:
    """Whether the blocks hold enough prose and are not mostly links."""
    prose = [b for b in body if not hint_of(b) and re.search(r"[.!?…][\"”’')]*$", b.text)]
    if sum(len(b.text.split()) for b in prose) < FEWEST_WORDS:
        return False
    linked = sum(end - start for b in body for start, end, _ in b.anchors)
    return linked < LINK_SHARE * sum(len(b.text) for b in body)


def hint_of(block: Block) -> str | None:
    """The kind of passage that a block's tag or class names, where it is short."""
    spec = table("html.toml")
    if len(block.text.split()) > HINT_WORDS:
        return "correction" if "correction" in kinds_by_class(block) else None
    linked = sum(end - start for start, end, _ in block.anchors)
    for kind in kinds_by_class(block):
        if kind != "read_more" or linked >= 0.5 * len(block.text) or read_more(block.text) is not None:
            return kind
    return "heading" if block.tag in spec["tags"]["heading"] else None


def kinds_by_class(block: Block) -> list[str]:
    """The kinds that words in the class or id of the block's own element name."""
    names = f"{block.element.get('class') or ''} {block.element.get('id') or ''}".lower()
    found = set(re.split(r"[^a-z]+", names))
    if block.tag not in ("p", "li", "div", "span", "h2", "h3", "h4", "h5", "h6", "address", "small"):
        return []
    return [kind for kind, tokens in table("html.toml")["classes"].items() if found & set(tokens)]


def named_beside(block: Block, url: str | None) -> Iterator[Anchor]:
    """Hyperlinks of a read-more line that stands outside the article's text."""
    from newsledger.read.addresses import absolute

    if read_more(block.text) is None:
        return
    for start, end, href in block.anchors:
        target = absolute(href, url)
        if target and len(block.text[start:end].split()) >= 3:
            yield Anchor(start=None, end=None, text=block.text[start:end], url=target)
