"""Persons across articles: blocks by folded surname, split by given name; a surname alone needs more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import jellyfish
from rapidfuzz.distance import JaroWinkler

from newsledger.annotate.mentions import tables
from newsledger.annotate.mentions.spelling import folded, plain, same_given, sounded
from newsledger.link.entities.clusters import COMPARED, Clusters
from newsledger.link.entities.local import WEAK, Local

SHARED = 2  # other names two articles must share before a surname alone may cross
CLOSE = 0.9  # Jaro-Winkler similarity of two spellings; only beside an equal role
VOWELS = re.compile("[aeiouy]+")
SOUNDING = 0.75  # and of two given names of one sound
OFTEN = 12  # articles that name a person in full before one counts as the usual bearer of a surname
FAR_MORE = 6  # times as often as all other bearers together


def is_person(chain: Local) -> bool:
    return chain.known is None and chain.named and chain.kind == "PERSON"


def join_persons(clusters: Clusters) -> None:
    """Join what names one person: full names by spelling, sound and order, then initials, then single names."""
    full = [c for c in clusters.chains if is_person(c) and len(c.parts) > 1]
    spelt = [c for c in full if len(plain(c.parts[0])) > 1]
    join_spelt(clusters, spelt)
    join_sounded(clusters, spelt)
    join_inverted(clusters, spelt)
    join_prefixed(clusters, spelt)
    by_surname = block(clusters, spelt)
    for chain in full:
        if len(plain(chain.parts[0])) == 1:
            join_initial(clusters, chain, by_surname)
    join_close(clusters, spelt)
    join_initials(clusters, [c for c in full if len(plain(c.parts[0])) == 1])
    join_singles(clusters, block(clusters, full))


def surname(chain: Local) -> str:
    return folded(chain.parts[-1])


def block(clusters: Clusters, chains: Iterable[Local]) -> dict[str, list[int]]:
    """Roots of the clusters by folded surname, in order."""
    blocks: dict[str, dict[int, None]] = {}
    for chain in chains:
        blocks.setdefault(surname(chain), {})[clusters.root(chain.number)] = None
    return {key: list(roots) for key, roots in blocks.items()}


def join_spelt(clusters: Clusters, chains: Sequence[Local]) -> None:
    """Full names that fold to one spelling, or differ by a pet form of the given name."""
    by_name: dict[tuple[str, str], int] = {}
    givens: dict[str, list[str]] = {}
    for chain in chains:
        key = (surname(chain), folded(chain.parts[0]))
        if key not in by_name:
            by_name[key] = chain.number
            givens.setdefault(key[0], []).append(chain.parts[0])
        elif compatible(clusters.some(by_name[key]), chain):
            clusters.join(by_name[key], chain.number, "one name under the romanisation table")
    for family, names in givens.items():
        for i, one in enumerate(names[:COMPARED]):
            pets = [
                other
                for other in names[i + 1 : i + 1 + COMPARED]
                if folded(one) != folded(other) and (same_given(one, other) or sound_alike(one, other))
            ]
            for other in pets:
                a, b = by_name[family, folded(one)], by_name[family, folded(other)]
                if compatible(clusters.some(a), clusters.chains[b]) and alike(clusters, a, b):
                    clusters.join(a, b, "a pet form or spelling of the given name")


def sound_alike(one: str, other: str) -> bool:
    """Whether two given names are spellings of one sound (Philips, 1990): Graeme and Graham, not Mark and Marek."""
    a, b = plain(one), plain(other)
    if min(len(a), len(b)) < 4 or a.endswith("a") != b.endswith("a"):
        return False
    if len(VOWELS.findall(a)) != len(VOWELS.findall(b)):
        return False
    sounds = [jellyfish.metaphone(name).replace("H", "") for name in (a, b)]
    return sounds[0] == sounds[1] and JaroWinkler.similarity(a, b) >= SOUNDING


def join_sounded(clusters: Clusters, chains: Sequence[Local]) -> None:
    """ "Viktor Belyakov", "Victor Beljakov": both parts sound alike, and the articles speak of one matter."""
    first: dict[tuple[str, str], int] = {}
    for chain in chains:
        key = (sounded(chain.parts[-1]), sounded(chain.parts[0]))
        other = first.setdefault(key, chain.number)
        if (
            clusters.root(other) != clusters.root(chain.number)
            and compatible(clusters.some(other), chain)
            and alike(clusters, other, chain.number)
        ):
            clusters.join(other, chain.number, "one name in the writing of another language")


def join_inverted(clusters: Clusters, chains: Sequence[Local]) -> None:
    """ "Family Given" for "Given Family": the same two parts the other way round."""
    turned = {(folded(c.parts[0]), surname(c)): c.number for c in reversed(chains) if len(c.parts) == 2}
    for chain in chains:
        other = turned.get((surname(chain), folded(chain.parts[0]))) if len(chain.parts) == 2 else None
        if (
            other is not None
            and folded(chain.parts[0]) != surname(chain)
            and alike(clusters, chain.number, other)
        ):
            clusters.join(chain.number, other, "the same name with the family name first")


def join_prefixed(clusters: Clusters, chains: Sequence[Local]) -> None:
    """ "State Jane Roe" for Jane Roe: a capital word before the given name that is none itself."""
    pairs = {(plain(c.parts[0]), surname(c)): c.number for c in reversed(chains) if len(c.parts) == 2}
    for chain in chains:
        if len(chain.parts) == 3 and plain(chain.parts[0]) not in tables.given_names():
            other = pairs.get((plain(chain.parts[1]), surname(chain)))
            if other is not None and alike(clusters, other, chain.number):
                clusters.join(other, chain.number, "the same name after another capital word")


def join_initial(clusters: Clusters, chain: Local, by_surname: dict[str, list[int]]) -> None:
    """ "Y. X" where one bearer of the surname in the pile begins so and nothing speaks against it."""
    fits = candidates(clusters, chain, by_surname)
    fits = [n for n in fits if same_given(clusters.chains[n].parts[0], chain.parts[0])]
    chosen = choose(clusters, chain, fits)
    if chosen is not None:
        clusters.join(chosen, chain.number, "an initial that one bearer of the surname fits")


def join_initials(clusters: Clusters, chains: Sequence[Local]) -> None:
    """Initials that no full name took: the same letters and surname in articles that share names."""
    first: dict[tuple[str, str], int] = {}
    for chain in chains:
        key = (surname(chain), plain(chain.parts[0]))
        other = first.setdefault(key, chain.number)
        if (
            other != chain.number
            and compatible(clusters.some(other), chain)
            and alike(clusters, other, chain.number)
        ):
            clusters.join(other, chain.number, "the same initial and surname")


def join_close(clusters: Clusters, chains: Sequence[Local]) -> None:
    """Spellings that no table foresees: nearly the same name and the very same role."""
    blocks: dict[tuple[str, frozenset[str]], list[int]] = {}
    for chain in chains:
        for role in sorted(chain.roles):
            blocks.setdefault((plain(role), frozenset()), []).append(chain.number)
    for (role, _), numbers in sorted(blocks.items(), key=lambda item: item[0][0]):
        if len(role.split()) < 2:
            continue
        roots = list(dict.fromkeys(clusters.root(n) for n in numbers))[:COMPARED]
        for i, a in enumerate(roots):
            for b in roots[i + 1 :]:
                if may_be_spellings(clusters, a, b):
                    clusters.join(a, b, f"nearly the same name and the same role ({role})")


def may_be_spellings(clusters: Clusters, a: int, b: int) -> bool:
    """Whether two clusters are close in name, agree, and never stand in one article: there they would be two."""
    if not close(clusters.chains[a], clusters.chains[b]):
        return False
    articles = {c.article_id for c in clusters.some(a)} & {c.article_id for c in clusters.some(b)}
    return not articles and compatible(clusters.some(a), clusters.chains[b])


def close(one: Local, other: Local) -> bool:
    """Whether two names differ as spellings do; two given names that are both usual are two names."""
    usual = [plain(c.parts[0]) in tables.given_names() for c in (one, other)]
    if all(usual) and not same_given(one.parts[0], other.parts[0]):
        return False
    a, b = (" ".join(folded(p) for p in c.parts) for c in (one, other))
    surnames = JaroWinkler.similarity(surname(one), surname(other))
    givens = JaroWinkler.similarity(folded(one.parts[0]), folded(other.parts[0]))
    return JaroWinkler.similarity(a, b) >= CLOSE and min(surnames, givens) >= 0.82


def join_singles(clusters: Clusters, by_surname: dict[str, list[int]]) -> None:
    """A surname alone: the one bearer in the pile, where articles share names; else its like in such articles."""
    left: list[Local] = []
    for chain in clusters.chains:
        if chain.known is not None or not chain.named or len(chain.parts) != 1:
            continue
        if chain.kind != "PERSON" and chain.weight >= WEAK:
            continue
        fits = [n for n in candidates(clusters, chain, by_surname) if not reigns(clusters, chain, n)]
        chosen = choose(clusters, chain, fits)
        if chosen is not None and shares(clusters, chain, chosen):
            clusters.join(chosen, chain.number, "a surname that one person of the same context bears")
        elif chain.kind == "PERSON":
            left.append(chain)
    by_form: dict[str, list[int]] = {}
    for chain in left:
        heads = by_form.setdefault(plain(chain.parts[0]), [])
        for head in heads[:COMPARED]:
            if compatible(clusters.some(head), chain) and (
                same_role(clusters, head, chain) or shares(clusters, chain, head)
            ):
                clusters.join(head, chain.number, "the same single name in the same context")
                break
        else:
            heads.append(chain.number)


def reigns(clusters: Clusters, chain: Local, number: int) -> bool:
    """Whether a name is a ruler's own ("King Tariq") and a bearer of it as surname is no ruler."""
    return _is_ruler(chain) and not any(map(_is_ruler, clusters.some(number)))


