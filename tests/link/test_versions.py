"""An update keeps both dates: first published, and this version (data/times/versions.toml)."""

import datetime as dt
from pathlib import Path

import pytest

import newsledger
from newsledger.link.dates.labels import dates_a_picture, tells_a_change, tells_publication
from newsledger.report import render

STORY = (
    "<p>The river Orla broke its dyke at Hollen on Wednesday and flooded forty farms, the water board said.</p>"
    "<p>“We had the sandbags, but we did not have the hands,” dyke warden Piet Aldersom said on Thursday.</p>"
    "<p>Some 900 people slept in the sports hall. The board will inspect the gates, its chairman said.</p>"
)
D = "<p class='date'>"
PUBLISHED = '<meta property="article:published_time" content="2022-05-12T06:10:00Z">'
MODIFIED = '<meta property="article:modified_time" content="2022-05-14T09:00:00Z">'
LINKED = (
    '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",'
    '"datePublished": "2022-05-12T06:10:00+02:00", "dateModified": "2022-05-13T18:00:00+02:00"}</script>'
)
PAGES = [
    pytest.param(LINKED, "", "", 13, id="JSON-LD"),
    pytest.param(PUBLISHED + MODIFIED, "", "", 14, id="meta tags"),
    pytest.param(PUBLISHED, f"{D}Updated 13 May</p>", "", 13, id="a line without a year"),
    pytest.param(
        PUBLISHED, "", "<p>This article was amended on 16 May 2022 to put a name right.</p>", 16, id="foot"
    ),
    pytest.param("", f"{D}First published 12 May 2022</p>{D}Updated 13 May 2022</p>", "", 13, id="two lines"),
    pytest.param(
        "", f"{D}Published: 12 May 2022, 06:10. Updated: 14 May 2022, 10:11</p>", "", 14, id="one line"
    ),
    pytest.param(PUBLISHED, "", "", None, id="no update"),
]


@pytest.mark.parametrize(("head", "top", "foot", "day"), PAGES)
def test_a_page_that_was_updated_keeps_both_dates(
    tmp_path: Path, head: str, top: str, foot: str, day: int | None
) -> None:
    title = "Dyke breaks at Hollen"
    page = tmp_path / "dyke.html"
    page.write_text(
        f"<html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{top}{STORY}{foot}"
        "</article></body></html>",
        encoding="utf-8",
    )
    with newsledger.build(str(page)) as ledger:
        (article,) = ledger.tables["articles"]
        assert article.published == dt.date(2022, 5, 12)
        assert article.updated == (dt.date(2022, 5, day) if day else None)
        report = render(ledger.tables, "html")
    assert ("irst published 12 May 2022, this version" in report) == (day is not None)


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("Updated ", "", True),
        ("Published 12 May 2022. Updated: ", ", 10:11", True),
        ("Correction, ", ": The name was misspelt.", True),
        ("The board updated its plans on ", " and mended the dyke.", False),
        ("Correction: The dyke will be mended by ", ", not July.", False),
    ],
)
def test_words_that_tell_a_change(before: str, after: str, changed: bool) -> None:
    assert tells_a_change(before, after) is changed


@pytest.mark.parametrize(
    ("before", "told"),
    [("First published ", True), ("Posted on Thursday, ", True), ("Published by the Board on ", True),
     ("The book was published on ", False), ("Published figures show that by ", False)],
)  # fmt: skip
def test_words_that_tell_the_publication(before: str, told: bool) -> None:
    assert tells_publication(before) is told


@pytest.mark.parametrize(
    ("before", "after", "pictured"),
    [
        ("", ": Boats lie in the bay of Hollen.", True),
        ("In this photo taken on ", ", boats lie in the bay.", True),
        ("HOLLEN, ", " - Boats lay in the bay.", False),
        ("", " 10:30 GMT", False),
    ],
)
def test_words_that_date_a_picture(before: str, after: str, pictured: bool) -> None:
    assert dates_a_picture(before, after) is pictured
