"""Whatever the text: spans are exact and apart, and nothing raises."""

import datetime as dt
import itertools
import xml.etree.ElementTree as ET

from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsledger.annotate.times import find_in_text, tag_times, to_timeml
from newsledger.annotate.times.calendar import interval_of

WORDS = st.sampled_from(
    [
        "the",
        "last",
        "next",
        "two",
        "three",
        "weeks",
        "days",
        "month",
        "year",
        "ago",
        "later",
        "earlier",
        "on",
        "Friday",
        "Monday",
        "night",
        "in",
        "of",
        "May",
        "March",
        "3",
        "31",
        "1999",
        "2012",
        "’99",
        "10:30",
        "p.m.",
        "99:99",
        "0000",
        "3/14/2012",
        "31/31/31",
        ".",
        ",",
        "–",
        "-",
        "(",
        "“",
        "”",
        "\n",
        "\n\n",
        "early",
        "late",
        "spring",
        "fall",
        "century",
        "20th",
        "decade",
        "every",
        "daily",
        "12-18",
        "480",
        "BC",
        "Feb.",
        "30",
        "29",
        "February",
        "Easter",
        "day",
        "before",
        "after",
        "half",
        "quarter",
        "Q9",
        "-1",
        "1e9",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join))
DATES = st.one_of(st.none(), st.dates(min_value=dt.date(1, 1, 1)))


@settings(derandomize=True, deadline=None, max_examples=300)
@given(TEXTS, DATES)
def test_spans_are_exact_and_apart(text: str, published: dt.date | None) -> None:
    rows = tag_times(text, published, use_parser=False)
    assert all(text[t.start : t.end] == t.text and t.text for t in rows)
    assert all(a.end <= b.start for a, b in itertools.pairwise(rows))
    assert all(t.earliest is None or t.latest is None or t.earliest <= t.latest for t in rows)
    assert to_timeml(text, rows, published).count("</TIMEX3>") == len(rows) + (published is not None)


def is_allowed(char: str) -> bool:
    """Whether XML 1.0 has the character (production 2)."""
    return (
        char in "\t\n\r" or "\x20" <= char <= "\ud7ff" or "\ue000" <= char <= "\ufffd" or char >= "\U00010000"
    )


ANY_TEXT = st.lists(st.one_of(WORDS, st.text(st.characters(), max_size=5)), max_size=30).map(" ".join)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(ANY_TEXT, DATES)
@example("\x00The\x0c mayor\r\nleft \ud800on\x1bFriday & \ufffe<Monday>]]>.", dt.date(2013, 3, 20))
def test_timeml_is_xml_that_holds_the_text(text: str, published: dt.date | None) -> None:
    written = to_timeml(text, tag_times(text, published, use_parser=False), published)
    read = ET.fromstring(written).find("TEXT")
    assert read is not None
    assert "".join(read.itertext()) == "".join(filter(is_allowed, text))


@settings(derandomize=True, deadline=None, max_examples=100)
@given(TEXTS)
def test_finding_is_a_function_of_the_text(text: str) -> None:
    assert find_in_text(text) == find_in_text(text)


@settings(derandomize=True, deadline=None)
@given(st.text(alphabet="0123456789-WQSPUXTHE", max_size=12))
def test_any_value_has_an_interval_or_none(value: str) -> None:
    covered = interval_of(value)
    assert (covered.earliest is None) == (covered.latest is None)
