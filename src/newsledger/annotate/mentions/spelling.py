"""One form for the spellings of a foreign name, so that Sergei and Sergey, Kristiaansen and Kristiansen meet."""

from __future__ import annotations

import functools
import re

from anyascii import anyascii

from newsledger.annotate.mentions import tables

NOT_LETTERS = re.compile(r"[^a-z0-9]+")
DOUBLED = re.compile(r"([a-z])\1+")


@functools.lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Lower-case ASCII words, with single spaces: what two spellings share that differ in typography only."""
    text = text.replace("’", "'").replace("‘", "'")
    return " ".join(NOT_LETTERS.sub(" ", anyascii(text).lower().replace("'", "").replace(".", "")).split())


@functools.lru_cache(maxsize=65536)
def folded(part: str) -> str:
    """A part of a name under the romanisation table: equal for spellings of one name, and for few others."""
    word = plain(part).replace(" ", "")
    for where, old, new in tables.respellings():
        if where == "any":
            word = word.replace(old, new)
        elif where == "end" and word.endswith(old):
            word = word[: -len(old)] + new
        elif where == "start" and word.startswith(old):
            word = new + word[len(old) :]
    return DOUBLED.sub(r"\1", word)


@functools.lru_cache(maxsize=65536)
def sounded(part: str) -> str:
    """A part of a name as it sounds, whichever language it was written down for: "Beljakov", "Belyakov".

    German and the Slavic Latin alphabets write j for English y, ch for kh. Too many names meet here for a
    surname alone; both parts of a full name must agree.
    """
    return DOUBLED.sub(r"\1", folded(part).replace("j", "i").replace("kh", "h"))


def same_given(one: str, other: str) -> bool:
    """Whether two given names can be one person's: equal when folded, an initial, or a pet form."""
    a, b = plain(one), plain(other)
    if not a or not b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0] or folded(one)[:1] == folded(other)[:1]
    return folded(one) == folded(other) or bool(pet_groups(a) & pet_groups(b))


def pet_groups(given: str) -> frozenset[int]:
    return tables.nicknames().get(given, frozenset())
