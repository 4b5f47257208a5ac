"""Units of measure: read as written, compared in base units."""

from __future__ import annotations

import subprocess
import sys

import pytest

from newsledger.annotate.figures import find_figures
from newsledger.annotate.figures.physical import dimension, registry
from newsledger.annotate.figures.tables import units
from newsledger.annotate.parse import parse_text


@pytest.mark.parametrize(
    ("text", "value", "unit", "words"),
    [
        ("The mercury reached 40°C at the pier.", 40, "degrees Celsius", "40°C"),
        ("It was 104F at the pier.", 104, "degrees Fahrenheit", "104F"),
        ("The night brought minus 12 degrees Celsius.", -12, "degrees Celsius", "minus 12 degrees Celsius"),
        ("The wind blew at 120km/h.", 120, "kilometres per hour", "120km/h"),
        ("The fire covers 300 sq km.", 300, "square kilometres", "300 sq km"),
        ("The shaft is 30m deep.", 30, "metres", "30m"),
        ("The plant makes 20GW of power.", 20, "gigawatts", "20GW"),
        ("The mast is 6ft 3in tall.", 6.25, "feet", "6ft 3in"),
        ("The yard used 2,000 kilowatt-hours.", 2000, "kilowatt hours", "2,000 kilowatt-hours"),
        ("Support fell by 5 percentage points.", 5, "percentage points", "5 percentage points"),
        (
            "The gauge showed 900 pounds per square inch.",
            900,
            "pounds per square inch",
            "900 pounds per square inch",
        ),
        ("The barge held 900 metric tons of rye.", 900, "tonnes", "900 metric tons"),
    ],
)
def test_reads_the_unit_as_written(text: str, value: float, unit: str, words: str) -> None:
    assert [(f.value, f.unit, f.text) for f in find_figures(parse_text(text), ())] == [(value, unit, words)]


def test_a_latitude_is_no_figure() -> None:
    assert find_figures(parse_text("The wreck lies at 30° north."), ()) == ()


def test_pint_knows_each_unit_and_gives_one_dimension_to_one_name() -> None:
    found: dict[str, set[str]] = {}
    for unit in units().values():
        for name in unit.pint.split(", ") if unit.pint != "-" else ():
            found.setdefault(unit.dimension, set()).add(str(registry()(name).dimensionality))
    assert all(len(dimensionalities) == 1 for dimensionalities in found.values())
    assert len(set().union(*found.values())) == len(found)


@pytest.mark.parametrize(
    ("unit", "per", "measured"),
    [
        ("square miles", None, "area"),
        ("cubic metres", None, "volume"),
        ("miles", "hour", "speed"),
        ("barrels", "day", "volume per time"),
        ("tonnes", "head", ""),
        ("people", None, ""),
    ],
)
def test_what_a_unit_measures(unit: str, per: str | None, measured: str) -> None:
    assert dimension(unit, per) == measured


def test_pint_is_loaded_only_where_units_meet() -> None:
    code = "import sys, newsledger.api, newsledger.link.figures, newsledger.assess.claims; print('pint' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
