"""Which named chain a description stands for: by role, by the words of the name, by state, most recent first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from newsledger.annotate.mentions import tables
from newsledger.annotate.mentions.nominals import Nominal

NEAR = 250  # characters back to a body of which nothing tells the class
CLOSE = 1200  # characters: two candidates nearer than this to each other leave it open


@dataclass(slots=True)
class Referent:
    """What an article says of one chain, as far as a description can ask for it."""

    chain: int
    kind: str
    name_words: frozenset[str]
    noun: str  # of a body's name: "bank" of the Bank of X
    states: frozenset[str] = frozenset()  # that the name names
    roles: list[tuple[str, frozenset[str], frozenset[str]]] = field(
        default_factory=list
    )  # noun, modifiers, states
    gender: str | None = None
    first: int = 0
    known: bool = False  # by the tables: a body of the world, not of this article
    seen: list[int] = field(default_factory=list)  # offsets of its mentions so far


def resolve(nominal: Nominal, referents: Sequence[Referent], exact: bool = False) -> Referent | None:
    """The referent of a definite description, None where none or more than one fits.

    ``exact`` asks for the very noun: an unnamed bearer of it was spoken of already.
    """
    if not nominal.definite or nominal.plural or (nominal.owned and not nominal.states):
        return None
    suited = [r for r in referents if suits(nominal, r)]
    if exact:
        suited = [r for r in suited if any(noun == nominal.noun for noun, _, _ in r.roles)]
    fits = [r for r in suited if r.seen]
    if not fits and len(suited) == 1 and (nominal.states or nominal.modifiers - tables.closed("fillers")):
        return suited[0]  # Named further on, and told apart by more than the noun.
    if len(fits) < 2:
        return fits[0] if fits else None
    fits.sort(key=lambda r: -r.seen[-1])
    same = [r for r in fits if any(noun == nominal.noun for noun, _, _ in r.roles)]
    if len(same) == 1:
        return same[0]
    best, second = fits[0], fits[1]
    if nominal.head - best.seen[-1] < CLOSE / 4 and best.seen[-1] - second.seen[-1] > CLOSE / 4:
        return best
    return None


def salient(nominal: Nominal, referents: Sequence[Referent]) -> Referent | None:
    """The body that "the company", "the agency" takes up though its name does not tell what it is.

    The one that its name or a description gives to the noun's class; failing that, the only body just named
    of which nothing speaks for another class. Two such leave it open.
    """
    if nominal.kind != "ORG" or nominal.plural or nominal.owned or not nominal.definite:
        return None
    if nominal.modifiers or nominal.states or nominal.tail:
        return None
    seen = [r for r in referents if r.kind == "ORG" and r.seen and not r.known]
    typed = [r for r in seen if nominal.noun in classes_of(r)]
    if typed:
        return typed[0] if len(typed) == 1 else None
    if nominal.noun not in tables.words("taken_up"):
        return None
    near = [r for r in seen if not classes_of(r) and nominal.head - r.seen[-1] < NEAR]
    return near[0] if len(near) == 1 else None


def classes_of(referent: Referent) -> frozenset[str]:
    """The common nouns that a body's name and roles allow."""
    told = {noun for noun, words in tables.body_words().items() if referent.noun in words}
    own = {referent.noun} if referent.noun in tables.roles().org else set()
    return frozenset(told | own | {noun for noun, _, _ in referent.roles})


def suits(nominal: Nominal, referent: Referent) -> bool:
    if nominal.kind != referent.kind and not (nominal.kind == "ORG" and referent.kind in ("ORG", "OTHER")):
        return False
    if nominal.gender and referent.gender and nominal.gender != referent.gender:
        return False
    asked = (nominal.modifiers | nominal.tail) - tables.closed("fillers")
    if referent.kind != "PERSON" and body_word(nominal.noun, referent) and nominal.states <= referent.states:
        return asked <= referent.name_words | all_modifiers(referent)
    return any(role_fits(nominal, asked, *role) for role in referent.roles)


def all_modifiers(referent: Referent) -> frozenset[str]:
    return frozenset(word for _, modifiers, _ in referent.roles for word in modifiers)


def body_word(noun: str, referent: Referent) -> bool:
    """Whether the body's name ends with the noun ("the board"), or with a word for such a body ("Line": company)."""
    return referent.noun == noun or referent.noun in tables.body_words().get(noun, frozenset())


def role_fits(
    nominal: Nominal, asked: frozenset[str], noun: str, modifiers: frozenset[str], states: frozenset[str]
) -> bool:
    if not same_role(nominal, noun, modifiers):
        return False
    if nominal.states and not nominal.states & states:
        return False
    own = frozenset(nominal.noun.split("_"))
    return asked - own <= modifiers | frozenset(noun.split("_")) | tables.closed("fillers")


def same_role(nominal: Nominal, noun: str, modifiers: frozenset[str]) -> bool:
    asked = nominal.noun
    if asked == noun:
        return True
    synonyms = tables.roles().synonym
    if asked == "diplomat" and "top" in nominal.modifiers:
        return noun in synonyms["top_diplomat"] and (noun != "minister" or "foreign" in modifiers)
    if noun in tables.closed("bare_only"):
        return noun in synonyms.get(asked, frozenset())
    parts = noun.split("_")
    if "_" not in asked and asked in (parts[0], parts[-1]):
        return True
    return noun in synonyms.get(asked, frozenset())
