"""Folding of spellings."""

from __future__ import annotations

import pytest

from newsledger.annotate.mentions.spelling import folded, same_given, sounded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei", "Sergey"),
        ("Kovalskyy", "Kovalskiy"),
        ("Kovalsky", "Kovalskiy"),
        ("Kristiaansen", "Kristiansen"),
        ("Wikström", "Vikstrom"),
        ("Mahmoud", "Mahmud"),
        ("Thomas", "Tomas"),
        ("Kyiv", "Kiev"),
        ("Åse", "Aase"),
    ],
)
def test_spellings_of_one_name_fold_together(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("Petrin", "Pushkin"), ("Dmitry", "Dmytro"), ("Karin", "Eva")])
def test_other_names_do_not(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_given_names_agree_by_initial_and_pet_form() -> None:
    assert same_given("I.", "Ingrid")
    assert same_given("Bill", "William")
    assert not same_given("Tora", "Emil")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zheljanov", "Zhelyanov"),
        ("Victor", "Wiktor"),
        ("Juri", "Yuri"),
        ("Schewtschenko", "Shevchenko"),
        ("Filip", "Philip"),
        ("Xenia", "Ksenia"),
        ("Rachmanov", "Rakhmanov"),
        ("Jukov", "Zhukov"),
    ],
)
def test_names_written_down_for_two_languages_sound_alike(one: str, other: str) -> None:
    assert sounded(one) == sounded(other)


def test_other_names_sound_otherwise() -> None:
    assert sounded("Berger") != sounded("Bergman")
    assert sounded("Petrov") != sounded("Petrova")
