"""Lengths of time, and what counts something else."""

import pytest

SENTENCES = [
    (
        "A three-year study took two and a half years.",
        [("three-year", "P3Y"), ("two and a half years", "P2Y6M")],
    ),
    (
        "Between 12 and 18 months, half an hour, a year-long ban.",
        [("Between 12 and 18 months", "P18M"), ("half an hour", "PT30M"), ("year-long", "P1Y")],
    ),
    (
        "It lasted more than three weeks and nearly 20 years.",
        [("more than three weeks", "P3W"), ("nearly 20 years", "P20Y")],
    ),
    ("Profit rose in the nine months to May.", [("the nine months", "P9M"), ("May", "2012-05")]),
    ("The 44-year-old singer, 44 years old, sang.", []),
    ("The second goal was the 90th.", []),
]


@pytest.mark.parametrize(("text", "expressions"), SENTENCES)
def test_durations(tagged, text: str, expressions: list[tuple[str, str]]) -> None:
    assert tagged(text) == expressions
