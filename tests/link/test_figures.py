"""Figures joined to entities, days and claimants."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.annotate.annotation import Annotation, FoundFigure, Span
from newsledger.link.figures import link_figures
from newsledger.link.quantities import allowed, as_text, conflict
from newsledger.records import Article, Entity, Figure, Mention, Quotation, Time

DAY = dt.date(2022, 5, 3)
TEXT = "Ann Lee said on Monday that 40 people died, according to the army."
ARTICLE = Article(article_id="a", source="a.txt", text=TEXT, published=DAY, story_id="s")


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def found(**more: object) -> FoundFigure:
    span = at("40 people")
    base = FoundFigure(
        start=span.start,
        end=span.end,
        text="40 people",
        value=40,
        low=None,
        high=None,
        bound="exact",
        unit="killed",
    )
    return replace(base, **more)  # type: ignore[arg-type]


def name(words: str, entity: str) -> Mention:
    span = at(words)
    return Mention(
        mention_id=words,
        entity_id=entity,
        article_id="a",
        start=span.start,
        end=span.end,
        text=words,
        form="name",
    )


def said(words: str, speaker: str) -> Quotation:
    span = at(words)
    return Quotation(
        quotation_id=words,
        article_id="a",
        start=span.start,
        end=span.end,
        text=words,
        kind="indirect",
        speaker_id=speaker,
    )


def link(figure: FoundFigure, **tables: object) -> Figure:
    annotation = Annotation(article_id="a", figures=(figure,))
    empty: dict[str, object] = dict.fromkeys(("mentions", "quotations", "times"), ())
    (row,) = link_figures(articles=(ARTICLE,), annotations=(annotation,), **{**empty, **tables})["figures"]  # type: ignore[arg-type]
    return row  # type: ignore[no-any-return]


def test_the_speaker_around_a_figure_vouches_for_it() -> None:
    row = link(found(), quotations=(said("40 people died", "lee"),))
    assert row.claimant_id == "lee"


def test_what_the_paper_says_aside_in_reported_speech_is_its_own() -> None:
    row = link(found(aside=True), quotations=(said("40 people died", "lee"),))
    assert row.claimant_id is None


def test_who_is_named_by_according_to_comes_first() -> None:
    mentions = (name("Ann Lee", "lee"), name("the army", "army"))
    row = link(found(claimant=at("the army")), mentions=mentions, quotations=(said("40 people died", "lee"),))
    assert row.claimant_id == "army"


def test_a_retracted_figure_has_no_claimant() -> None:
    assert link(found(retracted=True), quotations=(said("40 people died", "lee"),)).claimant_id is None


def test_as_of_is_the_governing_day_else_the_day_of_publication() -> None:
    monday = at("Monday")
    time = Time(
        time_id="t", article_id="a", start=monday.start, end=monday.end, text="Monday", timex_type="DATE",
        value="2022-05-02", earliest=dt.date(2022, 5, 2), latest=dt.date(2022, 5, 2),
    )  # fmt: skip
    assert link(found(time=monday), times=(time,)).as_of == dt.date(2022, 5, 2)
    assert link(found()).as_of == DAY


@pytest.mark.parametrize(
    ("day", "as_of"), [(dt.date(2022, 3, 20), None), (dt.date(2022, 11, 20), dt.date(2022, 2, 28))]
)
def test_last_february_in_march_is_open(day: dt.date, as_of: dt.date | None) -> None:
    span = at("Monday")
    time = Time(
        time_id="t", article_id="a", start=span.start, end=span.end, text="last February", timex_type="DATE",
        value="2022-02", earliest=dt.date(2022, 2, 1), latest=dt.date(2022, 2, 28), granularity="month",
    )  # fmt: skip
    (row,) = link_figures(
        articles=(replace(ARTICLE, published=day),),
        annotations=(Annotation(article_id="a", figures=(found(time=span),)),),
        mentions=(),
        quotations=(),
        times=(time,),
    )["figures"]
    assert row.as_of == as_of


def test_the_subject_is_one_phrase() -> None:
    whose = at("Ann Lee")
    assert link(found(counted="people hurt")).subject == "people hurt"
    assert link(found(counted="people hurt", subject=whose)).subject == "people hurt"
    assert link(found(subject=whose)).subject == "Ann Lee"
    whose = at("40")
    assert link(found(counted="people hurt", subject=whose)).subject == "40 people"  # as "Norlandic people"


def test_what_the_paper_says_aside_in_a_mixed_quotation_is_its_own() -> None:
    mixed = replace(said("40 people died", "lee"), kind="mixed")
    assert link(found(aside=True), quotations=(mixed,)).claimant_id is None
    assert link(found(), quotations=(mixed,)).claimant_id == "lee"


def test_a_nationality_stands_for_its_state() -> None:
    entities = (Entity(entity_id="people", name="Norlandic", kind="NORP", speaks_for="state"),)
    row = link(found(subject=at("Ann Lee")), mentions=(name("Ann Lee", "people"),), entities=entities)
    assert row.subject_id == "state"


def test_a_later_figure_of_the_claimant_updates_the_earlier() -> None:
    second = replace(
        ARTICLE, article_id="b", text=TEXT.replace("40", "52"), published=DAY + dt.timedelta(days=1)
    )
    quotations = tuple(
        replace(said("40 people died", "lee"), article_id=a, quotation_id=a, text=f"{n} people died")
        for a, n in (("a", 40), ("b", 52))
    )
    rows = link_figures(
        articles=(second, ARTICLE),
        annotations=(
            Annotation(article_id="b", figures=(found(text="52 people", value=52),)),
            Annotation(article_id="a", figures=(found(),)),
        ),
        mentions=(),
        quotations=quotations,
        times=(),
    )["figures"]
    assert [r.article_id for r in rows] == ["a", "b"]
    assert rows[1].updates == rows[0].figure_id


def figure(value: float | None, bound: str, low: float | None = None, high: float | None = None) -> Figure:
    return Figure(
        figure_id="f",
        article_id="a",
        start=0,
        end=1,
        text="",
        value=value,
        low=low,
        high=high,
        bound=bound,
        unit="killed",
    )


def test_bounds_decide_whether_numbers_exclude_each_other() -> None:
    assert conflict(figure(112, "exact"), figure(138, "exact"))
    assert not conflict(figure(112, "at least"), figure(138, "exact"))
    assert conflict(figure(100, "nearly"), figure(115, "exact"))
    assert not conflict(figure(100, "about"), figure(105, "exact"))
    assert conflict(figure(25, "at most"), figure(None, "exact", 40, 50))


def test_as_text_shows_ranges_and_floors() -> None:
    assert as_text(figure(6.5, "exact")) == "6.5"
    assert as_text(figure(None, "exact", 150, 180)) == "150..180"
    assert as_text(figure(None, "at least", 24)) == "24.."


@settings(derandomize=True, deadline=None)
@given(st.floats(0, 1e9), st.sampled_from(["exact", "about", "nearly", "at least", "at most"]))
def test_a_figure_never_excludes_itself(value: float, bound: str) -> None:
    low, high = allowed(figure(value, bound))
    assert low <= high
    assert not conflict(figure(value, bound), figure(value, bound))


def test_nothing_is_counted_later_than_the_report() -> None:
    span = at("Monday")
    later = Time(
        time_id="t", article_id="a", start=span.start, end=span.end, text="Monday", timex_type="DATE",
        value="2022-05-09", earliest=dt.date(2022, 5, 9), latest=dt.date(2022, 5, 9),
    )  # fmt: skip
    annotation = Annotation(article_id="a", figures=(found(time=span),))
    rows = link_figures(
        articles=(ARTICLE,), annotations=(annotation,), mentions=(), quotations=(), times=(later,)
    )
    assert rows["figures"][0].as_of == DAY
