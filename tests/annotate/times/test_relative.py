"""Expressions that count from the publication or from the point told of last."""

import pytest

SENTENCES = [
    ("The day before yesterday he sang.", [("The day before yesterday", "2013-03-18")]),
    (
        "Last month, this week and next year.",
        [("Last month", "2013-02"), ("this week", "2013-W12"), ("next year", "2014")],
    ),
    (
        "It fell in the past three years and will in the next two weeks.",
        [("the past three years", "P3Y"), ("the next two weeks", "P2W")],
    ),
    (
        "He wed on 3 May 2012. Two days later, a week earlier, the day before.",
        [
            ("3 May 2012", "2012-05-03"),
            ("Two days later", "2012-05-05"),
            ("a week earlier", "2012-W17"),
            ("the day before", "2012-XX-XX"),
        ],
    ),
    (
        "He left early this morning, and she last night.",
        [("early this morning", "2013-03-20TMO"), ("last night", "2013-03-19TNI")],
    ),
    ("That minute was long; that second mattered.", []),
]


@pytest.mark.parametrize(("text", "expressions"), SENTENCES)
def test_relative(tagged, text: str, expressions: list[tuple[str, str]]) -> None:
    assert tagged(text) == expressions
