"""Where the places of the pile lie: names looked up in the gazetteer, and told apart by the countries at hand.

A person or an organisation has no place, and a name that the gazetteer does not know gets none. Of several
places of one name, the one in a country that the same articles speak of is meant; where that leaves more than
one and none stands out by size, the row says so and has no coordinates.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from newsledger.annotate.mentions.tables import known_names
from newsledger.link.gazetteer import City, Country, cities, countries, key, namesakes
from newsledger.records import Article, Entity, Mention, Place

PLACES = ("GPE", "LOC")
KNOWN_WIDELY = (
    500_000  # people; a smaller city is meant only where its country is spoken of, unless a capital
)
FAR_LARGER = 10  # times as large as every other of the name: meant whatever countries are named
LARGER = 3  # times as large as the next, among those that the context leaves


def place_entities(
    *, entities: tuple[Entity, ...], mentions: tuple[Mention, ...], articles: tuple[Article, ...]
) -> Mapping[str, tuple[Place, ...]]:
    """One row for each entity that the gazetteer knows as a state or a city."""
    pile = {a.article_id for a in articles}
    named: dict[str, list[Mention]] = defaultdict(list)
    for m in mentions:
        if m.form == "name" and m.article_id in pile:
            named[m.entity_id].append(m)
    spoken_of = countries_named(entities, named)
    rows = []
    for entity in sorted(entities, key=lambda e: e.entity_id):
        if entity.kind in PLACES:
            where = {m.article_id for m in named[entity.entity_id]}
            near = {code for code, articles_of in spoken_of.items() if articles_of & where}
            found = placed(entity, spellings(entity, named[entity.entity_id]), near, set(spoken_of))
            rows += [found] if found else []
    return {"places": tuple(rows)}


def countries_named(
    entities: Iterable[Entity], named: Mapping[str, Iterable[Mention]]
) -> dict[str, set[str]]:
    """The states that the pile speaks of by name, people or seat of government, and in which articles.

    A capital is no witness: that London is meant is what its country has to show.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        own = list(named.get(entity.entity_id, ()))
        for name in {entity.name, *(m.text for m in own)}:
            known = known_names().get(name)
            if known and known.state and not known.key.startswith("capital:"):
                found[known.state].update(m.article_id for m in own)
    return {code: where for code, where in sorted(found.items()) if where}


def spellings(entity: Entity, named: Iterable[Mention]) -> list[str]:
    """The entity's name, then its other spellings, the commonest first."""
    often = Counter(m.text for m in named)
    return [entity.name, *(name for name, _ in sorted(often.items(), key=lambda p: (-p[1], p[0])))]


def placed(entity: Entity, names: list[str], near: Collection[str], pile: Collection[str]) -> Place | None:
    """The row of one entity; None where no spelling is in the gazetteer, or it is a region or a people."""
    for name in names:
        known = known_names().get(name)
        if known and known.key.startswith("state:") and known.state in countries():
            return of_country(entity, countries()[known.state], near)
        candidates = cities().get(key(name), ())
        told = known is not None and not known.key.startswith("capital:")
        if known and told:  # the tables of names give the state of a city, and of a region that has none
            candidates = tuple(c for c in candidates if c.country == known.state)
        if candidates:
            return of_city(entity, *choose(candidates, told, near, pile))
        if told:
            return None
    return None


def of_country(entity: Entity, country: Country, near: Collection[str]) -> Place:
    other = namesakes().get(country.name)
    if other in near:
        reason = (
            f"left open, a part of {countries()[str(other)].name}, which is named beside it, has the name too"
        )
        return Place(entity_id=entity.entity_id, name=country.name, kind="country", reason=reason)
    what = "its capital" if country.of == "capital" else "the middle of its largest piece of land"
    return Place(
        entity_id=entity.entity_id,
        name=country.name,
        kind="country",
        country=country.code,
        latitude=country.latitude,
        longitude=country.longitude,
        reason=f"a state or territory; the point is {what}",
    )


def of_city(entity: Entity, city: City | None, reason: str) -> Place:
    return Place(
        entity_id=entity.entity_id,
        name=city.name if city else entity.name,
        kind="city",
        country=city.country if city else None,
        latitude=city.latitude if city else None,
        longitude=city.longitude if city else None,
        reason=reason,
    )


def choose(
    candidates: tuple[City, ...], told: bool, near: Collection[str], pile: Collection[str]
) -> tuple[City | None, str]:
    """One of the cities of a name, the largest first, and why; or none, and why.

    ``told``: that the tables of names give the country.
    """
    first = candidates[0]
    noted = told or first.capital or first.population >= KNOWN_WIDELY
    if noted and all(first.population >= FAR_LARGER * c.population for c in candidates[1:]):
        return first, said(
            first, "the only one of the name" if len(candidates) == 1 else "by far the largest"
        )
    for where, words in ((near, "the same articles"), (pile, "the pile")):
        here = [c for c in candidates if c.country in where]
        if here and (len(here) == 1 or here[0].population >= LARGER * here[1].population):
            return here[0], said(here[0], f"its country is named in {words}")
        if here:
            return None, several(here)
    if noted and (len(candidates) == 1 or first.population >= LARGER * candidates[1].population):
        return first, said(first, "the largest of the name, and no country of another one is named")
    if len(candidates) > 1:
        return None, several(candidates)
    return None, f"{first.name} ({first.country}) has the name, but its country is not named in the pile"


def said(city: City, why: str) -> str:
    return f"{'capital' if city.capital else 'city'} in {countries()[city.country].name}: {why}"


def several(candidates: Iterable[City]) -> str:
    places = ", ".join(f"{c.name} ({c.country}, {c.population:,} people)" for c in list(candidates)[:4])
    return f"left open, several places have the name and none stands out: {places}"
