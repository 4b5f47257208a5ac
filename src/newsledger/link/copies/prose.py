"""The words of a sentence: what says nothing, what stands for a stem, what is peculiar to an occasion."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsledger.annotate.fingerprint.stems import function_words
from newsledger.annotate.fingerprint.tally import STEM

__all__ = ["STEM", "function_words", "specifics"]

WORD = re.compile(r"\w+")
# What is peculiar to an occasion: a number, or a capitalised word that does not begin the sentence.
SPECIFIC = re.compile(r"\d[\d.,:]*\d|\d|[^\W\d_]\w+")


def specifics(text: str) -> Iterable[str]:
    """The numbers and the capitalised words of a sentence but its first."""
    for n, word in enumerate(SPECIFIC.findall(text)):
        if word[0].isdigit() or (n and word[0].isupper()):
            yield word.lower()
