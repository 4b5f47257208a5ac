"""Every format says the same, escapes what an article holds, and is the same bytes for the same ledger."""

import dataclasses
import io
import itertools
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rich.console import Console

from newsledger import report
from newsledger.report import terminal
from newsledger.report.html import web_address
from newsledger.report.summary import summarize
from report import fixture

TEXTS = ("html", "md", "json", "terminal")


class Elements(HTMLParser):
    """Tags with their attributes, ids, and headings in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.found if name == tag]


@pytest.fixture(name="page", scope="module")
def html_page() -> Elements:
    return Elements(report.render(fixture.tables(), "html"))


@pytest.mark.parametrize("format", TEXTS)
def test_same_ledger_same_bytes(format: str) -> None:
    tables = fixture.tables()
    turned = {**tables, "articles": tables["articles"][::-1]}
    assert report.render(tables, format) == report.render(tables, format)
    if format != "html":
        assert report.render(turned, format) == report.render(tables, format)


@pytest.mark.parametrize("format", TEXTS)
def test_an_empty_ledger_gives_a_report(format: str) -> None:
    assert "o articles" in report.render({}, format)


def test_every_format_has_every_sentence_of_the_summary() -> None:
    tables = fixture.tables()
    (story,) = summarize(tables)
    plain = " ".join(report.render(tables, "terminal").split())
    in_json = [s["text"] for s in json.loads(report.render(tables, "json"))["stories"][0]["statements"]]
    for s in story.statements:
        assert s.text in plain
        assert s.text in in_json


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(ValueError, match="pdf"):
        report.render({}, "pdf")


def test_write_makes_the_folder(tmp_path: Path) -> None:
    target = report.write(fixture.tables(), tmp_path / "new", "md")
    assert target.name == "report.md"
    assert target.read_text(encoding="utf-8").startswith("# Orle dam")


def test_importing_reports_imports_no_renderer() -> None:
    code = "import sys, newsledger.report; print([m for m in ('rich', 'jinja2') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# --- HTML ------------------------------------------------------------------------------------


def test_nothing_from_an_article_becomes_markup(page: Elements) -> None:
    text = report.render(fixture.tables(), "html")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert len(page.named("script")) == 1
    assert not page.named("img")
    assert not page.named("b") or "Bold" not in re.findall(r"<b>([^<]*)</b>", text)
    assert not [a for _, attrs in page.found for a in attrs if a.startswith("on")]
    assert not [a["href"] for a in page.named("a") if (a["href"] or "").startswith("javascript")]


def test_no_request_to_anywhere(page: Elements) -> None:
    for tag, attrs in page.found:
        assert tag not in ("link", "iframe", "object", "embed", "base"), tag
        assert "src" not in attrs
        assert "style" not in attrs
    policy = next(m["content"] for m in page.named("meta") if "content" in m and "http-equiv" in m)
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_every_link_in_the_page_has_its_target(page: Elements) -> None:
    ids = [attrs["id"] for _, attrs in page.found if "id" in attrs]
    assert len(ids) == len(set(ids))
    for a in page.named("a"):
        href = a["href"] or ""
        assert href.startswith(("#", "https://")), href
        if href.startswith("#"):
            assert href[1:] in ids, href


def test_headings_do_not_skip_a_level(page: Elements) -> None:
    levels = [int(tag[1]) for tag, _ in page.found if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in itertools.pairwise(levels))


def test_pictures_have_names(page: Elements) -> None:
    for svg in page.named("svg"):
        inner = "width" in svg and svg["width"] == "1"
        assert inner or svg.get("aria-label") or svg.get("aria-hidden") == "true"


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.example/x", True),
        ("javascript:alert(1)", False),
        (" JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("//a.example", False),
        ("http://[broken", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_links(url: str | None, safe: bool) -> None:
    assert bool(web_address(url)) is safe


# --- terminal -----------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [30, 60, 80, 200])
def test_the_terminal_keeps_its_width_and_every_word(width: int) -> None:
    text = terminal.plain(fixture.tables(), width)
    assert all(len(line) <= width for line in text.splitlines())
    assert "…" not in text
    assert "\x1b" not in text
    assert not [line for line in text.splitlines() if line != line.rstrip()]


def test_small_stories_of_a_large_pile_get_a_line_each() -> None:
    tables = fixture.tables()
    stories = tuple(
        dataclasses.replace(tables["stories"][0], story_id=f"sto_{n}", title=f"Story {n}", n_articles=20 - n)
        for n in range(9)
    )
    text = terminal.plain({**tables, "stories": stories})
    assert "Four further stories" in text
    assert all(f"Story {n}" in text for n in range(9))
    assert text.count("Timeline") == 1  # the articles are those of story 1


def test_an_article_cannot_steer_the_terminal() -> None:
    tables = fixture.tables()
    entry = dataclasses.replace(tables["timeline"][1], text="calm \x1b[2J\x07\u202e words")
    tables["timeline"] = (entry,)
    out = io.StringIO()
    terminal.render(tables, Console(file=out, width=80, force_terminal=True, color_system=None))
    assert "\x1b[2J" not in out.getvalue()
    assert "\u202e" not in out.getvalue()


def test_markdown_escapes() -> None:
    text = report.render(fixture.tables(), "md")
    assert "<b>" not in text
    assert "<script>" not in text
