"""Folding of spellings."""

from __future__ import annotations

import pytest

from newsledger.annotate.mentions.spelling import folded, same_given


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
