"""Bodies, places and things across articles: table keys, equal names, acronyms, shortened place names, lower case."""

from __future__ import annotations

from newsledger.annotate.mentions import tables
from newsledger.annotate.mentions.spelling import folded, plain
from newsledger.link.entities.clusters import COMPARED, Clusters
from newsledger.link.entities.local import WEAK, Local
from newsledger.link.entities.persons import shares
from newsledger.link.entities.short import join_short_bodies

PLACES = frozenset(("GPE", "LOC"))


def body_key(text: str) -> str:
    """A name as two papers would share it: British and American spelling and the legal form set aside."""
    key = f" {undetermined(plain(text))} "
    for old, new in tables.body_spellings():
        key = key.replace(old, new)
    words = key.split()
    if len(words) > 1 and words[-1] in tables.words("legal_last") | tables.closed("legal_word"):
        words.pop()
    return " ".join(words)


def undetermined(words: str) -> str:
    """Plain words without the article or owner before them."""
    first, _, rest = words.partition(" ")
    return rest if rest and first in tables.closed("determiners") else words


def join_bodies(clusters: Clusters) -> None:
    """Join what names one body or place, the surest evidence first."""
    join_known(clusters)
    join_equal(clusters)
    join_acronyms(clusters)
    join_lower_case(clusters)
    join_short_places(clusters)
    join_short_bodies(clusters)


def join_known(clusters: Clusters) -> None:
    """Names of one entry of the table of known names are one."""
    by_key: dict[str, list[int]] = {}
    for chain in clusters.chains:
        if chain.known is not None:
            by_key.setdefault(chain.known.key, []).append(chain.number)
    for key, numbers in by_key.items():
        clusters.join_all(numbers, f"the table of known names ({key})")


def keys_of(chain: Local) -> list[str]:
    """What names are compared by, of the forms with several words where there are any; in order."""
    return sorted(
        {body_key(form) for form in chain.forms if len(form.split()) > 1}
        or {body_key(f) for f in chain.forms}
    )


def join_equal(clusters: Clusters) -> None:
    """Equal names of one kind; where kinds differ, a weak vote follows a strong one."""
    by_key: dict[str, dict[tuple[str, bool], int]] = {}  # the first chain of each kind and strength of vote
    for chain in clusters.chains:
        if not chain.named or chain.known is not None or (chain.kind == "PERSON" and len(chain.parts) > 1):
            continue
        vote = (chain.kind, chain.weight < WEAK)
        for key in keys_of(chain):
            heads = by_key.setdefault(key, {})
            head = next((n for other, n in heads.items() if agree(other, vote)), None)
            if head is not None:
                clusters.join(head, chain.number, "the same name")
            else:
                heads.setdefault(vote, chain.number)
    join_folded(clusters)


def agree(one: tuple[str, bool], other: tuple[str, bool]) -> bool:
    """Whether two votes, each a kind and whether it is weak, can be of one entity."""
    kinds = (one[0], other[0])
    if kinds[0] == kinds[1]:
        return kinds[0] != "PERSON"
    if PLACES.issuperset(kinds):
        return True
    return one[1] or other[1] or "PERSON" not in kinds


def join_folded(clusters: Clusters) -> None:
    """Places whose names fold to one spelling (Donbas, Donbass) in articles that share names."""
    by_fold: dict[str, list[int]] = {}
    for chain in clusters.chains:
        if chain.named and chain.kind in PLACES and len(chain.text) > 4:
            by_fold.setdefault(folded(chain.text), []).append(chain.number)
    for _, numbers in sorted(by_fold.items()):
        roots = list(dict.fromkeys(clusters.root(n) for n in numbers))
        for other in roots[1:COMPARED]:
            both_known = clusters.chains[roots[0]].known and clusters.chains[other].known
            if not both_known and shares(clusters, clusters.chains[other], roots[0]):
                clusters.join(roots[0], other, "one name under the romanisation table")


def is_acronym(form: str) -> bool:
    letters = form.replace(".", "")
    return 2 <= len(letters) <= 7 and letters.isalpha() and letters.isupper()


def join_acronyms(clusters: Clusters) -> None:
    """A bare acronym joins the body that one article of the pile gives it to."""
    owners: dict[str, dict[int, None]] = {}
    for chain in clusters.chains:
        if chain.kind == "ORG" and any(len(form.split()) > 1 for form in chain.forms):
            for form in sorted(chain.forms):
                if is_acronym(form):
                    owners.setdefault(plain(form).replace(" ", ""), {})[chain.number] = None
    for chain in clusters.chains:
        if chain.known is None and len(chain.forms) == 1 and is_acronym(next(iter(chain.forms))):
            given = owners.get(plain(chain.text).replace(" ", ""), {})
            roots = list(dict.fromkeys(clusters.root(n) for n in given))
            if len(roots) == 1 and shares(clusters, chain, roots[0]):
                clusters.join(roots[0], chain.number, "an acronym that an article of the pile explains")


def join_lower_case(clusters: Clusters) -> None:
    """ "the interior ministry" for the Interior Ministry: the words of one body's name."""
    names: dict[str, dict[int, None]] = {}
    for chain in clusters.chains:
        if chain.named and chain.kind == "ORG":
            for form in chain.forms:
                if len(form.split()) > 1:
                    names.setdefault(body_key(form), {})[chain.number] = None
    for chain in clusters.chains:
        if chain.named or chain.mentions[0].form != "nominal" or chain.kind != "ORG":
            continue
        for text in sorted({m.text for m in chain.mentions if m.form == "nominal"}):
            roots = list(dict.fromkeys(clusters.root(n) for n in names.get(body_key(text), {})))
            if len(roots) == 1 and len(body_key(text).split()) > 1:
                clusters.join(roots[0], chain.number, "the words of its name in lower case")
                break


def join_short_places(clusters: Clusters) -> None:
    """ "Marie" for Port Marie, where one place of the pile is so called and the articles share names."""
    longer: dict[str, dict[int, None]] = {}
    for chain in clusters.chains:
        short = len(chain.parts) == 2 and plain(chain.parts[0]) in tables.words("place_short")
        if chain.named and chain.kind in PLACES and short:
            longer.setdefault(plain(chain.parts[1]), {})[clusters.root(chain.number)] = None
    for chain in clusters.chains:
        if not chain.named or chain.known is not None or len(chain.parts) != 1 or chain.kind not in PLACES:
            continue
        roots = list(dict.fromkeys(clusters.root(n) for n in longer.get(plain(chain.parts[0]), {})))
        if len(roots) == 1 and shares(clusters, chain, roots[0]):
            clusters.join(roots[0], chain.number, "the short form of a place's name")
