"""Plain text: header lines, wrapped lines, what is no article."""

from __future__ import annotations

import datetime as dt
import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.read.clean import unwrap

SENTENCES = (
    "The dam above Orrin was closed on Monday after a guard had seen a crack in the northern wall.",
    "Engineers said that the water would be let out by night, and that nobody had to leave the valley.",
    "Nobody was hurt, the mayor said.",
    "It is the second time in four years that the lake has to be emptied, which costs the council 4 million crowns.",
)
HEADINGS = ("Dam closed", "What is known", "Water let out by night", "1974: the first crack")
PROSE = "The dam above Orrin was closed on Monday. Engineers said the water would be let out by night."


def test_text_without_header(read_one):
    (article,) = read_one("a.txt", PROSE).articles
    assert article.text == PROSE
    assert (article.title, article.url, article.published_stated) == (None, None, None)


def test_date_before_the_first_words(read_one):
    result = read_one("a.txt", f" date 2019-05-06 {PROSE}\n")
    assert result.articles[0].text == PROSE
    assert result.articles[0].published_stated == dt.date(2019, 5, 6)
    assert [(e.vote, e.value) for e in result.date_evidence] == [("metadata", "2019-05-06")]


@pytest.mark.parametrize(
    "date", ["20190506", "2019-05-06", "May 6, 2019", "6 May 2019", "2019-05-06T10:00:00Z"]
)
def test_title_date_and_address_lines(read_one, date):
    url = "https://www.orrintimes.example/2019/05/07/dam-closed"
    result = read_one("a.txt", f"Dam Closed: Is It Safe?\n{date}\n{url}\n{PROSE}")
    (article,) = result.articles
    assert article.text == PROSE
    assert article.title == "Dam Closed: Is It Safe?"
    assert article.url == url
    assert article.outlet == "Orrin Times"
    assert article.published_stated == dt.date(2019, 5, 6)
    assert {(e.vote, e.value) for e in result.date_evidence} == {
        ("metadata", "2019-05-06"),
        ("url", "2019-05-07"),
    }


def test_keyed_header_lines(read_one):
    text = f"Title: Dam closed\nBy: A. Writer\nDate: 2019-05-06\nSource: Orrin Times\n\n{PROSE}"
    (article,) = read_one("a.txt", text).articles
    assert (article.title, article.outlet, article.text) == ("Dam closed", "Orrin Times", PROSE)
    assert article.published_stated == dt.date(2019, 5, 6)


def test_front_matter(read_one):
    text = f'---\ntitle: "Dam closed"\ndate: 2019-05-06\ntags: dam, valley\n---\n\n{PROSE}'
    (article,) = read_one("a.md", text).articles
    assert (article.title, article.published_stated, article.text) == (
        "Dam closed",
        dt.date(2019, 5, 6),
        PROSE,
    )


def test_undecodable_characters_are_a_doubt(read_one):
    result = read_one("a.txt", PROSE.encode() * 3 + " – “water” – ".encode() * 5 + b"\xff wall")
    assert [i.severity for i in result.issues] == ["doubtful"]
    assert "1 characters could not be decoded" in result.issues[0].message


def test_first_line_that_is_a_headline(read_one):
    result = read_one("a.txt", f"Dam closed after cracks\n\n{PROSE}")
    (article,) = result.articles
    assert article.title == "Dam closed after cracks"
    assert article.text.startswith("Dam closed after cracks\n")
    assert [(p.kind, p.text) for p in result.passages] == [("heading", "Dam closed after cracks")]


def test_a_date_inside_the_prose_is_no_header(read_one):
    text = f"{PROSE}\n\n2019-05-06\n\n{PROSE}"
    (article,) = read_one("a.txt", text).articles
    assert article.published_stated is None
    assert article.text == text


def test_wrapped_lines_are_joined_without_moving_an_offset(read_one):
    wrapped = (
        "The dam above Orrin was closed on Monday after a guard\n"
        "had seen a crack in the northern wall, which is eighty\n"
        "years old. Engineers said that the water would be let\n"
        "out by night.\n"
        "\n"
        "Nobody was hurt, the mayor said, and nobody would have\n"
        "to leave the valley before the weekend."
    )
    (article,) = read_one("a.txt", wrapped).articles
    assert len(article.text) == len(wrapped)
    assert "a guard had seen" in article.text
    assert article.text.count("\n") == 2


MIXED = """Ferry strike enters third week
Dockers and owners are to meet on Monday

PORT COBALT, May 3 (Reuters) - Dockers in the harbour of Port Cobalt voted on
Tuesday to go on with their strike, which has kept forty ferries in port since
the middle of April, the union said.

WHAT WE KNOW
Forty ferries are in port
About 3,000 commuters queue every morning
1. The mayor has asked both sides to come to a round table on Thursday evening
2. The union has not answered

A docker stands at the gate of the northern quay in Port Cobalt
Photo by Ann Lee

The owners said they would not talk before the ballot. "We have made an offer,"
said Karl Voss, who speaks for the owners. It was refused twice by the men in
the harbour and once by the council of the union.
Route         Ferries    Passengers
North quay    12         4,000
"""


