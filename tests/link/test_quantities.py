"""One quantity in two units: compared in base units, as exactly as the numbers were rounded."""

from __future__ import annotations

import pytest

from newsledger.link.quantities import conflict, in_unit_of, quantity, same_number
from newsledger.records import Figure


def figure(value: float, unit: str, per: str | None = None, bound: str = "exact") -> Figure:
    return Figure(
        figure_id=f"{value} {unit}",
        article_id="a",
        start=0,
        end=1,
        text="x",
        value=value,
        unit=unit,
        per=per,
        bound=bound,
    )


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (figure(10, "miles"), figure(16, "kilometres")),
        (figure(500, "miles"), figure(800, "kilometres")),
        (figure(5, "feet"), figure(1.5, "metres")),
        (figure(100, "acres"), figure(40, "hectares")),
        (figure(2, "square miles"), figure(5, "square kilometres")),
        (figure(1000, "barrels"), figure(42000, "gallons")),
        (figure(1000, "gallons"), figure(4546, "litres")),
        (figure(10, "tons"), figure(10, "tonnes")),
        (figure(1000, "pounds"), figure(450, "kilograms")),
        (figure(100, "degrees Fahrenheit"), figure(38, "degrees Celsius")),
        (figure(75, "miles per hour"), figure(120, "kilometres", "hour")),
        (figure(5000, "barrels", "day"), figure(210000, "gallons", "day")),
    ],
)
def test_one_number_in_two_units(a: Figure, b: Figure) -> None:
    assert quantity(a) == quantity(b)
    assert same_number(a, b)
    assert not conflict(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (figure(10, "miles"), figure(30, "kilometres")),
        (figure(10, "miles"), figure(10, "kilometres")),
        (figure(100, "acres"), figure(100, "hectares")),
        (figure(100, "degrees Fahrenheit"), figure(48, "degrees Celsius")),
        (figure(5000, "barrels", "day"), figure(5000, "barrels", "hour")),
        (figure(20, "miles", bound="at least"), figure(20, "kilometres", bound="at most")),
    ],
)
def test_numbers_that_exclude_each_other(a: Figure, b: Figure) -> None:
    assert quantity(a) == quantity(b)
    assert not same_number(a, b)
    assert conflict(a, b)


def test_one_unit_is_compared_exactly() -> None:
    assert conflict(figure(10, "miles"), figure(10.2, "miles"))
    assert quantity(figure(2, "days")) != quantity(figure(48, "hours"))


def test_a_number_in_the_unit_of_another() -> None:
    assert in_unit_of(16, figure(16, "kilometres"), figure(10, "miles")) == 9.94
    assert in_unit_of(38, figure(38, "degrees Celsius"), figure(0, "degrees Fahrenheit")) == 100.4
