"""Feeds: conditional requests, dead feeds, entries into files."""

from __future__ import annotations

import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsledger.errors import NewsledgerError
from newsledger.watch.feeds import FeedState, Fetcher, feeds_of, load_states, save_states, visit

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Vell Post</title>
<item><guid>1</guid><title>Boats sink</title><link>{base}/page</link><pubDate>Tue, 06 May 2031 08:00:00 GMT</pubDate>
<description>Nine boats sank.</description></item>
<item><guid>2</guid><title>Dead link</title><link>{base}/missing</link><description>Four died.</description></item>
</channel></rss>"""
PAGE = "<html><body><article><p>Nine boats sank off Vell.</p></article></body></html>"


class Site(http.server.BaseHTTPRequestHandler):
    """One feed with an ETag, one page, and nothing else."""

    requests: list[str] = []  # noqa: RUF012

    def do_GET(self) -> None:
        Site.requests.append(self.path)
        if self.path == "/feed" and self.headers.get("If-None-Match") == '"v1"':
            self.send_response(304)
            self.end_headers()
        elif self.path in ("/feed", "/page"):
            base = f"http://127.0.0.1:{self.server.server_address[1]}"
            self.send_response(200)
            self.send_header("ETag", '"v1"')
            self.end_headers()
            self.wfile.write((FEED.format(base=base) if self.path == "/feed" else PAGE).encode())
        else:
            self.send_error(404)

    def log_message(self, *_: object) -> None:
        """Keep the tests' output clean."""


@pytest.fixture
def site() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Site.requests = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_entries_become_files_and_are_not_asked_for_again(site: str, tmp_path: Path) -> None:
    said: list[str] = []
    fetcher = Fetcher(pause=0)
    state = visit(f"{site}/feed", FeedState(), tmp_path, fetcher, said.append)
    html, record = sorted(tmp_path.iterdir(), key=lambda p: p.suffix)
    assert html.read_text() == PAGE
    assert json.loads(record.read_text())["text"] == "Four died."
    assert len(said) == 1 and "/missing" in said[0]
    assert visit(f"{site}/feed", state, tmp_path, fetcher, said.append) == state
    assert Site.requests == ["/feed", "/page", "/missing", "/feed"]


def test_a_dead_feed_costs_itself_alone(tmp_path: Path) -> None:
    said: list[str] = []
    state = FeedState(seen=("1",))
    assert visit("http://127.0.0.1:9/feed", state, tmp_path, Fetcher(pause=0), said.append) == state
    assert visit("file:///etc/hostname", state, tmp_path, Fetcher(pause=0), said.append) == state
    assert len(said) == 2 and list(tmp_path.iterdir()) == []


def test_opml_is_a_list_of_feeds(tmp_path: Path) -> None:
    opml = tmp_path / "feeds.opml"
    opml.write_text('<opml><body><outline text="x"><outline xmlUrl="http://a/f"/></outline></body></opml>')
    assert feeds_of(opml) == ["http://a/f"]
    opml.write_text("no XML")
    with pytest.raises(NewsledgerError, match=r"feeds\.opml: not an OPML file"):
        feeds_of(opml)


def test_states_are_remembered_and_damage_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / ".feeds.json"
    states = {"http://a/f": FeedState(etag="1", seen=("x", "y"))}
    save_states(path, states)
    assert load_states(path) == states
    path.write_text('{"http://a/f": 3}')
    assert load_states(path) == {}
