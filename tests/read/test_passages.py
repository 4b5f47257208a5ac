"""Lines that are no prose of the article."""

from __future__ import annotations

import pytest

LONG = "The dam above Orrin was closed on Monday. Engineers said that the water would be let out by night."


def kinds(result):
    return [(p.kind, p.text) for p in result.passages]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("What do the engineers say?", "heading"),
        ("A crack in the wall", "heading"),
        ("By Ada Brook and Tom Reed", "byline"),
        ("By our staff in Orrin", "byline"),
        ("Ada Brook, science correspondent", "byline"),
        ("Share this article: Mail | Print", "share"),
        ("Home | News | Sport | Weather", "navigation"),
        ("Back to top", "navigation"),
        ("Sign up for our newsletter and get the news each morning.", "boilerplate"),
        ("© 2019 Orrin Times Ltd. All rights reserved.", "boilerplate"),
        ("Reporting by Ada Brook; Editing by Tom Reed", "credit"),
        ("(Additional reporting by Ada Brook in Orrin)", "credit"),
        ("Vale Press contributed to this report.", "credit"),
        (
            "Correction, March 12: An earlier version of this article gave another number of engineers.",
            "correction",
        ),
        ("This article was amended on 12 March to add the name of the dam.", "correction"),
        ("Editor's note: the mayor's name has been withheld at her wish.", "correction"),
        ("Read more: Dam closed after cracks in wall", "read_more"),
        ("ALSO READ | Dam closed after cracks in wall", "read_more"),
        ("news Dam Closed After Cracks in Wall Read more", "read_more"),
    ],
)
def test_kinds(read_one, line, kind):
    result = read_one("a.txt", f"{LONG}\n\n{line}\n\n{LONG}")
    assert kinds(result) == [(kind, line)]


@pytest.mark.parametrize(
    "line",
    [
        "“What do the engineers say?” she asked.",
        "What did you tell the engineers?",
        "By Wednesday night, the water had reached the town:",
        "More than a hundred people left their houses.",
        "Related deaths rose by a third, the ministry said.",
        "Share prices fell on Monday after the news of the dam.",
        "Copyright law was not the matter, the mayor said.",
        "Adds nothing to what is known.",
        "Sources in the ministry said the wall was eighty years old.",
        "Follow the river for two miles, he said, and you see the wall.",
    ],
)
def test_prose(read_one, line):
    assert kinds(read_one("a.txt", f"{LONG}\n\n{line}\n\n{LONG}")) == []


def test_questions_among_single_sentences_are_prose(read_one):
    lines = ["The dam is eighty years old.", "Why was it not repaired?", "Nobody knows, says the mayor."] * 4
    assert kinds(read_one("a.txt", "\n".join(lines))) == []


@pytest.mark.parametrize("marks", ["''", "‘’", "“”", '""'])
def test_a_quoted_heading_that_fell_into_a_paragraph(read_one, marks):
    heading = f"{marks[0]}Wall of fear{marks[1]}"
    text = f'{LONG} {heading} The mayor spoke of a "wall of fear" in the valley.'
    assert kinds(read_one("a.txt", text)) == [("heading", heading)]


def test_a_quoted_title_inside_a_sentence_is_prose(read_one):
    text = f'{LONG} \'Big Tom\' Reed was the first to see it. "It broke," he said. "Then it fell." The mayor left.'
    assert kinds(read_one("a.txt", text)) == []


def test_a_credit_at_the_end_of_a_paragraph(read_one):
    credit = "(Reporting by Ada Brook; Editing by Tom Reed)"
    assert kinds(read_one("a.txt", f"{LONG} {credit}")) == [("credit", credit)]


def test_read_more_lines_give_the_headline_as_link(read_one):
    for line in ("Read more: Dam closed after cracks", "news Dam closed after cracks Read more"):
        result = read_one("a.txt", f"{LONG}\n\n{line}\n\n{LONG}")
        assert [(k.text, k.url) for k in result.links] == [("Dam closed after cracks", None)]


@pytest.mark.parametrize(
    "cue",
    [
        "(Read more: Dam closed after cracks in wall)",
        "news Dam Closed After Cracks in the Wall Read more",
        "Dam Closed After Cracks in the Wall Read more:",
    ],
)
def test_a_cue_that_fell_into_a_paragraph(read_one, cue):
    result = read_one("a.txt", f"{LONG} {cue} The mayor will speak on Friday.")
    assert kinds(result) == [("read_more", cue)]
    assert [k.text.lower().replace(" the ", " ") for k in result.links] == ["dam closed after cracks in wall"]


def test_a_cue_at_the_end_of_a_paragraph(read_one):
    result = read_one("a.txt", f"{LONG} READ MORE: Dam closed after cracks in wall")
    assert kinds(result) == [("read_more", "READ MORE: Dam closed after cracks in wall")]


def test_a_cue_alone_takes_the_line_below(read_one):
    result = read_one("a.txt", f"{LONG}\n\nRead more:\n\nDam closed after cracks in wall\n\n{LONG}")
    assert [p.kind for p in result.passages] == ["read_more", "read_more"]
    assert [k.text for k in result.links] == ["Dam closed after cracks in wall"]


def test_a_headline_above_a_second_one_is_the_title(read_one):
    result = read_one("a.txt", f"Dam closed\n\nWater to be let out by night\n\n{LONG}")
    assert result.articles[0].title == "Dam closed"
    assert kinds(result) == [("heading", "Dam closed"), ("heading", "Water to be let out by night")]


def test_items_of_a_list_are_prose(read_one):
    result = read_one(
        "a.txt", f"{LONG}\n\nWHAT WE KNOW\nThe wall is eighty years old\nTwo cracks were seen\n"
    )
    assert kinds(result) == [("heading", "WHAT WE KNOW")]


def test_rows_of_a_table_are_no_prose(read_one):
    rows = ["Dam      Built   Height", "Orrin    1938    42 m", "Lee      1951    17 m"]
    result = read_one("a.txt", "\n".join([LONG, *rows, LONG]))
    assert kinds(result) == [("table", row) for row in rows]
    assert kinds(read_one("b.txt", f"{LONG}\n{rows[0]}\n{LONG}")) != [("table", rows[0])]
