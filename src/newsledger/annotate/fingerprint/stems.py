"""The words of a text as they are compared: lower case, without endings of number, without function words."""

from __future__ import annotations

import functools
import heapq
import re
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files

COMMONEST = 80  # content words of an article

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


def content_stems(text: str) -> Iterator[str]:
    """The stems of a text's content words, in order."""
    return filter(None, map(content, _WORD.findall(text)))


def commonest(text: str) -> tuple[tuple[str, int], ...]:
    """The stems that stand most often in a text and how often, the commonest first, then by the alphabet."""
    counts = Counter(content_stems(text))
    return tuple(heapq.nsmallest(COMMONEST, counts.items(), key=lambda pair: (-pair[1], pair[0])))
