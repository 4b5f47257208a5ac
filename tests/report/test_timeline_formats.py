"""The timeline by itself: chosen for a reader, whole for a program, sound in every format."""

import dataclasses
import datetime as dt
import itertools
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from newsledger import records as r
from newsledger import store
from newsledger.cli import app
from newsledger.errors import UnknownIdError
from newsledger.report import timeline_formats
from newsledger.report.tables import Evidence, Index
from newsledger.report.timeline_formats import choosing, ical, reader, timelinejs, words
from newsledger.report.timeline_formats.spans import Spans
from report import fixture


def entry(day: dt.date, salience: float, status: str = "occurred", **more: Any) -> r.TimelineEntry:
    found = {
        "entry_id": f"tl_{day}_{salience}",
        "text": f"Something of {day} and {salience}.",
        "latest": day,
        "value": day.isoformat(),
        **more,
    }
    return r.TimelineEntry(earliest=day, status=status, salience=salience, **found)


DAYS = [dt.date(2023, 3, 1) + dt.timedelta(days=n) for n in range(100)]


def test_background_stands_first_and_plans_last() -> None:
    entries = [entry(DAYS[9], 1.0, "planned"), entry(DAYS[8], 2.0), entry(DAYS[0], 3.0, "historical")]
    late = entry(DAYS[20], 1.0)
    chosen = reader.for_reader([*entries, late], 3)
    assert [e.status for e in chosen] == ["historical", "occurred", "occurred", "planned"]


def test_a_reader_has_fewer_neighbouring_days() -> None:
    entries = [entry(day, 10 - abs(5 - n % 10)) for n, day in enumerate(DAYS[:20])]
    days = [e.earliest for e in reader.for_reader(entries, 9)]
    ranked = sorted(e.earliest for e in choosing.for_benchmark(entries, 9)[: len(days)] if e.earliest)
    assert neighbours(days) < neighbours(ranked)


def neighbours(days: list[Any]) -> int:
    return sum((b - a).days <= 1 for a, b in itertools.pairwise(days))


@pytest.mark.parametrize(("n_articles", "most"), [(1, 8), (25, 25), (10_000, 40)])
def test_the_length_fits_the_story(n_articles: int, most: int) -> None:
    entries = [entry(day, 1.0 + n) for n, day in enumerate(DAYS)]
    assert len(reader.for_reader(entries, n_articles)) == most


def test_one_sentence_stands_once_and_wide_news_not_at_all() -> None:
    same = [entry(DAYS[n], 1.0 + n, text="The pass opens in March and closes in May.") for n in (0, 30)]
    wide = entry(DAYS[0], 9.0, latest=DAYS[99])
    assert reader.for_reader([*same, wide], 5) == [same[1]]


def test_a_sentence_that_names_several_days_stands_under_that_of_its_verb() -> None:
    text = "The minister admitted on Monday that the letter had come in March."
    month = entry(DAYS[0], 9.0, latest=DAYS[30], text=text)
    early, late = entry(DAYS[9], 8.0, text=text), entry(DAYS[12], 1.0, text=text)
    assert reader.for_reader([month, early, late], 5) == [late]


@pytest.mark.parametrize(
    "text",
    [
        "He said that nobody would be left behind.",
        "These comments followed a meeting in Orle.",
        "“We shall open the gates on Monday.”",
        "and left the valley by the northern road.",
        "Full video: the dam at Orle from above",
        "Photo: Orle.",
        'There is always a chance," the captain said as the gates were closed.',
        "1615 The mayor of Orle tells the council to stay.",
    ],
)
def test_what_cannot_be_read_by_itself_is_not_for_a_reader(text: str) -> None:
    odd = entry(DAYS[0], 9.0, text=text)
    plain = entry(DAYS[5], 1.0)
    assert reader.for_reader([odd, plain], 5) == [plain]
    assert reader.for_all([odd, plain], 5) == [odd, plain]


def test_a_plan_without_a_day_is_due_on_none() -> None:
    plan = entry(DAYS[0], 9.0, "planned", reason="no date is stated: told in one article")
    assert reader.for_reader([plan], 5) == []


def test_what_is_left_out_is_said() -> None:
    found = timeline_formats.chosen(fixture.tables())
    assert timeline_formats.left_out(found) == ""
    wide = entry(DAYS[0], 1.0, latest=DAYS[99], story_id="sto_1")
    tables = {**fixture.tables(), "timeline": (*fixture.tables()["timeline"], wide)}
    note = "4 of 5 entries are shown; --all writes every one."
    assert timeline_formats.left_out(timeline_formats.chosen(tables)) == note
    assert note in timeline_formats.render(tables)
    assert wide.text in timeline_formats.render(tables, mode="all")


def test_who_foretold_it_is_no_source() -> None:
    tables = {**fixture.tables(), "timeline": fixture.tables()["timeline"][:1]}
    places = fixture.tables()["timeline_evidence"]
    day = max(a.published for a in tables["articles"] if a.published) + dt.timedelta(days=1)
    told = dataclasses.replace(tables["timeline"][0], earliest=day, latest=day, status="occurred")
    tables = {**tables, "timeline": (told,), "timeline_evidence": places}
    (chapter,) = timeline_formats.chosen(tables)
    index = Index(tables)
    assert {words.role(index, t, place) for t in chapter.told for place in t.evidence} == {"foretold"}


def test_the_other_mode_has_every_entry_by_salience() -> None:
    found = json.loads(timeline_formats.render(fixture.tables(), "json", mode="benchmark"))
    (only,) = found["timelines"]
    weights = [e["salience"] for e in only["entries"]]
    assert len(weights) == len(fixture.tables()["timeline"])
    assert weights == sorted(weights, reverse=True)


