"""Figures in invented sentences: what they count, how they bind, who vouches, and what is no count."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.annotate.annotation import FoundFigure
from newsledger.annotate.figures import find_figures
from newsledger.annotate.parse import Parsed, parse, parse_text
from newsledger.records import Article, Passage


def figures(text: str) -> list[FoundFigure]:
    return list(find_figures(parse_text(text), ()))


def words(text: str, span: object) -> str | None:
    return None if span is None else text[span.start : span.end]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "bound", "unit"),
    [
        ("The mayor said 31 people were killed.", 31, None, None, "exact", "killed"),
        ("Rescuers found at least forty-two people dead.", 42, None, None, "at least", "killed"),
        ("The flood killed more than 1,300 people.", 1300, None, None, "at least", "killed"),
        ("The flood has claimed the lives of 77 villagers.", 77, None, None, "exact", "killed"),
        ("Nearly 600 people are still missing.", 600, None, None, "nearly", "missing"),
        ("The clinic treated between 80 and 95 of the wounded.", None, 80, 95, "exact", "injured"),
        ("Police announced the arrest of two smugglers.", 2, None, None, "exact", "arrested"),
        ("A fisherman was killed when his boat sank.", 1, None, None, "exact", "killed"),
        ("Some 700 miners walked out on Tuesday.", 700, None, None, "about", "strikers"),
        ("The bank will lend 35 million euros.", 35e6, None, None, "exact", "euros"),
        ("The repair cost $1.5 billion.", 1.5e9, None, None, "exact", "dollars"),
        ("Losses of £20m were reported by the firm.", 20e6, None, None, "exact", "pounds"),
        ("The repair cost between 40 and 50 million crowns.", None, 40e6, 50e6, "exact", "crowns"),
        ("Turnout fell to 48 percent.", 48, None, None, "exact", "percent"),
        ("Prices rose by 6.5 per cent.", 6.5, None, None, "exact", "percent"),
        ("Fewer than 900 tonnes of grain are left.", 900, None, None, "at most", "tonnes"),
        ("Dozens of families slept outside.", None, 24, None, "at least", "families"),
        ("Tens of thousands of residents fled.", None, 20000, None, "at least", "displaced"),
        ("Some 8.3 million people need help.", 8300000, None, None, "about", "people"),
        ("The firm set aside $32.2 bn.", 32200000000, None, None, "exact", "dollars"),
        ("The firm lost $1.1bn.", 1100000000, None, None, "exact", "dollars"),
        ("They had water for four to six days.", None, 4, 6, "exact", "days"),
        ("The village has 4-6 wells.", None, 4, 6, "exact", "wells"),
        ("Up to 250 homes burned down.", 250, None, None, "at most", "homes"),
        ("The lake lost 1.2 million cubic metres.", 1.2e6, None, None, "exact", "cubic metres"),
        ("Divers pulled 14 people alive from the hull.", 14, None, None, "exact", "rescued"),
        ("Half a million people live there.", 500000, None, None, "exact", "people"),
        ("The army moved half of its strength, or 60,000 soldiers, north.", 60000, None, None, "exact", "troops"),
    ],
)  # fmt: skip
def test_reads(
    text: str, value: float | None, low: float | None, high: float | None, bound: str, unit: str
) -> None:
    found = figures(text)
    assert [(f.value, f.low, f.high, f.bound, f.unit) for f in found] == [(value, low, high, bound, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "The match ended 3-1.",
        "Article 12 of the treaty forbids it.",
        "The second convoy arrived first.",
        "Anna Lindt, 34, saw the fire.",
        "A seven-year-old boy waited.",
        "In 2014 the bridge was closed.",
        "Flight 618 left late.",
        "No one was hurt.",
        "The G-7 met again.",
        "Call 555-0199 for help.",
    ],
)
def test_counts_nothing(text: str) -> None:
    assert figures(text) == []


def test_an_elliptic_count_takes_the_quantity_before_it() -> None:
    text = (
        "The ministry raised its count of the dead to 184. The navy says 192. "
        "The list of missing people is down to 61."
    )
    assert [(f.value, f.unit) for f in figures(text)] == [(184, "killed"), (192, "killed"), (61, "missing")]


def test_an_elliptic_sum_takes_the_currency_before_it() -> None:
    text = "The loan was 45 million euros, far less than the 90 million that the town had asked for."
    assert [(f.value, f.unit, f.currency) for f in figures(text)] == [
        (45e6, "euros", "EUR"),
        (90e6, "euros", "EUR"),
    ]


def test_claimant_is_who_vouches() -> None:
    text = "Two hundred houses fell, according to the army."
    (figure,) = figures(text)
    assert words(text, figure.claimant) == "the army"
    text = "The island hospital puts the number of injured at eleven."
    (figure,) = figures(text)
    assert words(text, figure.claimant) == "The island hospital"


def test_each_clause_keeps_its_own_claimant() -> None:
    text = "The ministry lists 97 people as missing; the Red Anchor charity believes the true number is 150."
    first, second = figures(text)
    assert words(text, first.claimant) == "The ministry"
    assert words(text, second.claimant) is not None and "charity" in str(words(text, second.claimant))
    assert (second.value, second.unit) == (150, "missing")


def test_subject_is_whose() -> None:
    text = "The report says Norway has massed 4,000 troops near the bridge."
    (figure,) = figures(text)
    assert words(text, figure.subject) == "Norway"


def test_a_correction_takes_a_figure_back() -> None:
    text = "Eleven people were injured.\n\nCorrection: An earlier version said that fourteen people were injured."
    start = text.index("Correction")
    passage = Passage(article_id="a", start=start, end=len(text), text=text[start:], kind="correction")
    (parsed,) = parse([(Article(article_id="a", source="-", text=text), (passage,))])
    assert [(f.value, f.retracted) for f in find_figures(parsed, ())] == [(11, False), (14, True)]


PARTS = ("40", "people", "dead", "between", "3", "and", "million", "dozens", "of", "-", "to", "half", "a", "%", "$",
         "said", "killed", ",", ".", "two", "hundred", "1,200", "the", "number", "at")  # fmt: skip


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(PARTS), max_size=14))
def test_spans_are_exact(parts: list[str]) -> None:
    parsed: Parsed = parse_text(" ".join(parts) or ".")
    for figure in find_figures(parsed, ()):
        assert parsed.article.text[figure.start : figure.end] == figure.text
        assert figure.value is not None or figure.low is not None
        for span in (figure.subject, figure.place, figure.claimant, figure.sentence):
            assert span is None or 0 <= span.start < span.end <= len(parsed.article.text)


@pytest.mark.parametrize(
    "text",
    [
        "The fire broke out in Warehouse 4 of the glue works.",
        "Passengers waited at Gate 12.",
        "Route 66 was closed by snow.",
        "The barrels stood in hangar 3.",
        "Boat Seven came back empty.",
    ],
)
def test_a_label_is_no_figure(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The group counted more than 600 dead fish below the dam.", 600, "fish"),
        ("The mine had 40 dead soldiers on its list.", 40, "killed"),
        ("The farm lost 30 dead cows.", 30, "cows"),
        ("The ward was treating 19 people for burns.", 19, "injured"),
        ("The city of 90,000 has one well.", 90000, "people"),
        ("The firm lost 14 million florins.", 14e6, "florins"),
        ("The clerk met the builder at least fourteen times.", 14, "times"),
        ("The clerk had answered 41,000 e-mails.", 41000, "e-mails"),
    ],
)
def test_counts_what_the_noun_names(text: str, value: float, unit: str) -> None:
    assert [(f.value, f.unit) for f in figures(text)] == [(value, unit)]


def test_a_body_with_a_possessive_vouches_and_is_not_cut() -> None:
    text = "Saint Odo's Hospital raised its count of the injured to 23."
    (figure,) = figures(text)
    assert words(text, figure.claimant) == "Saint Odo's Hospital"
    text = "Saint Odo's Hospital was treating 19 people for burns."
    (figure,) = figures(text)
    assert words(text, figure.subject) == "Saint Odo's Hospital"


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (
            "Mira Lund, an analyst at Orlo Securities LLC, who expects a charge of $300 million, left.",
            "Mira Lund",
        ),
        ("Twelve deaths have now been logged by the health agency.", "the health agency"),
        ("Ada Berg denied the charge, putting the sum at no more than £9,000.", "Ada Berg"),
        ("Residents claim the true number of injured was nearer 300.", "Residents"),
    ],
)
def test_claimants_of_clauses_passives_and_participles(text: str, claimant: str) -> None:
    (figure,) = figures(text)
    assert words(text, figure.claimant) == claimant


def test_the_counted_do_not_vouch_for_their_number() -> None:
    (figure,) = figures("Three men say that the gate was open.")
    assert figure.claimant is None


def test_words_of_what_happened_stand_once() -> None:
    (figure,) = figures("The flood has claimed the lives of 77 villagers.")
    assert (figure.unit, figure.counted) == ("killed", "villagers")


@pytest.mark.parametrize(
    ("text", "per", "shown"),
    [
        ("The well spills 5,000 barrels a day.", ["day"], ["5,000 barrels a day"]),
        (
            "It spews about 4,000 barrels, or 168,000 gallons, a day.",
            ["day", "day"],
            ["about 4,000 barrels", "168,000 gallons, a day"],
        ),
        (
            "The tank lost 900 litres of heating oil per hour.",
            ["hour"],
            ["900 litres of heating oil per hour"],
        ),
        ("The levy is 40 euros per head.", ["head"], ["40 euros per head"]),
        ("Most live on $3 or less per day.", ["day"], ["$3 or less per day"]),
        ("It lost 300 workers a year ago.", [None], ["300 workers"]),
        ("The dam holds 30 tonnes of sand.", [None], ["30 tonnes"]),
    ],
)
def test_a_rate_is_told_from_a_sum(text: str, per: list[str | None], shown: list[str]) -> None:
    found = figures(text)
    assert [f.per for f in found] == per
    assert [f.text for f in found] == shown


def test_a_conversion_takes_the_bound_of_what_it_converts() -> None:
    assert [f.bound for f in figures("Many live on less than $3, or about £2, a day.")] == [
        "at most",
        "at most",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The judge who struck down the six-month ban has reported large holdings.",
        "With 700 square miles of marsh covered, officials acknowledge it could take long.",
    ],
)
def test_who_speaks_does_not_vouch_for_what_stands_outside_his_words(text: str) -> None:
    assert all(f.claimant is None for f in figures(text))


def test_the_hours_of_a_live_report_count_nothing() -> None:
    text = "2319 Norlandic users send money to the fund.\n\n2308 The ferry has docked at the pier.\n"
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The town says 900 have gone.", 900, "people"),
        ("He put the crowd at 4,000.", 4000, "people"),
        ("Of those detained, 20 were freed.", 20, "people"),
        ("She sailed with her crew of 12.", 12, "people"),
        ("The trip took four hours and thirty minutes.", 4.5, "hours"),
    ],
)
def test_a_count_without_its_noun(text: str, value: float, unit: str) -> None:
    assert [(f.value, f.unit) for f in figures(text)] == [(value, unit)]


def test_the_number_that_is_set_aside_is_taken_back() -> None:
    found = figures("The union put the loss at $221 million, not $212 million.")
    assert [(f.value, f.retracted) for f in found] == [(221e6, False), (212e6, True)]


def test_a_comparison_names_no_claimant() -> None:
    text = "The nurses' league says 300 people were hurt, three times as many as the army admits."
    assert words(text, figures(text)[0].claimant) == "The nurses' league"


def test_it_at_the_head_of_a_sentence_is_the_body_that_spoke_before() -> None:
    text = "Ann Orlo leads, the Reed Board said. It put turnout at 64 percent."
    assert [words(text, f.claimant) for f in figures(text)] == ["the Reed Board"]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The board put turnout in the vote at 64 percent.", "turnout"),
        ("Prices rose by 6 percent.", ""),
    ],
)
def test_a_share_is_called_by_the_name_of_its_rate(text: str, counted: str) -> None:
    assert [f.counted for f in figures(text)] == [counted]


def test_the_nearer_of_two_subjects_vouches() -> None:
    text = "UPDATE, 9.10 p.m.: The guard has raised the number of arrests from 85 to 112."
    assert {words(text, f.claimant) for f in figures(text)} == {"The guard"}


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Ann Orlo said 131 were being held.", "arrested"),
        ("The club said 14 containers were being held.", "containers"),
    ],
)
def test_people_who_are_held_are_arrested_and_things_are_not(text: str, unit: str) -> None:
    assert [f.unit for f in figures(text)] == [unit]
