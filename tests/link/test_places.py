"""Places by the gazetteer: told apart by the countries at hand, left open rather than guessed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.link.gazetteer import cities, countries, key
from newsledger.link.places import place_entities
from newsledger.records import Article, Entity, Mention, Place


def place_names(*names: str, kind: str = "GPE", apart: tuple[str, ...] = ()) -> dict[str, Place]:
    """The places of names that stand in one article; those in ``apart`` stand in another one."""
    entities, mentions = [], []
    for name in (*names, *apart):
        kind_of = "NORP" if name.endswith(("ese", "ians")) else kind
        entities.append(Entity(entity_id=f"e_{name}", name=name, kind=kind_of))
        article = "a_2" if name in apart else "a_1"
        mentions.append(
            Mention(
                mention_id=f"m_{name}",
                entity_id=f"e_{name}",
                article_id=article,
                start=0,
                end=len(name),
                text=name,
                form="name",
            )
        )
    articles = tuple(Article(article_id=i, source=i, text="") for i in ("a_1", "a_2"))
    found = place_entities(entities=tuple(entities), mentions=tuple(mentions), articles=articles)
    return {row.entity_id.removeprefix("e_"): row for row in found["places"]}


def country_of(name: str, *beside: str, apart: tuple[str, ...] = ()) -> str | None:
    return place_names(name, *beside, apart=apart)[name].country


def test_a_state_is_placed_with_its_reason() -> None:
    row = place_names("Norway")["Norway"]
    assert (row.kind, row.country) == ("country", "NO")
    assert row.latitude and 58 < row.latitude < 71
    assert row.reason


@pytest.mark.parametrize(
    ("name", "beside", "expected"),
    [
        ("London", (), "GB"),
        ("London", ("Canada",), "GB"),
        ("Birmingham", ("United Kingdom",), "GB"),
        ("Birmingham", ("United States",), "US"),
        ("Valencia", ("Spain",), "ES"),
        ("Valencia", ("Venezuela",), "VE"),
        ("Kiev", (), "UA"),
        ("Bombay", ("India",), "IN"),
        ("Hyderabad", ("Pakistan",), "PK"),
    ],
)
def test_the_country_at_hand_decides(name: str, beside: tuple[str, ...], expected: str) -> None:
    assert country_of(name, *beside) == expected


def test_the_same_article_comes_before_the_pile() -> None:
    assert country_of("Hyderabad", "Pakistan", apart=("India",)) == "PK"
    assert country_of("Cartagena", apart=("Spain",)) == "ES"


@pytest.mark.parametrize(
    "names", [("Springfield", "United States"), ("Aalborg",), ("Georgia", "United States")]
)
def test_what_stays_open_has_a_reason_and_no_point(names: tuple[str, ...]) -> None:
    row = place_names(*names)[names[0]]
    assert row.latitude is row.longitude is None
    assert row.reason


def test_a_smaller_city_is_placed_where_its_country_is_named() -> None:
    assert country_of("Aalborg", "Denmark") == "DK"


@pytest.mark.parametrize("kind", ["PERSON", "ORG", "NORP", "EVENT", "OTHER"])
def test_only_places_are_placed(kind: str) -> None:
    assert place_names("Paris", "Lagos", kind=kind) == {}


def test_an_invented_place_is_not_placed() -> None:
    assert set(place_names("Quenby Sands", "Orlestad", "France")) == {"France"}


def test_a_region_does_not_become_a_city_of_its_name() -> None:
    assert "Europe" not in place_names("Europe", "France")


@given(st.permutations(["Birmingham", "United Kingdom", "France", "Lyon", "Springfield", "Orlestad"]))
@settings(derandomize=True, deadline=None)
def test_the_order_of_rows_changes_nothing(names: list[str]) -> None:
    assert place_names(*names) == place_names(*sorted(names))
    assert list(place_names(*names)) == list(place_names(*sorted(names)))


def test_the_gazetteer_is_sound() -> None:
    for own in cities().values():
        assert all(-90 <= c.latitude <= 90 and -180 <= c.longitude <= 180 for c in own)
        assert all(c.country in countries() for c in own)
    assert all(-90 <= c.latitude <= 90 and -180 <= c.longitude <= 180 for c in countries().values())
    assert key("Xi’an") == key("Xi'an") and key("Reykjavík") in cities()
