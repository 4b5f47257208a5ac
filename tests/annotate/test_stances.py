"""Denials and accusations in invented sentences."""

from __future__ import annotations

import pytest

from newsledger.annotate.parse import parse_text
from newsledger.annotate.stances import find_stances


def acts(text: str) -> list[tuple[str, str | None, str | None]]:
    def words(span: object) -> str | None:
        return None if span is None else text[span.start : span.end]  # type: ignore[attr-defined]

    return [(s.act, words(s.actor), words(s.target)) for s in find_stances(parse_text(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The governor denied that he had seen the plan.", ("denies", "The governor", None)),
        ("The company denies having hidden the report.", ("denies", "The company", None)),
        ("The mayor rejected the agency's figure as guesswork.", ("denies", "The mayor", "the agency")),
        ("The union accused the company of breaking the deal.", ("accuses", "The union", "the company")),
        ("The institute replied that the money was never paid.", ("counters", "The institute", None)),
        ("The ministry called the letter a forgery.", ("denies", "The ministry", None)),
        ("Its owner, the firm Orlo Mills, denies that it sank.", ("denies", "Orlo Mills", None)),
        (
            "A panel found that the guards had aimed high; the mayor, Ann Lee, rejected that finding.",
            ("denies", "Ann Lee", None),
        ),
    ],
)
def test_reads(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert acts(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The governor did not deny the report.",
        "The company declined to say whether it would pay.",
        "Voters rejected the candidate.",
        "The firm would pay a sum that Ann Lee called an insult.",
    ],
)
def test_is_no_denial(text: str) -> None:
    assert acts(text) == []


def test_relative_clause_belongs_to_its_noun() -> None:
    text = "Norland, which is accused of arming the rebels, has denied planning an attack."
    assert acts(text) == [("accuses", None, "Norland"), ("denies", "Norland", None)]


def test_a_denial_that_points_back_is_anaphoric() -> None:
    (stance,) = find_stances(parse_text("Norland has denied those claims."))
    assert stance.anaphoric


def test_a_finding_that_is_pointed_at_is_anaphoric() -> None:
    (stance,) = find_stances(parse_text("The mayor rejected that finding."))
    assert stance.anaphoric
    (stance,) = find_stances(parse_text("The mayor rejected the finding of a fault in the pump."))
    assert not stance.anaphoric
