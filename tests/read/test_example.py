"""The example story: its files are read as its gold says, and its gold quotes nothing that is not there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from newsledger.read import ReadResult, read_paths

STORY = sorted((Path(__file__).parents[2] / "examples").glob("*/gold.json"))[0].parent
GOLD = json.loads((STORY / "gold.json").read_text(encoding="utf-8"))
QUOTES = str.maketrans("’‘“”", "''\"\"")


@pytest.fixture(scope="module")
def story() -> ReadResult:
    return read_paths([STORY / "articles"])


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(QUOTES)).lower()


def texts(story: ReadResult) -> dict[str, str]:
    return {Path(a.source).name[:2]: plain(a.text) for a in story.articles}


def test_articles_are_read_as_the_gold_says(story):
    assert len(story.articles) == len(GOLD["articles"])
    for article in story.articles:
        wanted = GOLD["articles"][Path(article.source).name[:2]]
        for field in ("agency", "url", "outlet", "title"):
            assert getattr(article, field) == wanted.get(field)
        stated = article.published_stated
        assert (stated.isoformat() if stated else None) == wanted["published_stated"]


def test_the_line_cut_short_is_refused(story):
    (issue,) = story.issues
    assert issue.severity == "refused"
    assert "line 2" in issue.message


def test_every_read_more_line_is_a_link(story):
    wanted = [d for d in GOLD["derivations"] if d["kind"] == "link"]
    by_id = {a.article_id: Path(a.source).name[:2] for a in story.articles}
    found = {(by_id[k.article_id], plain(k.text)) for k in story.links}
    for pair in wanted:
        named = {
            plain(GOLD["articles"][n]["title"]) for n in pair["articles"] if "title" in GOLD["articles"][n]
        }
        assert any((n, title) in found for n in pair["articles"] for title in named)


@pytest.mark.parametrize("key", ["quotations_all_direct", "not_quotations", "indirect_quotations"])
def test_every_quotation_of_the_gold_stands_in_its_article(story, key):
    have = texts(story)
    for row in GOLD[key]:
        assert plain(row["text"]) in have[row["article"]]


def test_every_alias_stands_in_an_article_of_its_entity(story):
    have = texts(story)
    for entity in GOLD["entities"]:
        for alias in entity["aliases"]:
            assert any(plain(alias) in have[n] for n in entity["articles"])


@pytest.mark.parametrize("key", ["timeline", "support"])
def test_every_fact_of_the_gold_stands_in_its_articles(story, key):
    have = texts(story)
    for row in GOLD[key]:
        for number in row["articles"]:
            assert all(plain(word) in have[number] for word in row["about"])