def _is_ruler(chain: Local) -> bool:
    royal = tables.words("role_reigning")
    return bool(chain.nouns & royal) or any(name.partition(" ")[0] in royal for name in chain.names)


def candidates(clusters: Clusters, chain: Local, by_surname: dict[str, list[int]]) -> list[int]:
    """Clusters that bear the surname and do not contradict the chain."""
    roots = dict.fromkeys(clusters.root(n) for n in by_surname.get(surname(chain), []))
    return [r for r in roots if compatible(clusters.some(r), chain)]


def choose(clusters: Clusters, chain: Local, fits: Sequence[int]) -> int | None:
    """The only candidate, or the only one of the same role."""
    if len(fits) == 1:
        return fits[0]
    same = [n for n in fits if same_role(clusters, n, chain)]
    return same[0] if len(same) == 1 else dominant(clusters, fits)


def dominant(clusters: Clusters, fits: Sequence[int]) -> int | None:
    """In a large pile, the bearer who is named far more often than all others: papers explain the others."""
    sizes = sorted(((len(clusters.members[n]), n) for n in map(clusters.root, fits)), reverse=True)
    if not sizes or sizes[0][0] < OFTEN or sizes[0][0] < FAR_MORE * sum(size for size, _ in sizes[1:]):
        return None
    return sizes[0][1]


