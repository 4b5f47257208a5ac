"""Tests that a match must pass where its words alone may mean something else ("May", "fall", "1900").

Each takes the text, the match and the parser's view of the word at an offset (None without a parse).
The word lists stand in ``data/times/guards.toml``.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping

from newsledger.annotate.times.lexicon import load, number, vocabulary

PosAt = Callable[[int], str | None]
Guard = Callable[[str, re.Match[str], PosAt], bool]

LAST_WORD = re.compile(r"([^\s(\[]+)[\s(\[]*$")
NEXT_WORD = re.compile(r"\s*([^\s]+)")
ZONED = re.compile(r" \(\d{4} [A-Z]{2,4}\)")
STAMP = re.compile(r"1[0-8][0-5]\d (?=[^\W\d_a-z])")
LETTERS = re.compile(r"[^\w$%'’-]")


@functools.lru_cache(maxsize=1)
def lists() -> Mapping[str, frozenset[str]]:
    """The word lists of the guards."""
    return {name: frozenset(words) for name, words in load("guards").items()}


def word_before(text: str, start: int) -> str:
    """The word before an offset with its punctuation; "" at the start of a line."""
    found = LAST_WORD.search(text, max(0, start - 32), start)
    return "" if found is None or "\n" in text[found.end(1) : start] else found[1]


def word_after(text: str, end: int) -> str:
    """The word after an offset, bare; "" where punctuation comes first."""
    found = NEXT_WORD.match(text, end, min(len(text), end + 32))
    return "" if found is None or found.start(1) == end else LETTERS.sub("", found[1])


def month(text: str, match: re.Match[str], pos: PosAt) -> bool:
    """A month's name is a month unless it is a verb, part of a name, or short for something else ("the DEC")."""
    before, after = word_before(text, match.start()), word_after(text, match.end())
    if is_acronym(match["month"]) and not before.isupper() and not any(c.isdigit() for c in match[0]):
        return False
    word = match["month"].lower()
    if before.lower() in lists()["time_prepositions"] or match.group("portion"):
        return True
    if word in lists()["ambiguous_months"]:
        if pos(match.start("month")) in ("VERB", "AUX") or after[:1].isupper():
            return False
        return before.endswith((",", ";", "-")) or (before.islower() and word != "may")
    return match["month"][-1] != "." and len(word) > 3 and not (after[:1].isupper() and before[:1].isupper())


def is_acronym(word: str) -> bool:
    """Three or four capitals without a full stop, as months are written in datelines alone, beside their day."""
    return word.isupper() and word.isalpha() and 3 <= len(word) <= 4


def is_clock(text: str, start: int, end: int) -> bool:
    """Whether four digits are a time of day: "at 1653 (2153 GMT)", or a live report's stamp: "1615 The speech"."""
    before = word_before(text, start).lower()
    if before == "at" or ZONED.match(text, end):
        return True
    stamp = STAMP.match(text, start)
    return stamp is not None and (
        not before or (stamp[0] < "18" and before not in lists()["year_prepositions"] | {"the", "a", "an"})
    )


def season(text: str, match: re.Match[str], pos: PosAt) -> bool:
    """A season, not a verb, a well, or part of a name ("the fall of the city", "the Prague Spring")."""
    before, after = word_before(text, match.start()).lower(), word_after(text, match.end())
    word = match["season"]
    if after.lower() in lists()["after_no_season"] or (match.end() < len(text) and text[match.end()] == "-"):
        return False
    if word[0].isupper() and (after[:1].isupper() or word_before(text, match.start("season"))[:1].isupper()):
        return before in lists()["time_prepositions"]
    if word.lower() in lists()["ambiguous_seasons"]:
        if pos(match.start("season")) in ("VERB", "AUX") or after.lower() in ("of", "in", "from"):
            return False
        lead = match[0].split()[0].lower()
        return before in lists()["time_prepositions"] or lead in lists()["time_prepositions"] or lead == "the"
    return True


