"""The timeline: which dates stand on it, what is joined, how it is ranked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.assess.timeline import build_timeline
from newsledger.assess.timeline.building import status_of
from newsledger.assess.timeline.gist import gist
from newsledger.assess.timeline.items import Item
from newsledger.assess.timeline.sifting import is_quoted
from newsledger.assess.timeline.words import content_stems, stem
from newsledger.records import (
    Alignment,
    Article,
    EventMention,
    Sentence,
    Time,
    TimelineEntry,
    TimelineEvidence,
    make_id,
)

MAY = dt.date(2031, 5, 1)
Told = tuple[
    str, int, str, tuple[dt.date, dt.date] | None
]  # article, days after May 1, sentence, date stated

DAY = (dt.date(2031, 5, 2), dt.date(2031, 5, 2))
PAST = (dt.date(2019, 1, 1), dt.date(2019, 12, 31))
STORY: list[Told] = [
    ("a", 0, "The harbour bridge of Port Cobalt will close for repairs on Friday.", DAY),
    ("b", 1, "Engineers closed the harbour bridge of Port Cobalt for repairs on Friday.", DAY),
    ("c", 4, "The harbour bridge has been closed for repairs since Friday, engineers said.", DAY),
    ("c", 4, "A tanker ran aground in the northern channel on Friday night, spilling oil.", DAY),
    ("c", 4, "The bridge was built in 2019 after years of quarrels over its price.", PAST),
    ("c", 4, "Commuters queued for hours at the two remaining ferries.", None),
]


def build(
    told: Sequence[Told], aligned: Sequence[tuple[str, str]] = ()
) -> tuple[list[TimelineEntry], list[TimelineEvidence]]:
    articles, sentences, times = [], [], []
    for key in sorted({t[0] for t in told}):
        text = ""
        mine = [t for t in told if t[0] == key]
        for _, _, words, interval in mine:
            start = len(text)
            text += words + " "
            sentences.append(
                Sentence(
                    sentence_id=make_id("s", key, start),
                    article_id=key,
                    start=start,
                    end=start + len(words),
                    text=words,
                )
            )
            if interval:
                times.append(
                    Time(
                        time_id=make_id("t", key, start),
                        article_id=key,
                        start=start,
                        end=start + 3,
                        text=words[:3],
                        timex_type="DATE",
                        value=interval[0].isoformat()
                        if interval[0] == interval[1]
                        else str(interval[0].year),
                        earliest=interval[0],
                        latest=interval[1],
                    )
                )
        articles.append(
            Article(
                article_id=key,
                source=key,
                text=text,
                published=MAY + dt.timedelta(days=mine[0][1]),
                story_id="s",
                family_id="f_a" if key in "ab" else "f_c",
            )
        )
    tables = build_timeline(
        articles=tuple(articles),
        sentences=tuple(sentences),
        times=tuple(times),
        event_mentions=(),
        quotations=(),
        figures=(),
        alignments=tuple(
            Alignment(
                sentence_a=make_id("s", a, 0),
                sentence_b=make_id("s", b, 0),
                article_a=a,
                article_b=b,
                similarity=1.0,
            )
            for a, b in aligned
        ),
    )
    return list(tables["timeline"]), list(tables["timeline_evidence"])  # type: ignore[arg-type]


def about(entries: list[TimelineEntry], evidence: list[TimelineEvidence], word: str) -> list[TimelineEntry]:
    ids = {v.entry_id for v in evidence if word in v.text}
    return [e for e in entries if e.entry_id in ids]


def test_one_thing_on_one_day_is_one_entry_with_all_its_evidence() -> None:
    entries, evidence = build(STORY)
    (bridge,) = [e for e in about(entries, evidence, "repairs") if e.earliest == DAY[0]]
    assert (bridge.n_articles, bridge.n_families) == (
        2,
        2,
    )  # who said beforehand that it will close is no support
    assert len({v.article_id for v in evidence if v.entry_id == bridge.entry_id}) == 3
    (tanker,) = about(entries, evidence, "tanker")
    assert tanker.earliest == DAY[0] and tanker.n_articles == 1
    assert bridge.salience > tanker.salience


def test_background_keeps_its_interval_and_its_status() -> None:
    entries, evidence = build(STORY)
    (built,) = about(entries, evidence, "built")
    assert (built.earliest, built.latest, built.value, built.status) == (*PAST, "2019", "historical")
    assert entries[0] == built


def test_a_plan_that_nobody_reports_later_stays_planned() -> None:
    assert [e.status for e in build(STORY[:1])[0]] == ["planned"]
    entries, evidence = build(STORY)
    assert {e.status for e in about(entries, evidence, "repairs")} == {"occurred"}


def test_the_reporting_day_dates_what_states_no_date() -> None:
    entries, evidence = build(STORY)
    (queue,) = about(entries, evidence, "Commuters")
    assert queue.earliest == queue.latest == MAY + dt.timedelta(days=4)
    assert "reporting day" in queue.reason


def test_a_date_named_by_more_articles_and_later_weighs_more() -> None:
    again = [
        (f"x{n}", 20 * n, "The bridge closure of Friday is still remembered here.", DAY) for n in (1, 2, 3)
    ]
    few, many = (max(e.salience for e in build(told)[0]) for told in (STORY, STORY + again))
    assert many > few


def test_text_is_a_sentence_of_the_articles() -> None:
    entries, evidence = build(STORY)
    for entry in entries:
        assert entry.text in {v.text for v in evidence if v.entry_id == entry.entry_id}


@settings(derandomize=True, deadline=None, max_examples=30)
@given(st.permutations(STORY[:4]))
def test_ids_come_from_content(told: list[Told]) -> None:
    assert {e.earliest for e in build(told)[0]} == {e.earliest for e in build(STORY[:4])[0]}
    assert build(told) == build(told)


def test_a_sentence_of_a_copy_stands_under_the_day_of_its_original() -> None:
    text = "Commuters queued for hours at the two remaining ferries."
    entries, evidence = build([("a", 0, text, None), ("b", 3, text, None)], aligned=[("a", "b")])
    (queue,) = entries
    assert (queue.earliest, queue.n_articles, queue.n_families) == (MAY, 2, 1)
    assert {v.article_id for v in evidence} == {"a", "b"}


def test_words_are_compared_without_endings() -> None:
    assert stem("bridges") == stem("Bridge's") == stem("bridge")
    assert list(content_stems("The talks and the talking")) == [stem("talks")] * 2


def test_a_plan_stays_one_until_somebody_reports_it() -> None:
    later = ("c", 4, "Divers searched the old harbour basin for the lost anchor.", None)
    plan = ("a", 0, "The council will hold a hearing on the ferry fares on Friday.", DAY)
    held = ("b", 2, "The council held its hearing on the ferry fares on Friday.", DAY)
    entries, evidence = build([plan, later])
    assert [e.status for e in about(entries, evidence, "fares")] == ["planned"]
    entries, evidence = build([plan, held, later])
    (hearing,) = about(entries, evidence, "fares")
    assert (hearing.status, hearing.text) == ("occurred", held[2])


def test_what_tells_no_happening_stands_on_no_day() -> None:
    idle = ("Can they?", "The clerk spoke on condition of anonymity.", "For the crews the choice is simple.")
    assert build([("a", 0, text, None) for text in idle]) == ([], [])


def test_a_day_after_the_article_needs_words_that_look_ahead() -> None:
    spring = (dt.date(2032, 3, 1), dt.date(2032, 5, 31))
    entries, _ = build([("a", 0, "The gathering followed a similar one when dockers met.", spring)])
    assert all(e.earliest != spring[0] for e in entries)


def test_a_present_tense_with_its_weekday_looks_ahead() -> None:
    entries, _ = build([("a", 0, "The council votes on Friday on the fares that Alma Ruiz proposed.", DAY)])
    assert [(e.earliest, e.status) for e in entries if e.earliest == DAY[0]] == [(DAY[0], "planned")]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("I think it is time for us to close the school.", True),
        ("You accept that we may print what you send.", True),
        ('They are my people, and I have to be there."', True),
        ("“Nobody sails,” the captain said.", True),
        ("The captain said: “I will not sail before dawn.”", False),
        ("After World War I ended, the port was sold to the United States.", False),
        ("The US Navy took the harbour on Monday.", False),
    ],
)
def test_who_speaks_of_himself_is_a_voice_and_no_report(text: str, voice: bool) -> None:
    assert is_quoted(text) is voice


def test_a_doubt_in_a_clause_by_the_way_is_none_of_the_entry() -> None:
    day = MAY + dt.timedelta(days=1)
    text = "The mayor, who has not resigned, opened the bridge on Friday."
    article = Article(article_id="a", source="a", text=text, published=day)
    row = Sentence(sentence_id="s", article_id="a", start=0, end=len(text), text=text)

    def status(start: int) -> str:
        mention = EventMention(
            event_id="e",
            article_id="a",
            start=start,
            end=start + 9,
            text="",
            trigger="resigned",
            status="denied",
        )
        item = Item(article, row, gist(text), day, day, str(day), True, False, [mention], [])
        return status_of((day, day), [item], MAY)

    assert (status(0), status(11)) == ("denied", "occurred")
