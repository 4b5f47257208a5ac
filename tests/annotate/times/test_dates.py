"""Dates: explicit, numeric, ranges, decades, quarters, and numbers that are none."""

import pytest

SENTENCES = [
    ("He may march in May, and she will march in March.", [("May", "2013-05"), ("March", "2013-03")]),
    (
        "In August 1914, on 4 August 1915, and from June 3 to 5, 2011.",
        [
            ("August 1914", "1914-08"),
            ("4 August 1915", "1915-08-04"),
            ("June 3", "2011-06-03"),
            ("5, 2011", "2011-06-05"),
        ],
    ),
    (
        "It is dated 12/25/2012; the file is of 2013-03-01T09:30:00Z.",
        [("12/25/2012", "2012-12-25"), ("2013-03-01T09:30:00Z", "2013-03-01T09:30Z")],
    ),
    (
        "The mid-1990s, the ’60s, the 18th century and 146 BC.",
        [("The mid-1990s", "199"), ("the ’60s", "196"), ("the 18th century", "17"), ("146 BC", "BC0146")],
    ),
    ("Fiscal 2012 was better than Q3 2011.", [("Fiscal 2012", "2012"), ("Q3 2011", "2011-Q3")]),
    ("On 31 February 2012 nothing happened.", [("31 February 2012", "XXXX-XX-XX")]),
    ("Room 1984 had 2012 chairs and cost $1999.", []),
    ("He is in his 60s, and it fell into the 30s.", []),
]


@pytest.mark.parametrize(("text", "expressions"), SENTENCES)
def test_dates(tagged, text: str, expressions: list[tuple[str, str]]) -> None:
    assert tagged(text) == expressions
