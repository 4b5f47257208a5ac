"""Pairs of quotations of one speaker that are worth a comparison: never all of them."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeVar

from newsledger.link.utterances.known import Known
from newsledger.link.utterances.spoken import Spoken

T = TypeVar("T")
RARE = 12  # wordings of one speaker that may share a word before it says nothing
COPIES = 24  # quotations that are compared with one another
MANY = 60  # quotations of one speaker in two articles that are compared by their places


def candidates(members: Sequence[Spoken], known: Known) -> Iterator[tuple[Spoken, Spoken]]:
    """Pairs across articles that share a wording, a rare word, aligned sentences or texts; each once."""
    seen: set[tuple[int, int]] = set()
    for numbers in _groups(members, known):
        for i, j in combined(numbers):
            if (i, j) not in seen and members[i].article_id != members[j].article_id:
                seen.add((i, j))
                yield members[i], members[j]


def combined(group: Sequence[T]) -> Iterator[tuple[T, T]]:
    """All pairs of a small group; of a large one, those of its head, and the first with each of the others."""
    yield from itertools.combinations(group[:COPIES], 2)
    yield from ((group[0], other) for other in group[COPIES:])


def _groups(members: Sequence[Spoken], known: Known) -> Iterator[list[int]]:
    keys: dict[str, list[int]] = defaultdict(list)
    stems: dict[str, list[int]] = defaultdict(list)
    articles: dict[str, list[int]] = defaultdict(list)
    sentences: dict[str, list[int]] = defaultdict(list)
    for i, member in enumerate(members):
        keys[member.heard.key].append(i)
        articles[member.article_id].append(i)
        for stem in member.stems:
            stems[stem].append(i)
        for sentence in member.sentences:
            sentences[sentence].append(i)
    yield from keys.values()
    for numbers in stems.values():
        if 1 < len(numbers) <= RARE * COPIES and len({members[i].heard.key for i in numbers}) <= RARE:
            yield numbers
    for s in sorted(sentences):
        for t in known.partners.get(s, ()):
            if s < t and t in sentences:
                yield sorted({*sentences[s], *sentences[t]})
    for a in sorted(articles):
        for b in sorted(known.related.get(a, ())):
            if a < b and b in articles and len(articles[a]) + len(articles[b]) <= MANY:
                yield sorted(articles[a] + articles[b])
