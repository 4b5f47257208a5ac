"""From articles to the history of a status: what was planned and then held, passed by, called off or denied."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from newsledger import api
from newsledger.records import Event

BACKGROUND = (
    "The dispute over fishing in the Gulf of Arica between Chile and Peru has lasted since March. Chilean patrol "
    "boats and Peruvian trawlers have faced each other off Arica for weeks. The envoys of both countries have been "
    "looking for a way out of the fishing dispute in Arica."
)
PLAN = "President Alma Ruiz of Chile will meet Peruvian Prime Minister Jon Berg in Quito on Friday."


def tables_of(folder: Path, *told: tuple[str, str], outlet: str | None = None) -> dict[str, tuple[Any, ...]]:
    """The ledger of articles on days in May 2031, each with its first sentence."""
    rows = [
        {
            "id": day,
            "outlet": outlet,
            "title": f"News of the fishing off Arica on {day} May",
            "published": f"2031-05-{day}",
            "text": f"{sentence}\n\n{BACKGROUND}",
        }
        for day, sentence in told
    ]
    path = folder / "pile.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return dict(api.tables_of([path]))


def event_of(
    folder: Path, *told: tuple[str, str], party: str = "Jon Berg", outlet: str | None = None
) -> Event:
    """The one event with a party."""
    tables = tables_of(folder, *told, outlet=outlet)
    ids = {e.entity_id for e in tables["entities"] if e.name == party}
    found = [e for e in tables["events"] if {e.actor_id, e.recipient_id} & ids]
    assert len(found) == 1
    return found[0]


def test_a_meeting_that_was_held(tmp_path: Path) -> None:
    held = "President Alma Ruiz of Chile met Peruvian Prime Minister Jon Berg in Quito on Friday."
    event = event_of(tmp_path, ("05", PLAN), ("10", held))
    assert (event.type, event.status, str(event.earliest)) == ("CONSULT", "occurred", "2031-05-09")
    assert event.reason.startswith("planned in one article, first on 2031-05-05; then occurred")


def test_a_plan_whose_day_has_passed(tmp_path: Path) -> None:
    event = event_of(tmp_path, ("05", PLAN), ("20", "Chilean patrol boats were still off Arica on Monday."))
    assert (event.status, event.outcome) == ("planned", "overdue")
    assert "its day, 2031-05-09, has passed and no article up to 2031-05-20 reports it" in event.reason


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile has called off Friday's meeting with Peruvian Prime Minister Jon Berg.",
        "Friday's meeting between President Alma Ruiz and Prime Minister Jon Berg has been cancelled.",
        "President Alma Ruiz will not meet Prime Minister Jon Berg on Friday.",
    ],
)
def test_a_meeting_called_off(tmp_path: Path, sentence: str) -> None:
    event = event_of(tmp_path, ("05", PLAN), ("07", sentence))
    assert (event.type, event.status, str(event.earliest)) == ("CONSULT", "denied", "2031-05-09")
    assert (event.n_articles, event.outcome) == (2, "cancelled")


MOVED = (
    "Friday's meeting between President Alma Ruiz and Prime Minister Jon Berg has been postponed to 20 May."
)
QUIET = "The sea off Arica was calm on Sunday."
HELD = "President Alma Ruiz of Chile met Peruvian Prime Minister Jon Berg in Quito on {}."


def test_who_calls_for_talks_calls_nothing_off(tmp_path: Path) -> None:
    (event,) = tables_of(tmp_path, ("05", "Chile called for direct talks with Peru."))["events"]
    assert (event.type, event.status) == ("REQUEST", "occurred")
    assert "called off" not in event.reason


def test_a_meeting_put_off_to_another_day(tmp_path: Path) -> None:
    event = event_of(tmp_path, ("05", PLAN), ("07", MOVED))
    assert (event.type, event.status, event.outcome) == ("CONSULT", "planned", "postponed")
    assert str(event.earliest) == str(event.latest) == "2031-05-20"
    assert event.reason.endswith("then put off to 2031-05-20 in one article, first on 2031-05-07")


def test_a_meeting_put_off_and_held_on_its_new_day(tmp_path: Path) -> None:
    told = ("05", PLAN), ("07", MOVED), ("21", HELD.format("Tuesday"))
    event = event_of(tmp_path, *told)
    assert (event.status, event.outcome, str(event.earliest)) == ("occurred", "reported", "2031-05-20")
    assert (event.n_articles, event.n_families, event.n_origins) == (1, 1, 1)  # two of three only foresaw it
    claim = next(c for c in tables_of(tmp_path, *told)["claims"] if c.kind == "event")
    assert claim.n_articles == 1
    assert claim.text.startswith("President Alma Ruiz of Chile met")


def test_a_meeting_put_off_to_a_day_that_has_passed(tmp_path: Path) -> None:
    event = event_of(tmp_path, ("05", PLAN), ("07", MOVED), ("25", QUIET))
    assert (event.status, event.outcome, str(event.latest)) == ("planned", "overdue", "2031-05-20")


def test_a_meeting_put_off_to_no_day(tmp_path: Path) -> None:
    off = "Chile has postponed Friday's meeting with Peruvian Prime Minister Jon Berg."
    event = event_of(tmp_path, ("05", PLAN), ("07", off), ("25", QUIET))
    assert (event.status, event.outcome, str(event.earliest)) == ("denied", "postponed", "2031-05-09")


def test_a_meeting_put_off_to_no_day_and_held_later(tmp_path: Path) -> None:
    off = "President Alma Ruiz postponed the meeting with Peruvian Prime Minister Jon Berg indefinitely."
    event = event_of(tmp_path, ("05", PLAN), ("07", off), ("22", HELD.format("Thursday")))
    assert (event.type, event.status, event.outcome) == ("CONSULT", "occurred", "reported")
    assert (str(event.earliest), event.n_articles) == ("2031-05-22", 1)


def test_a_visit_whose_cancelling_is_told_a_day_late(tmp_path: Path) -> None:
    plan = "Prime Minister Jon Berg will visit Chile on Friday."
    off = "The visit of Prime Minister Jon Berg to Chile on Friday was cancelled."
    event = event_of(tmp_path, ("05", plan), ("10", off))
    assert (event.status, event.outcome) == ("denied", "cancelled")


def test_a_forecast_is_no_report(tmp_path: Path) -> None:
    plan = "Prime Minister Jon Berg is expected to resign on Friday."
    event = event_of(tmp_path, ("05", plan), ("10", "Prime Minister Jon Berg resigned on Friday."))
    assert (event.type, event.status, event.outcome, event.n_articles) == (
        "RETREAT",
        "occurred",
        "reported",
        1,
    )


def test_the_day_of_a_run_lets_a_plan_pass(tmp_path: Path) -> None:
    tables = tables_of(tmp_path, ("05", PLAN))
    assert {e.outcome for e in tables["events"]} == {""}
    later = api.tables_of([tmp_path / "pile.jsonl"], api.Options(as_of=dt.date(2031, 6, 1)))
    assert {e.outcome for e in later["events"]} == {"overdue"}


def test_what_an_outlet_takes_back_itself(tmp_path: Path) -> None:
    told = "Peruvian police {} Chilean trade union leader Rosa Vidal on Monday in the dispute over fishing in Arica."
    event = event_of(
        tmp_path,
        ("05", told.format("arrested")),
        ("06", told.format("did not arrest")),
        party="Rosa Vidal",
        outlet="Orle Courier",
    )
    assert (event.status, event.outcome) == ("denied", "retracted")


def test_a_report_that_is_taken_back(tmp_path: Path) -> None:
    told = "Peruvian police {} Chilean trade union leader Rosa Vidal on Monday in the dispute over fishing in Arica."
    event = event_of(
        tmp_path, ("05", told.format("arrested")), ("06", told.format("did not arrest")), party="Rosa Vidal"
    )
    assert event.status == "occurred"
    assert event.reason.endswith("somebody denies it")
