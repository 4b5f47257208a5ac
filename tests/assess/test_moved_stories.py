"""What changes say of stories: merged, split, begun; a story that grows is no change."""

from __future__ import annotations

from newsledger.assess.changes import moved_stories
from newsledger.records import Article, Story

Grouping = dict[str, tuple[str, ...]]


def tables(grouping: Grouping) -> dict[str, tuple[object, ...]]:
    return {
        "stories": tuple(
            Story(story_id=s, title=f"title of {s}", n_articles=1, n_families=1) for s in grouping
        ),
        "articles": tuple(
            Article(article_id=a, source=a, text=a, story_id=s)
            for s, members in grouping.items()
            for a in members
        ),
    }


def texts(before: Grouping, after: Grouping) -> list[str]:
    return [change.text for change in moved_stories(tables(before), tables(after))]


def test_two_that_merge() -> None:
    assert texts({"s": ("a", "b"), "t": ("c",)}, {"s": ("a", "b", "c", "d")}) == [
        "merged into one story: title of s; title of t"
    ]


def test_one_that_splits() -> None:
    before, after = {"s": ("a", "b")}, {"s": ("a",), "t": ("b",)}
    (change,) = moved_stories(tables(before), tables(after))
    assert change.text == "split into 2 stories: title of s"
    assert change.after == "title of s; title of t"


def test_an_article_that_moves_is_a_split_and_a_merger() -> None:
    found = texts({"s": ("a", "b"), "t": ("c",)}, {"s": ("a",), "t": ("b", "c")})
    assert sorted(t.split(" ")[0] for t in found) == ["merged", "split"]


def test_growth_and_a_new_id_alone_are_no_change() -> None:
    assert texts({"s": ("a",)}, {"s": ("a", "b")}) == []
    assert texts({"s": ("a",)}, {"older": ("a", "b")}) == []


def test_one_that_begins() -> None:
    assert texts({"s": ("a",)}, {"s": ("a",), "t": ("b",)}) == ["a new story: title of t"]
