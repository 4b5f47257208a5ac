"""Articles as weighted terms: stems, word pairs, names; TF-IDF with a prior, so that a pile of nine works too.

In a pile on one story every telling word stands in every article, and plain document frequencies would
count it as nothing. So the pile is weighed as if three hundred articles on other matters lay beside it, in
which an ordinary word stands in every fiftieth and a name in one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from newsledger.annotate.fingerprint.hashing import MIX, may_be_shared
from newsledger.link.copies.prose import STEM, function_words

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Vector = tuple[Ints, Floats]  # the numbers of its terms, ascending, and their weights; of length 1

BESIDE = 300  # articles on other matters
WORD_BESIDE, NAME_BESIDE, PAIR_BESIDE = 20, 2, 2  # ... that hold an ordinary word, a name, a word pair
SHARPEN = 1.2  # exponent of the inverse document frequency
LEAD = 400  # characters of the body that count twice, as the headline does: news tells its matter first
TOKEN = re.compile(r"[^\W_]\w+")


@dataclass(frozen=True, slots=True)
class Text:
    """What is said of an article: its headline, its prose, and the entities that it names."""

    title: str
    body: str
    names: tuple[str, ...] = ()


def vectorise(texts: Sequence[Text]) -> list[Vector]:
    """One vector of length 1 for each text; the numbers of terms mean nothing outside.

    What no other article holds can match nothing: it is summed up as one term, the article's own.
    """
    words = Words(texts)
    found = [words.terms(n) for n in range(len(texts))]
    ends = np.cumsum([0, *(len(terms) for terms, _ in found)])
    keys = np.concatenate([np.zeros(0, dtype=np.int64), *(terms for terms, _ in found)])
    counts = np.concatenate([np.zeros(0, dtype=np.int64), *(n for _, n in found)])
    number, frequency, distinct = number_shared(keys)
    weights = (1 + np.log(counts)) * rarity(frequency, len(texts), words.beside(keys))
    return [
        as_vector(number[start:end], weights[start:end], distinct + n)
        for n, (start, end) in enumerate(zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True))
    ]


def number_shared(keys: Ints) -> tuple[Ints, Ints, int]:
    """A number for each key that stands more than once, -1 for the others; how often; and how many numbers."""
    number, frequency = np.full(len(keys), -1, dtype=np.int64), np.ones(len(keys), dtype=np.int64)
    likely = np.flatnonzero(may_be_shared(keys.astype(np.uint64) * MIX))
    distinct, place, counts = np.unique(keys[likely], return_inverse=True, return_counts=True)
    shared = counts[place] > 1
    number[likely[shared]] = place[shared]
    frequency[likely] = counts[place]
    return number, frequency, len(distinct)


def as_vector(numbers: Ints, weights: Floats, rest: int) -> Vector:
    """The vector of an article; ``rest`` is the number of all that no other holds."""
    shared = numbers >= 0
    alone = sqrt(float(np.sum(weights[~shared] ** 2)))
    return unit((np.append(numbers[shared], rest), np.append(weights[shared], alone)))


class Words:
    """The words of a pile as numbers in the order of the alphabet, and what is known of each."""

    def __init__(self, texts: Sequence[Text]) -> None:
        number: dict[str, int] = {}
        self.bodies = [in_numbers(text.body, number) for text in texts]
        self.heads = [
            np.append(in_numbers(text.title, number), in_numbers(text.body[:LEAD], number)) for text in texts
        ]
        lower = [word.lower() for word in number]
        self.lower, _ = ranks(lower)
        self.stem, self.stems = ranks([word[:STEM] for word in lower])
        empty = function_words()
        self.telling = np.array([word not in empty for word in lower], dtype=bool)
        self.capital = self._capitalised(np.array([word[0].isupper() for word in number], dtype=bool))
        names = {name: n for n, name in enumerate(sorted({name for text in texts for name in text.names}))}
        self.names = [np.array([names[x] for x in text.names], dtype=np.int64) for text in texts]

    def terms(self, n: int) -> tuple[Ints, Ints]:
        """The terms of a text and how often each stands in it; what comes first counts twice."""
        body, head = (row[self.telling[row]] for row in (self.bodies[n], self.heads[n]))
        pairs = (self.lower[body[:-1]] + 1) << 32 | self.lower[body[1:]]
        single = np.concatenate((self.stem[body], self.stem[head], self.names[n] + self.stems))
        return np.unique(np.concatenate((single, pairs)), return_counts=True)

    def beside(self, terms: Ints) -> Ints:
        """In how many of the articles on other matters each term would stand."""
        out = np.where(terms >> 32 > 0, PAIR_BESIDE, NAME_BESIDE)
        stems = np.flatnonzero(terms < self.stems)
        out[stems] = np.where(self.capital[terms[stems]], NAME_BESIDE, WORD_BESIDE)
        return out

    def _capitalised(self, upper: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Whether the pile writes a stem with a capital more often than not."""
        every = np.concatenate([np.zeros(0, dtype=np.int64), *self.bodies])
        capital = np.bincount(self.stem[every], upper[every], minlength=self.stems)
        return np.asarray(2 * capital > np.bincount(self.stem[every], minlength=self.stems))


def in_numbers(text: str, number: dict[str, int]) -> Ints:
    """The words of a text, each new one with the next number."""
    return np.array([number.setdefault(word, len(number)) for word in TOKEN.findall(text)], dtype=np.int64)


def ranks(words: Sequence[str]) -> tuple[Ints, int]:
    """The place of each word in the alphabet, equal for equal words, and how many different ones there are."""
    place = {word: n for n, word in enumerate(sorted(set(words)))}
    return np.array([place[word] for word in words], dtype=np.int64), len(place)


def rarity(frequency: Ints, articles: int, prior: Ints) -> Floats:
    """The inverse document frequency with the prior."""
    return np.asarray(np.log(1 + (articles + BESIDE) / (frequency + prior)) ** SHARPEN)


def unit(vector: Vector) -> Vector:
    """A vector scaled to length 1."""
    terms, weights = vector
    return terms, weights / (sqrt(float(np.sum(weights**2))) or 1.0)


def add(vectors: Sequence[Vector], factors: Sequence[float]) -> Vector:
    """A weighted sum."""
    terms, place = np.unique(np.concatenate([terms for terms, _ in vectors]), return_inverse=True)
    scaled = [weights * factor for (_, weights), factor in zip(vectors, factors, strict=True)]
    return terms, np.asarray(np.bincount(place, np.concatenate(scaled)), dtype=np.float64)


def dots(one: Vector, others: Sequence[Vector], wide: Floats) -> Floats:
    """The inner products of a vector with others: the cosines, where all are of length 1.

    ``wide`` is room for all terms, empty before and after.
    """
    if not others:
        return np.zeros(0)
    terms, weights = one
    wide[terms] = weights
    products = wide[np.concatenate([t for t, _ in others])] * np.concatenate([w for _, w in others])
    wide[terms] = 0.0
    ends = np.cumsum([len(t) for t, _ in others])
    return np.asarray(np.add.reduceat(products, np.concatenate(([0], ends[:-1]))))


def room(vectors: Sequence[Vector]) -> Floats:
    """Room for all terms of some vectors."""
    return np.zeros(1 + max((int(terms[-1]) for terms, _ in vectors if len(terms)), default=0))
