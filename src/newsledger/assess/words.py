"""Content words of a statement: lower case, stemmed lightly, synonyms of the trade folded together."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from importlib import resources

from newsledger.assess.tables import table

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
NUMBER = re.compile(r"\d[\d,.]*\d|\d")
ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "s", "e")
SHORTEST_STEM = 3


def _read(name: str) -> list[list[str]]:
    text = (resources.files("newsledger") / "data" / "claims" / name).read_text(encoding="utf-8")
    return [line.split() for line in text.splitlines() if line and not line.startswith("#")]


@functools.cache
def cue_words(key: str) -> frozenset[str]:
    """One word list of the denials' data."""
    return frozenset(table("stances")[key])


@functools.cache
def stopwords() -> frozenset[str]:
    """Words that join nothing."""
    return frozenset(word for line in _read("stopwords.txt") for word in line)


@functools.cache
def concepts() -> dict[str, str]:
    """Stem to the stem of its group's first word."""
    return {
        _bare_stem(word): _bare_stem(group[0]) for group in _read("concepts.txt") for word in reversed(group)
    }


@functools.lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of one lower-case word, folded into its concept."""
    bare = _bare_stem(word)
    return concepts().get(bare, bare)


@functools.cache
def _whole() -> dict[str, str]:
    """Words that only look as if they had an ending, with their stems."""
    return {word: group[0] for group in _read("whole.txt") for word in group}


def _bare_stem(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("’s")
    if word in _whole():
        return _whole()[word]
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > SHORTEST_STEM and word[-1] == word[-2] else word


@functools.lru_cache(maxsize=65536)
def telling(word: str) -> str:
    """The stem of a lower-case content word; "" of a stop word or a letter."""
    return stem(word) if word not in stopwords() and len(word) > 1 else ""


def stems(words: Iterable[str]) -> frozenset[str]:
    """Stems of words that are no stop words."""
    return frozenset(filter(None, map(telling, words)))


@functools.lru_cache(maxsize=65536)
def content_words(text: str) -> frozenset[str]:
    """The stems of a text's content words."""
    return stems(WORD.findall(text.lower()))


@functools.lru_cache(maxsize=65536)
def literal_words(text: str) -> frozenset[str]:
    """The stems of a text's content words, each word for itself."""
    words = WORD.findall(text.lower())
    return frozenset(_bare_stem(w) for w in words if w not in stopwords() and len(w) > 1)


def numbers(text: str) -> frozenset[str]:
    """The digits that stand in a text."""
    return frozenset(number.replace(",", "") for number in NUMBER.findall(text))


def normal(text: str) -> str:
    """Words only, for equality of wordings."""
    return " ".join(WORD.findall(text.lower()))


@functools.lru_cache(maxsize=65536)
def negates(word: str) -> bool:
    """Whether a lower-case word is a negation or holds one."""
    word = word.replace("’", "'")
    return word in cue_words("negations") or word.endswith("n't") or word == "cannot"


def is_negative(text: str) -> bool:
    """Whether a text says that something is not so."""
    return any(map(negates, WORD.findall(text.lower())))


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Jaccard overlap."""
    return len(a & b) / len(a | b) if a and b else 0.0
