"""The likely order of a scrambled text: from a sibling that has its sentences, else from its own coherence."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

from newsledger.link.copies.prose import STEM, WORD, function_words, specifics
from newsledger.records import Sentence

SAME = 0.6  # Dice coefficient of content words from which two sentences count as one
ENOUGH = 0.5  # share of the sentences that a sibling must have for its order to be taken


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """The sentences in their likely order. ``basis`` is "sibling", or "coherence" where none could tell: a guess."""

    sentences: tuple[Sentence, ...]
    basis: str


def rebuild_order(sentences: Sequence[Sentence], siblings: Sequence[Sequence[Sentence]]) -> Order:
    """The likely order of a text's sentences.

    ``siblings`` are the sentences of other articles of the family, each in its own order; the one that
    holds most of the sentences decides. A sentence that it lacks follows the one before which it does have.
    """
    stems = [content(s.text) for s in sentences]
    best: list[int | None] = [None] * len(sentences)
    for sibling in siblings:
        found = [partner(words, [content(s.text) for s in sibling]) for words in stems]
        if sum(p is not None for p in found) > sum(p is not None for p in best):
            best = found
    if sum(p is not None for p in best) >= ENOUGH * max(1, len(sentences)):
        return Order(sentences=tuple(sentences[n] for n in by_partner(best)), basis="sibling")
    return Order(
        sentences=tuple(sentences[n] for n in by_coherence([s.text for s in sentences])), basis="coherence"
    )


def content(text: str) -> frozenset[str]:
    """The stems of a sentence's content words."""
    return frozenset(w[:STEM] for w in WORD.findall(text.lower()) if w not in function_words())


def partner(words: frozenset[str], others: Sequence[frozenset[str]]) -> int | None:
    """The number of the most similar sentence, None where none is similar enough."""
    scores = [(2 * len(words & o) / max(1, len(words) + len(o)), -n) for n, o in enumerate(others)]
    best = max(scores, default=(0.0, 0))
    return -best[1] if best[0] >= SAME else None


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
    return bool(first) and first[1].lower() in referring_words()  # type: ignore[index]


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
