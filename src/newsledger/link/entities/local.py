"""What each article says of each of its chains, as far as another article's chain can be compared with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsledger.annotate.annotation import Annotation, FoundMention
from newsledger.annotate.mentions import tables
from newsledger.annotate.mentions.chains import parts_of
from newsledger.annotate.mentions.datelines import usual
from newsledger.annotate.mentions.roles import noun_kind
from newsledger.annotate.mentions.spelling import plain
from newsledger.records import Article

WEAK = 2.6  # votes below which a kind is hardly more than the parser's guess


@dataclass(slots=True)
class Local:
    """One chain of one article."""

    number: int
    article_id: str
    family_id: str | None
    mentions: list[FoundMention]
    forms: Counter[str] = field(default_factory=Counter)  # names only, datelines in their usual case
    votes: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    gender: str | None = None
    known: tables.Known | None = None
    parts: tuple[str, ...] = ()  # of the fullest name
    context: frozenset[str] = frozenset()  # the other names of the article

    @property
    def named(self) -> bool:
        return bool(self.forms)

    @property
    def kind(self) -> str:
        if self.known is not None:
            return self.known.kind
        if self.votes:
            return max(sorted(self.votes), key=lambda kind: self.votes[kind])
        return self.mentions[0].kind

    @property
    def weight(self) -> float:
        return self.votes.get(self.kind, 0.0)

    @property
    def text(self) -> str:
        """The longest form of the name; of a description, its first words."""
        if self.forms:
            return max(self.forms, key=lambda form: (len(form), form))
        return self.mentions[0].text

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
    """The pile votes by name: where an article gives a kind no more than a guess, the votes of all count."""
    votes: dict[str, Counter[str]] = {}
    for chain in chains:
        if chain.named and chain.known is None:
            votes.setdefault(plain(chain.text), Counter()).update(chain.votes)
    for chain in chains:
        if chain.named and chain.known is None and chain.weight < WEAK:
            pile = votes[plain(chain.text)]
            kind = max(sorted(pile), key=lambda k: pile[k], default=None)
            if kind is not None and pile[kind] >= WEAK:
                chain.votes = Counter({kind: max(chain.weight, 0.1)})


def chains_of(annotation: Annotation, family_id: str | None, spelt: Mapping[str, str]) -> Iterator[Local]:
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


def usual_form(form: str, spelt: Mapping[str, str]) -> str:
    """ "PORT SAID" as the pile spells it elsewhere; an acronym stays as it is."""
    if not form.isupper() or len(form) < 4 or form in tables.known_names():
        return form
    return spelt.get(form) or tables.shouted().get(form) or (usual(form) if " " in form else form)


def describe(chain: Local, spelt: Mapping[str, str]) -> Local:
    for mention in chain.mentions:
        if mention.form == "name":
            form = usual_form(" ".join(mention.text.split()), spelt)
            chain.forms[form] += 1
            entry = tables.known_names().get(form)
            if entry is not None and entry.kind == mention.kind:
                chain.known = chain.known or entry
            chain.votes[mention.kind] += mention.weight  # type: ignore[assignment]
        if mention.role:
            chain.roles[mention.role] += 1
    genders = Counter(m.gender for m in chain.mentions if m.gender and m.form == "name")
    if genders:
        chain.gender = max(sorted(genders), key=lambda g: genders[g])
    if chain.forms:
        chain.parts = max(
            (parts_of(form) for form in chain.forms), key=lambda p: (len(p), len(p[0]) if p else 0, p)
        )
    return chain


def context_key(chain: Local) -> str | None:
    """A name that says which story this is: states and single words say too little."""
    if not chain.named or chain.kind == "NORP":
        return None
    if chain.known is not None:
        return chain.known.key
    return plain(chain.text)


def role_nouns(chain: Local) -> frozenset[str]:
    """The role nouns that its titles and appositions hold."""
    return frozenset(noun for role in chain.roles for noun in nouns_in(role))


def nouns_in(role: str) -> Iterator[str]:
    words = [w.lower() for w in role.replace("-", " - ").replace(" - ", "-").split()]
    for end in range(len(words), 0, -1):
        for begin in range(max(0, end - tables.roles().longest), end):
            noun = "_".join(words[begin:end])
            if noun_kind(noun) is not None:
                yield noun
                return
    title = tables.titles().get(words[-1]) if words else None
    if title is not None and title.role:
        yield title.role


def states_in(roles: Sequence[str]) -> frozenset[str]:
    """Codes of the states that roles name ("Russian Foreign Minister")."""
    entries = (
        tables.known_names().get(word.removesuffix("'s").removesuffix("’s"))
        for role in roles
        for word in role.split()
    )
    return frozenset(entry.state for entry in entries if entry is not None and entry.state)
