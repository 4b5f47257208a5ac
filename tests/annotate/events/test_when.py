"""The day of an event: its own words, its narrative's, a new one; else none or that of the report."""

from __future__ import annotations

import pytest

from newsledger.annotate.annotation import FoundEvent
from newsledger.annotate.events import find_events
from newsledger.annotate.events.when import BACKGROUND
from newsledger.annotate.parse import parse_text
from newsledger.annotate.times import find_times


def events_of(text: str) -> tuple[FoundEvent, ...]:
    parsed = parse_text(text)
    return find_events(parsed, find_times(parsed), ())


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("On Monday, soldiers occupied Bor. They arrested ten men.", "Monday"),
        ("On Monday, soldiers occupied Bor.\n\nThey arrested ten men.", None),
        ("On Monday, the army said it was sorry. Soldiers arrested ten men.", None),
    ],
)
def test_the_day_of_a_narrative_holds_for_its_paragraph(text: str, when: str | None) -> None:
    event = next(e for e in events_of(text) if e.type == "COERCE")
    assert (text[event.time.start : event.time.end] if event.time else None) == when


@pytest.mark.parametrize(
    "text",
    [
        "In 2009 he led a march in Lima. Police arrested ten men.",  # of a year no day follows
        "The men had attacked a bank in Lima.",
        "Chile has long urged Peru to open its courts.",
        "For years, officials urged Peru to open its courts.",
        "The minister said he asked Peru to open its courts.",
    ],
)
def test_what_was_before_has_no_day(text: str) -> None:
    event = events_of(text)[-1]
    assert event.tense == BACKGROUND


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The talks between Chile and Peru were postponed from Friday to 20 May.", "20 May"),
        ("Chile postponed a visit to Peru planned for Friday until June.", "June"),
        ("Chile postponed a visit to Peru planned for Friday.", None),
        ("Chile postponed its talks with Peru on Friday.", None),
    ],
)
def test_the_new_day_of_what_is_put_off(text: str, day: str | None) -> None:
    event = events_of(text)[0]
    assert (text[event.moved_to.start : event.moved_to.end] if event.moved_to else None) == day