def test_an_entry_carries_evidence_figures_and_disputes() -> None:
    tables = {**fixture.tables(), "timeline": fixture.tables()["timeline"][:1]}
    row = r.TimelineEvidence(
        entry_id="ent1", **fixture.at("art_courier", "Nearly 4,000 people have left the valley")
    )
    found = json.loads(timeline_formats.render({**tables, "timeline_evidence": (row,)}, "json"))
    (told,) = found["timelines"][0]["entries"]
    assert told["evidence"][0]["source"] == "pile/courier.json#1"
    place = told["evidence"][0]
    assert fixture.COURIER[place["start"] : place["end"]] == place["text"]
    assert [d["dispute_id"] for d in told["disputes"]] == ["dis_1"]
    assert all(f["text"] in place["text"] for f in told["figures"]) and told["figures"]


@pytest.mark.parametrize("format", timeline_formats.FORMATS)
@pytest.mark.parametrize("mode", timeline_formats.MODES)
def test_the_order_of_rows_changes_nothing(format: str, mode: str) -> None:
    tables = fixture.tables()
    turned = {name: rows[::-1] for name, rows in tables.items()}
    same = timeline_formats.render(tables, format, mode=mode)
    assert timeline_formats.render(turned, format, mode=mode) == same
    assert timeline_formats.render({}, format, mode=mode)


def test_since_leaves_out_what_ended_before() -> None:
    found = timeline_formats.render(fixture.tables(), "md", since=fixture.D4)
    assert "to be emptied" in found
    assert "1962" not in found and "Residents" not in found


def test_a_story_that_is_not_there() -> None:
    with pytest.raises(UnknownIdError):
        timeline_formats.render(fixture.tables(), "md", story="sto_9")
    assert "Background" in timeline_formats.render(fixture.tables(), "md", story="sto_1")


def test_calendar() -> None:
    written = timeline_formats.render(fixture.tables(), "ical")
    lines = written.replace("\r\n ", "").split("\r\n")
    assert "\n" not in written.replace("\r\n", "")
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-2:] == ["END:VCALENDAR", ""]
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 4
    year = lines[lines.index("UID:ent1") :]
    assert year[1:4] == [
        "DTSTAMP:20230504T000000Z",
        "DTSTART;VALUE=DATE:19620101",
        "DTEND;VALUE=DATE:19630101",
    ]
    assert "SUMMARY:Planned: The Orle dam is to be emptied." in lines


def test_what_an_article_says_cannot_leave_its_place() -> None:
    text = "One, two; a \\ b\r\nEND:VEVENT <script>alert(1)</script>\x07"
    tables = fixture.tables()
    tables["timeline"] = (dataclasses.replace(tables["timeline"][1], text=text),)
    calendar = timeline_formats.render(tables, "ical", mode="all").replace("\r\n ", "")
    assert "SUMMARY:One\\, two\\; a \\\\ b END:VEVENT <script>" in calendar
    assert calendar.count("\r\nEND:VEVENT") == 1 and "\x07" not in calendar
    assert "<script" not in timeline_formats.render(tables, "timelinejs", mode="all")
    assert "\\<script" in timeline_formats.render(tables, "md", mode="all")


@given(st.text())
@settings(derandomize=True, deadline=None)
def test_folded_lines_are_short_and_whole(text: str) -> None:
    folded = ical.fold(f"SUMMARY:{ical.escape(text)}")
    assert all(len(part.encode("utf-8", "surrogatepass")) <= 75 for part in folded.split("\r\n"))
    assert folded.replace("\r\n ", "") == f"SUMMARY:{ical.escape(text)}"


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("1962-01-01", "1962-12-31", {"start_date": {"year": 1962}}),
        ("2023-02-01", "2023-02-28", {"start_date": {"year": 2023, "month": 2}}),
        ("2023-02-03", "2023-02-03", {"start_date": {"year": 2023, "month": 2, "day": 3}}),
    ],
)
def test_dates_of_timelinejs(first: str, last: str, expected: dict[str, Any]) -> None:
    assert timelinejs.dates(dt.date.fromisoformat(first), dt.date.fromisoformat(last)) == expected
    week = timelinejs.dates(dt.date(2023, 1, 30), dt.date(2023, 2, 5))
    assert week["end_date"] == {"year": 2023, "month": 2, "day": 5}


def test_timelinejs_has_what_the_format_asks_for() -> None:
    found = json.loads(timeline_formats.render(fixture.tables(), "timelinejs"))
    assert found["title"]["text"]["headline"] == "Orle dam to be emptied"
    assert all(e["start_date"]["year"] and e["text"]["headline"] and e["unique_id"] for e in found["events"])


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=12), st.integers(0, 30))
@settings(derandomize=True, deadline=None)
def test_spans_that_overlap(spans: list[tuple[int, int]], start: int) -> None:
    rows = [Evidence("a", first, first + size, "") for first, size in spans]
    found = Spans(rows).overlapping(Evidence("a", start, start + 5, ""))
    assert found == sorted(row for row in rows if row.start < start + 5 and row.end > start)
    assert Spans(rows).overlapping(Evidence("b", start, start + 5, "")) == []


def test_the_command(tmp_path: Path) -> None:
    ledger = tmp_path / "orle.duckdb"
    store.write(fixture.tables(), ledger)
    done = CliRunner().invoke(app, ["timeline", str(ledger), "--format", "ical", "--since", "2023-05-04"])
    assert done.exit_code == 0
    assert done.stdout_bytes.startswith(b"BEGIN:VCALENDAR\r\n")
    assert done.stdout_bytes.count(b"BEGIN:VEVENT") == 1
    whole = CliRunner().invoke(app, ["timeline", str(ledger), "--format", "json", "--all"])
    assert len(json.loads(whole.stdout)["timelines"][0]["entries"]) == 4
