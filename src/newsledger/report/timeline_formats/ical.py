"""The timeline as a calendar (RFC 5545): an all-day event for each entry.

No clock: DTSTAMP, which the format asks for, is the day of the story's last report.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from newsledger.report.sections import STATUS_WORDS
from newsledger.report.tables import Index
from newsledger.report.timeline_formats import words
from newsledger.report.timeline_formats.choosing import Chapter, Told
from newsledger.report.wording import one_line

OCTETS = 75  # of a content line, its break left out (RFC 5545, section 3.1)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
CERTAINTY = {"occurred": "CONFIRMED", "historical": "CONFIRMED", "planned": "TENTATIVE"}


def render(index: Index, chapters: Sequence[Chapter]) -> str:
    """The calendar, lines ended by CR LF and folded; an entry without a day has no place in it."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Newsledger//Timeline//EN", "CALSCALE:GREGORIAN"]
    for chapter in chapters:
        for told in chapter.told:
            if told.entry.earliest:
                lines += of_entry(index, chapter, told, told.entry.earliest)
    lines.append("END:VCALENDAR")
    return "".join(f"{fold(line)}\r\n" for line in lines)


def of_entry(index: Index, chapter: Chapter, told: Told, first: dt.date) -> Iterator[str]:
    entry = told.entry
    last = max(first, entry.latest or first)
    yield "BEGIN:VEVENT"
    yield f"UID:{escape(entry.entry_id)}"
    yield f"DTSTAMP:{written(chapter.stamp or first)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{written(first)}"
    if first < last < dt.date.max:
        yield f"DTEND;VALUE=DATE:{written(last + dt.timedelta(days=1))}"  # the first day that is no part of it
    yield f"SUMMARY:{escape(summary(told))}"
    yield f"DESCRIPTION:{escape(description(index, told))}"
    yield f"CATEGORIES:{escape(words.status(told))},{escape(chapter.title)}"
    if entry.status in CERTAINTY:
        yield f"STATUS:{CERTAINTY[entry.status]}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def summary(told: Told) -> str:
    """The words of the entry; what is no plain report says so, since many calendars show nothing else."""
    status = STATUS_WORDS.get(told.entry.status, told.entry.status)
    head = "" if told.entry.status == "occurred" else f"{status.capitalize()}: "
    return f"{head}{one_line(told.entry.text)}"


def description(index: Index, told: Told) -> str:
    lines = [words.carried(index, told)]
    lines += [
        f"{words.role(index, told, place).capitalize()}: {words.where(index, place)}"
        for place in told.evidence
    ]
    lines += [f"Figure: {line}" for line in words.figures(index, told)]
    lines += [f"{line[:1].upper()}{line[1:]}" for line in words.disputes(index, told)]
    return "\n".join(lines)


def written(day: dt.date) -> str:
    return day.isoformat().replace("-", "")


def escape(text: str) -> str:
    """A TEXT value: backslash, semicolon, comma and line break escaped, control characters taken out."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return CONTROL.sub("", text.replace("\r\n", "\n")).replace("\n", "\\n")


def fold(line: str) -> str:
    """No line longer than 75 octets, the blank of a continued line counted; no character is cut in two."""
    parts, octets = [], 0
    for character in line:
        size = len(character.encode("utf-8", "surrogatepass"))
        if octets + size > OCTETS:
            parts.append("\r\n ")
            octets = 1
        parts.append(character)
        octets += size
    return "".join(parts)
