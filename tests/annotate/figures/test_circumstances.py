"""Whose, where, when and by whom: what the parse hangs on a figure, and not what stands near by."""

from __future__ import annotations

import pytest

from newsledger.annotate.annotation import FoundFigure
from newsledger.annotate.figures import find_figures
from newsledger.annotate.parse import parse_text
from newsledger.annotate.times import find_times


def figures(text: str) -> list[FoundFigure]:
    parsed = parse_text(text)
    return list(find_figures(parsed, find_times(parsed)))


def words(text: str, span: object) -> str | None:
    return None if span is None else text[span.start : span.end]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Police arrested 214 demonstrators in Tolmar on Saturday.", "Tolmar"),
        ("The flood killed 40 people in Norway and wounded 12.", "Norway"),
        ("A fire at a plant in Norway killed 40 workers.", "Norway"),
        ("The ferry left Norway, where 40 people died.", "Norway"),
        ("Officials in Norway said that 41 miners had died at a pit in Sweden.", "Sweden"),
        ("She worked for the firm for 20 years and has lived in Norway since then.", None),
        ("Rescue teams from a dozen countries are working in the capital.", None),
        ("Just one fatality has been recorded outside Norway.", None),
        ("The army told reporters in Norway that 40 men had died.", None),
        ("One of her cousins in Norway rang after eight months.", None),
        ("The board met in Norway; 40 people died.", None),
        ("The flu killed 80 people, most of them in Norway.", None),
        ("The flu emerged in Norway in May and has since spread to 40 towns.", None),
        ("Most of the 40 million people live in Norway.", None),
    ],
)
def test_place(text: str, place: str | None) -> None:
    assert words(text, figures(text)[0].place) == place


@pytest.mark.parametrize(
    ("text", "number", "time"),
    [
        ("The deal is worth $2 billion, the firm said in a note on Monday.", 0, "Monday"),
        ("The 1918 outbreak killed 40 million people.", 0, "1918"),
        ("A blast at the plant in October 2009 killed four workers.", 0, "October 2009"),
        ("Inflation hit 11 percent in October, up from 9 percent in September.", 0, "October"),
        ("Inflation hit 11 percent in October, up from 9 percent in September.", 1, "September"),
        ("Shares rose more than 25 percent in the wake of the April 21 blast.", 0, None),
        ("She has ruled for nearly 30 years under a decree imposed after the 1981 murder.", 0, None),
        ("Since a blast on 20 April, the well has spilled 800,000 litres a day.", 0, None),
        ("The spill began on Monday when gas burst from a well 1,500 metres below.", 0, None),
        ("It emerged in April in Norway, which has recorded 113 deaths.", 0, None),
        ("On Monday gunmen shot a guard and wounded 12 men.", 0, "Monday"),
        ("They worry - in May 2002 the firm was fined £1 million.", 0, "May 2002"),
        ("The firm pumped 900 tonnes from the well on Tuesday.", 0, "Tuesday"),
        ("A list: 1979: 90 tonnes leaked 1983: 80 tonnes leaked from a rig.", 1, "1983"),
    ],
)
def test_time(text: str, number: int, time: str | None) -> None:
    assert words(text, figures(text)[number].time) == time


@pytest.mark.parametrize(
    ("text", "number", "subject"),
    [
        ("Norway pledged £300m and Sweden €5 million for the bridge.", 0, "Norway"),
        ("Norway pledged £300m and Sweden €5 million for the bridge.", 1, "Sweden"),
        ("The firm plans to send 40 lorries north.", 0, "The firm"),
        ("Norway gave 5 million euros for the bridge.", 0, "Norway"),
        ("Officials accused Norway of massing tens of thousands of troops.", 0, "Norway"),
        ("There are 100,000 troops along Norway's border with Sweden.", 0, "Norway"),
        ("The outbreak could be dangerous for millions of families.", 0, None),
        ("The ministry said the cull of 400,000 pigs was a slip.", 0, None),
        ("For people along Norway's coast, $5,000 is a lot.", 0, None),
        ("Norwegian officials said that they had found two dead birds.", 0, None),
        ("The firm built a four-story dome.", 0, None),
        ("Nine of the 23 people on the ferry lived.", 1, None),
        ("The hall fell in the storm The club has sent 40 men.", 0, "The club"),
    ],
)
def test_subject(text: str, number: int, subject: str | None) -> None:
    assert words(text, figures(text)[number].subject) == subject


