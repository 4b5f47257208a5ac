"""Which names of one article name the same: exact forms, surnames, acronyms, shortened forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from newsledger.annotate.mentions import tables
from newsledger.annotate.mentions.names import Name, ends_name
from newsledger.annotate.mentions.spelling import folded, plain, same_given

KINDS = ("PERSON", "ORG", "GPE", "LOC", "NORP", "EVENT", "OTHER")
PLACES = frozenset(("GPE", "LOC"))
GUESSED = 2.0  # votes for a person that the parser's label and a verb of saying come to, for one mention
WEAK = 1.5  # votes that a preposition and the parser's label come to, for one mention


@dataclass(slots=True)
class Chain:
    """The names of one referent in one article."""

    key: str
    names: list[Name] = field(default_factory=list)
    votes: dict[str, float] = field(default_factory=dict)
    parts: tuple[str, ...] = ()  # of the fullest form, titles and suffixes left out
    into: Chain | None = None  # the chain it was merged into

    @property
    def kind(self) -> str:
        best = max(KINDS, key=lambda kind: (self.votes.get(kind, 0.0), -KINDS.index(kind)))
        return best if self.votes.get(best, 0.0) > 0 else "OTHER"

    @property
    def known(self) -> bool:
        return any(name.known is not None for name in self.names)

    @property
    def start(self) -> int:
        return min(name.start for name in self.names)

    def root(self) -> Chain:
        chain = self
        while chain.into is not None:
            chain = chain.into
        return chain


PET_NAME = re.compile(r" [\"“‘'] ?\w+ ?[\"”’'] ")


def parts_of(text: str) -> tuple[str, ...]:
    """The parts of a personal name that identify: kept titles and suffixes fall away."""
    parts = [p for p in PET_NAME.sub(" ", text).replace(",", " ").split() if plain(p)]
    while len(parts) > 1 and plain(parts[-1]) in tables.closed("suffixes"):
        parts.pop()
    while len(parts) > 1 and parts[0].lower() in tables.titles() and not ends_name(parts[-1].lower()):
        parts.pop(0)
    return tuple(parts)


def suffix_of(text: str) -> str:
    """ "jr" of "Karl Roe Jr."; "" where there is none."""
    last = plain(text.rpartition(" ")[2])
    return last if last in tables.closed("suffixes") else ""


def two_genders(names: Sequence[Name]) -> frozenset[str]:
    """Single names that bear titles of both genders: "Mr. Roe" and "Mrs. Roe" are two."""
    told: dict[str, set[str]] = {}
    for name in names:
        if name.gender and name.known is None and len(name.text.split()) == 1:
            told.setdefault(plain(name.text), set()).add(name.gender)
    return frozenset(text for text, genders in told.items() if len(genders) > 1)


def chain_names(names: Sequence[Name], text: str) -> dict[int, Chain]:
    """A chain for each name, by the number of the name in ``names``."""
    chains: dict[str, Chain] = {}
    home: list[Chain] = []
    couples = two_genders(names)
    near = bearers_near(names, text)
    for name in names:
        key = name.known.key if name.known else near.get(name.start) or plain(name.text)
        if key in couples and name.gender:
            key = f"{key} {name.gender}"
        chain = chains.setdefault(key, Chain(key))
        chain.names.append(name)
        chain.parts = chain.parts or parts_of(name.text)
        for kind, weight in name.votes.items():
            chain.votes[kind] = chain.votes.get(kind, 0.0) + weight
        home.append(chain)
    loose = sorted(chains.values(), key=lambda c: (c.start, c.key))
    join_acronyms(loose, text)
    join_persons(loose)
    join_short_forms(loose, text)
    return {number: chain.root() for number, chain in enumerate(home)}


def merge(child: Chain, parent: Chain, why: str) -> None:
    """Make ``child`` part of ``parent``; its votes count for it."""
    child, parent = child.root(), parent.root()
    if child is parent:
        return
    child.into = parent
    for name in child.names:
        name.why = name.why or why
    parent.names.extend(child.names)
    for kind, weight in child.votes.items():
        if parent.kind != "PERSON" or kind == "PERSON":
            parent.votes[kind] = parent.votes.get(kind, 0.0) + weight


def open_chains(chains: Iterable[Chain]) -> list[Chain]:
    return [chain for chain in chains if chain.into is None]


# --- persons -----------------------------------------------------------------------------------------


def join_persons(chains: Sequence[Chain]) -> None:
    """Full names that spell one name, then surnames and given names alone, each only where one bearer fits."""
    full = [c for c in open_chains(chains) if not c.known and c.votes.get("PERSON", 0.0) >= 1.0]
    full = [c for c in full if c.kind == "PERSON" and len(c.parts) > 1]
    by_surname: dict[str, list[Chain]] = {}
    for chain in full:
        bearers = by_surname.setdefault(folded(chain.parts[-1]), [])
        twin = next((c for c in bearers if same_person(c, chain)), None)
        if twin is not None:
            merge(chain, twin, "spelling")
        else:
            bearers.append(chain)
    by_given: dict[str, list[Chain]] = {}
    for chain in open_chains(full):
        by_given.setdefault(plain(chain.parts[0]), []).append(chain)
    for chain in open_chains(chains):
        if not chain.known and len(chain.parts) == 1 and could_be_person(chain):
            join_single(chain, by_surname, by_given)


def same_person(one: Chain, other: Chain) -> bool:
    """Whether two full names of one surname can be one person's: a "Jr." is not the one without."""
    if suffix_of(one.names[0].text) != suffix_of(other.names[0].text):
        return plain(one.parts[0]) != plain(other.parts[0]) and same_given(one.parts[0], other.parts[0])
    return same_given(one.parts[0], other.parts[0]) or prefixed(one, other)


