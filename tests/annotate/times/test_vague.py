"""References that name no date."""

import pytest

SENTENCES = [
    (
        "They are now rich, recently married and soon to leave.",
        [("now", "PRESENT_REF"), ("recently", "PAST_REF"), ("soon", "FUTURE_REF")],
    ),
    ("At the moment nobody knows.", [("At the moment", "PRESENT_REF")]),
    ("They met soon after, in the Now Party, and the moment passed.", []),
    ("As soon as he can, and no sooner.", []),
]


@pytest.mark.parametrize(("text", "expressions"), SENTENCES)
def test_vague(tagged, text: str, expressions: list[tuple[str, str]]) -> None:
    assert tagged(text) == expressions
