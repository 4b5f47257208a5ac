"""The gazetteer under ``data/places``: a point for each state, and for cities with their country and size."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

from anyascii import anyascii

APOSTROPHES = str.maketrans("", "", "'’‘`")


@dataclass(frozen=True, slots=True)
class City:
    name: str
    country: str  # ISO 3166-1 code
    latitude: float
    longitude: float
    population: int
    capital: bool


@dataclass(frozen=True, slots=True)
class Country:
    name: str
    code: str
    latitude: float
    longitude: float
    of: str  # what the point is the middle of: land, capital


def key(name: str) -> str:
    """A name as it is compared: without diacritics, apostrophes and case."""
    return " ".join(anyascii(name).translate(APOSTROPHES).replace("-", " ").casefold().split())


@functools.lru_cache(maxsize=1)
def cities() -> dict[str, tuple[City, ...]]:
    """Cities by each of their names, the largest first."""
    found: dict[str, set[City]] = defaultdict(set)
    for row in lines("cities.tsv"):
        name, others, country, latitude, longitude, population, capital = [*row, ""][:7]
        city = City(name, country, float(latitude), float(longitude), int(population), capital == "capital")
        for spelling in [name, *others.split("|")]:
            if spelling:
                found[key(spelling)].add(city)
    return {name: tuple(sorted(own, key=by_size)) for name, own in found.items()}


def by_size(city: City) -> tuple[int, str, str, float, float]:
    return (-city.population, city.country, city.name, city.latitude, city.longitude)


@functools.lru_cache(maxsize=1)
def countries() -> dict[str, Country]:
    """States and territories by code."""
    return {
        code: Country(name, code, float(lat), float(lon), of)
        for code, name, lat, lon, of in lines("countries.tsv")
    }


@functools.lru_cache(maxsize=1)
def namesakes() -> dict[str, str]:
    """States with the name of a division of another state: the name, and that other state's code."""
    return dict(lines("namesakes.tsv"))


def lines(name: str) -> Iterator[list[str]]:
    """The rows of a table, comments left out."""
    text = resources.files("newsledger.data").joinpath("places", name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("# "):
            yield line.split("\t")
