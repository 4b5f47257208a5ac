"""What titles and appositions tell of a chain: its roles, and what a later description can ask for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsledger.annotate.annotation import Span
from newsledger.annotate.mentions import tables
from newsledger.annotate.mentions.chains import PLACES, Chain, body_noun, gender
from newsledger.annotate.mentions.names import Name
from newsledger.annotate.mentions.nominals import Nominal
from newsledger.annotate.mentions.referents import Referent
from newsledger.annotate.mentions.roles import Role
from newsledger.annotate.mentions.words import Word


@dataclass(slots=True)
class Placed:
    """A name with the words of its sentence."""

    name: Name
    sentence: int
    words: list[Word]


def make_referent(number: int, chain: Chain) -> Referent:
    longest = max((n.text for n in chain.names), key=lambda t: (len(t), t))
    words = longest.split()
    lower = frozenset(w.lower() for w in words)
    states = frozenset(s for w in words for s in [tables.state_of_name(w)] if s)
    return Referent(
        number,
        chain.kind,
        lower,
        body_noun(longest),
        states,
        gender=gender(chain),
        first=chain.start,
        known=chain.known,
    )


def role_words(words: Sequence[Word], role: Role) -> tuple[str, frozenset[str], frozenset[str]]:
    """A role as a description asks for it: its noun, its modifiers, the states it names."""
    inside = words[role.first : role.last]
    states = {tables.known_names()[w.text].state for w in inside if w.text in tables.known_names()}
    states.add(tables.state_of_role(role.noun))
    return role.noun, frozenset(w.lower for w in inside), frozenset(s for s in states if s)


def best_role(p: Placed, kind: str, text: str) -> str | None:
    """The words of the title or apposition that says what the thing of this kind is."""
    roles = own_roles(p, kind)
    if not roles:
        return None
    role = max(roles, key=lambda r: (r.kind == "PERSON", r.last - r.first, -r.first))
    return text[p.words[role.first].start : p.words[role.last - 1].end]


def own_roles(p: Placed, kind: str) -> list[Role]:
    """The titles and appositions that can be of a thing of this kind."""
    return [r for r in p.name.roles if fits_kind(r, kind) and not is_courtesy(r)]


def role_spans(p: Placed, kind: str) -> tuple[Span, ...]:
    """Where they stand in the article."""
    spans = {Span(p.words[r.first].start, p.words[r.last - 1].end) for r in own_roles(p, kind)}
    return tuple(sorted(spans))


def fits_kind(role: Role, kind: str) -> bool:
    """Whether a description can be of a name of this kind."""
    if role.noun in tables.either():
        return kind in ("PERSON", "ORG")
    return role.kind == kind or (role.kind in PLACES and kind in PLACES)


def is_courtesy(role: Role) -> bool:
    """ "Mr.", "Ms.": no role."""
    title = tables.titles().get(role.noun)
    return title is not None and not title.role


def is_bare(nominal: Nominal) -> bool:
    """ "the official": definite, and nothing but the noun."""
    return nominal.definite and not nominal.owned and not nominal.modifiers and not nominal.states


def stands_alone(nominal: Nominal) -> bool:
    """Whether a description that names nobody is kept: one that speaks, or an arm of a state."""
    if nominal.speaks:
        return True
    arm = tables.roles().org.get(nominal.noun) in ("state", "force")
    return arm and nominal.definite and not nominal.owned and not nominal.plural
