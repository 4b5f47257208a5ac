"""Lines that are a date and little else: ``Published 6 May 2031``, ``Orrin Times | Friday, June 6th, 2031``."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsledger.read.dates import month_group, parse_date
from newsledger.read.tables import alternatives, table, words

LONGEST = 100  # characters of such a line
NAME = re.compile(r"[^\W\d_][\w&.’'-]*(?:\s+[^\W\d_][\w&.’'-]*){0,4}$")
SEPARATORS = re.compile(r"[\s,;:|•·()/–—-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A day that such a line states, and whose it is."""

    vote: str  # metadata, or modified for the day of a later version
    value: str  # the words
    outlet: str | None = None


@functools.lru_cache(maxsize=1)
def patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A label before a date, a date, and what else such a line may hold (weekday, hour, zone)."""
    keys = table("headers.toml")
    labels = [re.escape(key) for name in ("date", "modified") for key in keys[name] if len(key) > 2]
    month = month_group()
    date = "|".join(
        (
            r"\d{4}(?P<mark>[-/.])\d{1,2}(?P=mark)\d{1,2}(?:T[\d:.]+(?:Z|[-+]\d\d:?\d\d)?)?",
            r"(?:1[6-9]|2[01])\d{6}",
            r"\d{1,2}(?P<sign>[-/.])\d{1,2}(?P=sign)\d{4}",
            rf"{month}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,\s*|\s+)\d{{4}}",
            rf"\d{{1,2}}(?:st|nd|rd|th)?[\s-]+{month},?[\s-]+\d{{4}}",
        )
    )
    days = alternatives([re.escape(day) for day in table("headers.toml")["weekdays"]])
    hour = r"\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\b\.?"
    return (
        re.compile(rf"(?:first\s+)?\b({alternatives(labels)})\b(?:\s+(?:on|at))?\s*:?\s*", re.I),
        re.compile(rf"(?<![\w-])(?:{date})(?![\w-])", re.I),
        re.compile(rf"\b{days}\b\.?|(?:{hour})(?:\s*\(?(?-i:[A-Z]{{2,5}})\b\)?)?|\b(?:at|on)\b", re.I),
    )


def read_stamps(line: str) -> tuple[Stamp, ...]:
    """What a line states where it is a date, with labels, weekday, hour and an outlet's name at most; else nothing."""
    if len(line) > LONGEST or not any(char.isdigit() for char in line):
        return ()
    stamps: list[Stamp] = []
    for label, piece in labelled(line):
        found = patterns()[1].search(piece)
        if found is None or not parse_date(found[0]):
            return ()
        name = SEPARATORS.sub(
            " ", patterns()[2].sub(" ", piece[: found.start()] + "|" + piece[found.end() :])
        )
        if name.strip() and not (is_outlet(name.strip()) or ("|" in piece and NAME.match(name.strip()))):
            return ()
        vote = "modified" if label in table("headers.toml")["modified"] else "metadata"
        stamps.append(Stamp(vote=vote, value=found[0], outlet=name.strip() or None))
    return tuple(stamps)


def labelled(line: str) -> Iterator[tuple[str, str]]:
    """A line in pieces, one for each label and what follows it; words before the first label go with its piece."""
    labels = list(patterns()[0].finditer(line))
    starts = [m.end() for m in labels] or [0]
    ends = [m.start() for m in labels[1:]] + [len(line)]
    front = line[: labels[0].start()] if labels else ""
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        label = labels[number][1].lower() if labels else ""
        yield label, (front if number == 0 else "") + line[start:end]


def is_outlet(line: str) -> bool:
    """Whether a line is the name of a newspaper or site by its last or first words: ``The Orrin Times``."""
    if not NAME.match(line):
        return False
    names = line.lower().split()
    return names[-1] in words("outlet_words.txt") and all(
        word[0].isupper() or word in ("of", "the", "and", "&") for word in line.split()
    )
