"""What each article says of each of its chains, as far as another article's chain can be compared with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TypeVar

from newsledger.annotate.annotation import Annotation, FoundMention
from newsledger.annotate.mentions import tables
from newsledger.annotate.mentions.chains import parts_of, suffix_of
from newsledger.annotate.mentions.datelines import usual
from newsledger.annotate.mentions.roles import noun_kind
from newsledger.annotate.mentions.spelling import plain
from newsledger.records import Article

WEAK = 2.6  # votes below which a kind is hardly more than the parser's guess
PERSON_GUESS = 3.2  # votes a mention for a person, up to which they are
GUESS = 2.0  # what the guess of an article weighs beside the clues of others


@dataclass
class Local:
    """One chain of one article; ``describe`` fills what follows from its mentions."""

    number: int
    article_id: str
    family_id: str | None
    mentions: list[FoundMention]
    forms: dict[str, int] = field(
        default_factory=dict
    )  # names only, datelines in their usual case; how often
    votes: dict[str, float] = field(default_factory=dict)
    roles: dict[str, int] = field(default_factory=dict)
    gender: str | None = None
    known: tables.Known | None = None
    parts: tuple[str, ...] = ()  # of the fullest name
    context: frozenset[str] = frozenset()  # the other names of the article
    named: bool = False
    text: str = ""  # the longest form of the name; of a description, its first words
    kind: str = ""

    def settle(self) -> None:
        """Draw the kind from the votes, as they now stand."""
        if self.known is not None:
            self.kind = self.known.kind
        elif self.votes:
            self.kind = max(sorted(self.votes), key=lambda kind: self.votes[kind])
        else:
            self.kind = self.mentions[0].kind

    @property
    def weight(self) -> float:
        return self.votes.get(self.kind, 0.0)

    @property
    def guessed(self) -> bool:
        """Whether nothing but capitals, the parser and a verb of saying make it a person, or a first word alone."""
        person = self.kind == "PERSON" and not self.roles
        return self.weight < WEAK or (person and self.weight <= PERSON_GUESS * sum(self.forms.values()))

    @cached_property
    def nouns(self) -> frozenset[str]:
        """The role nouns that its titles and appositions hold."""
        return frozenset(noun for role in self.roles for noun in nouns_in(role))

    @cached_property
    def states(self) -> frozenset[str]:
        """Codes of the states that its titles and appositions name."""
        return states_in(self.roles)

    @cached_property
    def names(self) -> frozenset[str]:
        """The forms of its name, as two spellings share them."""
        return frozenset(plain(form) for form in self.forms)

    @cached_property
    def suffixes(self) -> frozenset[str]:
        """ "jr" and the like, which tell a father from a son."""
        return frozenset(s for form in self.forms for s in [suffix_of(form)] if s)

    @property
    def start(self) -> int:
        return self.mentions[0].start


def local_chains(articles: Iterable[Article], annotations: Iterable[Annotation]) -> list[Local]:
    """Every chain of the pile, sorted by article id and first mention: an order that no input order changes."""
    annotations = list(annotations)
    mixed = (" ".join(m.text.split()) for a in annotations for m in a.mentions if m.form == "name")
    spelt = {
        form.upper(): form for form in sorted({form for form in mixed if not form.isupper()}, reverse=True)
    }
    families = {article.article_id: article.family_id for article in articles}
    chains = [
        chain
        for annotation in sorted(annotations, key=lambda a: a.article_id)
        for chain in chains_of(annotation, families.get(annotation.article_id), spelt)
    ]
    for number, chain in enumerate(chains):
        chain.number = number
    vote_on_kinds(chains)
    return chains


def vote_on_kinds(chains: Sequence[Local]) -> None:
    """The pile votes by name: where an article gives a kind no more than a guess, the votes of all count.

    A guess counts less than a clue, however often an article repeats the name.
    """
    votes: dict[str, dict[str, float]] = {}
    for chain in chains:
        if chain.named and chain.known is None:
            guess, told = chain.guessed, votes.setdefault(plain(chain.text), {})
            for kind, n in chain.votes.items():
                told[kind] = told.get(kind, 0.0) + (min(n / 2, GUESS) if guess else n)
    surnames = {plain(c.parts[-1]) for c in chains if c.kind == "PERSON" and len(c.parts) > 1}
    for chain in chains:
        weak = chain.weight < WEAK or (chain.guessed and plain(chain.text) not in surnames)
        if chain.named and chain.known is None and weak:
            pile = votes[plain(chain.text)]
            best = max(sorted(pile), key=lambda k: pile[k], default=None)
            if best is not None and pile[best] >= WEAK:
                chain.votes = {best: max(chain.weight, 0.1)}
                chain.settle()


def chains_of(annotation: Annotation, family_id: str | None, spelt: Mapping[str, str]) -> Iterator[Local]:
    """The mentions of one article by who is meant, each with what the article tells of him."""
    groups: dict[int, list[FoundMention]] = {}
    for mention in sorted(annotation.mentions, key=lambda m: (m.start, m.end)):
        groups.setdefault(mention.chain, []).append(mention)
    locals_ = [
        describe(Local(0, annotation.article_id, family_id, group), spelt) for group in groups.values()
    ]
    context = frozenset(key for chain in locals_ for key in [context_key(chain)] if key)
    for chain in locals_:
        chain.context = context
    yield from locals_


_parts = lru_cache(maxsize=65536)(parts_of)


def usual_form(form: str, spelt: Mapping[str, str]) -> str:
    """ "PORT SAID" as the pile spells it elsewhere; an acronym stays as it is."""
    if not form.isupper() or len(form) < 4 or form in tables.known_names():
        return form
    return spelt.get(form) or tables.shouted().get(form) or (usual(form) if " " in form else form)


def describe(chain: Local, spelt: Mapping[str, str]) -> Local:
    for mention in chain.mentions:
        if mention.form == "name":
            form = usual_form(" ".join(mention.text.split()), spelt)
            chain.forms[form] = chain.forms.get(form, 0) + 1
            entry = tables.known_names().get(form)
            if entry is not None and entry.kind == mention.kind:
                chain.known = chain.known or entry
            chain.votes[mention.kind] = chain.votes.get(mention.kind, 0.0) + mention.weight
        if mention.role:
            chain.roles[mention.role] = chain.roles.get(mention.role, 0) + 1
    genders = [m.gender for m in chain.mentions if m.gender and m.form == "name"]
    if genders:
        chain.gender = max(sorted(genders), key=genders.count)
    if chain.forms:
        chain.parts = max(map(_parts, chain.forms), key=lambda p: (len(p), len(p[0]) if p else 0, p))
    chain.named = bool(chain.forms)
    chain.text = max(chain.forms, key=lambda form: (len(form), form), default=chain.mentions[0].text)
    chain.settle()
    return chain


Count = TypeVar("Count", int, float)


def summed(counts: Iterable[Mapping[str, Count]]) -> dict[str, Count]:
    """All counts together; ``Counter.update`` takes twice as long, and a pile has many counters of few entries."""
    total: dict[str, Count] = {}
    for own in counts:
        for key, n in own.items():
            total[key] = total.get(key, 0) + n
    return total


def context_key(chain: Local) -> str | None:
    """A name that says which story this is: states and single words say too little."""
    if not chain.named or chain.kind == "NORP":
        return None
    if chain.known is not None:
        return chain.known.key
    return plain(chain.text)


@lru_cache(maxsize=65536)
def nouns_in(role: str) -> tuple[str, ...]:
    """The role noun of a title or apposition, and the role that its last word is short for."""
    words = [w.lower() for w in role.replace("-", " - ").replace(" - ", "-").split()]
    for end in range(len(words), 0, -1):
        for begin in range(max(0, end - tables.roles().longest), end):
            noun = "_".join(words[begin:end])
            if noun_kind(noun) is not None:
                return (noun,)
    title = tables.titles().get(words[-1]) if words else None
    return (title.role,) if title is not None and title.role else ()


def states_in(roles: Iterable[str]) -> frozenset[str]:
    """Codes of the states that roles name ("Russian Foreign Minister")."""
    entries = (
        tables.known_names().get(word.removesuffix("'s").removesuffix("’s"))
        for role in roles
        for word in role.split()
    )
    return frozenset(entry.state for entry in entries if entry is not None and entry.state)
