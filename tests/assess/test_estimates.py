"""Estimates of one thing by two voices in one article, and figures compared with another's."""

from __future__ import annotations

import datetime as dt

import pytest

from assess.rows import article, entity, figure, mention, sentences
from newsledger.assess.affiliation import Affiliations
from newsledger.assess.counting import Scene, figure_disputes
from newsledger.assess.sentences import Sentences
from newsledger.link.figures import Names
from newsledger.records import Article, Figure

GUARD, CLUB = entity("Coast Guard", kind="ORG"), entity("Skiff Club", kind="ORG")


def scene(*articles: Article, names: dict[str, Names] | None = None) -> Scene:
    rows = Sentences(sentences(*articles))
    return Scene({a.article_id: a for a in articles}, rows, Affiliations((GUARD, CLUB)), names)


TURNOUT: dict[str, object] = {"subject": "turnout"}


@pytest.mark.parametrize(
    ("text", "first", "second", "unit", "disputed"),
    [
        (
            "Some 300 people came, said the guard; the club spoke of 1,200.",
            "300 people",
            "1,200",
            "people",
            True,
        ),
        ("The guard put the crowd at 300. The club said 1,200 took part.", "300", "1,200", "people", True),
        ("The guard put the crowd at 300. The club said 1,200 were fed.", "300", "1,200", "people", False),
        (
            "The guard counted 300 people. The club has 1,200 on its roll.",
            "300 people",
            "1,200",
            "people",
            False,
        ),
        ("Some 30 crates wait, the club says. The guard counts three.", "30 crates", "three", "crates", True),
        ("The guard put turnout at 60 percent, the club at 40.", "60 percent", "40", "percent", True),
    ],
)
def test_rival_estimates_of_one_article(
    text: str, first: str, second: str, unit: str, disputed: bool
) -> None:
    one = article(1, text)
    values = {"300": 300, "1,200": 1200, "30": 30, "three": 3, "60": 60, "40": 40}
    figures = tuple(
        figure(
            one,
            words,
            values[words.split()[0]],
            unit,
            who.entity_id,
            **(TURNOUT if unit == "percent" else {}),
        )
        for words, who in ((first, GUARD), (second, CLUB))
    )
    assert bool(list(figure_disputes(figures, scene(one)))) is disputed


def test_shares_of_nothing_named_are_no_rivals() -> None:
    one = article(1, "The guard took 60 percent, the club 40 percent.")
    figures = (
        figure(one, "60 percent", 60, "percent", GUARD.entity_id),
        figure(one, "40 percent", 40, "percent", CLUB.entity_id),
    )
    assert not list(figure_disputes(figures, scene(one)))


def test_shares_of_different_years_are_no_rivals() -> None:
    one = article(1, "The guard put turnout at 60 percent, the club at 40 percent.")
    figures = (
        figure(one, "60 percent", 60, "percent", GUARD.entity_id, subject="turnout"),
        figure(
            one, "40 percent", 40, "percent", CLUB.entity_id, subject="turnout", as_of=dt.date(2018, 1, 1)
        ),
    )
    assert not list(figure_disputes(figures, scene(one)))


def compared(text: str) -> bool:
    """Whether 230 in a later paper is disputed with the guard's "at least 112" of the day before."""
    old, new = article(1, "At least 112 people were held, the guard said."), article(2, text)
    rows: tuple[Figure, ...] = (
        figure(old, "At least 112 people", 112, "arrested", GUARD.entity_id, bound="at least"),
        figure(new, "230 people", 230, "arrested", CLUB.entity_id),
    )
    names = {new.article_id: Names([mention(new, "the guard", GUARD)])}
    return bool(list(figure_disputes(rows, scene(old, new, names=names))))


@pytest.mark.parametrize(
    ("text", "disputed"),
    [
        ("The club says 230 people were held, twice as many as the guard admits.", True),
        ("The club says 230 people were held, more than the guard admits.", True),
        ("The club says 230 people were held, fewer than the guard admits.", False),
        ("The club says 230 people were held, five times as many as the guard admits.", False),
        ("The club says 230 people were held before the guard left.", False),
    ],
)
def test_a_figure_that_is_compared_with_another_voices(text: str, disputed: bool) -> None:
    assert compared(text) is disputed
