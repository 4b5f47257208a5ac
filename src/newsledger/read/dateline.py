"""The dateline of a dispatch: ``RIGA, Dec. 1 (Agency) —``.

Forms: the Associated Press's (place in capitals, region, date, agency in brackets, dash), Reuters's
(``RIGA (Reuters) -``, with by-line and clock before it in crawled text), AFP's (``Riga, Dec 1, 2021 (AFP) -``),
TASS's (``MOSCOW, December 1. /TASS/.``), and the bare ``RIGA —``.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from newsledger.read.dates import day, month_group, months, parse_date
from newsledger.read.draft import StatedDate
from newsledger.read.tables import table, words

REACH = 300  # a dateline stands within the first characters
TEASERS = 700  # characters of headline, teasers and by-line that a crawl may leave before it on its line
PLACES = 90  # characters of a dateline before its agency


CAPITALS = re.compile(r"(?<![^\s)])[A-Z][A-Z.]{2,}")
CLOCK = re.compile(r"\d:\d\d(?: ?[ap]m)? \Z")  # a time zone after a clock is no place


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where it stands, the agency it names, and its date with the offsets of the date's words."""

    start: int
    end: int
    agency: str | None
    date: StatedDate | None
    date_start: int = 0
    date_end: int = 0


@functools.lru_cache(maxsize=1)
def pattern() -> re.Pattern[str]:
    """Place, date, agency and dash; at least one of date, agency and a place in capitals."""
    upper = r"[^\W\d_a-zß-öø-ÿ]"
    capitals = rf"{upper}(?:{upper}|[.’'-])*"
    name = r"[^\W\d_][\w.’'-]*"
    region = rf"(?:,\s{name}(?:[ ]{name}){{0,3}})"
    date = (
        rf"(?:(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
        rf"(?:(?P<m1>{month_group()})\s+(?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})\s+(?P<m2>{month_group()}))"
        rf"(?:,?\s+(?P<y>(?:19|20)\d\d))?"
    )
    return re.compile(
        rf"(?:(?P<caps>{capitals}(?:[ /]{capitals}){{0,5}})?"
        rf"(?P<place>(?(caps){region}?|{name}(?:[ ]{name}){{0,3}}{region}?))|(?=\())"
        rf"(?:[,.]\s+(?P<date>(?i:{date})))?"
        rf"[,.]?\s*(?:\((?P<agency>[^()\n]{{2,40}})\)|/(?P<slashed>[^/\n]{{2,40}})/)?"
        rf"\s*(?P<dash>—|–|―|--|-(?=\s)|(?<=/)\.|:(?=\s)|(?<=\))(?=\s))\s*"
    )


@functools.lru_cache(maxsize=1)
def crawled() -> re.Pattern[str]:
    """By-line, place and clock that a crawl of Reuters's pages left before the dateline, all on one line."""
    return re.compile(
        r"(?:By\s[^|\n]{3,120}?\s)?(?P<head>[A-Z][A-Z ./]{2,40}(?:, [A-Z][a-z]+){0,2})\s\|\s(?P<date>[A-Z][a-z]{2} "
        rf"(?i:{month_group()}) \d{{1,2}}, \d{{4}}) \d{{1,2}}:\d\d\s?[ap]m(?: [A-Z]{{2,4}})?\s"
    )


def find_dateline(text: str, start: int = 0) -> Dateline | None:
    """The dateline at ``start``, or None."""
    before = crawled().match(text, start, start + REACH)
    match = pattern().match(text, before.end() if before else start, start + 2 * REACH)
    if not match or not is_dateline(match):
        return None
    agency = match["agency"] or match["slashed"]
    dated = match if match["date"] or not before else before
    date = stated(dated)
    return Dateline(
        start=start,
        end=match.start() + len(match[0].rstrip()),
        agency=agency.strip() if agency and names_agency(agency) else None,
        date=date,
        date_start=dated.start("date") if date else 0,
        date_end=dated.end("date") if date else 0,
    )


@functools.lru_cache(maxsize=1)
def signed() -> re.Pattern[str]:
    """A known agency in brackets before a dash."""
    names = "|".join(map(re.escape, sorted(words("agencies.txt"))))
    return re.compile(rf"\((?:{names})\)\s*(?:-|–|—|--)\s")


def find_glued(text: str, start: int, end: int) -> Dateline | None:
    """A dateline within a line, after a headline, teasers or a by-line: signed by a known agency."""
    for match in signed().finditer(text, start, min(end, start + TEASERS)):
        near = max(start, match.start() - PLACES)
        places = [m.start() for m in CAPITALS.finditer(text, near, match.start())]
        for place in [*(p for p in places if not CLOCK.search(text, near, p)), match.start()]:
            found = find_dateline(text, place)
            if found and found.end > match.start():
                return found
    return None


def is_dateline(match: re.Match[str]) -> bool:
    """Whether the parts found make a dateline and no sentence with a dash or a colon in it."""
    agency, caps = match["agency"], match["caps"] or ""
    following = match.string[match.end() : match.end() + 1]
    if following.islower() or caps.lower() in table("lines.toml")["heading"]["labels"]:
        return False
    credited = bool(agency and names_agency(agency)) or bool(match["slashed"])
    if match["dash"] in (":", "."):
        return bool(caps) and credited
    if not match["dash"]:  # NEW DELHI, Dec 1 (PTI) The
        return bool(caps) and credited and bool(match["date"])
    if credited or match["date"]:
        return caps != "" or all(word[0].isupper() for word in re.findall(r"\w+", match["place"] or ""))
    spaced = match["dash"] != "—" or len(caps) > 3  # an em dash without blanks is often the sentence's own
    return spaced and len(caps.rstrip(".")) >= 3


def names_agency(inside: str) -> bool:
    """Whether the words in brackets can be an agency: known, or one to four words, each with a capital."""
    inside = inside.strip()
    if inside in words("agencies.txt"):
        return True
    parts = inside.split()
    return 1 <= len(parts) <= 5 and all(p[0].isupper() or p in ("of", "the", "and", "for") for p in parts)


def stated(match: re.Match[str]) -> StatedDate | None:
    """The date of a dateline: full, or ``--12-01`` where the year is left out."""
    if not match["date"]:
        return None
    full = parse_date(match["date"])
    if full:
        return StatedDate(vote="dateline", value=full.isoformat(), note="the dateline states the full date")
    month = months()[(match["m1"] or match["m2"]).lower().rstrip(".")]
    number = int(match["d1"] or match["d2"])
    if not day(2000, month, number):  # a leap year: 29 February is a day
        return None
    return StatedDate(vote="dateline", value=f"--{month:02}-{number:02}", note="the dateline states no year")
