"""The name tables under ``data/names``, loaded once: territories, bodies, roles, titles, given names, keywords."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True)
class Known:
    """An entry of the tables. ``key`` names the referent: equal keys are one entity whatever the spelling."""

    key: str  # "state:UA", "capital:UA", "people:UA", "region:Crimea", "seat:Kremlin", "org:NATO"
    name: str
    kind: str
    state: str | None = None  # ISO 3166-1 code of the state it belongs to or speaks for


def lines(name: str) -> Iterator[list[str]]:
    """The rows of a tab-separated table, comments and blank lines left out."""
    text = resources.files("newsledger.data").joinpath("names", name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@functools.cache
def toml(name: str) -> dict[str, object]:
    text = resources.files("newsledger.data").joinpath("names", name).read_text(encoding="utf-8")
    return tomllib.loads(text)


def split(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


@functools.lru_cache(maxsize=1)
def known_names() -> dict[str, Known]:
    """Every spelling in the tables of states, regions, seats and organisations."""
    table: dict[str, Known] = {}
    for code, name, others, people, capital in lines("states.tsv"):
        for spelling in [name, *split(others)]:
            table.setdefault(spelling, Known(f"state:{code}", name, "GPE", code))
        for spelling in split(people):
            table.setdefault(spelling, Known(f"people:{code}", split(people)[0], "NORP", code))
        for spelling in split(capital):
            table.setdefault(spelling, Known(f"capital:{code}", split(capital)[0], "GPE", code))
    for kind, name, others, people, state in lines("regions.tsv"):
        for spelling in [name, *split(others)]:
            table.setdefault(spelling, Known(f"region:{name}", name, place_kind(kind), state or None))
        for spelling in split(people):
            table.setdefault(spelling, Known(f"people:{name}", split(people)[0], "NORP", None))
    for kind, name, others, state in lines("seats.tsv"):
        for spelling in [name, *split(others)]:
            table.setdefault(spelling, Known(f"seat:{name}", name, kind, state or None))
    for name, others in lines("organisations.tsv"):
        for spelling in [name, *split(others)]:
            table.setdefault(spelling, Known(f"org:{name}", name, "ORG"))
    for name, others in lines("peoples.tsv"):
        for spelling in [name, *split(others)]:
            table.setdefault(spelling, Known(f"people:{name}", name, "NORP"))
    for spelling in ("Male", "IS"):  # Common words when they stand alone.
        table.pop(spelling, None)
    return table


def place_kind(kind: str) -> str:
    return kind


@functools.lru_cache(maxsize=1)
def known_by_first() -> dict[str, tuple[tuple[tuple[str, ...], Known], ...]]:
    """The same by first word, longest spelling first, for matching along a sentence."""
    table: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
    for spelling, entry in known_names().items():
        words = tuple(spelling.replace("’", "'").replace("'s ", " 's ").split())
        table.setdefault(words[0], []).append((words, entry))
    return {first: tuple(sorted(rows, key=lambda r: (-len(r[0]), r[0]))) for first, rows in table.items()}


@functools.lru_cache(maxsize=1)
def shouted() -> dict[str, str]:
    """Upper-case spellings, as datelines have them, to the usual ones."""
    return {name.upper(): name for name in sorted(known_names()) if len(name) > 3}


@functools.lru_cache(maxsize=1)
def cities() -> frozenset[str]:
    return frozenset(row[0] for row in lines("cities.txt"))


@functools.lru_cache(maxsize=1)
def given_names() -> dict[str, str]:
    """Given name, lower case, to female, male or any."""
    return {name.lower(): gender for gender, names in lines("first_names.tsv") for name in names.split()}


@dataclass(frozen=True, slots=True)
class Title:
    role: str
    gender: str | None
    kept: bool


@functools.lru_cache(maxsize=1)
def titles() -> dict[str, Title]:
    table = {}
    for row in lines("titles.tsv"):
        word, role, gender, kept = [*row, "", "", ""][:4]
        table[word] = Title(role, gender or None, kept == "kept")
    return table


@functools.lru_cache(maxsize=1)
def nicknames() -> dict[str, frozenset[int]]:
    """Given name, lower case, to the numbers of the groups of forms it belongs to."""
    table: dict[str, set[int]] = {}
    for number, (row,) in enumerate(lines("nicknames.tsv")):
        for name in row.split():
            table.setdefault(name.lower(), set()).add(number)
    return {name: frozenset(groups) for name, groups in table.items()}


@functools.lru_cache(maxsize=1)
def respellings() -> tuple[tuple[str, str, str], ...]:
    return tuple((where, old, new) for where, old, new in lines("spelling.tsv"))


@functools.cache
def words(name: str) -> frozenset[str]:
    """A list of ``keywords.toml`` as a set."""
    return frozenset(str(toml("keywords.toml")[name]).split())


@functools.cache
def closed(name: str) -> frozenset[str]:
    """A list of ``grammar.toml`` as a set."""
    return frozenset(str(toml("grammar.toml")[name]).split())


@functools.lru_cache(maxsize=1)
def plurals() -> tuple[tuple[str, str], ...]:
    """Plural endings with what they come from."""
    rows = toml("grammar.toml")["plurals"]
    assert isinstance(rows, list)
    return tuple((ending, new) for ending, new in rows)


@functools.lru_cache(maxsize=1)
def body_spellings() -> tuple[tuple[str, str], ...]:
    rows = toml("grammar.toml")["body_spelling"]
    assert isinstance(rows, dict)
    return tuple(rows.items())


@functools.lru_cache(maxsize=1)
def definition() -> re.Pattern[str]:
    """What may stand between a body's name and the acronym that it defines."""
    return re.compile(str(toml("grammar.toml")["definition"]))


