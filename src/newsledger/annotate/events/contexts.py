"""PLOVER's contexts of an event: what its sentence is about, by cue words."""

from __future__ import annotations

import functools
import re

from newsledger.annotate.events.frames import word_lists

SHORTEST = 3  # letters of the beginnings that stand in the file
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@functools.lru_cache(maxsize=1)
def _cues() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Whole words (and phrases of words), and beginnings, each with its contexts."""
    whole: dict[str, frozenset[str]] = {}
    begun: dict[str, frozenset[str]] = {}
    for context, words in word_lists("contexts.txt").items():
        for word in words:
            known = begun if word.endswith("*") else whole
            cue = word.rstrip("*").replace("_", " ")
            known[cue] = known.get(cue, frozenset()) | {context}
    return whole, begun


@functools.lru_cache(maxsize=50_000)
def _of_cue(cue: str) -> frozenset[str]:
    """The contexts of a word, or of two to four words with blanks between them."""
    whole, begun = _cues()
    found = set(whole.get(cue, ()))
    for end in range(SHORTEST, len(cue) + 1):
        found |= begun.get(cue[:end], frozenset())
    return frozenset(found)


@functools.lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    """The first words of phrases."""
    whole, begun = _cues()
    return frozenset(cue.partition(" ")[0] for cue in (*whole, *begun) if " " in cue)


@functools.lru_cache(maxsize=256)
def contexts_of(text: str) -> tuple[str, ...]:
    """The contexts that the words of a sentence name, sorted."""
    words = [w.lower() for w in _WORD.findall(text)]
    found: set[str] = set()
    for at, word in enumerate(words):
        found |= _of_cue(word)
        if word in _openers():
            for length in (2, 3, 4):
                found |= _of_cue(" ".join(words[at : at + length]))
    return tuple(sorted(found))
