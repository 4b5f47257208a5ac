"""Days named by the week, and papers that are named so."""

import pytest

SENTENCES = [
    (
        "He came late on Tuesday night and left early Friday.",
        [("late on Tuesday night", "2013-03-19TNI"), ("early Friday", "2013-03-15")],
    ),
    (
        "They met on Thursday of last week and on Wednesday.",
        [("Thursday of last week", "2013-03-14"), ("Wednesday", "2013-03-20")],
    ),
    ("The court will rule next Monday.", [("next Monday", "2013-03-25")]),
    ("The Sunday Herald said so.", []),
]


@pytest.mark.parametrize(("text", "expressions"), SENTENCES)
def test_weekdays(tagged, text: str, expressions: list[tuple[str, str]]) -> None:
    assert tagged(text) == expressions
