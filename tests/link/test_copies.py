"""Copies: what counts as one, of which kind, and what only looks like one."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from link.pile import HARBOUR, MARKET, REWRITE, article, sentences, tables
from newsledger.link.copies import difference, find_derivations, rebuild_order
from newsledger.link.copies.marks import double_spans
from newsledger.records import Article, Derivation, Link, Passage

WHOLE = "".join(HARBOUR)


def derivations(*articles: Article, **more: object) -> tuple[Derivation, ...]:
    return find_derivations(**{**tables(list(articles)), **more})["derivations"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("copy", "kind"),
    [
        (WHOLE + " ", "duplicate"),
        ("".join(HARBOUR[:4]), "excerpt"),
        ("".join(MARKET[:2] + HARBOUR[2:6] + MARKET[2:]), "excerpt"),
        ("".join(REWRITE), "rewrite"),
        ("".join(HARBOUR[n] for n in (5, 2, 7, 0, 3, 6, 1)), "reordered"),
    ],
)
def test_kinds(copy: str, kind: str) -> None:
    [found] = derivations(article(WHOLE), article(copy, day="2024-05-08"))
    assert found.kind == kind
    assert "sentences aligned" in found.reason


def test_unlike_articles_are_no_copies() -> None:
    assert derivations(article(WHOLE), article("".join(MARKET))) == ()


def test_shared_quotations_make_no_copy() -> None:
    said = "“We will rebuild the quay stone by stone, and we will send the bill to whoever signed that inspection.” "
    more = "“The barley is gone, the wagons are gone, and the only thing we have plenty of is advice.” "
    one = article(f"{HARBOUR[0]}{said}Hanne Ostrup was standing on the quay. {more}{HARBOUR[6]}")
    other = article(f"{MARKET[0]}The manager of the silos did not hold back. {said}{more}{MARKET[3]}")
    assert derivations(one, other) == ()


def weather(place: str, other: str, sky: str, high: int, low: int, chance: int) -> Article:
    return article(
        f"{place} will see {sky} tomorrow, with temperatures reaching a high of {high} degrees in the afternoon. "
        f"Overnight temperatures in {place} are expected to fall to {low} degrees, forecasters said. "
        f"The chance of rain is {chance} percent, and winds may reach up to {chance + 3} kilometres per hour. "
        f"Conditions in nearby {other} will hardly differ, at {high - 1} degrees by day. "
    )


def test_a_template_is_no_copy() -> None:
    one = weather("Brelling", "Tolle", "some fog", 18, 7, 41)
    assert derivations(one, weather("Quenby", "Merrow", "a clear sky", 25, 12, 3)) == ()


def test_a_copied_template_is_a_copy() -> None:
    one = weather("Brelling", "Tolle", "some fog", 18, 7, 41)
    [found] = derivations(one, article(one.text, day="2024-06-01"))
    assert found.kind == "duplicate"


def test_furniture_makes_no_copy() -> None:
    footer = (
        "Write to our newsroom about anything that you saw today in your street. Never miss a story again. "
    )
    texts = [
        "".join(HARBOUR[:4]),
        "".join(HARBOUR[4:]),
        "".join(MARKET[:2]),
        "".join(MARKET[2:]),
        "".join(REWRITE[4:]),
    ]
    assert derivations(*(article(t + footer) for t in texts[:4])) == ()


def street_news(form: str) -> list[str]:
    return [form.format(name) + " " for name in ("Alder", "Birch", "Cedar", "Elm", "Hazel", "Larch", "Maple")]


DRY = street_news("{} Street was dry again by noon, and its bakery sold the last rolls to tired volunteers.")
PUMPS = street_news(
    "In {} water pumps hummed all night while neighbours carried books, lamps, carpets upstairs."
)


def test_what_articles_are_made_of_is_no_furniture() -> None:
    lines = (
        "012",
        "034",
        "056",
        "135",
        "146",
        "236",
        "245",
    )  # of the Fano plane: any two have one point in common
    digests = [article("".join(HARBOUR[int(n)] for n in line), outlet="Mail") for line in lines]
    rewrite = article("".join(REWRITE[:3]), outlet="Post")
    [found] = [d for d in derivations(rewrite, *digests) if rewrite.article_id in (d.article_a, d.article_b)]
    assert digests[0].article_id in (found.article_a, found.article_b)


def test_background_that_is_carried_for_days_makes_no_copy() -> None:
    news = ("".join(MARKET), "".join(HARBOUR[4:]), "".join(DRY), "".join(PUMPS))
    days = ("2024-05-07", "2024-05-08", "2024-05-09", "2024-05-10")
    pile = [article(n + "".join(HARBOUR[:4]), day=d, outlet="Mail") for n, d in zip(news, days, strict=True)]
    assert derivations(*pile) == ()
    assert derivations(*pile[:2]) != ()


def test_bits_here_and_there_make_no_copy() -> None:
    one = article("".join((DRY[0], HARBOUR[0], *DRY[1:4], HARBOUR[3], *DRY[4:6], HARBOUR[6], DRY[6])))
    other = article("".join((HARBOUR[6], *PUMPS[:3], HARBOUR[0], *PUMPS[3:6], HARBOUR[3], PUMPS[6])))
    assert derivations(one, other) == ()


def test_a_link_is_no_text() -> None:
    named = article("".join(MARKET), title="Why the apples of Quenby cost so much")
    naming = article(WHOLE)
    links = (Link(article_id=naming.article_id, text="Why the Apples of Quenby Cost So Much"),)
    out = find_derivations(**{**tables([named, naming]), "links": links})  # type: ignore[arg-type]
    assert [d.kind for d in out["derivations"]] == ["link"]
    assert out["links"][0].target_id == named.article_id


def test_a_link_that_is_no_address_names_nothing() -> None:
    naming = article("".join(MARKET))
    links = (Link(article_id=naming.article_id, text="Apples", url="http://[apples"),)
    assert find_derivations(**{**tables([naming]), "links": links})["links"] == links  # type: ignore[arg-type]


def test_a_link_to_one_address_names_its_versions() -> None:
    page = "https://mail.example/market/quenby-apples"
    versions = [replace(article("".join(MARKET), title=title), url=page) for title in ("One", "Two")]
    naming = replace(article(WHOLE), url="https://mail.example/market/pears")
    links = (Link(article_id=naming.article_id, text="Apples", url="/market/quenby-apples"),)
    out = find_derivations(**{**tables([*versions, naming]), "links": links})  # type: ignore[arg-type]
    named = [k.target_id for k in out["links"]]
    assert named == sorted(v.article_id for v in versions)
    again = find_derivations(**{**tables([*versions, naming]), "links": links * 2})  # type: ignore[arg-type]
    assert again["links"] == out["links"]


def test_a_correction_note_makes_a_version() -> None:
    old = article(WHOLE)
    new = article(WHOLE.replace("fourteen", "eleven"), day="2024-05-08")
    note = Passage(article_id=new.article_id, start=0, end=1, text="C", kind="correction")
    [found] = derivations(old, new, passages=(note,))
    assert found.is_update
    assert found.kind == "duplicate"


def test_difference_of_versions() -> None:
    old, new = (
        article(WHOLE),
        article("".join((HARBOUR[0], REWRITE[1], *HARBOUR[2:7], MARKET[0])), day="2024-05-08"),
    )
    before, after = sentences([old]), sentences([new])
    alignments = find_derivations(**tables([old, new]))["alignments"]  # type: ignore[arg-type]
    changes = difference(before, after, alignments)
    assert [c.kind for c in changes] == ["changed", "added", "removed"]
    assert changes[0].before is not None and "hurt" in changes[0].before.text


def test_order_from_a_sibling_and_without() -> None:
    rows = sentences([article(WHOLE)])
    mixed = list(rows)
    random.Random(3).shuffle(mixed)
    places = [rows.index(s) for s in mixed]
    assert rebuild_order(mixed, places).sentences == rows
    assert rebuild_order(mixed, places).basis == "sibling"
    assert rebuild_order(mixed).basis == "coherence"
    assert sorted(s.start for s in rebuild_order(mixed).sentences) == [s.start for s in rows]


def test_an_open_quotation_goes_on_into_the_next_paragraph() -> None:
    text = 'He said: "One of these.\nAnd another." Nobody replied.\n"Third," she said.'
    assert [text[a:b] for a, b in double_spans(text)] == ['"One of these.', 'And another."', '"Third,"']


@settings(derandomize=True, deadline=None, max_examples=25)
@given(
    st.permutations([WHOLE, "".join(REWRITE), "".join(HARBOUR[:4]), "".join(MARKET), WHOLE + "It goes on. "])
)
def test_input_order_changes_nothing(texts: list[str]) -> None:
    assert derivations(*map(article, texts)) == derivations(*map(article, sorted(texts)))


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.text(alphabet="a b\n\"“”‘’'.,", max_size=80))
def test_marks_are_sorted_and_disjoint(text: str) -> None:
    spans = double_spans(text)
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(x[1] < y[0] for x, y in pairwise(spans))


def test_ten_thousand_marks() -> None:
    assert double_spans('"' * 10_000 + "“" * 10_000)
