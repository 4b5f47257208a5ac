"""Feeds (RSS, Atom) to files: conditional requests, one at a time to a host, with a time-out.

Each new entry becomes a file in an inbox: the linked page as HTML, or, where it cannot be had, what the feed
itself tells of it as JSON. From there on it is a file like any other.
"""

from __future__ import annotations

import hashlib
import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

from newsledger.errors import NewsledgerError

AGENT = "newsledger/0.1 (feed reader)"
TIMEOUT = 20.0  # seconds for one answer
LARGEST = 5_000_000  # bytes of one answer
PAUSE = 1.0  # seconds between two requests to one host

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """What is remembered of a feed between two visits."""

    etag: str | None = None
    modified: str | None = None
    seen: tuple[str, ...] = ()  # ids of entries, newest last


@dataclass(slots=True)
class Fetcher:
    """Requests that keep a pause between two to the same host."""

    pause: float = PAUSE
    last: dict[str, float] = field(default_factory=dict)

    def get(self, url: str, state: FeedState | None = None) -> tuple[bytes, FeedState] | None:
        """The content, and what to send next time; None where it has not changed. Raises ``OSError``."""
        if urlsplit(url).scheme not in ("http", "https"):
            raise OSError(f"{url}: neither http nor https")
        host = urlsplit(url).netloc
        time.sleep(max(0.0, self.last.get(host, 0.0) + self.pause - time.monotonic()))
        request = urllib.request.Request(url, headers={"User-Agent": AGENT})
        if state and state.etag:
            request.add_header("If-None-Match", state.etag)
        if state and state.modified:
            request.add_header("If-Modified-Since", state.modified)
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
                content = answer.read(LARGEST + 1)[:LARGEST]
                headers = answer.headers
                now = FeedState(etag=headers.get("ETag"), modified=headers.get("Last-Modified"))
                return content, now
        except urllib.error.HTTPError as error:
            if error.code == 304:
                return None
            raise
        finally:
            self.last[host] = time.monotonic()


def feeds_of(opml: Path) -> list[str]:
    """The addresses in an OPML file, in order. Raises ``NewsledgerError`` for a file that is none."""
    try:
        root = ElementTree.parse(opml).getroot()
    except (OSError, ElementTree.ParseError) as error:
        raise NewsledgerError(
            f"{opml}: not an OPML file ({error})", "Name a folder, or a list of feeds."
        ) from error
    found = [node.get("xmlUrl") for node in root.iter("outline")]
    return list(dict.fromkeys(url for url in found if url))


def visit(url: str, state: FeedState, inbox: Path, fetcher: Fetcher, say: Say) -> FeedState:
    """Take a feed's new entries into the inbox. A feed that does not answer costs itself alone."""
    try:
        answer = fetcher.get(url, state)
    except (OSError, ValueError) as error:
        say(f"{url}: no answer ({error}); it is asked again next time")
        return state
    if answer is None:
        return state
    content, fresh = answer
    seen = dict.fromkeys(state.seen)
    for entry in entries_of(content):
        if entry["id"] not in seen:
            seen[entry["id"]] = None
            take(entry, inbox, fetcher, say)
    return replace(fresh, seen=tuple(seen)[-5_000:])


def entries_of(content: bytes) -> Iterator[dict[str, Any]]:
    """The entries of a feed: id, title, url, date, outlet, text."""
    import feedparser

    parsed = feedparser.parse(content)
    outlet = parsed.feed.get("title")
    for entry in parsed.entries:
        bodies = [part.get("value", "") for part in entry.get("content", [])]
        link = entry.get("link")
        yield {
            "id": entry.get("id") or link or entry.get("title", ""),
            "title": entry.get("title"),
            "url": link,
            "date": entry.get("published") or entry.get("updated"),
            "outlet": outlet,
            "text": max([*bodies, entry.get("summary", "")], key=len),
        }


def take(entry: dict[str, Any], inbox: Path, fetcher: Fetcher, say: Say) -> None:
    """Write one entry into the inbox, aside first, so that no half file is ever read."""
    name = hashlib.sha256(entry["id"].encode("utf-8", "surrogatepass")).hexdigest()[:16]
    inbox.mkdir(parents=True, exist_ok=True)
    page = None
    if entry["url"]:
        try:
            page = fetcher.get(entry["url"])
        except (OSError, ValueError) as error:
            say(f"{entry['url']}: no answer ({error}); the feed's own words are taken")
    if page is not None:
        _place(inbox / f"{name}.html", page[0])
    else:
        record = {key: value for key, value in entry.items() if value and key != "id"}
        _place(inbox / f"{name}.json", json.dumps(record, ensure_ascii=False).encode())


def _place(path: Path, content: bytes) -> None:
    aside = path.with_name(f".{path.name}.tmp")
    aside.write_bytes(content)
    aside.replace(path)


def load_states(path: Path) -> dict[str, FeedState]:
    """What was remembered of each feed; nothing where the file is missing or damaged."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        return {url: FeedState(**(value | {"seen": tuple(value["seen"])})) for url, value in stored.items()}
    except (OSError, ValueError, TypeError, KeyError):
        return {}


def save_states(path: Path, states: dict[str, FeedState]) -> None:
    """Remember every feed."""
    _place(path, json.dumps({url: asdict(state) for url, state in states.items()}, indent=1).encode())
