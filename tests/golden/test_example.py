"""The example that ships: its terminal report word for word, and a page whose every link leads to its words.

After a change that is meant: uv run python tests/golden/test_example.py
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import newsledger
from newsledger import report

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).with_name("harrow-bend-2022.txt")


def tables_of_example() -> Mapping[str, tuple[Any, ...]]:
    """The example's ledger, built as the README says: by a path from the root of the repository."""
    with contextlib.chdir(ROOT), newsledger.build(["examples/harrow-bend-2022/articles"]) as ledger:
        return dict(ledger.tables)


class Words(HTMLParser):
    """The words under each anchor, all its pieces together, and the words that each link promises."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.words: dict[str, str] = {}
        self.ids: list[str] = []
        self.promised: list[tuple[str, str]] = []
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids += [found["id"] or ""] if "id" in found else []
        if tag == "span":
            self.open.append((tag, found.get("id") or found.get("data-of") or ""))
        if tag == "a" and (found.get("href") or "").startswith("#"):
            self.links.append((found["href"] or "")[1:])
            if "title" in found:
                self.promised.append((self.links[-1], found["title"] or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "span":
            self.open.pop()

    def handle_data(self, data: str) -> None:
        for _, name in self.open:
            if name:
                self.words[name] = self.words.get(name, "") + data


@pytest.fixture(name="tables", scope="module")
def example() -> Mapping[str, tuple[Any, ...]]:
    return tables_of_example()


def test_the_terminal_report_is_as_it_was(tables: Mapping[str, tuple[Any, ...]]) -> None:
    assert report.render(tables, "terminal") == GOLDEN.read_text(encoding="utf-8")


def test_every_link_of_the_page_leads_to_its_words(tables: Mapping[str, tuple[Any, ...]]) -> None:
    page = Words(report.render(tables, "html"))
    assert len(page.ids) == len(set(page.ids))
    assert set(page.links) <= set(page.ids)
    assert len(page.promised) > 200
    for name, words in page.promised:
        assert " ".join(page.words[name].split()) == words


def test_the_page_stays_small(tables: Mapping[str, tuple[Any, ...]]) -> None:
    """Ten articles in well under a megabyte, so that two hundred stay usable."""
    assert len(report.render(tables, "html").encode()) < 100_000 * len(tables["articles"])


if __name__ == "__main__":
    GOLDEN.write_text(report.render(tables_of_example(), "terminal"), encoding="utf-8")
