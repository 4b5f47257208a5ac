"""Datelines of dispatches, and beginnings that are none."""

from __future__ import annotations

import datetime as dt

import pytest

from newsledger.read.dateline import find_dateline, find_glued

NO = None


@pytest.mark.parametrize(
    ("text", "line", "agency", "date"),
    [
        ("ORRIN, Dec. 1 (Vale Press) — The dam", "ORRIN, Dec. 1 (Vale Press) —", "Vale Press", "--12-01"),
        ("Orrin, Dec 1, 2021 (AFP) - The dam", "Orrin, Dec 1, 2021 (AFP) -", "AFP", "2021-12-01"),
        ("ORRIN, December 1. /TASS/. The dam", "ORRIN, December 1. /TASS/.", "TASS", "--12-01"),
        ("ORRIN. Dec 1 (Interfax) - The dam", "ORRIN. Dec 1 (Interfax) -", "Interfax", "--12-01"),
        ("ORRIN, 1 December (Vale Press) – The", "ORRIN, 1 December (Vale Press) –", "Vale Press", "--12-01"),
        ("PORT ORRIN, Dec 1 (PTI) The dam", "PORT ORRIN, Dec 1 (PTI)", "PTI", "--12-01"),
        ("ST. ORRIN-ON-SEA, Vale — The dam", "ST. ORRIN-ON-SEA, Vale —", NO, NO),
        ("ORRIN (Reuters) - The dam", "ORRIN (Reuters) -", "Reuters", NO),
        ("(Reuters) - The dam", "(Reuters) -", "Reuters", NO),
        ("ORRIN -- “The dam", "ORRIN --", NO, NO),
        ("SÃO TOMÉ/ORRIN, Feb. 29 — The dam", "SÃO TOMÉ/ORRIN, Feb. 29 —", NO, "--02-29"),
        (
            "By Ada Brook ORRIN | Mon Mar 2, 2009 4:23 pm EST ORRIN (Reuters) - The dam",
            "By Ada Brook ORRIN | Mon Mar 2, 2009 4:23 pm EST ORRIN (Reuters) -",
            "Reuters",
            "2009-03-02",
        ),
    ],
)
def test_forms(text, line, agency, date):
    found = find_dateline(text)
    assert found is not None
    assert text[found.start : found.end] == line
    assert found.agency == agency
    assert (found.date.value if found.date else None) == date


@pytest.mark.parametrize(
    "text",
    [
        "NATO — which has thirty members — met.",
        "The bank (AP) — which is closed",
        "Smith (left) - The man",
        "In 2021 — the year of the flood",
        "BREAKING - The dam has burst",
        "US — The dam",
        "ORRIN: The dam",
        "He was born in Orrin, May 5 - The dam",
        "ORRIN, Feb. 31 of all days",
    ],
)
def test_no_dateline(text):
    assert find_dateline(text) is None


def test_dateline_is_a_passage_and_a_vote(read_one):
    result = read_one("a.txt", "ORRIN, Dec. 1 (Vale Press) — The dam above the town was closed on Monday.")
    (article,) = result.articles
    assert article.agency == "Vale Press"
    assert article.published_stated is None
    assert [(p.kind, p.start) for p in result.passages] == [("dateline", 0)]
    (vote,) = result.date_evidence
    assert (vote.vote, vote.value, vote.text) == ("dateline", "--12-01", "Dec. 1")


def test_a_full_date_in_the_dateline_is_stated(read_one):
    result = read_one("a.txt", "ORRIN, Dec. 1, 2021 (Vale Press) — The dam above the town was closed.")
    assert result.articles[0].published_stated == dt.date(2021, 12, 1)


def test_long_beginnings_are_cheap():
    for text in ("A" * 100_000, "A " * 50_000, "a, " * 50_000, "A. " * 50_000, "(" * 100_000):
        assert find_dateline(text) is None


@pytest.mark.parametrize(
    ("before", "line", "kind"),
    [
        ("Dam closed after cracks in wall", "ORRIN, May 6 (AP) —", "heading"),
        (
            "Dam closed By Ada Brook",
            "ORRIN/LEE, Vale | Mon May 6, 2019 7:53 pm EDT ORRIN/LEE, Vale (AP) -",
            "heading",
        ),
        (
            "* Cracks seen in wall * Water let out (Adds quotes) By Ada Brook",
            "ORRIN (Reuters) -",
            "boilerplate",
        ),
        ("Mon May 6, 2019 7:53 pm EDT", "(Reuters) -", "heading"),
    ],
)
def test_what_a_crawl_left_before_the_dateline_is_no_prose(read_one, before, line, kind):
    result = read_one(
        "a.txt", f"{before} {line} The dam above the town was closed on Monday.\nNobody was hurt."
    )
    assert [(p.kind, p.text) for p in result.passages] == [(kind, before), ("dateline", line)]


def test_an_agency_named_in_a_sentence_is_no_dateline():
    text = "The mayor of ORRIN told a reporter (AP) of the crack."
    assert find_glued(text, 0, len(text)) is None