def year(text: str, match: re.Match[str], pos: PosAt) -> bool:
    """A number of four digits is a year, unless it counts something."""
    start, end = match.start("year"), match.end()
    if is_clock(text, start, end):
        return False
    if re.match(r"[,.]\d|\d|%|\s?°", text[end : end + 3]):
        return False
    if re.search(r"(?:[\d$£€#/]|\d[.,-]|[A-Za-z]-)$", text[max(0, start - 2) : start]):
        return bool(re.search(r"(?:^|\W)(?:mid|pre|post)-$", text[max(0, start - 5) : start], re.I))
    before, after = word_before(text, start), word_after(text, end)
    if before.lower() in lists()["year_prepositions"] or match.groupdict().get("portion"):
        return after.lower() not in lists()["counted"]
    if before.lower() in lists()["before_counts"] or after.lower() in lists()["counted"]:
        return False
    if (
        after.endswith("s")
        and not after.endswith("ss")
        and after.islower()
        and after not in lists()["no_plurals"]
    ):
        return before.lower().endswith(("the", "'s", "’s")) or before.lower() in lists()["possessives"]
    return True


def short_decade(text: str, match: re.Match[str], pos: PosAt) -> bool:
    """ "the 60s", "the '60s": a decade, not an age or a temperature ("in his 60s")."""
    before = word_before(text, match.start()).lower()
    return (
        before not in lists()["possessives"] | lists()["before_degrees"] and match[0][0] not in "0123456789"
    )


def clock(text: str, match: re.Match[str], pos: PosAt) -> bool:
    """An hour needs minutes, "a.m." or "o'clock"; "5.30" needs more than a full stop."""
    groups = match.groupdict()
    if groups.get("ampm") or re.search(r"(?:hrs?|o['’]clock)", match[0], re.I):
        return int(match["hour"]) <= 24
    if groups["minute"] is None or match.string[match.end("hour")] != ":":
        return False
    after = text[match.end("minute") : match.end("minute") + 2]
    return not re.match(r"[\d:.,]\d", after) and text[match.start() - 1 : match.start()] not in (":", ".")


def weekday(text: str, match: re.Match[str], pos: PosAt) -> bool:
    """A weekday, not a newspaper ("the Sunday Times")."""
    before, after = word_before(text, match.start()), word_after(text, match.end())
    return not (before.lower() == "the" and after[:1].isupper())


def relative_unit(text: str, match: re.Match[str], pos: PosAt) -> bool:
    """One unit, long enough to be named by its relation: "that minute" tells no time."""
    unit = match["unit"].lower()
    if unit.endswith("s") or vocabulary()["unit"][unit] in ("S", "MIN", "H"):
        return False
    return not re.match(r"-", text[match.end() : match.end() + 1])


def portion_unit(text: str, match: re.Match[str], pos: PosAt) -> bool:
    """ "the end of the month", not "the end of the days"."""
    return relative_unit(text, match, pos) and not re.match(
        r"\s(?:of|before|after)\s", text[match.end() : match.end() + 8]
    )


def units_end(text: str, match: re.Match[str], pos: PosAt) -> bool:
    """ "year-end", "month's end"."""
    return vocabulary()["unit"][match["unit"].lower()] in ("W", "M", "Q", "Y", "DE")


def part(text: str, match: re.Match[str], pos: PosAt) -> bool:
    """A part of the day that stands as an adverbial: "at night", "in the evening"."""
    lead, before = match[0].split()[0].lower(), word_before(text, match.start()).lower()
    if lead not in lists()["before_part"] and before not in lists()["before_part"]:
        return False
    return word_after(text, match.end()).lower() != "of"


def lone_day(text: str, match: re.Match[str], pos: PosAt) -> bool:
    """ "on the 20th": a day of the month last named."""
    return word_before(text, match.start()).lower() in lists()["before_lone_day"]


def recent_units(text: str, match: re.Match[str], pos: PosAt) -> bool:
    """ "recent weeks", "the last days": not "last seconds"."""
    return vocabulary()["unit"][match["lengths"].lower()] not in ("S", "MIN")


