"""Words as numbers: a pile's text is cut into words and hashed by arrays, without an object for any word.

A word is what ``\\w+`` matches, in lower case; its number is 32 bits of a hash of its letters and their places.
Two words of a pile may share a number; for what is counted here, dozens of words together, that is nothing.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newsledger.annotate.fingerprint.hashing import MIX, Flags, Ints, Keys
from newsledger.link.copies.arrays import repeated
from newsledger.link.copies.prose import STEM, function_words

PLANE = 0x10000  # code points told apart; beyond lie emoji and rare scripts, which are no part of a word here
LETTER, CAPITAL, DIGIT, SPACE = 1, 2, 4, 8
Codes = NDArray[np.uint32]
UNMIX = np.uint64(pow(int(MIX), -1, 2**64))


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a text in order, one place of each array for each."""

    start: Ints  # code points
    word: Keys
    stem: Keys  # of its first letters; 0 for a function word
    capital: Flags  # a capitalised word of two letters or more
    digit: Flags  # it begins with a digit


def codes_of(text: str) -> Codes:
    """The code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def cut(codes: Codes) -> Words:
    """The words of a text."""
    letters, kinds = alphabet()
    kind = np.take(kinds, codes, mode="clip")
    start, end = borders((kind & LETTER) > 0)
    first = kind[start]
    word, stem = hash_words(np.take(letters, codes, mode="clip"), start, end)
    return Words(
        start=start,
        word=word,
        stem=np.where(is_function_word(word), np.uint64(0), stem),
        capital=((first & CAPITAL) > 0) & (end - start > 1),
        digit=(first & DIGIT) > 0,
    )


def borders(inside: Flags) -> tuple[Ints, Ints]:
    """Where the stretches begin and end of which all is inside."""
    change = np.zeros(len(inside) + 1, dtype=bool)
    change[:-1] = inside
    change[1:] ^= inside
    edges = np.flatnonzero(change)
    return edges[::2], edges[1::2]


def hash_words(letters: Keys, start: Ints, end: Ints) -> tuple[Keys, Keys]:
    """The numbers of some words, and of their stems: polynomials of their letters, from running sums (Rabin-Karp)."""
    up, down = powers(len(letters).bit_length())
    sums = np.zeros(len(letters) + 1, dtype=np.uint64)
    np.cumsum(letters * up[: len(letters)], out=sums[1:])
    before, back = sums[start], down[start]
    stem_end = np.minimum(end, start + STEM)
    return scatter((sums[end] - before) * back), scatter((sums[stem_end] - before) * back)


@functools.lru_cache(maxsize=4)
def powers(bits: int) -> tuple[Keys, Keys]:
    """The powers of a number and of its inverse, modulo 2 ** 64."""
    ones = np.ones(1, dtype=np.uint64)
    up, down = (np.full((1 << bits) - 1, n, dtype=np.uint64) for n in (MIX, UNMIX))
    return tuple(np.multiply.accumulate(np.concatenate((ones, p))) for p in (up, down))  # type: ignore[return-value]


def scatter(sums: Keys) -> Keys:
    """32 bits that depend on all bits of each number."""
    return ((sums ^ (sums >> np.uint64(32))) * MIX) >> np.uint64(32)


@functools.lru_cache(maxsize=1)
def alphabet() -> tuple[Keys, NDArray[np.uint8]]:
    """For each code point a number that stands for its lower case, 0 where it is no part of a word; and its kinds."""
    characters = [chr(n) for n in range(PLANE)]
    part, capital, title, digit, space = (
        np.fromiter(map(test, characters), np.uint8, PLANE)
        for test in (str.isalnum, str.isupper, str.istitle, str.isdecimal, str.isspace)
    )
    part[ord("_")] = 1
    lower = np.arange(PLANE, dtype=np.uint64) + np.uint64(1)
    for n in np.flatnonzero(capital | title).tolist():
        lower[n] = ord(characters[n].lower()[0]) + 1
    lower = (lower ^ (lower << np.uint64(31))) * MIX
    lower ^= lower >> np.uint64(29)
    return lower * part, part * (LETTER | CAPITAL * capital | DIGIT * digit) | SPACE * space


@functools.lru_cache(maxsize=1)
def function_table() -> tuple[Keys, np.uint64]:
    """The numbers of the function words, each at the place that its first bits name; and how many bits follow."""
    codes = codes_of(" ".join(sorted(function_words())))
    letters, kinds = alphabet()
    known = hash_words(letters[codes], *borders((kinds[codes] & LETTER) > 0))[0]
    bits = next(n for n in range(16, 32) if not repeated(known >> np.uint64(32 - n)).any())
    table = np.zeros(1 << bits, dtype=np.uint64)
    table[(known >> np.uint64(32 - bits)).astype(np.int64)] = known
    return table, np.uint64(32 - bits)


def is_function_word(word: Keys) -> Flags:
    """Which words say nothing of where a text comes from."""
    table, rest = function_table()
    return np.asarray(np.take(table, (word >> rest).astype(np.int64)) == word)


def runs(word: Keys, segment: Ints, length: int) -> tuple[Keys, Flags]:
    """A 64-bit key for each run of so many words, and which of them lie within one segment."""
    width = max(0, len(word) - length + 1)
    key = np.zeros(width, dtype=np.uint64)
    for n in range(length):
        key += word[n : n + width] * powers(8)[0][n + 1]
    key ^= key >> np.uint64(32)
    return key * MIX, segment[:width] == segment[len(segment) - width :]
