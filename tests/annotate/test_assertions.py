"""Reported words that assert something, and those that do not, in invented sentences."""

from __future__ import annotations

import pytest

from newsledger.annotate.assertions import mark_assertions
from newsledger.annotate.parse import parse_text
from newsledger.annotate.quotations import find_quotations


def asserted(text: str) -> list[str]:
    parsed = parse_text(text)
    return [q.text for q in mark_assertions(parsed, find_quotations(parsed, ())) if q.asserts]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor said the bridge had been closed.", ["the bridge had been closed"]),
        ("The guard was blamed for a row of thefts, including a bicycle.", []),
        ("Troy Kell has written a moving account of his family's escape.", []),
        ("The agency asked doctors to test anyone with symptoms.", []),
        ("She asked whether the fund had been audited.", ["whether the fund had been audited"]),
        ("The minister denied having known of the payments.", ["having known of the payments"]),
        ("She declined to say whether the fund had been audited.", []),
        ("The minister denied planning a raid.", ["planning a raid"]),
        ('Many things, she said, "are still unknown at this point."', []),
        ('"Nobody sails," the captain said.', ["Nobody sails,"]),
    ],
)
def test_a_report_asserts_where_it_is_a_clause(text: str, words: list[str]) -> None:
    assert asserted(text) == words
