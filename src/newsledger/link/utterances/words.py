"""The words of a quotation as they sound when read aloud.

Marks, case, spacing, hyphens, ligatures, house spelling and digits for words fall away; where something is
marked as left out ("...", "[...]"), that stays as a cut.
"""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

CUT = "…"
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_CUT_MARK = re.compile(r"[\[(]\s*(?:\.\s?\.\s?\.+|…)\s*[\])]|\.\s?\.\s?\.+|…")
_CAPITAL = re.compile(r"[\[(](\w)[\])](?=\w)")
_WORD = re.compile(
    r"(?P<cut>…)|(?P<sign>[$€£¥₹₽₴₪])?(?P<number>\d[\d,]*(?:\.\d+)?)(?P<tail>(?:st|nd|rd|th|%|[ap]m)?\b|%)"
    r"|(?P<clock>[ap]\.\s?m\b\.?)|(?P<word>[^\W\d_](?:[^\W_]|['.](?=[^\W_]))*)|(?P<symbol>[%&$€£¥₹₽₴₪])"
)
_ISE = re.compile(r"(?<=[a-z]{3})is(e|es|ed|ing|er|ers|ation|ations)\Z")


@dataclass(frozen=True, slots=True)
class Word:
    """A normal form and where it stands in the original."""

    form: str
    start: int
    end: int
    shown: str
    optional: bool = False  # an editor's word, in brackets


@dataclass(frozen=True, slots=True)
class Wording:
    """What ``data/quotations/wording.toml`` says."""

    numbers: Mapping[str, int]
    ordinals: Mapping[str, str]
    currencies: Mapping[str, str]
    spellings: Mapping[str, str]
    classes: Mapping[str, frozenset[str]]
    common: frozenset[str]
    english: frozenset[str]  # ISO 3166-1 codes
    disowned: re.Pattern[str]  # "I never said": an answer to earlier words
    owned: re.Pattern[str]  # "I said"


@functools.lru_cache(maxsize=1)
def wording() -> Wording:
    """The table of equal spellings and of word classes."""
    path = resources.files("newsledger") / "data" / "quotations" / "wording.toml"
    table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return Wording(
        numbers=table["numbers"],
        ordinals=table["ordinals"],
        currencies=table["currencies"],
        spellings=table["spellings"],
        classes={name: frozenset(words) for name, words in table["classes"].items()},
        common=frozenset(table["common"]["words"]),
        english=frozenset(table["english"]["states"].split()),
        disowned=_of_saying(table["disowning"], "denied"),
        owned=_of_saying(table["disowning"], "owned"),
    )


def _of_saying(table: Mapping[str, str], name: str) -> re.Pattern[str]:
    verbs = "|".join(table["verbs"].split())
    return re.compile(rf"{table[name]} (?:{verbs})\b", re.IGNORECASE)


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a clean text in normal form, cuts included."""
    return tuple(_joined(list(_raw(text))))


def clean(text: str) -> str:
    """Typography folded: compatibility forms, invisible characters, apostrophes, cut marks."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text.replace("…", "...")))
    text = text.replace("’", "'").replace("‘", "'").replace("ʼ", "'")
    text = _CAPITAL.sub(r"\1", text)
    return _CUT_MARK.sub(f" {CUT} ", text)


def _raw(text: str) -> Iterator[Word]:
    table = wording()
    depth = 0
    last = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        between = text[last:start]
        if between != " ":
            opened, closed = between.count("[") + between.count("("), between.count("]") + between.count(")")
            depth = max(0, depth + opened - closed)
        last = end
        at = (start, end, match.group())
        if match.lastgroup == "word":
            yield Word(_spelling(match["word"].lower()), *at, depth > 0)
        elif match["cut"]:
            yield Word(CUT, *at)
        elif match["number"]:
            yield from _number(match, table, at)
        elif match["clock"]:
            yield Word(match["clock"][0].lower() + "m", *at)
        else:
            symbol = match["symbol"]
            yield Word(table.spellings.get(symbol) or table.currencies.get(symbol, symbol), *at)


def _number(match: re.Match[str], table: Wording, at: tuple[int, int, str]) -> Iterator[Word]:
    digits = match["number"].replace(",", "")
    tail = match["tail"]
    if tail in ("st", "nd", "rd", "th"):
        yield Word(digits + tail, *at)
        return
    yield Word(digits, *at)
    if tail:
        yield Word(table.spellings.get(tail, tail), match.end(), match.end(), "")
    if match["sign"]:
        yield Word(table.currencies[match["sign"]], match.end(), match.end(), "")


@functools.lru_cache(maxsize=1 << 15)
def _spelling(word: str) -> str:
    table = wording()
    word = word.removesuffix(".").replace(".", "")
    if word in table.ordinals:
        return table.ordinals[word]
    if word in table.numbers:
        return str(table.numbers[word])
    word = table.spellings.get(word, word)
    return _ISE.sub(r"iz\1", word)


def _joined(words: list[Word]) -> Iterator[Word]:
    """ "fifty", "two" is 52; "per", "cent" one word; a currency follows its multiplier."""
    i = 0
    while i < len(words):
        here = words[i]
        behind = words[i + 1] if i + 1 < len(words) else None
        if behind is not None and here.form == "per" and behind.form == "cent":
            yield Word("percent", here.start, behind.end, f"{here.shown} {behind.shown}")
            i += 2
        elif behind is not None and _tens(here) and _units(behind):
            total = str(int(here.form) + int(behind.form))
            yield Word(total, here.start, behind.end, f"{here.shown}-{behind.shown}")
            i += 2
        elif (
            behind is not None
            and not here.shown
            and behind.form in ("million", "billion", "trillion", "thousand")
        ):
            yield behind
            yield here
            i += 2
        else:
            yield here
            i += 1


def _tens(word: Word) -> bool:
    return word.form in ("20", "30", "40", "50", "60", "70", "80", "90") and word.shown.isalpha()


def _units(word: Word) -> bool:
    return len(word.form) == 1 and word.form.isdigit() and word.shown.isalpha()
