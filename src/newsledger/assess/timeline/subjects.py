"""Which stories are about one subject and so share a timeline: a long affair falls into many stories.

Stories of one subject share their commonest content words ("flu", "outbreak", "health"), which inverse
document frequency would play down; so the words are weighed by the logarithm of their number alone. A story is
known by the words of its own articles; on a mixed pile of the four development topics of Timeline17, nine in ten
articles of a topic fall into one subject, and hardly any of another topic with them.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import itemgetter

from newsledger.annotate.annotation import Annotation
from newsledger.annotate.fingerprint import print_of
from newsledger.assess.timeline.words import dot
from newsledger.link.parts import Part, parts_of
from newsledger.records import Article

ALIKE = 0.2  # cosine to the middle of a subject from which a story belongs to it
WORDS = 80  # the heaviest words of a story, by which it is compared
KEYS = 12  # of them, those by which subjects are looked up
COMPARED = 50  # subjects that share most of them, with which it is compared
COMMON = 200  # subjects with a key, beyond which it finds nobody in particular: the work stays linear
Weights = dict[str, float]
Words = Sequence[tuple[str, int]]


def find_subjects(
    *, articles: tuple[Article, ...], annotations: tuple[Annotation, ...]
) -> dict[str, tuple[Part, ...]]:
    """The subject of each article."""
    found = {a.article_id: a for a in annotations}
    words = {a.article_id: print_of(a.text, found.get(a.article_id)).words for a in articles}
    subject_of = subjects(articles, words)
    return {"subjects": parts_of(articles, {a.article_id: subject_of[a.story_id] for a in articles})}


def subjects(articles: Iterable[Article], words: Mapping[str, Words]) -> dict[str | None, int]:
    """The number of the subject of each story; ``words`` are the commonest of each article."""
    members: dict[str | None, list[Weights]] = defaultdict(list)
    for article in sorted(articles, key=lambda a: (str(a.published), a.article_id)):
        members[article.story_id].append(of_article(words.get(article.article_id, ())))
    found = Subjects()
    return {story: found.join(of_story(own), len(own)) for story, own in members.items()}


def of_article(words: Words) -> Weights:
    """The weights of an article's commonest words, of length one in sum."""
    raw = {word: 1 + math.log(count) for word, count in words}
    norm = math.sqrt(sum(x * x for x in raw.values())) or 1.0
    return {word: x / norm for word, x in raw.items()}


def of_story(articles: Iterable[Weights]) -> Weights:
    """The words that weigh most in its articles together, of length one, the heaviest first."""
    total: dict[str, float] = defaultdict(float)
    for own in articles:
        for word, x in own.items():
            total[word] += x
    heaviest = sorted(total.items(), key=itemgetter(1), reverse=True)[:WORDS]
    norm = math.sqrt(sum(x * x for _, x in heaviest)) or 1.0
    return {word: x / norm for word, x in heaviest}


class Subjects:
    """The middles of the subjects so far, found by their keys."""

    def __init__(self) -> None:
        self._middles: list[Weights] = []
        self._lengths: list[float] = []  # squared
        self._by_key: dict[str, list[int]] = defaultdict(list)

    def join(self, own: Weights, weight: int) -> int:
        """The number of the subject that a story is most like, which it joins, or of a new one."""
        keys = list(own)[:KEYS]
        shared = Counter(chain.from_iterable(self._by_key[word] for word in keys))
        near = heapq.nsmallest(COMPARED, shared, key=lambda n: (-shared[n], n))
        like = [(dot(own, self._middles[n]) / math.sqrt(self._lengths[n]), -n) for n in near]
        best, number = max(like, default=(0.0, 0))
        if best < ALIKE:
            number = -len(self._middles)
            self._middles.append({})
            self._lengths.append(0.0)
        self._enter(-number, own, weight)
        for word in keys:
            found = self._by_key[word]
            if len(found) < COMMON and -number not in found:
                found.append(-number)
        return -number

    def _enter(self, number: int, own: Weights, weight: int) -> None:
        middle = self._middles[number]
        self._lengths[number] += 2 * weight * dot(own, middle) + weight * weight
        for word, x in own.items():
            middle[word] = middle.get(word, 0.0) + weight * x
