"""People and bodies without a name across articles: only copies of one text, and arms of a state in one context."""

from __future__ import annotations

from newsledger.annotate.mentions import tables
from newsledger.annotate.mentions.spelling import plain
from newsledger.link.entities.bodies import undetermined
from newsledger.link.entities.clusters import COMPARED, Clusters
from newsledger.link.entities.local import Local

SHARED = 3  # names two articles share before "the army" is the same army


def join_descriptions(clusters: Clusters) -> None:
    by_family: dict[tuple[str, str, str], list[int]] = {}
    arms: dict[str, list[Local]] = {}
    for chain in clusters.chains:
        if chain.named:
            continue
        words = undetermined(plain(chain.text))
        if chain.family_id is not None:
            by_family.setdefault((chain.family_id, chain.kind, words), []).append(chain.number)
        if is_arm(chain, words):
            arms.setdefault(words, []).append(chain)
    for _, numbers in sorted(by_family.items()):
        first, *others = one_an_article(clusters, numbers)
        for other in others:
            clusters.join_nameless(first, other, "the same words in copies of one text")
    for _, chains in sorted(arms.items()):
        join_arms(clusters, chains)


def one_an_article(clusters: Clusters, numbers: list[int]) -> list[int]:
    """The first such chain of each article: two officials of one article stay two."""
    first: dict[str, int] = {}
    for number in numbers:
        first.setdefault(clusters.chains[number].article_id, number)
    return list(first.values())


def is_arm(chain: Local, words: str) -> bool:
    """ "the army", "the Ukrainian government": a standing body of a state, definite and singular."""
    noun = words.replace(" ", "_")
    last = words.rpartition(" ")[2]
    known = tables.roles().org.get(noun) or tables.roles().org.get(last)
    return known in ("state", "force") and chain.mentions[0].text[:1].lower() == "t"


def join_arms(clusters: Clusters, chains: list[Local]) -> None:
    heads: list[Local] = []
    for chain in chains:
        for head in heads[:COMPARED]:
            if len(chain.context & head.context) >= SHARED:
                why = "the same body of the state in articles on the same matter"
                clusters.join_nameless(head.number, chain.number, why)
                break
        else:
            heads.append(chain)
