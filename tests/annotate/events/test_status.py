"""The status of an event: occurred, planned, hypothetical, denied, historical."""

from __future__ import annotations

import pytest

from newsledger.annotate.annotation import FoundQuotation
from newsledger.annotate.events import find_events
from newsledger.annotate.parse import parse_text
from newsledger.annotate.times import find_times

CASES = [
    ("Chilean troops occupied the island on Monday.", "occurred"),
    ("The envoys of Chile and Peru will meet in Quito next week.", "planned"),
    ("Chile is set to meet Peru on Friday.", "planned"),
    ("Chile and Peru are to hold talks next month.", "planned"),
    ("Chile plans to deploy 500 soldiers to the border.", "planned"),
    ("Unions have called a strike for Friday.", "planned"),
    ("Chile may expel the Peruvian ambassador.", "hypothetical"),
    ("If Chile attacks Malta, nobody will be surprised.", "hypothetical"),
    ("Officials fear an invasion of Malta.", "hypothetical"),
    ("Chile considered expelling the Peruvian ambassador.", "hypothetical"),
    ("Chile has not ruled out sanctions against Peru.", "hypothetical"),
    ("Chile denied shelling Lima.", "denied"),
    ("The general denied that his soldiers had killed civilians.", "denied"),
    ("Chile has denied preparing an attack.", "denied"),
    ("Chile has not sent any tanks to Malta.", "denied"),
    ("Neither Chile nor Peru has withdrawn its soldiers.", "denied"),
    ("The rebels failed to capture the airport.", "denied"),
    ("Chile invaded Malta in 1902.", "historical"),
    ("Chile bombed Lima more than three decades ago.", "historical"),
    ("During the Cold War, Chile expelled the Peruvian ambassador.", "historical"),
]


@pytest.mark.parametrize(("text", "status"), CASES)
def test_status(text: str, status: str) -> None:
    parsed = parse_text(text)
    found = find_events(parsed, find_times(parsed), ())
    assert [e.status for e in found] == [status]


def test_cooperation_in_the_future_is_an_agreement_to_it() -> None:
    parsed = parse_text("Chile will send grain to Malta.")
    event = find_events(parsed, (), ())[0]
    assert (event.type, event.act, event.status) == ("AGREE", "AID", "planned")


def test_the_day_of_the_saying_is_not_the_day_of_the_deed() -> None:
    text = "Chilean troops shelled Lima on Sunday, the army said on Tuesday."
    parsed = parse_text(text)
    event = find_events(parsed, find_times(parsed), ())[0]
    assert event.time is not None
    assert text[event.time.start : event.time.end] == "Sunday"


def test_a_bare_refusal_of_leave_and_a_habit_are_no_events() -> None:
    for text in (
        "The clerk was not allowed to speak to the press.",
        "An officer who was not authorised to speak in public said the pump had failed.",
        "The company said the crew had done a full day of drills on Friday.",
        "While the league does not itself impose sanctions, its members can.",
        "The ministry offered tallies of the votes.",
    ):
        assert find_events(parse_text(text), (), ()) == ()


def test_what_a_quoted_voice_rules_out_is_no_event() -> None:
    text = '"Our gate is wide, but it will not be smashed in," Olsen said.'
    quoted = FoundQuotation(start=0, end=50, text=text[:50], kind="direct")
    assert find_events(parse_text(text), (), (quoted,)) == ()
