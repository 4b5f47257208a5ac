"""Physical units by pint: what a unit measures, and how numbers of it read in another one.

A figure keeps its unit as written. Two figures in different units are compared in base units, and a number is
then as exact as it was rounded: 10 miles are 16 kilometres.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from typing import Any

from newsledger.annotate.figures.tables import units

ROUNDED = 0.05  # of a number, by which writers round what they convert
POWERS = {("square", "length"): "area", ("cubic", "length"): "volume"}
EXPONENTS = {"square": 2, "cubic": 3}


@dataclass(frozen=True, slots=True)
class Scale:
    """A unit's readings as (factor, offset) to the base unit of its dimension: two for a ton."""

    readings: tuple[tuple[float, float], ...]

    def base(self, value: float) -> float:
        """The value in the base unit, by the first reading."""
        factor, offset = self.readings[0]
        return value * factor + offset

    def interval(self, low: float, high: float) -> tuple[float, float]:
        """What a value between two numbers can be in the base unit."""
        ends = [n * factor + offset for factor, offset in self.readings for n in (low, high)]
        return min(ends), max(ends)


@functools.cache
def registry() -> Any:
    """Pint's units; loaded where a unit is first compared, for it takes half a second."""
    import pint

    return pint.UnitRegistry(cache_folder=None, autoconvert_offset_to_baseunit=True)


@functools.cache
def _names() -> dict[str, tuple[str, ...]]:
    """The units' names for pint, by the ledger's name."""
    return {u.name: tuple(u.pint.split(", ")) for u in units().values() if u.pint != "-"}


@functools.cache
def dimension(unit: str, per: str | None = None) -> str:
    """What a unit measures, by which two of them convert: length, "area" of square miles, "speed" of miles per hour.

    It asks the table alone; empty where the unit is no physical one, or is per something that is no time.
    """
    power, _, bare = unit.rpartition(" ")
    measured = {u.name: u.dimension for u in units().values()}
    whole = measured.get(unit) or POWERS.get((power, measured.get(bare, "")), "")
    if not whole or not per:
        return whole
    if measured.get(f"{per}s") != "time":
        return ""
    return "speed" if whole == "length" else f"{whole} per time"


@functools.cache
def scale_of(unit: str, per: str | None = None) -> Scale:
    """The scale of a physical unit, or of a rate in it; KeyError where the table has none."""
    power, _, bare = unit.rpartition(" ")
    times = f"/({_names()[f'{per}s'][0]})" if per else ""
    if unit in _names():
        whole = [f"({name}){times}" for name in _names()[unit]]
    else:
        whole = [f"({name})**{EXPONENTS[power]}{times}" for name in _names()[bare]]
    base = [registry().Quantity(n, name).to_base_units().m for name in whole for n in (0.0, 1.0)]
    return Scale(tuple((float(b - a), float(a)) for a, b in zip(base[::2], base[1::2], strict=True)))


def rounded(low: float, high: float) -> tuple[float, float]:
    """The interval around a number, or a range, that its rounding leaves open."""
    return low - _slack(low), high + _slack(high)


def _slack(number: float) -> float:
    """Half a unit of the last place that is written, or what a writer who converts rounds away."""
    if not math.isfinite(number):
        return 0.0
    places = len(f"{number:.6f}".rstrip("0").partition(".")[2])
    return max(0.5 * 10.0**-places, abs(number) * ROUNDED)
