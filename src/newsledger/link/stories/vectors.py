"""Articles as weighted terms: stems, word pairs, names; TF-IDF with a prior, so that a pile of nine works too.

In a pile on one story every telling word stands in every article, and plain document frequencies would
count it as nothing. So the pile is weighed as if three hundred articles on other matters lay beside it, in
which an ordinary word stands in every fiftieth and a name in one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log, sqrt

from newsledger.link.copies.prose import STEM, function_words

Vector = dict[int, float]  # of length 1

BESIDE = 300  # articles on other matters
WORD_BESIDE, NAME_BESIDE, PAIR_BESIDE = (
    20,
    2,
    2,
)  # of these, those that hold an ordinary word, a name, a word pair
SHARPEN = 1.2  # exponent of the inverse document frequency
LEAD = 400  # characters of the body that count twice, as the headline does: news tells its matter first
PAIR = 1.0  # weight of a pair of neighbouring words beside a single word
TOKEN = re.compile(r"[^\W_]\w+")


@dataclass(frozen=True, slots=True)
class Text:
    """What is said of an article: its headline, its prose, and the entities that it names."""

    title: str
    body: str
    names: tuple[str, ...] = ()


def vectorise(texts: Sequence[Text]) -> list[Vector]:
    """One vector of length 1 for each text (empty where there is no word); term numbers have no meaning outside."""
    counts = [count_terms(text) for text in texts]
    frequency = Counter(term for count in counts for term in count)
    is_name = capitalised(texts)
    number = {term: n for n, term in enumerate(sorted(t for t, n in frequency.items() if n > 1))}
    weight = {t: rarity(n, len(texts), beside(t, is_name)) for t, n in frequency.items()}
    return [weigh(c, weight, number, -1 - n) for n, c in enumerate(counts)]


def weigh(
    counts: Mapping[str, float], weight: Mapping[str, float], number: Mapping[str, int], rest: int
) -> Vector:
    """The vector of one article. What no other article holds can match nothing: it is summed up as one term."""
    vector: Vector = {}
    alone = 0.0
    for term, n in counts.items():
        w = (1 + log(n)) * weight[term]
        if term in number:
            vector[number[term]] = w
        else:
            alone += w * w
    return unit({**vector, rest: sqrt(alone)})


def count_terms(text: Text) -> dict[str, float]:
    """How often each term stands in a text; what comes first counts twice."""
    body = words(text.body)
    first = words(text.title) + words(text.body[:LEAD])
    single = Counter([w[:STEM] for w in body] + [w[:STEM] for w in first] + [f"@{n}" for n in text.names])
    pairs = Counter(map(" ".join, pairwise(body)))
    return {**single, **{pair: n * PAIR for pair, n in pairs.items()}}


def words(text: str) -> list[str]:
    """The content words of a text in lower case."""
    empty = function_words()
    return [w for w in TOKEN.findall(text.lower()) if w not in empty]


def capitalised(texts: Iterable[Text]) -> set[str]:
    """The stems that the pile writes with a capital more often than not."""
    upper: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for text in texts:
        for word in TOKEN.findall(text.body):
            stem = word[:STEM].lower()
            every[stem] += 1
            upper[stem] += word[0].isupper()
    return {stem for stem, n in upper.items() if 2 * n > every[stem]}


def beside(term: str, names: set[str]) -> int:
    """In how many of the articles on other matters a term would stand."""
    if " " in term:
        return PAIR_BESIDE
    return NAME_BESIDE if term[0] == "@" or term in names else WORD_BESIDE


def rarity(frequency: int, articles: int, prior: int) -> float:
    """The inverse document frequency with the prior."""
    return float(log(1 + (articles + BESIDE) / (frequency + prior)) ** SHARPEN)


def unit(vector: Vector) -> Vector:
    """A vector scaled to length 1, its terms in the order of their numbers."""
    length = sqrt(sum(w * w for w in vector.values())) or 1.0
    return {t: vector[t] / length for t in sorted(vector)}


def dot(a: Vector, b: Vector) -> float:
    """The inner product: of vectors of length 1 the cosine, of means the average cosine of their members."""
    if len(a) > len(b):
        a, b = b, a
    return sum(w * b[t] for t, w in a.items() if t in b)


def add(vectors: Iterable[tuple[Vector, float]]) -> Vector:
    """A weighted sum."""
    total: dict[int, float] = {}
    for vector, weight in vectors:
        for term, w in vector.items():
            total[term] = total.get(term, 0.0) + weight * w
    return total
