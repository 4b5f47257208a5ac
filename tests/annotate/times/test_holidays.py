"""Holidays with a fixed rule, of the year stated or the nearest, and people named so."""

import pytest

SENTENCES = [
    ("He wed on Christmas Day 1963.", [("Christmas Day 1963", "1963-12-25")]),
    ("Easter 2014 was late.", [("Easter 2014", "2014-04-20")]),
    (
        "They will meet on Good Friday and on Labor Day.",
        [("Good Friday", "2013-03-29"), ("Labor Day", "2013-09-02")],
    ),
    ("The shop was shut on Thanksgiving.", [("Thanksgiving", "2012-11-22")]),
    ("Mr. Easter wished her a Merry Christmas.", []),
]


@pytest.mark.parametrize(("text", "expressions"), SENTENCES)
def test_holidays(tagged, text: str, expressions: list[tuple[str, str]]) -> None:
    assert tagged(text) == expressions
