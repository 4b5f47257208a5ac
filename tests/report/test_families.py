"""The tree of copies."""

import dataclasses
import datetime as dt

from newsledger.records import Article, Derivation, Family
from newsledger.report.families import family_trees
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
