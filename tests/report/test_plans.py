"""What a report says of a plan whose day has come."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from newsledger.records import Event, EventMention, TimelineEntry, TimelineEvidence
from newsledger.report import plans, sections
from newsledger.report.tables import Index

DAY = dt.date(2031, 7, 12)
TEXT = "Ruiz will meet Berg in Quito on Saturday."


def index(
    *, event_day: dt.date = DAY, status: str = "planned", outcome: str, entry: str = "planned"
) -> Index:
    """A ledger with one entry that tells of one event."""
    tables: dict[str, tuple[Any, ...]] = {
        "timeline": (
            TimelineEntry(
                entry_id="t", story_id="s", earliest=DAY, latest=DAY, value=str(DAY), text=TEXT, status=entry,
                n_articles=1, n_families=1, salience=1.0,
            ),
        ),
        "timeline_evidence": (TimelineEvidence(entry_id="t", article_id="a", start=100, end=141, text=TEXT),),
        "events": (
            Event(
                event_id="e", type="CONSULT", status=status, outcome=outcome, earliest=event_day, latest=event_day
            ),
        ),
        "event_mentions": (
            EventMention(
                event_id="e", article_id="a", start=100, end=119, text=TEXT[:19], trigger="meet", status="planned"
            ),
        ),
    }  # fmt: skip
    return Index(tables)


@pytest.mark.parametrize(
    ("status", "outcome", "words"),
    [
        ("planned", "overdue", "no article of the pile says whether it took place"),
        ("denied", "cancelled", "called off later"),
        ("denied", "postponed", "put off later"),
        ("occurred", "reported", "reported later"),
        ("planned", "", ""),
    ],
)
def test_an_outcome_in_words(status: str, outcome: str, words: str) -> None:
    (row,) = sections.timeline(index(status=status, outcome=outcome))
    assert row.outcome == words


def test_a_plan_that_was_put_off_names_its_new_day() -> None:
    ledger = index(event_day=dt.date(2031, 7, 20), outcome="postponed")
    assert plans.outcome(ledger, ledger.rows("timeline")[0]) == "put off to 20 July 2031"


def test_what_is_no_plan_has_no_outcome() -> None:
    (row,) = sections.timeline(index(outcome="overdue", entry="occurred"))
    assert row.outcome == ""
