"""TimeML out: the attributes, types and values are those of the standard (TimeML 1.2.1)."""

import datetime as dt
import xml.etree.ElementTree as ET

import pytest

from newsledger.annotate.times import tag_times, to_timeml
from newsledger.annotate.times.timeml import VALUE

PUBLISHED = dt.date(2013, 3, 20)
ATTRIBUTES = {"tid", "type", "value", "mod", "quant", "freq", "beginPoint", "endPoint", "temporalFunction",
              "anchorTimeID", "functionInDocument", "valueFromFunction"}  # fmt: skip
TEXT = (
    "On Tuesday, at about 5 p.m., two “boats” & a <raft> sank. They had sailed for more than two weeks, twice a "
    "week, every Friday, in early May 2012 and again a month earlier. It fell over the past three years. Recently, "
    "in the third quarter, in the spring, in the 1990s and on the night of 3 May 1945, nobody sailed."
)


def elements(text: str = TEXT, published: dt.date | None = PUBLISHED) -> list[ET.Element]:
    rows = tag_times(text, published, use_parser=False)
    return list(ET.fromstring(to_timeml(text, rows, published)).iter("TIMEX3"))


def test_attributes_types_and_values_are_the_standard_s() -> None:
    found = elements()
    assert {name for e in found for name in e.attrib} <= ATTRIBUTES
    assert {e.get("type") for e in found} == {"DATE", "TIME", "DURATION", "SET"}
    assert all(VALUE.fullmatch(e.attrib["value"]) for e in found)


def test_ids_are_unique_and_points_lead_to_one() -> None:
    found = elements()
    ids = [e.attrib["tid"] for e in found]
    assert len(ids) == len(set(ids))
    points = {e.attrib[a] for e in found for a in ("beginPoint", "endPoint", "anchorTimeID") if a in e.attrib}
    assert points <= set(ids)
    assert "t0" in points


def test_the_creation_time_is_the_publication() -> None:
    created, *others = elements()
    assert created.attrib["functionInDocument"] == "CREATION_TIME"
    assert created.attrib["value"] == "2013-03-20"
    assert all("functionInDocument" not in e.attrib for e in others)
    assert all("functionInDocument" not in e.attrib for e in elements(published=None))


def test_what_is_counted_names_its_anchor() -> None:
    found = {e.text: e for e in elements("He left two days ago, on Monday. It was built in 1987.")}
    assert found["two days ago"].attrib["anchorTimeID"] == "t0"
    assert found["Monday"].attrib["temporalFunction"] == "true"
    assert "temporalFunction" not in found["1987"].attrib


@pytest.mark.parametrize(
    "text", ["", "\ufeffOn Friday.", "On Friday.\r\nOn Monday.", "\x00", "No time at all."]
)
def test_odd_texts(text: str) -> None:
    assert len(elements(text)) == 1 + text.count("day.")


@pytest.mark.parametrize("value", ["P1quarter", "2013-3-1", "XX", "P", "TNI", "20130301"])
def test_what_is_no_value(value: str) -> None:
    assert VALUE.fullmatch(value) is None
