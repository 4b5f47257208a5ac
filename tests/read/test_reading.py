"""Paths in, tables out: folders, standard input, order, refusals, and that nothing is ever raised."""

from __future__ import annotations

import dataclasses
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.read import read_paths
from newsledger.read.articles import rows_of
from newsledger.read.draft import Draft
from newsledger.read.registry import read_bytes

TEXT = "The dam above Orrin was closed on Monday. Engineers said the water would be let out by night."


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """A folder with good and bad files."""
    (tmp_path / "deep" / "deeper").mkdir(parents=True)
    (tmp_path / "deep" / "deeper" / "a.txt").write_text(TEXT)
    (tmp_path / "b.jsonl").write_text(
        "\n".join(json.dumps({"text": TEXT, "title": str(i)}) for i in range(3))
    )
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0")
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "broken.json").write_text('{"title": ')
    (tmp_path / "line.txt").write_text("x" * 5_000_000)
    (tmp_path / "latin.txt").write_bytes((TEXT + " Malmö.").encode("latin-1"))
    (tmp_path / "page.html").write_text("<html><body><nav>Home</nav></body></html>")
    (tmp_path / "gold.json").write_text('{"story": "dam", "articles": {"a": {"published": "2019-05-06"}}}')
    (tmp_path / "README.md").write_text(TEXT)
    (tmp_path / ".hidden").write_text(TEXT)
    (tmp_path / ".git").mkdir()
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    return tmp_path


def test_a_folder_with_good_and_bad(pile):
    result = read_paths([pile])
    assert sorted(Path(a.source).name for a in result.articles) == [
        "a.txt",
        "b.jsonl#1",
        "b.jsonl#2",
        "b.jsonl#3",
        "latin.txt",
    ]
    assert [a.article_id for a in result.articles] == sorted(a.article_id for a in result.articles)
    about = {Path(i.source).name: i for i in result.issues}
    assert {n for n, i in about.items() if i.severity == "skipped"} == {"README.md", ".hidden", ".git"}
    refused = {n for n, i in about.items() if i.severity == "refused"}
    assert refused == {
        "empty.txt",
        "picture.txt",
        "noise.txt",
        "broken.json",
        "line.txt",
        "page.html",
        "gold.json",
        "gone.txt",
    }
    assert all(i.remedy and i.stage == "read" and Path(i.source).name in i.message for i in result.issues)


def test_a_named_file_is_judged_by_its_content(pile):
    assert len(read_paths([pile / "README.md", pile / ".hidden"]).articles) == 1


def test_missing_path():
    (issue,) = read_paths(["no/such/place.txt", ""][:1]).issues
    assert issue.source == "no/such/place.txt"
    assert "no such file" in issue.message


def test_unreadable_folder_names():
    result = read_paths(["a\0b", "x" * 5000])
    assert result.articles == ()
    assert len(result.issues) == 2


def test_standard_input():
    result = read_paths(["-"], stdin=io.BytesIO(TEXT.encode()))
    assert [a.source for a in result.articles] == ["-"]


def test_order_of_paths_changes_nothing(pile):
    files = sorted(p for p in pile.rglob("*") if p.is_file())
    assert read_paths(files) == read_paths(files[::-1])


def test_ids_do_not_depend_on_the_path(tmp_path):
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text(TEXT)
    two.write_text(TEXT)
    assert read_paths([one]).articles[0].article_id == read_paths([two]).articles[0].article_id
    both = read_paths([two, one])
    assert [a.source for a in both.articles] == [one.as_posix()]
    assert [i.source for i in both.issues] == [two.as_posix()]


def test_result_is_frozen():
    with pytest.raises(dataclasses.FrozenInstanceError):
        read_paths([]).articles = ()


def test_heavy_libraries_are_imported_on_demand():
    code = (
        "import sys, newsledger.read; "
        "sys.exit(any(m in sys.modules for m in ('trafilatura', 'htmldate', 'charset_normalizer', 'lxml', 'spacy')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


PIECES = st.sampled_from(
    [
        b"\n",
        b"\n\n",
        b" ",
        b'"',
        b"{",
        b"}",
        b"[",
        b"]",
        b":",
        b",",
        b'{"text": "',
        b'"title": "',
        b"<html><body>",
        b"<p>",
        b"</p>",
        b"<a href='/2019/05/06/a-b-c-d'>",
        b"</a>",
        b"<br>",
        b"<script type='application/ld+json'>",
        b"</script>",
        b" date 2019-05-06 ",
        b"20190506\n",
        b"https://a.example/2019/05/06/x\n",
        b"Read more: ",
        b" Read more",
        b"By Ada Brook\n",
        b"ORRIN, Dec. 1 (Vale Press) \xe2\x80\x94 ",
        b"What is it?\n",
        b"'Some words' The ",
        b"The dam above Orrin was closed. ",
        b"Correction: ",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\x1f\x8b\x08",
        b"\0",
        b"\xe9",
        b"\xe2\x80",
        b"&amp;",
        b"&#x0;",
        b"\\ud800",
        b"<!DOCTYPE html>",
        b"<meta property='article:published_time' content='",
        b"'>",
        b"Title: ",
        b"Date: ",
        b"- ",
        b"| ",
    ]
)


@given(st.lists(st.one_of(PIECES, st.binary(max_size=12)), max_size=40).map(b"".join))
@settings(derandomize=True, deadline=None, max_examples=400)
def test_any_bytes_give_a_result_or_an_issue(data):
    found = list(read_bytes(data, "a"))
    for outcome in found:
        if not isinstance(outcome, Draft):
            assert outcome.message
            assert "could not be read" not in outcome.message
            continue
        rows = rows_of(outcome, "a")
        text = rows.article.text
        text.encode()
        ends = 0
        for passage in rows.passages:
            assert ends <= passage.start < passage.end
            assert text[passage.start : passage.end] == passage.text
            ends = passage.end
        for link in rows.links:
            assert link.start is None or text[link.start : link.end] == link.text


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "“",
        "'Some words' The ",
        "news The Big Dam Read more ",
        "ORRIN ",
        "A ",
        "(Reporting by ",
        "<!-- -->",
        "<p>x ",
        "x\n",
    ],
)
def test_long_repetitions_do_not_hang(piece):
    for begin in ("", "The dam above Orrin was closed on Monday. ", "<html><body><p>"):
        data = (begin + piece * (100_000 // len(piece))).encode()
        assert all(isinstance(o, Draft) is False or rows_of(o, "a") for o in read_bytes(data, "a"))


@pytest.mark.shared
def test_every_story_beside_the_repository_is_read(shared):
    for story in sorted((shared / "stories").iterdir()):
        gold = json.loads((story / "gold.json").read_text())["articles"]
        result = read_paths([story])
        stated = {Path(a.source).name: a for a in result.articles}
        for number, wanted in gold.items():
            article = next(a for name, a in stated.items() if name.startswith(number))
            for field in ("url", "outlet", "title", "agency"):
                assert wanted.get(field) in (None, getattr(article, field))
            found = article.published_stated.isoformat() if article.published_stated else None
            assert found == wanted["published_stated"]
