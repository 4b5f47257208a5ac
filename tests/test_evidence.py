"""Rows that show their words, and rows that do not."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.evidence import is_shown, only_shown
from newsledger.records import Link, Passage

TEXTS = {"a_1": "The dam is dry."}


def passage(start: int, end: int, text: str, article_id: str = "a_1") -> Passage:
    return Passage(article_id=article_id, start=start, end=end, text=text, kind="heading")


@given(st.text(), st.integers(-3, 20), st.integers(-3, 20))
@settings(derandomize=True, deadline=None)
def test_a_row_is_shown_where_its_text_is_its_slice(text, start, end):
    exact = 0 <= start < end and text[start:end] != "" and end <= len(text)
    assert is_shown(passage(start, end, text[start:end]), {"a_1": text}) or not exact
    assert not is_shown(passage(start, end, text[start:end] + "x"), {"a_1": text})


def test_rows_without_a_place():
    assert is_shown(Link(article_id="a_1", text="elsewhere"), TEXTS)
    assert not is_shown(Link(article_id="a_1", start=3, text="elsewhere"), TEXTS)
    assert not is_shown(passage(0, 3, "The", article_id="a_2"), TEXTS)


def test_what_is_not_shown_is_an_issue():
    good, bad = passage(4, 7, "dam"), passage(4, 7, "dim")
    rows, issues = only_shown([bad, good], TEXTS, "link")
    assert rows == (good,)
    (issue,) = issues
    assert (issue.source, issue.stage, issue.severity) == ("a_1", "link", "skipped")
    assert "'dim'" in issue.message
