"""The tables of words (data/times/vocabulary.toml): what they stand for is what the values need."""

import re

import pytest

from newsledger.annotate.times.lexicon import number, spoken_year, vocabulary


def test_months_and_weekdays_are_numbered_as_in_iso_8601() -> None:
    assert set(vocabulary()["month"].values()) == set(range(1, 13))
    assert set(vocabulary()["weekday"].values()) == set(range(1, 8))


def test_mods_are_those_of_the_standard() -> None:
    mods = {"BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS",
            "EQUAL_OR_MORE", "START", "MID", "END", "APPROX", ""}  # fmt: skip
    tables = vocabulary()
    assert {v for name in ("portion", "about", "sooner") for v in tables[name].values()} <= mods


def test_zones_are_offsets() -> None:
    assert all(re.fullmatch(r"Z|[+-]\d\d(\d\d)?|", zone) for zone in vocabulary()["zone"].values())


@pytest.mark.parametrize(
    ("words", "value"), [("twenty-five", 25), ("1,200", 1200), ("2 1/2", 2.5), ("a", 1), ("half an", 0.5)]
)
def test_numbers(words: str, value: float) -> None:
    assert number(words) == value


def test_years_as_they_are_spoken() -> None:
    assert [spoken_year(w) for w in ("nineteen eighty-seven", "eighteen hundred", "two thousand")] == [
        1987, 1800, 2000,
    ]  # fmt: skip
