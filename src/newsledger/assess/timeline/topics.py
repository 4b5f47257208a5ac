"""The entries of one date: sentences that say most of what is told of it, each with those that tell the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from newsledger.assess.timeline.items import Item, differ
from newsledger.assess.timeline.vectors import Floats, Ints, Vectors
from newsledger.assess.timeline.words import dot

ALIKE = 0.25  # cosine of TF-IDF from which two sentences of one day tell one thing
NEARLY = 0.4  # the same between a plan or a voice and a report
LITTLE = 0.1  # the same where they share an event
LEADING = 60  # sentences nearest the centre among which the first entries are chosen
FIRST = 12  # entries chosen by what they add to the picture of the day; the others follow by support
SHORT, LONG = 15, 40  # words of a sentence that can stand for an entry; 12 and 45 do worse on each dev topic
COMPARED = 60  # entries that share most of an item's words, with which it is compared
COMMON = 200  # entries with a word, beyond which it finds nobody in particular: a day's work stays linear


class Row(NamedTuple):
    """An item with the number of its sentence's vector."""

    item: Item
    vector: int


def entries(told: Sequence[Row], vectors: Vectors, next_day: Sequence[Row] = ()) -> list[list[Item]]:
    """Groups of items, the most telling group first, in each the sentence that stands for it first.

    ``next_day`` are the reports of the day after: they tell what mattered, but not this date.
    """
    if len(told) == 1:
        return [[told[0].item]]
    seeds = _seeds(told, vectors, _fitness(told, vectors, next_day))
    groups = Groups(vectors, seeds, told)
    for n in sorted(set(range(len(told))) - set(seeds)):
        groups.join(n)
    first, rest = groups.members[: len(seeds)], groups.members[len(seeds) :]
    rest.sort(key=lambda g: (-len({told[n].item.article.article_id for n in g}), g[0]))
    found = first + [_best_first(group, told, vectors) for group in rest]
    return [[told[n].item for n in group] for group in found]


def _fitness(told: Sequence[Row], vectors: Vectors, after: Sequence[Row]) -> Floats:
    """How near each sentence is to the middle of what is reported.

    An article that names the date often counts by the root of how often. Voices are left out: comments and
    transcripts would draw the middle to what people say of the day. On three topics of Timeline17 that lifts the
    overlap of bigrams with the references from .039 to .044.
    """
    reported = [row for row in told if not row.item.quoted]
    stated = Counter(row.item.article.article_id for row in reported if row.item.stated)
    shares = [stated[r.item.article.article_id] ** -0.5 if r.item.stated else 1.0 for r in reported]
    later = [row for row in after if not row.item.quoted]
    shares.extend(1.0 for _ in later)
    return np.round(vectors.nearness(_numbers(told), _numbers([*reported, *later]), np.array(shares)), 9)


def _numbers(rows: Sequence[Row]) -> Ints:
    return np.array([row.vector for row in rows], dtype=np.int64)


def _seeds(told: Sequence[Row], vectors: Vectors, fitness: Floats) -> list[int]:
    """Sentences chosen one by one so that together they lie nearest the centre (Rossiello et al. 2017)."""
    fit = [n for n, row in enumerate(told) if _can_stand(row.item)]
    leading = sorted(sorted(fit, key=lambda n: (-fitness[n], n))[:LEADING])
    if len(leading) < 2:
        return leading
    block, near = vectors.block(_numbers([told[n] for n in leading])), fitness[leading]
    open_, sums = np.ones(len(leading), dtype=bool), np.zeros(len(leading))
    chosen: list[int] = []
    length = reached = 0.0  # of the sum of the chosen: its squared length, its product with the centre
    while open_.any() and len(chosen) < FIRST:
        score = np.round((reached + near) / np.sqrt(length + 2 * sums + 1), 9)
        best = int(np.argmax(np.where(open_, score, -np.inf)))
        chosen.append(leading[best])
        length, reached = length + 2 * float(sums[best]) + 1, reached + float(near[best])
        likeness = block.likeness(best)
        sums += likeness
        open_ &= likeness < 2 * ALIKE
        open_[best] = False
    return chosen