def prefixed(one: Chain, other: Chain) -> bool:
    """ "State Jane Roe" beside "Jane Roe": a capital word before a given name that is none itself."""
    short, long = sorted((one.parts, other.parts), key=len)
    return (
        len(short) == 2
        and len(long) == 3
        and plain(long[1]) == plain(short[0])
        and plain(long[0]) not in tables.given_names()
    )


def could_be_person(chain: Chain) -> bool:
    """A single word that its context does not place: the parser's label alone decides nothing."""
    person = chain.votes.get("PERSON", 0.0)
    place = max(chain.votes.get("GPE", 0.0), chain.votes.get("LOC", 0.0))
    return person >= place or (person >= 0.0 and place <= WEAK * len(chain.names))


def bearers_near(names: Sequence[Name], text: str) -> dict[int, str]:
    """Where a surname that several people bear stands alone: by its offset, whom the paragraph names in full."""
    found: dict[int, str] = {}
    bearers: dict[str, dict[str, Name]] = {}
    full = [(n, parts_of(n.text)) for n in names if n.known is None and len(n.text.split()) > 1]
    for name, parts in full:
        if len(parts) > 1:
            bearers.setdefault(folded(parts[-1]), {}).setdefault(plain(name.text), name)
    shared = {surname for surname, people in bearers.items() if several(people.values())}
    here: dict[str, dict[str, Name]] = {}  # by surname, who was named in full in the paragraph
    end = -1
    for name in sorted(names, key=lambda n: n.start):
        if name.start > end:
            here, end = {}, text.find("\n", name.start)
            end = len(text) if end < 0 else end
        parts = parts_of(name.text)
        surname = folded(parts[-1]) if parts and name.known is None else ""
        if surname not in shared:
            continue
        if len(parts) > 1:
            here.setdefault(surname, {})[plain(name.text)] = name
        elif (people := here.get(surname)) and not several(people.values()):
            key, bearer = next(iter(people.items()))
            if not (name.gender and bearer.gender and name.gender != bearer.gender):
                found[name.start], name.why = key, "surname"
    return found


def several(people: Iterable[Name]) -> bool:
    """Whether full names of one surname are of more than one person."""
    given = [parts_of(name.text)[0] for name in people]
    return any(not same_given(given[0], other) for other in given[1:])


def join_single(chain: Chain, by_surname: dict[str, list[Chain]], by_given: dict[str, list[Chain]]) -> None:
    bearers = [c for c in by_surname.get(folded(chain.parts[0]), []) if agree(chain, c)]
    bearers = [c for c in bearers if not introduced_apart(chain, c)]
    if len(bearers) > 1:
        bearers = earlier(chain, bearers) or bearers
    if len(bearers) == 1:
        merge(chain, bearers[0], "surname")
        return
    if bearers:
        return
    named = [c for c in by_given.get(plain(chain.parts[0]), []) if agree(chain, c)]
    if len(named) == 1 and chain.kind == "PERSON":
        merge(chain, named[0], "given name")


def introduced_apart(chain: Chain, bearer: Chain) -> bool:
    """ "Sen. Roe, who asked, and D. Roe": a surname with an office of its own, before the bearer is named at all."""
    first = min(chain.names, key=lambda n: n.start)
    office = {r.noun for r in first.roles if r.kind == "PERSON" and titled_office(r.noun)}
    return (
        bool(office)
        and first.start < bearer.start
        and not office & {r.noun for n in bearer.names for r in n.roles}
    )


def titled_office(noun: str) -> bool:
    """Whether a noun is an office, not a courtesy."""
    title = tables.titles().get(noun)
    return title is None or bool(title.role)


def earlier(chain: Chain, bearers: Sequence[Chain]) -> list[Chain]:
    """Of several bearers of a surname, the only one named before it stands alone."""
    return [c for c in bearers if c.start < chain.start]


