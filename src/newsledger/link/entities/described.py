"""Descriptions that only the pile explains: what other articles call the names of this one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsledger.annotate.mentions import tables
from newsledger.annotate.mentions.chains import body_noun
from newsledger.annotate.mentions.spelling import plain
from newsledger.link.entities.bodies import undetermined
from newsledger.link.entities.clusters import Clusters
from newsledger.link.entities.local import Local, nouns_in, states_in
from newsledger.link.entities.naming import kind_of


def join_described(clusters: Clusters) -> None:
    """ "the aid agency", "the MBU leader" in an article that names the body or person without saying so."""
    roots = sorted({clusters.root(c.number) for c in clusters.chains})
    kinds = {root: kind_of(clusters.some(root)) for root in roots}
    called = {root: callings(clusters, root) for root in roots}
    present: dict[str, list[int]] = {}
    for chain in clusters.chains:
        if chain.named:
            present.setdefault(chain.article_id, []).append(clusters.root(chain.number))
    for chain in clusters.chains:
        words = definite(chain)
        if words is None:
            continue
        here = list(dict.fromkeys(present.get(chain.article_id, [])))
        fits = [r for r in here if kinds[r] == chain.kind and words in called[r]]
        fits = fits or holders(clusters, words, here, kinds)
        if len(fits) == 1:
            clusters.join_nameless(fits[0], chain.number, "what other articles call the only such name there")


def definite(chain: Local) -> str | None:
    """The words of a description that points at something known: "the union"."""
    first = chain.mentions[0]
    if (
        chain.named
        or first.form != "nominal"
        or first.number != "singular"
        or first.text[:4].lower() != "the "
    ):
        return None
    return undetermined(plain(first.text))


def callings(clusters: Clusters, root: int) -> frozenset[str]:
    """What the pile calls a cluster: its titles and appositions, and the noun of a body's name."""
    group = clusters.some(root)
    roles = {plain(role) for chain in group for role in chain.roles}
    nouns = {noun.replace("_", " ") for chain in group for noun in chain.nouns}
    bodies = {body_noun(form) for c in group if c.kind == "ORG" for form in c.forms if " " in form}
    classes = {noun for noun, words in tables.body_words().items() if bodies & words}
    return frozenset(roles | nouns | bodies | classes)


def holders(clusters: Clusters, words: str, here: Sequence[int], kinds: Mapping[int, str]) -> list[int]:
    """ "the MBU leader": persons whose role elsewhere has the noun and a word of that body's full name."""
    noun, of, owner = words.partition(" of ")
    owner = owner.removeprefix("the ")
    if not of:
        owner, _, noun = words.rpartition(" ")
    if not owner:
        return []
    state = tables.state_of_name(owner) or tables.state_of_name(owner.title())
    if state is not None:
        return [r for r in here if kinds[r] == "PERSON" and serves(clusters, r, noun, state)]
    bodies = [r for r in here if kinds[r] == "ORG" and owner in names_of(clusters, r)]
    own = {word for r in bodies for name in names_of(clusters, r) for word in name.split() if len(word) > 2}
    return [
        r
        for r in here
        if kinds[r] == "PERSON" and any(holds(role, noun, own) for role in roles_of(clusters, r))
    ]


def serves(clusters: Clusters, root: int, noun: str, state: str) -> bool:
    """ "the Turkish minister": whether some article calls the person a minister of that state."""
    vague = tables.words("role_vague")  # a minister's counterpart is a minister
    return any(
        (noun in held.split("_") or held in vague) and state in states_in([role])
        for chain in clusters.some(root)
        for role in chain.roles
        for held in nouns_in(role)
    )


def holds(role: str, noun: str, own: set[str]) -> bool:
    """Whether a role is that noun with a word of the body's name on either side of it."""
    around = f" {role} ".partition(f" {noun} ")
    return bool(around[1]) and bool(own & {*around[0].split(), *around[2].split()})


def names_of(clusters: Clusters, root: int) -> set[str]:
    return {plain(form) for chain in clusters.some(root) for form in chain.forms}


def roles_of(clusters: Clusters, root: int) -> set[str]:
    return {plain(role) for chain in clusters.some(root) for role in chain.roles}
