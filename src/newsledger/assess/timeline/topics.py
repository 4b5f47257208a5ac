"""Which sentences of one date tell the same: by rare words in common or by an event in common."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from newsledger.assess.timeline.items import Item

ALIKE = 0.22  # cosine of TF-IDF from which two sentences of one day tell one thing


def rarity(items: Iterable[Item]) -> dict[str, float]:
    """Inverse document frequency over sentences."""
    seen: Counter[str] = Counter()
    sentences: set[str] = set()
    for item in items:
        if item.sentence.sentence_id not in sentences:
            sentences.add(item.sentence.sentence_id)
            seen.update(item.words)
    return {word: math.log((1 + len(sentences)) / (1 + n)) for word, n in seen.items()}


def vector(item: Item, idf: Mapping[str, float]) -> dict[str, float]:
    """The TF-IDF vector of a sentence, of length one."""
    raw = {word: idf[word] for word in sorted(item.words) if idf.get(word, 0) > 0}
    norm = math.sqrt(sum(x * x for x in raw.values())) or 1.0
    return {word: x / norm for word, x in raw.items()}


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    if len(a) > len(b):
        a, b = b, a
    return sum(x * b[word] for word, x in a.items() if word in b)


def clusters(items: Sequence[Item], idf: Mapping[str, float]) -> list[list[Item]]:
    """Greedy: each sentence joins the most similar cluster so far; a common event counts as similar."""
    groups: list[list[Item]] = []
    sums: list[dict[str, float]] = []
    by_event: dict[str, int] = {}
    for item in items:
        own = vector(item, idf)
        best, likeness = None, ALIKE
        for i, total in enumerate(sums):
            near = cosine(own, total) / (math.sqrt(cosine(total, total)) or 1.0)
            if near > likeness:
                best, likeness = i, near
        if best is None:
            best = next((by_event[e.event_id] for e in item.events if e.event_id in by_event), None)
        if best is None:
            best = len(groups)
            groups.append([])
            sums.append(defaultdict(float))
        groups[best].append(item)
        for word, x in own.items():
            sums[best][word] += x
        for event in item.events:
            by_event.setdefault(event.event_id, best)
    return groups


def central(group: Sequence[Item], idf: Mapping[str, float]) -> Item:
    """The sentence that says most of what the others say, in few words."""
    total: dict[str, float] = defaultdict(float)
    vectors = [vector(item, idf) for item in group]
    for v in vectors:
        for word, x in v.items():
            total[word] += x
    ranked = sorted(
        range(len(group)),
        key=lambda i: (
            -round(cosine(vectors[i], total) - _clutter(group[i].sentence.text), 9),
            str(group[i].article.published),
            group[i].sentence.sentence_id,
        ),
    )
    return group[ranked[0]]


def _clutter(text: str) -> float:
    """What makes a sentence a poor headline: quotation marks, length far from twenty words, a pronoun first."""
    words = text.split()
    first = words[0].lower() if words else ""
    return (
        0.15 * any(mark in text for mark in '"“”')
        + 0.01 * abs(len(words) - 20)
        + 0.2 * (first in ("he", "she", "it", "they", "this", "that", "but", "and", "we"))
    )
