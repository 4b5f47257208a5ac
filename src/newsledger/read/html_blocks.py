"""An HTML tree as blocks of running text, in the order of the page."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import lxml.etree  # type: ignore[import-untyped]
import lxml.html  # type: ignore[import-untyped]

from newsledger.read.addresses import absolute
from newsledger.read.clean import clean
from newsledger.read.draft import Anchor
from newsledger.read.tables import table

Element = Any  # lxml ships no types

DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


@dataclass(slots=True)
class Block:
    """Text that runs on: one paragraph, heading or list item. Anchors count from the block's beginning."""

    element: Element
    parent: int  # number of the block element around its own: equal numbers, one parent
    around: Element  # that element
    dropped: bool  # inside a part of the page that is no article
    doubtful: bool  # inside a table or a form, by which old pages are laid out
    text: str = ""
    anchors: list[tuple[int, int, str]] = field(default_factory=list)  # start, end, href

    @property
    def tag(self) -> str:
        return str(self.element.tag)

    @property
    def linked(self) -> float:
        """The share of the text that is hyperlinks."""
        return sum(end - start for start, end, _ in self.anchors) / max(1, len(self.text))


def parse_html(text: str) -> Element | None:
    """The tree of a page, or None where nothing can be made of it."""
    parser = lxml.html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        return lxml.html.document_fromstring(DECLARATION.sub("", clean_markup(text)), parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return None


def clean_markup(text: str) -> str:
    """No control characters or lone surrogates, which lxml refuses."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", " ", text)


@functools.lru_cache(maxsize=1)
def tags(name: str = "block") -> frozenset[str]:
    return frozenset(table("html.toml")["tags"][name])


def blocks_of(root: Element) -> list[Block]:
    """All blocks below ``root`` that have words."""
    builder = Builder()
    for event, element in walk(root):
        builder.start(element) if event == "start" else builder.end(element)
    builder.flush()
    return builder.blocks


def walk(root: Element) -> Iterator[tuple[str, Element]]:
    """Start and end of each element in order, without recursion: pages nest deeper than Python's stack."""
    stack: list[tuple[Element, Iterator[Element]]] = [(root, iter(root))]
    yield "start", root
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield "end", element
        elif isinstance(child.tag, str):
            yield "start", child
            stack.append((child, iter(child)))


class Builder:
    """Collects the text of a walk into blocks."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.pieces: list[str] = []
        self.links: list[tuple[int, int, str]] = []  # piece numbers, half open
        self.open: list[tuple[Element, int]] = []  # block elements around, with their numbers
        self.count = 0
        self.dropped = self.doubtful = 0
        self.anchor: tuple[int, str] | None = None

    def start(self, element: Element) -> None:
        tag = element.tag
        if tag in table("html.toml")["tags"]["block"]:
            self.flush()
            self.count += 1
            self.open.append((element, self.count))
        if tag in table("html.toml")["tags"]["dropped"]:
            self.flush()
            self.dropped += 1
        if tag in table("html.toml")["tags"]["doubtful"]:
            self.flush()
            self.doubtful += 1
        if tag == "br":
            self.pieces.append("\n")
        if tag == "a" and element.get("href"):
            self.anchor = (len(self.pieces), element.get("href"))
        if tag not in ("script", "style", "template", "noscript"):
            self.add(element.text)

    def end(self, element: Element) -> None:
        tag = element.tag
        if tag == "a" and self.anchor:
            self.links.append((self.anchor[0], len(self.pieces), self.anchor[1]))
            self.anchor = None
        if tag in table("html.toml")["tags"]["dropped"]:
            self.flush()
            self.dropped -= 1
        if tag in table("html.toml")["tags"]["doubtful"]:
            self.flush()
            self.doubtful -= 1
        if tag in table("html.toml")["tags"]["block"]:
            self.flush()
            self.open.pop()
        self.add(element.tail)

    def add(self, text: str | None) -> None:
        if text:
            self.pieces.append(text)

    def flush(self) -> None:
        """Close the running block; two line breaks in a row part it."""
        if self.anchor:
            self.links.append((self.anchor[0], len(self.pieces), self.anchor[1]))
            self.anchor = (0, self.anchor[1])
        pieces, links = self.pieces, self.links
        self.pieces, self.links = [], []
        if self.open and any(p.strip() for p in pieces):
            around, number = self.open[-2:][0]
            blank = Block(self.open[-1][0], number, around, self.dropped > 0, self.doubtful > 0)
            self.blocks.extend(fold(pieces, links, blank))


def fold(pieces: list[str], links: list[tuple[int, int, str]], blank: Block) -> Iterator[Block]:
    """Collapse white space as a browser does and part the text at double line breaks."""
    starts = {first: href for first, last, href in links if first < last}
    ends = {last for first, last, _ in links if first < last}
    block, breaks, open_at, href = fresh(blank), 0, 0, ""
    for i, piece in enumerate([*pieces, ""]):
        if i in ends and href:
            add_anchor(block, open_at, href)
            href = ""
        if i in starts:
            open_at, href = len(block.text), starts[i]
        if piece == "\n":
            breaks += 1
        elif piece.strip():
            if breaks > 1 and block.text:
                add_anchor(block, open_at, href)
                yield finish(block)
                block, open_at = fresh(blank), 0
            block.text += collapse(block.text, (" " if breaks else "") + piece)
            breaks = 0
        elif block.text and not block.text.endswith(" ") and piece:
            block.text += " "
    if block.text.strip():
        yield finish(block)


def fresh(block: Block) -> Block:
    return Block(block.element, block.parent, block.around, block.dropped, block.doubtful)


def collapse(before: str, piece: str) -> str:
    """One blank for any white space, none at the beginning or after another."""
    text = re.sub(r"\s+", " ", clean(piece))
    return text.lstrip() if not before or before.endswith(" ") else text


def add_anchor(block: Block, start: int, href: str) -> None:
    words = block.text[start:]
    lead = len(words) - len(words.lstrip())
    if href and words.strip():
        block.anchors.append((start + lead, start + len(words.rstrip()), href))


def finish(block: Block) -> Block:
    block.text = block.text.rstrip()
    return block


def compose(blocks: list[Block], base: str | None) -> tuple[str, list[tuple[int, Block]], tuple[Anchor, ...]]:
    """The text with one paragraph a line, where each block begins, and its hyperlinks."""
    starts, anchors, at = [], [], 0
    for block in blocks:
        starts.append((at, block))
        for start, end, href in block.anchors:
            url = absolute(href, base)
            if url:
                anchors.append(Anchor(start=at + start, end=at + end, text=block.text[start:end], url=url))
        at += len(block.text) + 1
    return "\n".join(block.text for block in blocks), starts, tuple(anchors)


def fragment(markup: str, url: str | None) -> tuple[str, tuple[Anchor, ...]]:
    """The text and hyperlinks of a piece of HTML, as records keep it."""
    tree = parse_html(f"<div>{markup}</div>")
    if tree is None:
        return "", ()
    text, _, anchors = compose([b for b in blocks_of(tree) if not b.dropped], url)
    return text, anchors