@functools.cache
def pronoun_class(name: str) -> frozenset[str]:
    section = toml("grammar.toml")["pronouns"]
    assert isinstance(section, dict)
    return frozenset(section[name].split())


@functools.lru_cache(maxsize=1)
def personal() -> dict[str, str]:
    """Personal pronouns of the third person to their gender."""
    return {word: gender for gender in ("male", "female") for word in pronoun_class(gender)}


@functools.lru_cache(maxsize=1)
def bodily() -> dict[str, str]:
    """Pronouns of bodies and groups to their number."""
    numbers = {"body": "singular", "bodies": "plural"}
    return {word: number for name, number in numbers.items() for word in pronoun_class(name)}


def relatives() -> frozenset[str]:
    """The relative pronouns that can speak."""
    return pronoun_class("relative")


@dataclass(frozen=True, slots=True)
class Roles:
    person: dict[str, str]  # noun, "_" between words -> class
    org: dict[str, str]
    group: frozenset[str]
    document: frozenset[str]
    synonym: dict[str, frozenset[str]]
    gender: dict[str, str]
    longest: int  # words in the longest noun


@functools.lru_cache(maxsize=1)
def roles() -> Roles:
    data = toml("roles.toml")
    sections = {
        name: {str(noun): str(row).split() for noun, row in rows.items()}
        for name, rows in data.items()
        if isinstance(rows, dict)
    }
    person = {noun: kind for kind, nouns in sections["person"].items() for noun in nouns}
    org = {noun: kind for kind, nouns in sections["org"].items() for noun in nouns}
    return Roles(
        person=person,
        org=org,
        group=frozenset(sections["group"]["group"]),
        document=frozenset(sections["document"]["document"]),
        synonym={noun.replace(" ", "_"): frozenset(nouns) for noun, nouns in sections["synonym"].items()},
        gender={noun: sex for sex, nouns in sections["gender"].items() for noun in nouns},
        longest=max(noun.count("_") + 1 for noun in [*person, *org]),
    )


def role_gender(noun: str) -> str | None:
    """The gender that a role noun tells, by its entry or its ending."""
    gender = roles().gender.get(noun)
    if gender is None and noun.endswith("woman"):
        return "female"
    return gender


@functools.lru_cache(maxsize=1)
def body_words() -> dict[str, frozenset[str]]:
    """Common noun for a body to the last words of names it may stand for."""
    section = toml("roles.toml")["body_words"]
    assert isinstance(section, dict)
    return {str(noun): frozenset(str(words).split()) for noun, words in section.items()}


@functools.lru_cache(maxsize=1)
def either() -> frozenset[str]:
    """Role nouns that describe persons and bodies alike."""
    section = toml("roles.toml")["either"]
    assert isinstance(section, dict)
    return frozenset(str(section["either"]).split())


@functools.lru_cache(maxsize=1)
def wikidata() -> dict[str, str]:
    """The Wikidata id of each state, by its key."""
    return {f"state:{code}": number for code, number in lines("wikidata.tsv")}


def state_of_name(word: str) -> str | None:
    """The state that a territory's name or adjective belongs to."""
    entry = known_names().get(word)
    return entry.state if entry is not None else None


def state_of_role(noun: str) -> str | None:
    """The state whose title it is, where only one gives it."""
    section = toml("roles.toml")["state_of"]
    return str(section[noun]) if isinstance(section, dict) and noun in section else None
