"""Where it is worth trying a rule: windows around the words of its class.

A pattern is never run over the whole text, so the cost grows with the number of temporal words and, for
any text, linearly with its length.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

from newsledger.annotate.times.lexicon import load, vocabulary

REACH = 64  # characters on either side of the word that makes it worth trying
TOKEN = re.compile(r"[A-Za-z]+|\d+")
SMALL = frozenset(
    {"the", "a", "an", "in", "at", "by", "of", "to", "until", "this", "these", "s", "no", "some"}
)


@functools.lru_cache(maxsize=1)
def classes() -> Mapping[str, tuple[str, ...]]:
    """The classes of each lower-case word."""
    near: dict[str, list[str]] = load("near")["near"]
    tables: dict[str, list[str]] = dict(near)
    for name, table in vocabulary().items():
        tables.setdefault(name, [longest_word(entry) for entry in table])
    out: dict[str, list[str]] = {}
    for name, words in tables.items():
        for word in words:
            if name not in out.setdefault(word, []):
                out[word].append(name)
    return {word: tuple(names) for word, names in out.items()}


def longest_word(entry: str) -> str:
    """The telling word of an entry of several words."""
    words: list[str] = [w for w in re.findall(r"[a-z]+", entry) if w not in SMALL] or [entry]
    return max(words, key=len)


def number_classes(text: str, match: re.Match[str]) -> Iterator[str]:
    """The classes of a number by its length and its neighbours."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    length = match.end() - match.start()
    if length == 4:
        yield "#4"
    if length <= 2 and after in (":", "."):
        yield "#:"
    if length <= 2 and after in ("/", "-", "."):
        yield "#sep"
    if before in ("'", "’", "‘"):
        yield "#'"


def windows(text: str) -> dict[str, list[tuple[int, int]]]:
    """For each class the merged stretches of the text around its words, in order."""
    known = classes()
    out: dict[str, list[tuple[int, int]]] = {}
    for match in TOKEN.finditer(text):
        word = match[0].lower()
        names: list[str] = []
        if word[0].isdigit():
            for kind in number_classes(text, match):
                names += known.get(kind, ())
        else:
            names += known.get(word, ())
            if match.start() and text[match.start() - 1].isdigit():
                names += known.get("#" + word, ())
        for name in names:
            lo, hi = max(0, match.start() - REACH), min(len(text), match.end() + REACH)
            spans = out.setdefault(name, [])
            if spans and lo <= spans[-1][1]:
                spans[-1] = (spans[-1][0], hi)
            else:
                spans.append((lo, hi))
    return {name: [snap(text, lo, hi) for lo, hi in spans] for name, spans in out.items()}


def snap(text: str, lo: int, hi: int) -> tuple[int, int]:
    """Widen to the next break between words, so that no word is cut."""
    for _ in range(REACH):
        if hi >= len(text) or text[hi].isspace():
            break
        hi += 1
    return lo, hi
