"""What can be read as one statement, and who can make one, in invented lines."""

from __future__ import annotations

import pytest

from newsledger.assess.prose import is_statement, names_somebody


@pytest.mark.parametrize(
    "text",
    [
        "Nine boats were lost, the harbour master said.",
        "The President of the club told Will Lo of BBC Two that it would pay.",
        "He told the Prime Minister on Monday that the mill had burned.",
        'He called it "a joke" Friday night.',
        'She said the plan was "a gift to the town."',
        "In Orle, In-house lawyers met the Mayor.",
    ],
)
def test_a_sentence_is_one(text: str) -> None:
    assert is_statement(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mill burned for two days In Orle the river fell by a metre.",
        "The council asks him to resign Police van slams into a wall.",
        'Smoke over the mill "The river is safe," Ann Lee said.',
        "Up to nine boats still missing The harbour could not say which.",
        'He called it a "very old mill" Divers are looking for the wheel.',
        "How many boats were lost?",
        "By the Orle Desk Nine boats were lost.",
        "Nine boats were lost in the storm because the harbour master had clo...",
        "NINE BOATS LOST IN STORM OFF ORLE",
        " ".join(["and then another boat was lost"] * 20),
    ],
)
def test_lines_that_have_run_together_are_none(text: str) -> None:
    assert not is_statement(text)


@pytest.mark.parametrize(
    ("words", "somebody"),
    [
        ("a senior official in the ministry", True),
        ("the union's", True),
        ("critics", True),
        ("a report by the bank", True),
        ("An oil slick", False),
        ("the sheen", False),
    ],
)
def test_a_thing_says_nothing(words: str, somebody: bool) -> None:
    assert names_somebody(words) is somebody
