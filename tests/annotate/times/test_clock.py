"""Times of day: with zones, on the day beside them, and what only looks like one."""

import pytest

SENTENCES = [
    ("It is a hundred o'clock.", [("a hundred o'clock", "XXXX-XX-XX")]),
    (
        "Trains leave at 7.45 a.m. and 16:20 hours GMT.",
        [("7.45 a.m.", "2013-03-20T07:45"), ("16:20 hours GMT", "2013-03-20T16:20Z")],
    ),
    ("It began at 9:15 p.m. EST on Monday.", [("9:15 p.m. EST on Monday", "2013-03-18T21:15-05")]),
    ("It began shortly after 9 p.m. on Monday.", [("9 p.m. on Monday", "2013-03-18T21:00")]),
    (
        "They met at noon on Friday and parted at midnight.",
        [("noon on Friday", "2013-03-15T12:00"), ("midnight", "2013-03-16T00:00")],
    ),
    ("The score was 3:2 and the ratio 16:9.", []),
    ("The map is drawn at 1:50,000.", []),
]


@pytest.mark.parametrize(("text", "expressions"), SENTENCES)
def test_clock(tagged, text: str, expressions: list[tuple[str, str]]) -> None:
    assert tagged(text) == expressions
