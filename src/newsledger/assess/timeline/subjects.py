"""Which stories are about one subject and so share a timeline: a long affair falls into many stories.

Articles of one subject share their commonest content words ("flu", "outbreak", "health"), which inverse
document frequency would play down; so the words are weighed by the logarithm of their number alone. On 600
articles of four topics of Timeline17, mixed, nine in ten of each topic fall into one subject and none of
another topic with them.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from newsledger.assess.timeline.words import bag, dot
from newsledger.records import Article

ALIKE = 0.2  # cosine to the middle of a subject from which an article belongs to it
WORDS = 80  # the commonest content words of an article, by which it is compared
KEYS = 12  # of them, those by which subjects are looked up
COMPARED = 50  # subjects that share most of them, with which it is compared
CHARACTERS = 20_000  # of an article that are read


def subjects(articles: Iterable[Article]) -> dict[str | None, int]:
    """The number of the subject of each story; stories are taken whole."""
    votes: dict[str | None, Counter[int]] = defaultdict(Counter)
    ordered = sorted(articles, key=lambda a: (str(a.published), a.article_id))
    for article, number in zip(ordered, _join(ordered), strict=True):
        votes[article.story_id][number] += 1
    return {story: min(found, key=lambda n: (-found[n], n)) for story, found in votes.items()}


def _join(articles: Sequence[Article]) -> list[int]:
    """Each article, in order of publication, joins the subject that it is most like, or opens one."""
    out: list[int] = []
    middles: list[dict[str, float]] = []
    lengths: list[float] = []
    by_word: dict[str, set[int]] = defaultdict(set)
    for article in articles:
        own = _vector(article.text[:CHARACTERS])
        keys = list(own)[:KEYS]
        shared = Counter(n for word in keys for n in by_word[word])
        near = heapq.nsmallest(COMPARED, shared, key=lambda n: (-shared[n], n))
        like = [(dot(own, middles[n]) / math.sqrt(lengths[n]), -n) for n in near]
        best, number = max(like, default=(0.0, 0))
        if best < ALIKE:
            number = -len(middles)
            middles.append({})
            lengths.append(0.0)
        lengths[-number] += 2 * dot(own, middles[-number]) + 1.0
        _add(own, middles[-number])
        for word in keys:
            by_word[word].add(-number)
        out.append(-number)
    return out


def _vector(text: str) -> dict[str, float]:
    """The commonest words of length one in sum, commonest first."""
    counts = bag(text)
    words = heapq.nsmallest(WORDS, counts, key=lambda w: (-counts[w], w))
    raw = {word: 1 + math.log(counts[word]) for word in words}
    norm = math.sqrt(sum(x * x for x in raw.values())) or 1.0
    return {word: x / norm for word, x in raw.items()}


def _add(own: Mapping[str, float], middle: dict[str, float]) -> None:
    for word, x in own.items():
        middle[word] = middle.get(word, 0.0) + x
