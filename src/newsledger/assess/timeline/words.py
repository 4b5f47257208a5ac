"""The words of a sentence as they are compared: lower case, without endings of number, without function words."""

from __future__ import annotations

import functools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from importlib.resources import files
from itertools import repeat
from operator import mul

Vector = Mapping[str, float]

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[’'-][^\W\d_]+)*")


@functools.lru_cache(maxsize=1)
def function_words() -> frozenset[str]:
    """The words that say nothing of what a sentence is about."""
    text = files("newsledger.data.copies").joinpath("function_words.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0] for line in text.splitlines())
    return frozenset(word for line in lines for word in line.split())


@functools.lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word without possessive, plural and the commonest endings of verbs: enough to compare by."""
    word = word.lower().replace("’", "'").removesuffix("'s").rstrip("'")
    for ending, least, instead in (
        ("ies", 5, "y"),
        ("ing", 6, ""),
        ("ed", 5, ""),
        ("es", 5, ""),
        ("s", 4, ""),
    ):
        if word.endswith(ending) and len(word) >= least and not word.endswith("ss"):
            return word.removesuffix(ending) + instead
    return word.removesuffix("e") if len(word) > 4 else word


@functools.lru_cache(maxsize=100_000)
def content(word: str) -> str:
    """The stem of a content word; "" of a function word."""
    return "" if word.lower() in function_words() else stem(word)


def bag(text: str) -> Counter[str]:
    """How often each content word stands in a text."""
    return Counter(filter(None, map(content, _WORD.findall(text))))


def rarity(bags: Iterable[Mapping[str, int]]) -> dict[str, float]:
    """Inverse document frequency over sentences."""
    seen: Counter[str] = Counter()
    total = 0
    for words in bags:
        seen.update(words.keys())
        total += 1
    return {word: math.log((1 + total) / n) for word, n in seen.items()}


def vector(words: Mapping[str, int], idf: Mapping[str, float]) -> dict[str, float]:
    """The TF-IDF vector of length one."""
    raw = {word: n * idf.get(word, 0.0) for word, n in words.items()}
    norm = math.sqrt(sum(x * x for x in raw.values())) or 1.0
    return {word: x / norm for word, x in raw.items()}


def dot(a: Vector, b: Vector) -> float:
    if len(a) > len(b):
        a, b = b, a
    return float(sum(map(mul, a.values(), map(b.get, a, repeat(0.0)))))


def centroid(weighted: Iterable[tuple[float, Vector]]) -> dict[str, float]:
    """The weighted sum, of length one."""
    total: dict[str, float] = defaultdict(float)
    for weight, v in weighted:
        for word, x in v.items():
            total[word] += weight * x
    norm = math.sqrt(sum(x * x for x in total.values())) or 1.0
    return {word: x / norm for word, x in total.items()}
