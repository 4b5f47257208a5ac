"""Cardinal numbers: digits, words, scales, and the suffixes that stand for scales."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsledger.annotate.figures.tables import currencies, toml, units

if TYPE_CHECKING:
    from spacy.tokens import Doc

DIGITS = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,6})?")
SUFFIXED = re.compile(r"(\d[\d,]{0,14}(?:\.\d{1,4})?)([a-z]{1,3})", re.IGNORECASE)
DASHES = frozenset("-–—‑")


@dataclass(frozen=True, slots=True)
class Number:
    """A number expression: tokens ``[first, end)``. ``value`` is None for ranges and vague counts."""

    first: int
    end: int
    value: float | None
    low: float | None = None
    high: float | None = None
    scaled: bool = False  # a scale word or suffix belongs to it
    digits: bool = False
    vague: bool = False
    unit: str = ""  # of measure, where its sign is glued on: "40C", "20GW"

    @property
    def least(self) -> float:
        """The lowest number that the words allow."""
        return self.value if self.value is not None else self.low or 0.0


def read_cardinal(doc: Doc, i: int) -> Number | None:
    """One number: ``1,900``, ``twenty-six``, ``half a million``, ``1.5 billion``, ``20k``."""
    return _read_digits(doc, i) or _read_words(doc, i)


def _read_digits(doc: Doc, i: int) -> Number | None:
    text = doc[i].text
    if text[0] == "0" and text[1:2].isdigit():
        return None  # a code, or the rest of a number that a space has cut
    if DIGITS.fullmatch(text):
        number = Number(i, i + 1, float(text.replace(",", "")), digits=True)
        return _apply_scales(doc, number)
    match = SUFFIXED.fullmatch(text)
    if match is None:
        return None
    tables = toml("numbers")
    if match[2] in tables["units"]:
        return Number(i, i + 1, float(match[1].replace(",", "")), digits=True, unit=tables["units"][match[2]])
    scale = tables["suffixes"].get(match[2].lower())
    if scale is None and _counts_millions(doc, i, i + 1):
        scale = tables["money_suffixes"].get(match[2].lower())
    if scale is None:
        return None
    return Number(i, i + 1, scaled(float(match[1].replace(",", "")), scale), scaled=True, digits=True)


def scaled(number: float, scale: float) -> float:
    """A number times a scale, without the dust of binary fractions: 8.3 million is 8,300,000."""
    return float(f"{number * scale:.12g}")


def _apply_scales(doc: Doc, number: Number) -> Number:
    suffix = _glued_suffix(doc, number)
    if suffix:
        return replace(number, value=scaled(number.value or 0.0, suffix), end=number.end + 1, scaled=True)
    scales = toml("numbers")["scales"]
    value, end = number.value or 0.0, number.end
    skip = 1 if end + 1 < len(doc) and doc[end].text in DASHES and doc[end + 1].lower_ in scales else 0
    while end + skip < len(doc) and doc[end + skip].lower_.removesuffix("s") in scales:
        value = scaled(value, scales[doc[end + skip].lower_.removesuffix("s")])
        end, skip = end + skip + 1, 0
    return replace(number, value=value, end=end, scaled=end > number.end)


def _glued_suffix(doc: Doc, number: Number) -> float | None:
    """The scale of ``m`` in ``£20m`` and of ``k`` in ``20k``, where the tokeniser cuts it off."""
    if number.end >= len(doc):
        return None
    tables, letters = toml("numbers"), doc[number.end].lower_.removesuffix(".")
    if doc[number.end - 1].whitespace_:  # "£1.6 m": apart from its number only behind a sign of currency
        money = number.first > 0 and doc[number.first - 1].lower_ in currencies()
        counts = money or _counts_millions(doc, number.end, number.end + 1)
        scale = (tables["money_suffixes"] | tables["suffixes"]).get(letters) if counts else None
        return None if scale is None else float(scale)
    scale = tables["suffixes"].get(letters) or (
        tables["money_suffixes"].get(letters) if _counts_millions(doc, number.first, number.end + 1) else None
    )
    return None if scale is None else float(scale)


def _counts_millions(doc: Doc, first: int, end: int) -> bool:
    """``$20m`` and ``5m barrels`` are millions, ``200m high`` are metres."""
    if first > 0 and doc[first - 1].lower_ in currencies():
        return True
    return end < len(doc) and (doc[end].tag_ in ("NNS", "NNPS") or doc[end].lower_ in units())


def _read_words(doc: Doc, i: int) -> Number | None:
    """Number words by the usual rule: hundreds multiply the group, larger scales close it."""
    tables = toml("numbers")
    small, tens, scales = tables["small"], tables["tens"], tables["scales"]
    word = doc[i].lower_
    if word in ("half", "quarter"):
        return _read_share(doc, i, scales)
    if word in ("a", "an"):
        if i + 1 == len(doc) or doc[i + 1].lower_ not in scales:
            return None
        group, j = 1.0, i + 1
    elif word in small or word in tens:
        group, j = 0.0, i
    else:
        return None
    total, scaled, last = 0.0, False, ""
    while j < len(doc):
        word = doc[j].lower_
        if word in small and last in ("", "tens", "scale"):
            group, last = group + small[word], "small"
        elif word in tens and last in ("", "scale"):
            group, last = group + tens[word], "tens"
        elif word in scales:
            scaled, last = True, "scale"
            if scales[word] <= 100:
                group *= scales[word]
            else:
                total, group = total + group * scales[word], 0.0
        elif not _joins(doc, j, last):
            break
        j += 1
    return Number(i, j, total + group, scaled=scaled)


def _read_share(doc: Doc, i: int, scales: Mapping[str, float]) -> Number | None:
    """``half a million``, ``quarter a million``."""
    if i + 2 >= len(doc) or doc[i + 1].lower_ != "a" or doc[i + 2].lower_ not in scales:
        return None
    share = 0.5 if doc[i].lower_ == "half" else 0.25
    return Number(i, i + 3, share * scales[doc[i + 2].lower_], scaled=True)


def _joins(doc: Doc, j: int, last: str) -> bool:
    """A hyphen inside ``twenty-six`` or ``two-hundred``, the "and" inside ``a hundred and five``."""
    if j + 1 >= len(doc):
        return False
    tables = toml("numbers")
    following = doc[j + 1].lower_
    if doc[j].text in DASHES:
        return (last == "tens" and following in tables["small"]) or following in tables["scales"]
    return (
        doc[j].lower_ == "and"
        and last == "scale"
        and doc[j - 1].lower_ != "dozen"
        and (following in tables["small"] or following in tables["tens"])
    )