def test_what_is_told_beside_a_report_is_not_of_it() -> None:
    text = "The board said it would review the plan, and two governors have reversed course."
    assert figures(text)[0].claimant is None
    text = "The board says that 20 men died and 30 were hurt."
    assert [words(text, f.claimant) for f in figures(text)] == ["The board", "The board"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("At least 12 people, including three children, were killed.", [(12, "killed"), (3, "killed")]),
        ("Nine of the 23 people aboard survived.", [(9, "rescued"), (23, "people")]),
        ("The clinic treated 312 wounded, 40 of them children.", [(312, "injured"), (40, "injured")]),
        ("Police arrested 214 demonstrators.", [(214, "arrested")]),
        ("Eight people died. One more case took the total to 28.", [(8, "killed"), (1, "infected"), (28, "infected")]),
        ("They got 3 millions signatures.", [(3e6, "signatures")]),
        ("An estimated 1.5 m Norwegians are homeless.", [(1.5e6, "displaced")]),
        ("It forced 40 residents to flee.", [(40, "displaced")]),
        ("You saved the lives of 40 men.", [(40, "men")]),
        ("The police announced the arrests of 40 activists.", [(40, "arrested")]),
        ("Of the 300 samples tested, 20 were bad.", [(300, "samples"), (20, "samples")]),
        ("The death toll rose by three to 78.", [(3, "killed"), (78, "killed")]),
        ("Between 20 and 30 masked men came.", [(None, "men")]),
        ("The crowd numbered 4,000.", [(4000, "people")]),
        ("The quake killed 59 people in Norway and 14 in Sweden.", [(59, "killed"), (14, "killed")]),
        ("Police arrested a 19-year-old man and two teenagers.", [(1, "arrested"), (2, "arrested")]),
        ("Arrests rose to 1,480.", [(1480, "arrested")]),
        ("The death toll from flu in Norway rises to more than 100 people.", [(100, "killed")]),
        ("The firm plans to spend 20 times this amount.", []),
        ("Shares rose to 1,480.", []),
        ("They have 4 million of the country's 11 million cars.", [(4e6, "cars"), (11e6, "cars")]),
        ("Dozens of people rely on one another to survive.", [(None, "people")]),
        ("A quake of magnitude 6.4 struck.", [(6.4, "magnitude")]),
        ("About 5,000 barrels (210,000 gallons) of oil a day flow out.", [(5000, "barrels"), (210000, "gallons")]),
    ],
)  # fmt: skip
def test_what_is_counted(text: str, counts: list[tuple[float | None, str]]) -> None:
    assert [(f.value, f.unit) for f in figures(text)] == counts


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        ("The firm's claim of 5,000 barrels was doubted.", ["The firm"]),
        ("The firm's shares fell by 13 percent.", [None]),
        ("The band has raised more than $500,000 for the poor.", [None]),
        ("The ministry raised the toll to 40 dead.", ["The ministry"]),
        ("The army says that the port, where 40 men died, is open.", [None]),
        ("When asked about a spill of 40 tonnes, the mayor said, he had left.", [None]),
        ("The firm was fined $87m after Norwegian experts cited 270 faults.", [None, None]),
        ("The experts cited a toll of 40 dead.", ["The experts"]),
        ("Norway gave 5 million euros for the bridge.", [None]),
        ("The hospital admitted 40 patients.", [None]),
        ("The club raised enough money to send 40 boxes.", [None]),
        ("“It lost 8 percent,” Lisa Hall, head of the relief body Orlo said.", ["Lisa Hall"]),
    ],
)
def test_claimant(text: str, claimants: list[str | None]) -> None:
    assert [words(text, f.claimant) for f in figures(text)] == claimants


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("Oil cost $78 a barrel.", ["barrel"]),
        ("The pipe lost 900 barrels of oil (38,000 gallons or 140,000 litres) a day.", ["day", "day", "day"]),
        ("It spills 900 gallons of crude a day into the gulf.", ["day"]),
        ("It rose from estimates of 900 barrels a day to as much as 1,200.", ["day", "day"]),
    ],
)
def test_rates(text: str, per: list[str]) -> None:
    assert [f.per for f in figures(text)] == per


def test_a_rate_in_brackets_is_of_both() -> None:
    text = "About 5,000 barrels (210,000 gallons) of oil a day flow out."
    assert [f.per for f in figures(text)] == ["day", "day"]


@pytest.mark.parametrize(
    "text",
    [
        "One in five adults skipped a meal.",
        "Four out of 10 homes lost power.",
        "The toll is almost 50 times the number of the year before.",
        "The plan is a three-pronged mission.",
        "Calls to 03 numbers are free.",
        "The tests are for 11-year olds.",
        "Dozing Year Seven pupils stayed at home.",
        "The rate is two deaths in every 1,000 cases.",
        "Users of the iPhone 15 complained.",
        "Ana Berg, 69 - rescued at noon.",
        "The court met 4 hrs ago.",
        "The mayor, a two-term veteran, owns a five-star hotel.",
        "Most of the dead are between 25 and 45.",
    ],
)
def test_counts_nothing(text: str) -> None:
    assert figures(text) == []


def test_bounds() -> None:
    found = [figures(t)[0].bound for t in ("It takes around four weeks.", "It ran for over four days.")]
    assert found == ["about", "at least"]
    assert figures("It came close to a half a trillion dollars.")[0].bound == "nearly"
    assert figures("They will bring it up to 80,000 barrels.")[0].bound == "exact"


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The firm said that up to 40,000 people could be hit.", "at most"),
        ("It is estimated that as many as 40 percent of the crews left.", "at most"),
        ("The mayor warned that some 2 million euros had been lost.", "about"),
        ("The flu infects up to about 400 people a day.", "at most"),
        ("Upwards of 3,000 homes burnt.", "at least"),
        ("The fine was over $2bn.", "at least"),
        ("No fewer than 40 ships sank.", "at least"),
        ("The port holds not more than 300 tonnes of oil.", "at most"),
        ("He said at most 40 men died.", "at most"),
        ("Under 40 percent of voters turned out.", "at most"),
        ("It took up to between 40 and 50 days.", "at most"),
        ("The fire burnt some 40-50 homes.", "about"),
        ("Close to 2,000 people marched.", "nearly"),
        ("The sum brought it up to 40 tonnes.", "exact"),
        ("The number of dead is between 25 and 45.", "exact"),
    ],
)
def test_a_bound_holds_wherever_it_stands(text: str, bound: str) -> None:
    assert [f.bound for f in figures(text)] == [bound]