def duration(text: str, match: re.Match[str], pos: PosAt) -> bool:
    """A length, not an ordinal ("a second goal") nor an adverb ("one day he will")."""
    unit = vocabulary()["length"][match["length"].lower()]
    n, plural = number(match["count"]), match["length"].lower().endswith("s")
    if (unit == "S" and not plural) or text[match.end() : match.end() + 1] == "-":
        return False
    if isinstance(n, float) and n >= 2 and not plural and match["count"][0].isdigit() and "-" not in match[0]:
        return False
    return not (unit == "D" and not plural and word_after(text, match.end()).lower() in ("when", "will"))


def adverb(text: str, match: re.Match[str], pos: PosAt) -> bool:
    """ "fell overnight", not "an overnight train"."""
    return word_before(text, match.start()).lower() not in ("a", "an", "the", "this")


def vague(text: str, match: re.Match[str], pos: PosAt) -> bool:
    """ "many weeks", not "the third in as many weeks"."""
    return word_before(text, match.start()).lower() not in ("as", "how", "so", "too")


def duration_range(text: str, match: re.Match[str], pos: PosAt) -> bool:
    """Two numbers in order."""
    low, high = number(match["low"]), number(match["count"])
    return isinstance(low, float) and isinstance(high, float) and low < high


def bare_lengths(text: str, match: re.Match[str], pos: PosAt) -> bool:
    """ "for days", "weeks of rain", "took months": a length without a number."""
    unit = vocabulary()["lengths"][match["lengths"].lower()]
    if unit in ("S", "NI", "Q", "F"):
        return False
    before, after = word_before(text, match.start()).lower(), word_after(text, match.end()).lower()
    return before in lists()["before_lengths"] or (after == "of" and before in lists()["before_lengths_of"])


def whole_unit(text: str, match: re.Match[str], pos: PosAt) -> bool:
    """ "all day" and "the whole week"."""
    return True


def per_unit(text: str, match: re.Match[str], pos: PosAt) -> bool:
    """ "per day" always; "a day" after an amount: "$3 a day", "300 barrels a day"."""
    if match[0].lower().startswith("per"):
        return True
    return bool(
        re.search(
            r"[$£€]?\d[\d,.]*%?(?: (?!to\b|in\b|for\b|of\b|on\b|after\b)[\w-]+){0,3} $",
            text[max(0, match.start() - 40) : match.start()],
        )
    )


def soon(text: str, match: re.Match[str], pos: PosAt) -> bool:
    """ "soon", not "as soon as" nor "soon after"."""
    if word_after(text, match.end()).lower() in lists()["after_soon"]:
        return False
    return word_before(text, match.start()).lower() not in ("as", "too", "how")


def reference(text: str, match: re.Match[str], pos: PosAt) -> bool:
    """A vague reference, not a part of another expression or of a name."""
    word, before = match["reference"].lower(), word_before(text, match.start())
    if match["reference"][0].isupper() and before[:1].isalnum() and before[-1] not in '.!?:"”’':
        return False
    following = NEXT_WORD.match(text, match.end(), match.end() + 32)
    if word in lists()["nouns"] and following and pos(following.start(1)) in ("NOUN", "PROPN"):
        return False  # "the future king"
    if word in lists()["adjectives"]:
        return match["reference"][0].islower() and text[match.end() : match.end() + 1] not in ("-", "s")
    if word == "the moment":
        return word_before(text, match.start()).lower() in ("at", "for", "of")
    return True


def holiday(text: str, match: re.Match[str], pos: PosAt) -> bool:
    """ "at Easter", not "Mr. Easter" or "Merry Christmas"."""
    before = word_before(text, match.start())
    named = before[:1].isupper() and before.lower() not in lists()["time_prepositions"]
    return not named or " " in match["holiday"]


def frequency(text: str, match: re.Match[str], pos: PosAt) -> bool:
    """ "daily protests" and "paid quarterly", not "the annual meeting" or "a quarterly dividend"."""
    return (
        match["frequency"].lower() not in lists()["attributive"]
        or not word_after(text, match.end()).islower()
    )


GUARDS: Mapping[str, Guard] = {
    f.__name__: f
    for f in (
        month, season, year, short_decade, clock, weekday, relative_unit, portion_unit, units_end, part,
        lone_day, recent_units, duration, duration_range, vague, adverb, bare_lengths, whole_unit, per_unit,
        reference, soon, frequency, holiday,
    )
}  # fmt: skip
