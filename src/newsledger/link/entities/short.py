"""Short forms of bodies' names across articles: the first words of a name, its initials, its head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsledger.annotate.mentions import tables
from newsledger.annotate.mentions.chains import PLACES, body_noun, initials, initials_of_all
from newsledger.annotate.mentions.spelling import plain
from newsledger.link.entities.clusters import Clusters
from newsledger.link.entities.local import WEAK, Local
from newsledger.link.entities.persons import shares

SHORTEST = 4  # letters of a single word that may stand for a longer name
LETTERS = 3  # of an acronym that nothing but its letters explains


def join_short_bodies(clusters: Clusters) -> None:
    """Each short form joins the one body of the pile that it fits, where their articles share names."""
    longer = index(clusters)
    others = taken(clusters)
    for chain in clusters.chains:
        if not chain.named or not (chain.kind == "ORG" or chain.weight < WEAK) or chain.kind in PLACES:
            continue
        if chain.known is None and plain(chain.text) in others:
            continue
        fits = list(dict.fromkeys(clusters.root(n) for n in fitting(chain, longer)))
        own = clusters.root(chain.number)
        if len(fits) == 1 and fits[0] != own and shares(clusters, chain, fits[0]):
            clusters.join(fits[0], chain.number, "the short form of a body's name")


def taken(clusters: Clusters) -> frozenset[str]:
    """Places and surnames of the pile: a body that bears one is not meant by it."""
    named = [c for c in clusters.chains if c.named]
    places = {plain(form) for c in named if c.kind in PLACES for form in c.forms}
    return frozenset(places | {plain(c.parts[-1]) for c in named if c.kind == "PERSON" and len(c.parts) > 1})


def index(clusters: Clusters) -> dict[tuple[str, str], list[int]]:
    """The chains of long names by the short forms that they may have."""
    longer: dict[tuple[str, str], dict[int, None]] = {}
    for chain in clusters.chains:
        if chain.named and chain.kind == "ORG":
            for form in chain.forms:
                for key in short_forms(form):
                    longer.setdefault(key, {})[chain.number] = None
    return {key: list(numbers) for key, numbers in longer.items()}


def short_forms(form: str) -> Iterator[tuple[str, str]]:
    words = plain(form).split()
    while len(words) > 2 and words[-1] in tables.words("legal_last"):
        words.pop()
    if len(words) < 2:
        return
    local = tables.roles().org.get(body_noun(form)) not in (None, "company", "press")
    for end in range(2 if local else 1, len(words)):  # "the Lunde Police" is not Lunde
        yield "begins", " ".join(words[:end])
    yield "letters", initials(form)
    yield "letters", initials_of_all(form)
    for n in range(1, len(words) - 1):
        if words[n - 1 : n + 1] == ["of", "the"]:
            yield "head", " ".join(words[n + 1 :])


def fitting(chain: Local, longer: dict[tuple[str, str], list[int]]) -> Iterable[int]:
    """The longer names that every form of the chain may stand for."""
    forms = sorted(chain.forms)
    if len(forms) != 1:
        return ()
    short = plain(forms[0])
    if is_acronym(forms[0]) and chain.known is None:
        return longer.get(("letters", short.replace(" ", "").upper()), ())
    if len(short.split()) > 1:
        return (*longer.get(("begins", short), ()), *longer.get(("head", short), ()))
    common = short in tables.words("not_short") or short in tables.words("place_first")
    if chain.known is not None or common or len(short) < SHORTEST:
        return ()
    return longer.get(("begins", short), ())


def is_acronym(form: str) -> bool:
    letters = form.replace(".", "")
    return LETTERS <= len(letters) <= 7 and letters.isalpha() and letters.isupper()
