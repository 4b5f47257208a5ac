"""The tense that governs an expression, with the parser and without."""

import pytest

from newsledger.annotate.parse import parse_text
from newsledger.annotate.times import find_in_text, find_times

PARSED = [
    ("The mayor resigned on Monday.", "Monday", "past"),
    ("The mayor will resign on Monday.", "Monday", "future"),
    ("The minister is due to visit the camp on Friday.", "Friday", "future"),
    ("The minister was to have visited the camp on Friday, but stayed at home.", "Friday", "past"),
    ("Troops began to shell the town on Tuesday.", "Tuesday", "past"),
    ("The mediator has invited both sides to a meeting on Thursday.", "Thursday", "future"),
    ("Parliament votes on Tuesday on a new budget.", "Tuesday", "present"),
    ("The unions called for a strike on Tuesday.", "Tuesday", "past"),
    ("An election was called on Tuesday.", "Tuesday", "past"),
    ("A strike called on Tuesday shut the port.", "Tuesday", "past"),
    ("An election called for Tuesday may be delayed.", "Tuesday", "future"),
    ("The rally was postponed on Tuesday.", "Tuesday", "past"),
    ("The rally was postponed until Tuesday.", "Tuesday", "future"),
    ("Arrested on Tuesday, he was soon released.", "Tuesday", "past"),
    ("The thieves may have fled on Tuesday.", "Tuesday", "past"),
    ("Speaking on Tuesday, the warden would not say who knew.", "Tuesday", "past"),
    ("The company could not be reached on Tuesday.", "Tuesday", "past"),
    ("The board said the gates would not open on Tuesday.", "Tuesday", "future"),
    ("Divers called off the search on Saturday.", "Saturday", "past"),
]


@pytest.mark.parametrize(("text", "expression", "tense"), PARSED)
def test_tense_by_the_parse(text: str, expression: str, tense: str) -> None:
    assert {f.text: f.tense for f in find_times(parse_text(text))}[expression] == tense


@pytest.mark.parametrize(("text", "expression", "tense"), [PARSED[0], PARSED[1], PARSED[2]])
def test_tense_by_the_words_nearby(text: str, expression: str, tense: str) -> None:
    assert {f.text: f.tense for f in find_in_text(text)}[expression] == tense
