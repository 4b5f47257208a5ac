"""The words of time, read from ``data/times/vocabulary.toml``, and the placeholders made from them.

A placeholder ``{month}`` in a rule's pattern becomes a named group of all words of the table ``month``;
``{month:month2}`` is the same under another name, for a pattern that names it twice.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

SPACE = r"(?:[ \t\u00a0]{1,2}|[ ]?\n[ ]?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
YEAR = r"(?:1\d{3}|20\d{2}|21\d{2})"
WORDS_OF_TEN = "one|two|three|four|five|six|seven|eight|nine"


def load(name: str) -> dict[str, Any]:
    """One file of ``data/times``."""
    path = resources.files("newsledger.data").joinpath("times", f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@functools.lru_cache(maxsize=1)
def vocabulary() -> Mapping[str, Mapping[str, Any]]:
    """All tables of words, lower-cased, the holidays among them."""
    tables = {k: v for k, v in load("vocabulary").items() if isinstance(v, dict)}
    tables["holiday"] = load("holidays")["holiday"]
    return {name: {word.lower(): value for word, value in table.items()} for name, table in tables.items()}


@functools.lru_cache(maxsize=1)
def spellings() -> Mapping[str, tuple[str, ...]]:
    """The words of each table as they are written in the files, longest first."""
    raw = load("vocabulary")
    tables = {k: v for k, v in raw.items() if isinstance(v, dict)}
    tables["holiday"] = load("holidays")["holiday"]
    return {name: tuple(sorted(table, key=lambda w: (-len(w), w))) for name, table in tables.items()}


@functools.lru_cache(maxsize=1)
def cased() -> frozenset[str]:
    """The tables whose words must be capitalised."""
    return frozenset((*load("vocabulary")["cased"], "holiday", "era"))


def alternation(table: str) -> str:
    """A pattern for any word of a table."""
    words = spellings()[table]
    if table in cased():
        both = [v for w in words for v in ((w, w.upper()) if w != w.upper() else (w,))]
        return "(?-i:" + "|".join(escape(w) for w in both) + ")"
    return "(?:" + "|".join(escape(w) for w in words) + ")"


def escape(words: str) -> str:
    """A literal whose blanks match any single break between words."""
    return SPACE.join(re.escape(w) for w in words.split(" "))


@functools.lru_cache(maxsize=1)
def number_words() -> str:
    """A number in digits or words: "12", "1,200", "2.5", "three", "twenty-five"."""
    tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    return (
        rf"(?:\d{{1,3}} 1/2|\d{{1,3}}(?:,\d{{3}})+|\d{{1,5}}(?:\.\d{{1,2}})?|(?:{tens})[ -](?:{WORDS_OF_TEN})|"
        + alternation("number")
        + ")"
    )


@functools.lru_cache(maxsize=1)
def macros() -> Mapping[str, str]:
    """Placeholders that are no table of words."""
    hours = "|".join(list(vocabulary()["number"])[3:])
    return {
        "day": rf"(?P<day>{DAY})(?:st|nd|rd|th)?(?!\d|[.,]\d)",
        "year": rf"(?P<year>{YEAR})",
        "year2": r"(?P<year2>\d{4}|\d{2})",
        "count": f"(?P<count>{number_words()})",
        "number_words": number_words(),
        "clock": r"(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?)?",
        "ampm": r"(?P<ampm>[ap]\.m\.|[ap]\.m|[ap]m)",
        "ordinal_hour": rf"(?P<hour_word>\d{{1,2}}|{hours})",
    }


def expand(pattern: str) -> str:
    """A rule's pattern as a regular expression."""

    def placeholder(match: re.Match[str]) -> str:
        name, _, group = match[1].partition(":")
        if name in macros():
            body = macros()[name]
            return body.replace(f"(?P<{name}>", f"(?P<{group}>") if group else body
        return f"(?P<{group or name}>{alternation(name)})"

    body = spaced(pattern)
    return re.sub(r"\{([a-z_]+2?(?::[a-z_0-9]+)?)\}", placeholder, body)


def spaced(pattern: str) -> str:
    """Blanks outside of character classes match any single break between words."""
    out, inside = [], False
    for i, char in enumerate(pattern):
        if char in "[]" and (i == 0 or pattern[i - 1] != "\\"):
            inside = char == "["
        out.append(SPACE if char == " " and not inside else char)
    return "".join(out)


def number(words: str) -> float | str:
    """The value of a number in digits or words; raises ``ValueError`` for other words."""
    low = re.sub(r"\s+", " ", words.lower().strip())
    if low.endswith(" 1/2"):
        return float(low.removesuffix(" 1/2")) + 0.5
    known = vocabulary()["number"]
    if low in known:
        return float(known[low])
    if low[0].isdigit():
        return float(low.replace(",", ""))
    head, _, tail = low.replace("-", " ").partition(" ")
    if head in known and tail in known:
        return float(known[head]) + float(known[tail])
    raise ValueError(words)


def spoken_year(words: str) -> int:
    """A year as it is spoken: "nineteen eighty-seven", "eighteen hundred", "two thousand"."""
    if words == "two thousand":
        return 2000
    century, _, rest = words.partition(" ")
    return int(float(number(century)) * 100 + (0 if rest == "hundred" else float(number(rest))))
