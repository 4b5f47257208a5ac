"""An HTML page: trafilatura finds the body, the page's own blocks give its paragraphs.

trafilatura alone drops short paragraphs and related lines and may merge paragraphs; so its text only
tells which part of the page is the article, and the text is put together from that part's blocks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from newsledger.read.clean import clean
from newsledger.read.decode import decode
from newsledger.read.draft import MAX_CHARACTERS, Anchor, Draft, Hint, Outcome, Refusal, StatedDate, too_long
from newsledger.read.passages import read_more
from newsledger.read.tables import table
from newsledger.read.titles import same

if TYPE_CHECKING:
    from newsledger.read.html_blocks import Block, Element
    from newsledger.read.html_metadata import Page

HEAD = 65_536
MARK = re.compile(r"<(?:!doctype\s+html|html|head|body|article|meta|div|p)[\s>]", re.I)
WHOLE = re.compile(r"<(?:!doctype\s+html|html[\s>])", re.I)
FIRST_TAG = re.compile(r"<([A-Za-z][\w:]*)")
FEEDS = ("rss", "feed", "rdf:rdf", "nitf", "newsitem", "newsmessage")  # roots of XML that is no page
DECLARED = re.compile(
    rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]{2,40})|<\?xml[^>]+encoding=[\"']([\w-]{2,40})", re.I
)
LARGEST = 20_000_000  # bytes of a page

FEWEST_WORDS = 25  # of prose in an article
PROSE_WORDS = 8  # in a block of prose
LINK_SHARE = 0.5  # of the characters; above it a page is a list of links
CONTAINER_SHARE = 0.25  # of the largest element's kept text; an element with less holds no body
SHORT_BLOCK = 30  # characters without white space
LONG_BLOCK = 80  # of a paragraph that is the article's though its element seldom holds one
SMALL = 3  # children of an element that belongs to one paragraph
HINT_WORDS = 40  # a class name tells of short paragraphs only
NO_ARTICLE = Refusal(
    message="an HTML page with no article",
    remedy="Save the article's own page, not an index, a search or a log-in.",
)


def looks_html(data: bytes) -> bool:
    """Whether a page's tags stand at the beginning."""
    head = decode(data[:HEAD]).lstrip("\ufeff \t\r\n")
    first = FIRST_TAG.search(head)
    if first and first[1].lower() in FEEDS:
        return False
    # A server's complaint may stand before the page.
    return MARK.search(head) is not None if head.startswith("<") else WHOLE.search(head) is not None


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
    body = [b for b in body_blocks(blocks, *main_text(tree)) if not repeats_title(b, page)]
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


def main_text(tree: Element) -> tuple[str, set[str]]:
    """trafilatura's text of the page without white space, in one and by line; empty where it finds none."""
    import copy

    import trafilatura

    text = trafilatura.extract(copy.deepcopy(tree), include_comments=False)
    rows = [squeeze(row) for row in clean(text or "").split("\n")]
    return "".join(rows), set(rows)


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


def body_blocks(blocks: list[Block], main: str, rows: set[str]) -> list[Block]:
    """The blocks that trafilatura kept, and paragraphs that it left out beside or between them."""
    kept = [i for i, b in enumerate(blocks) if is_kept(b, main, rows)]
    if not kept:
        return []
    weight: Counter[int] = Counter()
    tags: Counter[str] = Counter()
    for i in kept:
        weight[blocks[i].parent] += len(blocks[i].text)
        tags[blocks[i].tag] += len(blocks[i].text)
    enough, usual = CONTAINER_SHARE * max(weight.values()), tags.most_common(1)[0][0]
    chosen = set(kept)
    for i, block in enumerate(blocks):
        beside = weight[block.parent] >= enough and block.tag in ("p", usual)
        between = kept[0] < i < kept[-1] and block.tag == "p" and block.linked < LINK_SHARE
        if not block.dropped and not block.doubtful and (beside or between):
            chosen.add(i)
    return [blocks[i] for i in sorted(chosen)]


def is_kept(block: Block, main: str, rows: set[str]) -> bool:
    """Whether a block is in trafilatura's text; a short one must be a line of it, since any text has its letters."""
    text = squeeze(block.text)
    if block.dropped:
        return len(text) >= LONG_BLOCK and text in main
    return text in rows or (len(text) >= SHORT_BLOCK and text in main)


def repeats_title(block: Block, page: Page) -> bool:
    """Whether a block is the page's title over again."""
    return block.tag == "h1" or any(same(block.text, heading) for heading in page.headings)


def is_article(body: list[Block]) -> bool:
    """Whether the blocks hold enough prose and are not mostly links."""
    prose = [b for b in body if not hint_of(b) and len(b.text.split()) >= PROSE_WORDS]
    if sum(len(b.text.split()) for b in prose) < FEWEST_WORDS:
        return False
    linked = sum(b.linked * len(b.text) for b in body)
    return linked < LINK_SHARE * sum(len(b.text) for b in body)


def hint_of(block: Block) -> str | None:
    """The kind of passage that a block's tag or class names, where it is short."""
    kinds = kinds_by_class(block)
    if len(block.text.split()) > HINT_WORDS:
        return "correction" if "correction" in kinds else None
    for kind in kinds:
        if kind != "read_more" or block.linked >= LINK_SHARE or read_more(block.text) is not None:
            return kind
    return "heading" if block.tag in table("html.toml")["tags"]["heading"] else None


def kinds_by_class(block: Block) -> list[str]:
    """The kinds that words in the class or id of the block's own element, or of a small one around it, name."""
    small = next(islice(block.around, SMALL, None), None) is None  # len() would count all children, each time
    around = [block.around] if small else []
    names = " ".join(f"{e.get('class') or ''} {e.get('id') or ''}" for e in (block.element, *around))
    found = set(re.split(r"[^a-z]+", names.lower()))
    if block.tag in ("article", "main", "body", "section"):
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
