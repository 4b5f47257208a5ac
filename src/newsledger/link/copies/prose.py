"""The words of a sentence: what says nothing, what stands for a stem, what is peculiar to an occasion."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from importlib.resources import files

STEM = 6  # letters that stand for a word's stem: "destabilise" and "destabilisation" agree
WORD = re.compile(r"\w+")
# What is peculiar to an occasion: a number, or a capitalised word that does not begin the sentence.
SPECIFIC = re.compile(r"\d[\d.,:]*\d|\d|[^\W\d_]\w+")


@functools.lru_cache(maxsize=1)
def function_words() -> frozenset[str]:
    """The words that ``data/copies/function_words.txt`` lists."""
    text = (files("newsledger") / "data/copies/function_words.txt").read_text(encoding="utf-8")
    return frozenset(w for line in text.splitlines() if not line.startswith("#") for w in line.split())


def specifics(text: str) -> Iterable[str]:
    """The numbers and the capitalised words of a sentence but its first."""
    for n, word in enumerate(SPECIFIC.findall(text)):
        if word[0].isdigit() or (n and word[0].isupper()):
            yield word.lower()
