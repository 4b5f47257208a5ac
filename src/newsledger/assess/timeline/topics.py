"""The entries of one date: sentences that say most of what is told of it, each with those that tell the same."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from newsledger.assess.timeline.items import Item
from newsledger.assess.timeline.words import Vector, centroid, dot, vector

ALIKE = 0.25  # cosine of TF-IDF from which two sentences of one day tell one thing
NEARLY = 0.4  # the same between a plan or a voice and a report
LITTLE = 0.1  # the same where they share an event
LEADING = 60  # sentences nearest the centre among which the first entries are chosen
FIRST = 12  # entries chosen by what they add to the picture of the day; the others follow by support
SHORT, LONG = 15, 40  # words of a sentence that can stand for an entry; 12 and 45 do worse on each dev topic
COMPARED = 60  # entries that share most of an item's words, with which it is compared
COMMON = 200  # entries with a word, beyond which it finds nobody in particular: a day's work stays linear


def entries(
    told: Sequence[Item], idf: Mapping[str, float], next_day: Sequence[Item] = ()
) -> list[list[Item]]:
    """Groups of items, the most telling group first, in each the sentence that stands for it first.

    ``next_day`` are the reports of the day after: they tell what mattered, but not this date.
    """
    vectors = [vector(item.words, idf) for item in told]
    centre = _centre(told, vectors, [(item, vector(item.words, idf)) for item in next_day])
    seeds = _seeds(told, vectors, centre)
    groups = _joined(told, vectors, seeds)
    first = [[told[i] for i in group] for group in groups[: len(seeds)]]
    rest = sorted(groups[len(seeds) :], key=lambda g: (-len({told[i].article.article_id for i in g}), g[0]))
    return first + [[told[i] for i in _best_first(group, told, vectors)] for group in rest]


def _centre(
    told: Sequence[Item], vectors: Sequence[Vector], after: Sequence[tuple[Item, Vector]]
) -> dict[str, float]:
    """The middle of what is reported; an article that names the date often counts by the root of how often.

    Voices are left out: comments and transcripts would draw the middle to what people say of the day. On
    three topics of Timeline17 that lifts the overlap of bigrams with the references from .039 to .044.
    """
    reported = [(item, v) for item, v in zip(told, vectors, strict=True) if not item.quoted]
    stated = Counter(item.article.article_id for item, _ in reported if item.stated)
    weighted = [(stated[i.article.article_id] ** -0.5 if i.stated else 1.0, v) for i, v in reported]
    return centroid([*weighted, *((1.0, v) for i, v in after if not i.quoted)])


def _seeds(told: Sequence[Item], vectors: Sequence[Vector], centre: Vector) -> list[int]:
    """Sentences chosen one by one so that together they lie nearest the centre (Rossiello et al. 2017)."""
    fitness = [dot(v, centre) for v in vectors]
    fit = [i for i, item in enumerate(told) if _can_stand(item)]
    fit = sorted(fit, key=lambda i: (-round(fitness[i], 9), i))[:LEADING]
    chosen: list[int] = []
    total: dict[str, float] = defaultdict(float)
    length, near = 0.0, 0.0  # of the sum of the chosen: its squared length, its product with the centre
    while fit and len(chosen) < FIRST:
        cross = {i: dot(vectors[i], total) for i in fit}
        best = max(
            fit, key=lambda i: (round((near + fitness[i]) / math.sqrt(length + 2 * cross[i] + 1), 9), -i)
        )
        chosen.append(best)
        length, near = length + 2 * cross[best] + 1, near + fitness[best]
        for word, x in vectors[best].items():
            total[word] += x
        fit = [i for i in fit if i != best and dot(vectors[i], vectors[best]) < 2 * ALIKE]
    return chosen


def _can_stand(item: Item) -> bool:
    """A whole report of readable length; a voice can be evidence for an entry, and never leads the day."""
    return (
        not item.quoted
        and not item.sentence.text[:1].islower()
        and SHORT <= len(item.sentence.text.split()) <= LONG
    )


def _joined(told: Sequence[Item], vectors: Sequence[Vector], seeds: Sequence[int]) -> list[list[int]]:
    """Every item with the seed most like it, or that shares its event; the others among themselves."""
    groups = [[i] for i in seeds]
    by_word: dict[str, list[int]] = defaultdict(list)
    by_event: dict[str, int] = {}
    for number, group in enumerate(groups):
        _enter(number, told[group[0]], vectors[group[0]], by_word, by_event)
    for i, item in enumerate(told):
        if i in seeds:
            continue
        shared_words = Counter(n for word in _rare(vectors[i]) for n in by_word[word])
        near = sorted(shared_words, key=lambda n: (-shared_words[n], n))[:COMPARED]
        like = [
            (likeness, -n)
            for n in near
            if (likeness := dot(vectors[i], vectors[groups[n][0]])) >= _least(item, told[groups[n][0]])
        ]
        best, number = max(like, default=(0.0, 0))
        if best < ALIKE:
            known = (by_event[e.event_id] for e in item.events if e.event_id in by_event)
            shared = next((n for n in known if _can_share(i, groups[n][0], told, vectors)), None)
            if shared is None:
                groups.append([])
                shared = len(groups) - 1
                _enter(shared, item, vectors[i], by_word, by_event)
            groups[shared].append(i)
        else:
            groups[-number].append(i)
    return groups


def _least(a: Item, b: Item) -> float:
    """How alike two sentences must be: a plan or a voice is joined to a report only if it says nearly the same."""
    return ALIKE if (a.ahead, a.quoted) == (b.ahead, b.quoted) else NEARLY


def _can_share(i: int, seed: int, told: Sequence[Item], vectors: Sequence[Vector]) -> bool:
    """Whether a shared event joins two sentences: both are reports or both plans, and have words in common."""
    a, b = told[i], told[seed]
    return _least(a, b) == ALIKE and not a.quoted and dot(vectors[i], vectors[seed]) >= LITTLE


def _enter(
    number: int, item: Item, v: Vector, by_word: dict[str, list[int]], by_event: dict[str, int]
) -> None:
    for word in _rare(v):
        if len(by_word[word]) < COMMON:
            by_word[word].append(number)
    for event in item.events:
        by_event.setdefault(event.event_id, number)


def _rare(v: Vector) -> list[str]:
    """The words that weigh most: a sentence that shares none of them is not compared."""
    return sorted(v, key=lambda word: (-v[word], word))[:8]


def _best_first(group: list[int], told: Sequence[Item], vectors: Sequence[Vector]) -> list[int]:
    """The sentence in the middle of its group, of readable length, in front."""
    if len(group) == 1:
        return group
    middle = centroid((1.0, vectors[i]) for i in group)

    def order(i: int) -> tuple[bool, float, int]:
        words = len(told[i].sentence.text.split())
        return (not SHORT <= words <= LONG, -round(dot(vectors[i], middle), 9), i)

    best = min(group, key=order)
    return [best, *(i for i in group if i != best)]
