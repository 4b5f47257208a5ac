"""What only sounds like an event, who can act, whose day it is, and what an event is about, on invented sentences."""

from __future__ import annotations

import pytest

from newsledger.annotate.annotation import FoundEvent
from newsledger.annotate.events import find_events
from newsledger.annotate.events.contexts import contexts_of
from newsledger.annotate.parse import parse_text
from newsledger.annotate.times import find_times


def events_of(text: str) -> tuple[FoundEvent, ...]:
    parsed = parse_text(text)
    return find_events(parsed, find_times(parsed), ())


@pytest.mark.parametrize(
    "text",
    [
        "The rig exploded off Lima on Monday.",
        "A gas explosion killed six people in a bakery in Quito.",
        "Four workers were killed when a blaze swept through a mill.",
        "The slick is threatening the beaches of Peru.",
        "The storm closed the port, allowing the slick to grow.",
        "She was sworn in as health minister on Tuesday.",
        "He called it a sad day for Chile.",
        "The trader, who asked not to be named, sold his shares.",
        "The bank is fighting to save its name.",
        "Crews shut down the leak on Friday.",
        "Three hikers were rescued from a glacier in Peru.",
        "Peru beat Chile 3-1, with two strikes by the captain in a friendly in Lima.",
        "The singer had suffered a heart attack.",
    ],
)
def test_no_event(text: str) -> None:
    assert [(e.type, e.text) for e in events_of(text)] == []


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Peru rejected claims that its troops had shelled Arica.", "ASSAULT", "denied"),
        ("It is not true that Chile agreed to free the sailors.", "AGREE", "denied"),
        ("Rebels handed over 200 rifles to the army.", "RETREAT", "occurred"),
        ("Friday's meeting between Alma Ruiz and Jon Berg has been cancelled.", "CONSULT", "denied"),
        ("Threats by Chile to impose new tariffs on Peru unsettled traders.", "THREATEN", "occurred"),
    ],
)
def test_type_and_status(text: str, type_: str, status: str) -> None:
    assert [(e.type, e.status) for e in events_of(text)] == [(type_, status)]


def test_one_deed_told_twice_is_one_event() -> None:
    text = "Fourteen traders were killed when gunmen opened fire on a bus in Lima."
    (event,) = events_of(text)
    assert event.actor is not None and text[event.actor.start : event.actor.end] == "gunmen"
    assert event.recipient is not None and "traders" in text[event.recipient.start : event.recipient.end]


def test_a_span_of_time_dates_nothing() -> None:
    (event,) = events_of("Protesters demanded the resignation of Jon Berg, in power since 1981.")
    assert event.time is None


def test_who_is_named_in_circumstances_is_no_party() -> None:
    text = "Twelve people were arrested in Quito, according to the agency Andina."
    (event,) = events_of(text)
    assert (
        event.recipient is not None and text[event.recipient.start : event.recipient.end] == "Twelve people"
    )


def test_contexts_are_of_words_beginnings_and_phrases() -> None:
    assert contexts_of("Riot police fired tear gas at voters.") == ("election", "repression")
    assert contexts_of("The weather was fine.") == ()
