"""A person's verdicts, "same" or "different", on two entities, mentions or names, applied to the clustering."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from newsledger.annotate.mentions.spelling import plain
from newsledger.link.entities.local import Local
from newsledger.records import Judgement, make_id


def mention_id(article_id: str, start: int, end: int) -> str:
    return make_id("m", article_id, start, end)


def chains_named(chains: Sequence[Local]) -> dict[str, frozenset[int]]:
    """Chains by mention id and by name, for the sides of a verdict."""
    index: dict[str, set[int]] = {}
    for chain in chains:
        for form in chain.forms:
            index.setdefault(plain(form), set()).add(chain.number)
        for mention in chain.mentions:
            index.setdefault(mention_id(chain.article_id, mention.start, mention.end), set()).add(
                chain.number
            )
    return {key: frozenset(numbers) for key, numbers in index.items()}


def sides(
    judgements: Iterable[Judgement],
    verdict: str,
    chains: Sequence[Local],
    entities: Mapping[str, frozenset[int]],
) -> list[tuple[frozenset[int], frozenset[int]]]:
    """The chains on either side of each verdict of one sort; a side that the pile does not hold drops it."""
    wanted = sorted(((j.a, j.name_a), (j.b, j.name_b)) for j in judgements if j.verdict == verdict)
    if not wanted:
        return []
    index = chains_named(chains)

    def find(side: tuple[str, str]) -> frozenset[int]:
        number, name = side
        return entities.get(number) or index.get(number) or index.get(plain(name), frozenset())

    pairs = [(find(a), find(b)) for a, b in wanted]
    return [(a, b) for a, b in pairs if a and b]
