"""Figures that a text sets against each other in words."""

from __future__ import annotations

import pytest

from assess.rows import article, entity, figure
from newsledger.assess.affiliation import Affiliations
from newsledger.assess.counting import Scene, figure_disputes
from newsledger.assess.grouping import group_figures
from newsledger.assess.sentences import Sentences
from newsledger.assess.statements import counted

BANK, CLUB = entity("Norland Bank", kind="ORG"), entity("Skiff Club", kind="ORG")


@pytest.mark.parametrize(
    ("text", "disputed"),
    [
        ("The bank counted 400 ballots in the sacks. The club rejected that. It saw just 35.", True),
        ("The bank counted 400 ballots in the sacks. The club saw 35 on the lawn.", False),
        ("The bank counted 400 ballots. Of these, including spoilt ones, the club admitted 35.", False),
    ],
)
def test_a_word_of_contrast_pairs_two_voices(text: str, disputed: bool) -> None:
    one = article(1, text)
    figures = (
        figure(one, "400 ballots", 400, "ballots", BANK.entity_id),
        figure(one, "35", 35, "ballots", CLUB.entity_id),
    )
    scene = Scene({one.article_id: one}, Sentences(()), Affiliations((BANK, CLUB)))
    assert bool(list(figure_disputes(figures, scene))) is disputed


def test_money_needs_an_answer_to_the_number() -> None:
    text = "The bank paid 400 marks. The club rejected an offer of 900 marks."
    one = article(1, text)
    figures = (
        figure(one, "400 marks", 400, "marks", BANK.entity_id, currency="XNM"),
        figure(one, "900 marks", 900, "marks", CLUB.entity_id, currency="XNM"),
    )
    scene = Scene({one.article_id: one}, Sentences(()), Affiliations((BANK, CLUB)))
    assert not list(figure_disputes(figures, scene))


def test_another_claimant_with_another_bound_makes_another_claim() -> None:
    one, two = article(1, "He got 900 marks."), article(2, "No more than 900 marks, said the club.")
    counts = [
        (figure(one, "900 marks", 900, "marks", BANK.entity_id), one),
        (figure(two, "900 marks", 900, "marks", CLUB.entity_id, bound="at most"), two),
    ]
    articles = {a.article_id: a for a in (one, two)}
    stated = list(counted([f for f, _ in counts], articles, Sentences(())))
    assert len(group_figures(stated)) == len(counts)
