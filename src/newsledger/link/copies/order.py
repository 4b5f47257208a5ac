"""The likely order of a scrambled text: from a sibling that has its sentences, else from its own coherence."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import combinations, pairwise

from newsledger.link.copies.prose import STEM, WORD, function_words, specifics
from newsledger.records import Sentence

ENOUGH = 0.5  # share of the sentences that a sibling must have for its order to be taken
FEWEST = 6  # sentences of a text whose order can be doubted
MOST = 200  # sentences of a text whose order is guessed, for a guess compares all with all
LOOSE = 1.05  # neighbouring sentences share no more, in proportion, than any two: they were shuffled
PERSON = re.compile(r"\W*(?:he|she|his|her)\b", re.IGNORECASE)
# "It was Ada Quill who ...": this "it" stands for nothing said before.
EMPTY = re.compile(
    r"\W*it (?:is|was|will be) [^.,;:!?]{1,60}? (?:who|whom|whose|that|which|when|where)\b", re.IGNORECASE
)
NAMED = re.compile(r"\b(?:[A-Z][a-z]+|he|she|his|her|him)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """The sentences in their likely order. ``basis`` is "sibling", or "coherence" where none could tell: a guess."""

    sentences: tuple[Sentence, ...]
    basis: str


def rebuild_order(sentences: Sequence[Sentence], places: Sequence[int | None] = ()) -> Order:
    """The likely order of a text's sentences.

    ``places`` tells where in a sibling, a text in order, each sentence has its counterpart. One that has none
    follows the one before which does have.
    """
    if sum(p is not None for p in places) >= ENOUGH * max(1, len(sentences)):
        return Order(sentences=tuple(sentences[n] for n in by_partner(places)), basis="sibling")
    return Order(
        sentences=tuple(sentences[n] for n in by_coherence([s.text for s in sentences])), basis="coherence"
    )


def content(text: str) -> frozenset[str]:
    """The stems of a sentence's content words."""
    return frozenset(w[:STEM] for w in WORD.findall(text.lower()) if w not in function_words())


def by_partner(partners: Sequence[int | None]) -> list[int]:
    """The numbers in the order of their partners; one without a partner goes with the one before it."""
    keys: list[tuple[int, int]] = []
    last = -1
    for n, place in enumerate(partners):
        last = place if place is not None else last
        keys.append((last, n))
    return sorted(range(len(keys)), key=lambda n: keys[n])


@functools.lru_cache(maxsize=1)
def referring_words() -> frozenset[str]:
    """Words that refer back when they begin a sentence, from ``data/copies/referring_words.txt``."""
    text = (files("newsledger") / "data/copies/referring_words.txt").read_text(encoding="utf-8")
    return frozenset(w for line in text.splitlines() if not line.startswith("#") for w in line.split())


def refers_back(text: str) -> bool:
    """Whether a sentence begins with a word that needs one before it."""
    first = re.match(r"\W*(\w+)", text)
    return bool(first) and not EMPTY.match(text) and first[1].lower() in referring_words()  # type: ignore[index]


def by_coherence(texts: Sequence[str]) -> list[int]:
    """A chain that begins with the sentence richest in names and goes on to what shares most with the last ones.

    A sentence that refers back comes no earlier than second, and earlier where it shares names with the last
    (after the entity grid of Barzilay and Lapata 2008, much simplified). A guess, to be marked as one.
    """
    left = list(range(len(texts)))
    stems = [content(t) for t in texts]
    names = [frozenset(specifics(t)) for t in texts]
    back = [refers_back(t) for t in texts]
    chain: list[int] = []
    while left:
        if not chain:
            best = max(left, key=lambda n: (not back[n], len(names[n]), len(stems[n]), -n))
        else:
            near = stems[chain[-1]] | (stems[chain[-2]] if len(chain) > 1 else frozenset())
            best = max(left, key=lambda n: (len(stems[n] & near) + 0.5 * back[n], -n))
        chain.append(best)
        left.remove(best)
    return chain


def looks_scrambled(texts: Sequence[str]) -> bool:
    """Whether a text shows three signs of lost order at once; one alone is found in sound articles, too.

    Its first sentence refers back, a later one refers to a person whom the one before does not name, and
    neighbours have no more in common than any two sentences.
    """
    if not FEWEST <= len(texts) <= MOST or not refers_back(texts[0]):
        return False
    hanging = any(PERSON.match(b) and not NAMED.search(a[1:]) for a, b in pairwise(texts))
    return hanging and cohesion(texts) < LOOSE


def cohesion(texts: Sequence[str]) -> float:
    """How much more neighbouring sentences have in common than any two: some 1.3 in an article, 1 in a shuffled one."""
    stems = [content(t) for t in texts]

    def mean(pairs: Iterable[tuple[frozenset[str], frozenset[str]]]) -> float:
        shares = [len(a & b) / (1 + min(len(a), len(b))) for a, b in pairs]
        return sum(shares) / max(1, len(shares))

    return mean(pairwise(stems)) / max(1e-6, mean(combinations(stems, 2)))