def same_role(clusters: Clusters, number: int, chain: Local) -> bool:
    return bool(chain.nouns) and any(chain.nouns & other.nouns for other in clusters.some(number))


def compatible(group: Sequence[Local], chain: Local) -> bool:
    """No other gender, no other middle name, and no role for another state."""
    for other in group[:COMPARED]:
        if chain.gender and other.gender and chain.gender != other.gender:
            return False
        if other.article_id == chain.article_id and len(other.parts) == len(chain.parts) > 1:
            return plain(other.text) == plain(chain.text) or same_given(other.parts[0], chain.parts[0])
        if len(chain.parts) == len(other.parts) > 1 and chain.suffixes != other.suffixes:
            return False
        mine, theirs = chain.states, other.states
        if mine and theirs and not mine & theirs and chain.nouns & other.nouns:
            return False
        if middles(chain) and middles(other) and not same_given(middles(chain)[0], middles(other)[0]):
            return False
    return True


def middles(chain: Local) -> tuple[str, ...]:
    return chain.parts[1:-1] if len(chain.parts) == 3 else ()


def alike(clusters: Clusters, a: int, b: int) -> bool:
    """Whether roles or shared names speak for one person."""
    chain = clusters.chains[b]
    return same_role(clusters, a, chain) or shares(clusters, chain, a)


def shares(clusters: Clusters, chain: Local, number: int) -> bool:
    """Whether an article of the cluster shares enough other names with the chain's."""
    for other in clusters.some(number):
        common = chain.context & other.context
        if len(common) >= SHARED and len(common - chain.names - {plain(other.text)}) >= SHARED:
            return True
        if chain.article_id == other.article_id:
            return True
    return False
