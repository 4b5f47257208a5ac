"""From articles to the history of a status: what was planned and then held, passed by, called off or denied."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsledger import api
from newsledger.records import Event

BACKGROUND = (
    "The dispute over fishing in the Gulf of Arica between Chile and Peru has lasted since March. Chilean patrol "
    "boats and Peruvian trawlers have faced each other off Arica for weeks. The envoys of both countries have been "
    "looking for a way out of the fishing dispute in Arica."
)
PLAN = "President Alma Ruiz of Chile will meet Peruvian Prime Minister Jon Berg in Quito on Friday."


def event_of(folder: Path, *told: tuple[str, str], party: str = "Jon Berg") -> Event:
    """The one event with a party, of articles on days in May 2031, each with its first sentence."""
    rows = [
        {
            "id": day,
            "title": f"News of the fishing off Arica on {day} May",
            "published": f"2031-05-{day}",
            "text": f"{sentence}\n\n{BACKGROUND}",
        }
        for day, sentence in told
    ]
    path = folder / "pile.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    tables = api.tables_of([path])
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
    assert event.status == "planned"
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
    assert event.n_articles == 2


def test_a_report_that_is_taken_back(tmp_path: Path) -> None:
    told = "Peruvian police {} Chilean trade union leader Rosa Vidal on Monday in the dispute over fishing in Arica."
    event = event_of(
        tmp_path, ("05", told.format("arrested")), ("06", told.format("did not arrest")), party="Rosa Vidal"
    )
    assert event.status == "occurred"
    assert event.reason.endswith("somebody denies it")
