"""Disputes and claims across units of measure."""

from __future__ import annotations

import pytest

from assess.rows import article, entity, figure, sentences
from newsledger.assess.affiliation import Affiliations
from newsledger.assess.counting import Scene, figure_disputes
from newsledger.assess.grouping import group_figures
from newsledger.assess.sentences import Sentences
from newsledger.assess.statements import counted
from newsledger.records import Article

GUARD, CLUB = entity("Coast Guard", kind="ORG"), entity("Skiff Club", kind="ORG")


def scene(*articles: Article) -> Scene:
    rows = Sentences(sentences(*articles))
    return Scene({a.article_id: a for a in articles}, rows, Affiliations((GUARD, CLUB)))


@pytest.mark.parametrize(
    ("second", "value", "disputed"), [("16 kilometres", 16, False), ("30 kilometres", 30, True)]
)
def test_a_length_in_two_units_is_disputed_where_the_lengths_differ(
    second: str, value: float, disputed: bool
) -> None:
    a = article(
        1, f"The guard said the slick was 10 miles long, but the club disputed that and said {second}."
    )
    figures = [
        figure(a, "10 miles", 10, "miles", GUARD.entity_id),
        figure(a, second, value, "kilometres", CLUB.entity_id),
    ]
    found = [d.summary for d, _ in figure_disputes(figures, scene(a))]
    shown = f"length: 10 miles (Coast Guard) against {second} = 18.64 miles (Skiff Club)"
    assert found == ([shown] if disputed else [])


def test_a_claim_is_one_in_both_units() -> None:
    a = article(1, "The slick off the cape is 10 miles long.")
    b = article(2, "The slick off the cape is 16 kilometres long.")
    c = article(3, "The slick off the cape is 30 kilometres long.")
    figures = [
        figure(a, "10 miles", 10, "miles"),
        figure(b, "16 kilometres", 16, "kilometres"),
        figure(c, "30 kilometres", 30, "kilometres"),
    ]
    pile = {x.article_id: x for x in (a, b, c)}
    groups = group_figures(counted(figures, pile, Sentences(sentences(a, b, c))))
    assert sorted(len(g) for g in groups) == [1, 2]