def _can_stand(item: Item) -> bool:
    """A whole report of readable length; a voice can be evidence for an entry, and never leads the day."""
    return not item.quoted and not item.sentence.text[:1].islower() and SHORT <= item.gist.length <= LONG


class Groups:
    """Each item with the seed most like it, or that shares its event; the others among themselves."""

    def __init__(self, vectors: Vectors, seeds: Sequence[int], told: Sequence[Row]) -> None:
        self.members: list[list[int]] = []
        self._vectors, self._told = vectors, told
        self._by_word: dict[int, list[int]] = defaultdict(list)
        self._by_event: dict[str, int] = {}
        self._by_words: dict[tuple[str, bool], int] = {}
        for seed in seeds:
            self._open(seed)

    def join(self, n: int) -> None:
        """Put an item into the group of its very words, or of the first that it is most like, or open one."""
        item = self._told[n].item
        group = self._by_words.get((item.sentence.text, item.ahead))
        if group is None:
            group = self._most_like(n)
        if group is None:
            group = self._of_its_event(n)
        if group is None:
            self._open(n)
        else:
            self.members[group].append(n)
            self._by_words[item.sentence.text, item.ahead] = group

    def _most_like(self, n: int) -> int | None:
        shared = Counter(chain.from_iterable(self._by_word[word] for word in self._rare(n)))
        near: Sequence[int] = list(shared)
        if len(near) > COMPARED:
            near = sorted(near, key=lambda group: (-shared[group], group))[:COMPARED]
        like = [
            (like, -group) for group in near if (like := self._likeness(n, group)) >= self._least(n, group)
        ]
        like = [(x, g) for x, g in like if not differ(self._told[n].item, self._first(-g))]
        return -max(like)[1] if like else None

    def _first(self, group: int) -> Item:
        return self._told[self.members[group][0]].item

    def _open(self, n: int) -> None:
        number, item = len(self.members), self._told[n].item
        self.members.append([n])
        self._by_words[item.sentence.text, item.ahead] = number
        for word in self._rare(n):
            if len(self._by_word[word]) < COMMON:
                self._by_word[word].append(number)
        for mention in item.mentions:
            self._by_event.setdefault(mention.event_id, number)

    def _of_its_event(self, n: int) -> int | None:
        """The group of an event that an item tells: both are reports or both plans, and have words in common."""
        item = self._told[n].item
        for mention in item.mentions:
            group = self._by_event.get(mention.event_id)
            if group is None or item.quoted or self._least(n, group) != ALIKE:
                continue
            if self._likeness(n, group) >= LITTLE and not differ(item, self._first(group)):
                return group
        return None

    def _least(self, n: int, group: int) -> float:
        """How alike two must be: a plan or a voice is joined to a report only if it says nearly the same."""
        a, b = self._told[n].item, self._first(group)
        return ALIKE if (a.ahead, a.quoted) == (b.ahead, b.quoted) else NEARLY

    def _likeness(self, n: int, group: int) -> float:
        first = self._told[self.members[group][0]].vector
        return dot(self._vectors.as_map(self._told[n].vector), self._vectors.as_map(first))

    def _rare(self, n: int) -> Sequence[int]:
        return self._vectors.rare(self._told[n].vector)


def _best_first(group: list[int], told: Sequence[Row], vectors: Vectors) -> list[int]:
    """The sentence in the middle of its group, of readable length, in front."""
    if len(group) == 1:
        return group
    total: dict[int, float] = defaultdict(float)
    for n in group:
        for word, x in vectors.as_map(told[n].vector).items():
            total[word] += x

    def order(n: int) -> tuple[bool, float, int]:
        readable = SHORT <= told[n].item.gist.length <= LONG
        return (not readable, -round(dot(vectors.as_map(told[n].vector), total), 9), n)

    best = min(group, key=order)
    return [best, *(n for n in group if n != best)]
