"""Dates, addresses, encodings and characters."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.read.addresses import date_in_address, leads_to_article, outlet_of
from newsledger.read.clean import clean, unwrap
from newsledger.read.dates import is_ambiguous, parse_date, parse_partial
from newsledger.read.decode import decode

DAY = dt.date(2019, 5, 6)


@pytest.mark.parametrize(
    "value",
    [
        "2019-05-06",
        "2019-5-6",
        "2019/05/06",
        "2019.05.06 10:00",
        "20190506",
        20190506,
        "20190506T101500Z",
        "20190506101500",
        "2019-05-06T23:59:59-08:00",
        "2019-05-06 10:00:00+00:00",
        "Mon, 06 May 2019 23:30:00 +0000",
        "Mon May 06 10:00:00 +0000 2019",
        "Mon May  6, 2019 4:23 pm EST",
        "May 6, 2019",
        "6 May 2019",
        "6th of nothing, but May 6th, 2019",
        "06-May-2019",
        1557136800,
        "1557136800",
        1557136800000,
        1557136800.5,
        "31/12/2018".replace("31/12/2018", "06.05.2019"),
    ],
)
def test_dates(value):
    assert parse_date(value) == DAY


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "yesterday",
        "2019",
        "2019-13-01",
        "0000-00-00",
        12,
        True,
        "05/06/2019",
        "9" * 400,
        float("nan"),
        float("inf"),
        {},
        [],
    ],
)
def test_no_dates(value):
    assert parse_date(value) is None


def test_numeric_dates():
    assert parse_date("13/05/2019") == dt.date(2019, 5, 13)
    assert parse_date("05/13/2019") == dt.date(2019, 5, 13)
    assert is_ambiguous("05/06/2019")
    assert not is_ambiguous("05/05/2019")
    assert (parse_partial("2019-05"), parse_partial("2019"), parse_partial("2019-13")) == (
        "2019-05",
        "2019",
        None,
    )


@given(st.one_of(st.text(), st.integers(), st.floats()))
@settings(derandomize=True, deadline=None)
def test_any_value_is_a_date_or_none(value):
    assert parse_date(value) is None or isinstance(parse_date(value), dt.date)


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://a.example/2019/05/06/dam", "2019-05-06"),
        ("https://a.example/news/2019/may/6/dam", "2019-05-06"),
        ("https://a.example/news/2019-05-06/dam", "2019-05-06"),
        ("https://a.example/news/dam-20190506.html", "2019-05-06"),
        ("https://a.example/2019/05/dam", "2019-05"),
        ("https://a.example/2019/13/45/dam", None),
        ("https://a.example/dam-123456789", None),
    ],
)
def test_dates_in_addresses(url, value):
    found = date_in_address(url)
    assert (found.value if found else None) == value


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.theorrintimes.example/a", "The Orrin Times"),
        ("https://orrindispatch.co.uk/a", "Orrin Dispatch"),
        ("https://news.vale-observer.example/a", "Vale Observer"),
        ("https://www.orrin.example/a", "orrin.example"),
        ("https://edition.cnn.com/a", "CNN"),
        ("not an address", None),
    ],
)
def test_outlets(url, name):
    assert outlet_of(url) == name if name else outlet_of("") is None


def test_articles_addresses():
    assert leads_to_article("https://a.example/2019/05/06/dam")
    assert leads_to_article("https://a.example/news/the-dam-is-closed-again")
    assert not leads_to_article("https://a.example/tag/dam")


WORDS = "The café in Malmö closed on Monday, its owner said. “No more,” he told the paper – for 5 €."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_encodings(encoding):
    assert decode(WORDS.encode(encoding)).lstrip("\ufeff") == WORDS


def test_latin_1_and_other_scripts():
    assert decode("Malmö is a town in the south".encode("latin-1")) == "Malmö is a town in the south"
    russian = "Плотина над городом была закрыта в понедельник, сообщили инженеры. " * 5
    assert decode(russian.encode("cp1251")) == russian


def test_broken_utf_8_stays_utf_8():
    assert decode(WORDS.encode() * 3 + b"\xff") == WORDS * 3 + "\ufffd"


@given(st.text())
@settings(derandomize=True, deadline=None)
def test_clean_is_idempotent_and_encodable(text):
    once = clean(text)
    once.encode()
    assert clean(once) == once
    assert len(unwrap(once)) == len(once)