def agree(one: Chain, other: Chain) -> bool:
    """Whether the genders that titles and given names tell can be one person's."""
    a, b = gender(one), gender(other)
    return a is None or b is None or a == b


def gender(chain: Chain) -> str | None:
    genders = [n.gender for n in chain.names if n.gender]
    return max(sorted(set(genders)), key=genders.count) if genders else None


# --- bodies and places -------------------------------------------------------------------------------


def body_noun(text: str) -> str:
    """The noun of a body's name: the last word, or the one before "of" or "for" ("bank" of the Bank of X)."""
    words = [plain(word) or word for word in text.lower().split()]
    ends = [n for n, word in enumerate(words) if word in ("of", "for", "in") and n > 0]
    return words[ends[0] - 1] if ends else words[-1]


def initials(text: str) -> str:
    return "".join(
        w[0]
        for w in re.split(r"[\s\-]+", text)
        if w.lower() not in tables.closed("small") and w[:1].isupper()
    ).upper()


def join_acronyms(chains: Sequence[Chain], text: str) -> None:
    """ "Long Name (LN)", "the Long Name, known as the LN", and an acronym with one long name to fit."""
    long = [c for c in chains if len(c.parts) > 1 and not c.known]
    for chain in chains:
        form = plain(chain.names[0].text).replace(" ", "").upper()
        if (
            chain.known
            or len(chain.parts) != 1
            or not chain.names[0].text.replace(".", "").isupper()
            or len(form) < 2
        ):
            continue
        fits = [
            c for c in long if c.into is None and form in (initials(c.names[0].text), initials_with_small(c))
        ]
        beside = [c for c in long if c.into is None and defines(c, chain, text)]
        fits = [c for c in fits if c.kind not in (*PLACES, "PERSON", "NORP")]
        if len(beside) == 1 and len(form) < 7:
            merge(chain, beside[0], "acronym")
        elif len(fits) == 1 and len(form) > 2:
            merge(chain, fits[0], "acronym")


def initials_with_small(chain: Chain) -> str:
    return initials_of_all(chain.names[0].text)


def initials_of_all(text: str) -> str:
    """The first letters of a name, small words included."""
    return "".join(w[0] for w in text.split()).upper()


def defines(long: Chain, short: Chain, text: str) -> bool:
    """Whether the acronym follows a mention of the long name as its other name, and shares its first letter."""
    if short.names[0].text[0].upper() not in initials_with_small(long):
        return False
    for name in long.names:
        for other in short.names:
            gap = text[name.end : other.start] if name.end < other.start <= name.end + 40 else None
            if gap and gap.strip() and tables.definition().match(gap):
                return True
    return False


def join_short_forms(chains: Sequence[Chain], text: str) -> None:
    """ "the Courier" for the Harbour Courier, "Marie" for Port Marie: where one longer name of a kind fits."""
    longer: dict[str, list[Chain]] = {}
    for chain in open_chains(chains):
        if len(chain.parts) > 1 and chain.kind in ("ORG", "GPE", "LOC", "EVENT"):
            for part in {plain(chain.parts[0]), plain(chain.parts[-1])}:
                longer.setdefault(part, []).append(chain)
    for chain in open_chains(chains):
        if chain.known or len(chain.parts) != 1 or is_common(chain):
            continue
        fits = [c for c in longer.get(plain(chain.parts[0]), []) if short_for(chain, c)]
        if len(fits) == 1 and f" {chain.parts[0].lower()} " not in text:  # else a common word
            merge(chain, fits[0], "short form")


def is_common(chain: Chain) -> bool:
    word = plain(chain.parts[0])
    return word in tables.words("place_first") or word in tables.words("not_short")


def short_for(chain: Chain, long: Chain) -> bool:
    word = plain(chain.parts[0])
    if long.kind in PLACES:
        generic = plain(long.parts[0]) in tables.words("place_short") and plain(long.parts[-1]) == word
        place = max(chain.votes.get("GPE", 0.0), chain.votes.get("LOC", 0.0))
        other = max(chain.votes.get("PERSON", 0.0), chain.votes.get("ORG", 0.0) - WEAK, 0.0)
        return generic and place >= other and long.start != chain.start
    if len(word) < 4 or not (plain(long.parts[0]) == word or word in tables.body_words()["newspaper"]):
        return False
    if chain.kind == "PERSON":  # A person is introduced by a full name; a body by its own.
        return (
            long.start < chain.start
            and chain.votes["PERSON"] <= GUESSED * len(chain.names)
            and not titled(chain)
        )
    return chain.kind in (long.kind, "OTHER")


def titled(chain: Chain) -> bool:
    return any(name.titled or name.gender or name.roles for name in chain.names)
