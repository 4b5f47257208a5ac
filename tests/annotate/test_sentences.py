"""Sentence borders by rule."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.annotate.sentences import LONGEST, split_sentences


def split(text: str, borders: tuple[int, ...] = ()) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text, borders)]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Ada Quill met Sen. Bo Marsh of the U.S. Army on Sept. 3 in Washington, D.C. on business.",
        "It rose 4.5 percent to 3.2 million.",
        "J. R. Quill, Ph.D., spoke at 7 p.m. Thursday.",
        '"Will it hold?" she asked.',
        "Mr. Quill et al. said no.",
        "Nobody knew, said I. Quill of the harbour office.",
        "The ship, built by Marsh Corp. in 1999, sank.",
    ],
)
def test_these_are_one_sentence(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It sank. Nobody died.", ["It sank.", "Nobody died."]),
        ('"It sank." The mayor wept.', ['"It sank."', "The mayor wept."]),
        ("“It sank.” “No.”", ["“It sank.”", "“No.”"]),
        ("He lives in the U.S. The army does not.", ["He lives in the U.S.", "The army does not."]),
        ("It came at 7 p.m. The crowd left.", ["It came at 7 p.m.", "The crowd left."]),
        ("One line\nanother line", ["One line", "another line"]),
        ("Why? Because. 112 died.", ["Why?", "Because.", "112 died."]),
        ("It belongs to NATO. Senators agree.", ["It belongs to NATO.", "Senators agree."]),
    ],
)
def test_these_are_several(text: str, wanted: list[str]) -> None:
    assert split(text) == wanted


def test_a_border_is_never_crossed() -> None:
    text = "'Grim day' The mayor wept."
    assert split(text, (10,)) == ["'Grim day'", "The mayor wept."]


def test_a_line_without_an_end_is_cut() -> None:
    text = "word " * 5_000
    parts = split(text)
    assert max(map(len, parts)) <= LONGEST
    assert "".join(parts).replace(" ", "") == text.replace(" ", "")
    assert len(split("x" * 100_000)) == 100_000 // LONGEST + 1


@settings(derandomize=True, deadline=None)
@given(st.text(alphabet="aB1 .?!\"”'\n()", max_size=80))
def test_sentences_are_in_order_trimmed_and_lose_nothing(text: str) -> None:
    spans = list(split_sentences(text))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(text[s.start : s.end] == text[s.start : s.end].strip() != "" for s in spans)
    kept = "".join(text[s.start : s.end] for s in spans)
    assert "".join(kept.split()) == "".join(text.split())
