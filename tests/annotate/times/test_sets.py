"""What recurs, and what only names a kind."""

import pytest

SENTENCES = [
    (
        "He runs every day, every two weeks, twice a week and on Fridays.",
        [
            ("every day", "P1D"),
            ("every two weeks", "P2W"),
            ("twice a week", "P1W"),
            ("Fridays", "XXXX-WXX-5"),
        ],
    ),
    (
        "Each summer, every other Sunday, Tuesday nights.",
        [
            ("Each summer", "XXXX-SU"),
            ("every other Sunday", "XXXX-WXX-7"),
            ("Tuesday nights", "XXXX-WXX-2TNI"),
        ],
    ),
    ("It pumps 300 barrels per day at $3 a barrel.", [("per day", "P1D")]),
    ("The annual feast and a quarterly dividend.", []),
]


@pytest.mark.parametrize(("text", "expressions"), SENTENCES)
def test_sets(tagged, text: str, expressions: list[tuple[str, str]]) -> None:
    assert tagged(text) == expressions
