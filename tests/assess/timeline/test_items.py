"""Under which dates a sentence stands."""

from __future__ import annotations

import datetime as dt

import pytest

from newsledger.annotate.annotation import Annotation, FoundTime
from newsledger.assess.timeline.building import in_order
from newsledger.assess.timeline.gist import gists
from newsledger.assess.timeline.items import Item, Told, differ
from newsledger.records import Article, Figure, Sentence, Time

FRIDAY = dt.date(2031, 5, 9)
TUESDAY = dt.date(2031, 5, 6)


def items(
    text: str, dated: dict[str, dt.date], tense: str = "", value: str = "", figures: tuple[Figure, ...] = ()
) -> list[Item]:
    """The items of an article of Friday; its sentences end in full stops, ``dated`` are its times."""
    article = Article(article_id="a", source="a", text=text, published=FRIDAY)
    sentences, start = [], 0
    for part in text.replace("\n", " ").split(". "):
        end = min(len(text), start + len(part) + 1)
        sentences.append(
            Sentence(sentence_id=f"s{start}", article_id="a", start=start, end=end, text=text[start:end])
        )
        start = end + 1
    times = [
        Time(
            time_id=words, article_id="a", start=text.index(words), end=text.index(words) + len(words), text=words,
            timex_type="DATE", value=value or day.isoformat(), earliest=day, latest=day,
        )
        for words, day in dated.items()
    ]  # fmt: skip
    found = [
        FoundTime(
            start=t.start,
            end=t.end,
            text=t.text,
            timex_type="DATE",
            rule="weekday",
            meaning=(),
            tense=tense or None,
        )
        for t in times
    ]
    own = in_order([article], sentences)
    told = Told([article], own, times, (), (), figures, (), [Annotation(article_id="a", times=tuple(found))])
    return list(told.items(article, gists(sentences)))


def days(text: str, dated: dict[str, dt.date]) -> list[dt.date]:
    return [item.earliest for item in items(text, dated)]


def test_what_follows_a_dated_happening_in_its_paragraph_is_of_that_day() -> None:
    text = "The ferry left the quay on Tuesday. Dockers blocked the northern gate."
    assert days(text, {"Tuesday": TUESDAY}) == [TUESDAY, TUESDAY]
    assert days(text.replace(". D", ".\nD"), {"Tuesday": TUESDAY}) == [TUESDAY, FRIDAY]


@pytest.mark.parametrize("words", ["The union has called it a success.", "The union said it was a success."])
def test_what_speaks_of_the_report_s_own_day_stays_there(words: str) -> None:
    assert days(f"The ferry left the quay on Tuesday. {words}", {"Tuesday": TUESDAY}) == [TUESDAY, FRIDAY]


def test_a_measure_is_no_day() -> None:
    late = {"a day later": FRIDAY + dt.timedelta(days=1)}
    assert days("The bridge is to open a day later than first planned.", late) == [FRIDAY]
    assert days("The bridge is to open a day later.", late) == [FRIDAY + dt.timedelta(days=1)]


def test_a_day_that_nothing_places_in_its_year_is_none() -> None:
    found = items(
        "The bridge had opened the night before.", {"the night before": TUESDAY}, value="2031-XX-XX"
    )
    assert [i.earliest for i in found] == [FRIDAY]


def test_a_warning_on_the_day_is_no_plan_for_it() -> None:
    text = "The mayor on Friday warned that the gates will stay shut."
    assert [i.ahead for i in items(text, {"Friday": FRIDAY}, tense="past")] == [False]
    assert [i.ahead for i in items("The gates will open on Friday.", {"Friday": FRIDAY})] == [True]


def test_other_numbers_of_one_thing_support_nothing() -> None:
    text = "Storms killed 14 people. Storms killed 12 people. Storms hurt 12 people."

    def figure(words: str, unit: str, value: float, start: int) -> Figure:
        return Figure(
            figure_id=words,
            article_id="a",
            start=start,
            end=start + 2,
            text=words,
            value=value,
            bound="exact",
            unit=unit,
        )

    numbers = (
        figure("14", "killed", 14.0, 14),
        figure("12", "killed", 12.0, 39),
        figure("12", "injured", 12.0, 62),
    )
    first, second, third = items(text, {}, figures=numbers)
    assert differ(first, second)
    assert not differ(first, third) and not differ(first, first)
