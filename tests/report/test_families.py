"""The tree of copies."""

import dataclasses
import datetime as dt

import pytest

from newsledger.records import Alignment, Article, Derivation, Family
from newsledger.report.families import family_trees, pair_kind
from newsledger.report.tables import Index, Tables


def pile(original: str | None, *derivations: Derivation) -> Tables:
    articles = tuple(
        Article(article_id=i, source=f"{i}.txt", text="", published=dt.date(2023, 5, n), family_id="f")
        for n, i in enumerate("abc", start=1)
    )
    family = Family(family_id="f", likely_original=original)
    return {"articles": articles, "families": (family,), "derivations": derivations}


def derived(a: str, b: str, original: str | None, coverage: float = 0.5) -> Derivation:
    return Derivation(article_a=a, article_b=b, kind="rewrite", likely_original=original, coverage=coverage)


def shape(tables: Tables) -> list[tuple[str, int, str | None]]:
    (tree,) = family_trees(Index(tables))
    return [(r.article.article_id, r.depth, r.parent) for r in tree.rows]


def test_a_copy_of_a_copy_hangs_under_the_copy() -> None:
    tables = pile("a", derived("a", "b", "a"), derived("b", "c", "b", 0.9), derived("a", "c", "a", 0.3))
    assert shape(tables) == [("a", 0, None), ("b", 1, "a"), ("c", 2, "b")]


def test_without_an_original_all_hang_under_an_unseen_text() -> None:
    tables = pile(None, derived("a", "b", None), derived("b", "c", None))
    assert shape(tables) == [("a", 1, None), ("b", 1, None), ("c", 1, None)]


def test_verdicts_in_a_circle_lose_no_article() -> None:
    tables = pile(None, derived("a", "b", "a"), derived("b", "c", "b"), derived("a", "c", "c"))
    assert sorted(i for i, *_ in shape(tables)) == ["a", "b", "c"]


def test_a_single_article_is_no_tree() -> None:
    tables = dict(pile("a"))
    tables["articles"] = tuple(dataclasses.replace(a, family_id=a.article_id) for a in tables["articles"])
    assert family_trees(Index(tables)) == ()


def test_a_rewrite_of_a_rewrite_hangs_under_the_one_that_it_is_closest_to() -> None:
    tables = pile("a", derived("a", "b", "a", 1), derived("b", "c", "b", 0.9), derived("a", "c", "a", 0.9))
    alike = (("a", 0.5), ("b", 0.9))
    tables = dict(tables) | {
        "alignments": tuple(
            Alignment(
                sentence_a=f"s_{i}", sentence_b="s_c", article_a=i, article_b="c", similarity=similarity
            )
            for i, similarity in alike
        )
    }
    assert shape(tables) == [("a", 0, None), ("b", 1, "a"), ("c", 2, "b")]


@pytest.mark.parametrize(
    ("coverage", "text", "kind"),
    [
        (1.0, "A part.", "excerpt"),
        (1.0, "The whole text, and more of its own.", "whole"),
        (0.5, "A part.", "part"),
    ],
)
def test_an_excerpt_is_told_from_one_that_holds_more(coverage: float, text: str, kind: str) -> None:
    d = dataclasses.replace(derived("a", "b", "a", coverage), kind="excerpt")
    tables = dict(pile("a", d))
    tables["articles"] = tuple(
        dataclasses.replace(a, text=text if a.article_id == "b" else "The whole text.")
        for a in tables["articles"]
    )
    assert pair_kind(d, Index(tables), "b") == kind
