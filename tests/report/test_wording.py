"""Dates, numbers and lists read as a desk would write them."""

import datetime as dt

import pytest

from newsledger.report import wording as w


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2023-05-03", "2023-05-03", "3 May 2023"),
        ("2023-05-03", "2023-05-05", "3 to 5 May 2023"),
        ("2023-05-30", "2023-06-02", "30 May to 2 June 2023"),
        ("2022-12-30", "2023-01-02", "30 December 2022 to 2 January 2023"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2014-01-01", "2014-12-31", "2014"),
        ("2014-01-01", "2016-12-31", "2014 to 2016"),
    ],
)
def test_an_interval_is_told_no_finer_than_it_is_known(first: str, last: str, words: str) -> None:
    assert w.days(dt.date.fromisoformat(first), dt.date.fromisoformat(last)) == words


def test_a_date_that_is_not_known_keeps_its_value() -> None:
    assert w.days(None, None, "PAST_REF") == "PAST_REF"
    assert w.days(dt.date(2023, 5, 3), None) == "3 May 2023"
    assert w.weekday(dt.date(2023, 5, 3)) == "Wednesday"


@pytest.mark.parametrize(
    ("value", "words"), [(125000.0, "125,000"), (2.5, "2.5"), (0.0, "0"), (None, ""), (-3.0, "-3")]
)
def test_amounts(value: float | None, words: str) -> None:
    assert w.amount(value) == words


def test_counts_and_lists() -> None:
    assert w.counted(1, "article") == "one article"
    assert w.counted(2, "copy", "copies") == "two copies"
    assert w.counted(1200, "article") == "1,200 articles"
    assert w.listed(["a", "b", "c"]) == "a, b and c"
    assert w.listed([]) == ""


def test_copies_are_no_support() -> None:
    assert w.support(3, 1) == "three articles that go back to one text"
    assert w.support(3, 2) == "three articles, two independent"
    assert w.support(2, 2) == "two articles, both independent"
    assert w.support(1, 1) == "one article"


def test_quoting_does_not_double_the_marks() -> None:
    assert w.quoted('"high  price"') == "“high price”"
    assert w.sentence("the wall is sound") == "The wall is sound."
    assert w.sentence("He said “no.”") == "He said “no.”"