def test_headings_items_and_captions_of_a_wrapped_text_stay_lines(read_one):
    (article,) = read_one("a.txt", MIXED).articles
    assert len(article.text) == len(MIXED.strip())
    lines = article.text.split("\n")
    for line in (
        "Forty ferries are in port",
        "WHAT WE KNOW",
        "2. The union has not answered",
        "A docker stands at the gate of the northern quay in Port Cobalt",
    ):
        assert line in lines
    assert any(line.startswith("PORT COBALT") and line.endswith("the union said.") for line in lines)
    assert any("the men in the harbour and once by the council of the union." in line for line in lines)


@settings(derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=4, max_size=12), st.integers(50, 90))
def test_what_was_wrapped_is_put_together(sentences, width):
    prose = " ".join(sentences)
    wrapped = textwrap.fill(prose, width)
    assert unwrap(f"Dam closed\n\n{wrapped}\n\nWhat is next") == f"Dam closed\n\n{prose}\n\nWhat is next"


@settings(derandomize=True, deadline=None)
@given(st.lists(st.sampled_from([*SENTENCES, *HEADINGS]), max_size=12))
def test_a_paragraph_a_line_stays_so(lines):
    text = "\n".join(lines)
    assert unwrap(text) == text


def test_a_sentence_a_line_stays_so(read_one):
    text = "\n".join(["The dam above Orrin was closed on Monday.", "Nobody was hurt, the mayor said."] * 3)
    assert read_one("a.txt", text).articles[0].text == text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "empty"),
        (" \n\t ", "empty"),
        ("\ufeff \u200b", "only blanks"),
        ("hello", "fewer than 5 words"),
        ("Title: x\nDate: 2019-05-06\n", "without a text"),
        ("name,age,town\n" + "somebody,12,somewhere\n" * 9, "table"),
        ("[server]\nport = 80\nhost = localhost or another name\n", "settings"),
        ("def first(values):\n    return call(values[\n" * 5 + "{\n" * 20, "code"),
        ("12 34 56 78 90, " * 40 + "some words that stand in between", "figures"),
        ("word " * 220_000, "1,000,000 characters"),
        ("word " * 2_000_000, "1,000,000 characters"),
    ],
)
def test_refusals(read_one, content, words):
    result = read_one("a.txt", content)
    assert result.articles == ()
    (issue,) = result.issues
    assert (issue.severity, issue.stage) == ("refused", "read")
    assert words in issue.message
    assert "a.txt" in issue.message
    assert issue.remedy


BODY = f"VALE ORRIN - {PROSE}\n\n{PROSE}"


@pytest.mark.parametrize(
    ("head", "title", "outlet", "day"),
    [
        ("Dam closed after cracks are found\nThe Orrin Times\nPublished 2019-05-06\n"
         "https://orrintimes.example/dam-closed\n\n", "Dam closed after cracks are found", "The Orrin Times", 6),
        ("Orrin Times | Monday, May 6th, 2019 | 08:30 GMT\n\n", None, "Orrin Times", 6),
        ("Orrin Times\nNEWS & VIEWS\nA dam that nobody wanted to close\nBy A. Writer\n"
         "Orrin Times | 6 May 2019\n\n", "A dam that nobody wanted to close", "Orrin Times", 6),
        ("Dam closed after cracks\nOrrin Standard, 6 May 2019\n\n", "Dam closed after cracks", "Orrin Standard", 6),
        ("Dam closed after cracks\nFirst published on 6 May 2019, updated 8 May 2019\n\n",
         "Dam closed after cracks", None, 6),
    ],
)  # fmt: skip
def test_headers_in_any_order(read_one, head, title, outlet, day):
    (article,) = read_one("a.txt", head + BODY).articles
    assert (article.title, article.outlet) == (title, outlet)
    assert article.published_stated == dt.date(2019, 5, day)
    assert article.text == BODY


def test_a_later_version_keeps_both_days(read_one):
    text = f"Dam closed after cracks\nFirst published on 6 May 2019, updated 8 May 2019\n\n{BODY}"
    votes = {(e.vote, e.value) for e in read_one("a.txt", text).date_evidence}
    assert votes == {("metadata", "2019-05-06"), ("modified", "2019-05-08")}


def test_a_headline_below_the_header_stays_in_the_text(read_one):
    text = f"The Orrin Echo\nMonday 6 May 2019\nHOME AGAIN, WITH DRY FEET\n\n{PROSE} {PROSE}"
    (article,) = read_one("a.txt", text).articles
    assert (article.title, article.outlet) == ("HOME AGAIN, WITH DRY FEET", "The Orrin Echo")
    assert article.text.startswith("HOME AGAIN")


def test_a_headline_above_a_byline(read_one):
    (article,) = read_one("a.txt", f"Dam closed after cracks\nBy Ann Writer\n\n{BODY}").articles
    assert article.title == "Dam closed after cracks"


@pytest.mark.parametrize("line", ["On 6 May 2019 the dam broke", "The mayor spoke on 6 May 2019 in Orrin"])
def test_a_sentence_with_a_date_is_no_header(read_one, line):
    (article,) = read_one("a.txt", f"{line}\n{PROSE}").articles
    assert article.published_stated is None
    assert article.text.startswith(line)
