"""What a ledger that grew says is new."""

from __future__ import annotations

from typing import Any

from newsledger.assess.changes import moved_figures, new_articles
from newsledger.records import Article, Derivation, Figure, Mention


def article(name: str) -> Article:
    return Article(article_id=name, source=f"{name}.txt", text="", title=f"Title {name}", outlet="Mail")


def joined(known: str, new: str, **more: Any) -> Derivation:
    return Derivation(article_a=known, article_b=new, kind="rewrite", coverage=0.9, **more)


def told(*derivations: Derivation) -> str:
    old, new = article("a_old"), article("a_new")
    [change] = new_articles({"articles": (old,)}, {"articles": (old, new), "derivations": derivations})
    return change.text


def test_a_new_article_says_of_which_known_one_it_is_a_copy_or_version() -> None:
    assert told() == "new article: Title a_new"
    later = joined("a_old", "a_new", likely_original="a_old", is_update=True)
    assert told(later) == "new article: Title a_new (a later version of “Title a_old” in Mail)"
    assert "goes back to “Title a_old”" in told(joined("a_old", "a_new", likely_original="a_old"))
    assert "one text with “Title a_old” in Mail: no second source" in told(joined("a_old", "a_new"))
    link = Derivation(article_a="a_old", article_b="a_new", kind="link")
    assert told(link) == "new article: Title a_new"


def state(entity: str, *values: float) -> dict[str, tuple[Any, ...]]:
    mention = Mention(
        mention_id="m", entity_id=entity, article_id="a", start=0, end=8, text="ministry", form="name"
    )
    figures = tuple(
        Figure(
            figure_id=f"f{value}", article_id="a", start=9, end=11, text=f"{value:.0f}", value=value,
            unit="killed", bound="exact", subject="people", claimant_id=entity,
        )
        for value in values
    )  # fmt: skip
    return {"mentions": (mention,), "figures": figures}


def test_a_figure_moves_though_its_claimant_got_another_id() -> None:
    [change] = moved_figures(state("e_before", 14), state("e_after", 14, 19))
    assert (change.before, change.after) == ("exact 14", "exact 19")
