"""The timeline for TimelineJS (https://timeline.knightlab.com/docs/json-format.html): title, events, their dates.

TimelineJS takes the texts as HTML, so what comes from an article is escaped.
"""

from __future__ import annotations

import calendar
import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

from markupsafe import escape

from newsledger.report.tables import Evidence, Index
from newsledger.report.timeline_formats import words
from newsledger.report.timeline_formats.choosing import Chapter, Told
from newsledger.report.wording import days, one_line


def render(index: Index, chapters: Sequence[Chapter]) -> str:
    """One object with ``title`` and ``events``; where there are several stories, each is a group."""
    title = chapters[0].title if len(chapters) == 1 else f"{len(chapters)} stories"
    events = [
        {**of_entry(index, told), **({"group": safe(chapter.title)} if len(chapters) > 1 else {})}
        for chapter in chapters
        for told in chapter.told
        if told.entry.earliest
    ]
    written = {"title": {"text": {"headline": safe(title), "text": ""}}, "events": events}
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def safe(text: str) -> str:
    return str(escape(one_line(text)))


def of_entry(index: Index, told: Told) -> dict[str, Any]:
    entry = told.entry
    text = {"headline": safe(entry.text), "text": body(index, told)}
    shown = f"{days(entry.earliest, entry.latest)} ({words.status(told)})"
    return {
        "unique_id": entry.entry_id,
        "display_date": shown,
        **dates(entry.earliest, entry.latest),
        "text": text,
    }


def body(index: Index, told: Told) -> str:
    """How well it is supported, the places, the figures and the disputes, as HTML."""

    def is_source(place: Evidence) -> bool:
        return words.role(index, told, place) == "source"

    lines = [f"<p>{safe(words.carried(index, told))}</p>"]
    for name, items in (
        ("Sources", [words.where(index, place) for place in told.evidence if is_source(place)]),
        ("Foretold", [words.where(index, place) for place in told.evidence if not is_source(place)]),
        ("Figures", words.figures(index, told)),
        ("Disputes", words.disputes(index, told)),
    ):
        if items:
            lines.append(f"<p>{name}</p><ul>{''.join(f'<li>{safe(item)}</li>' for item in items)}</ul>")
    return "".join(lines)


def dates(earliest: dt.date | None, latest: dt.date | None) -> dict[str, dict[str, int]]:
    """A whole year or month is a date without its smaller parts; any other interval has an end."""
    if earliest is None:
        return {}
    if latest is None or latest <= earliest:
        return {"start_date": full(earliest)}
    last = calendar.monthrange(latest.year, latest.month)[1]
    if earliest.day == 1 and latest.day == last and earliest.year == latest.year:
        if earliest.month == latest.month:
            return {"start_date": {"year": earliest.year, "month": earliest.month}}
        if (earliest.month, latest.month) == (1, 12):
            return {"start_date": {"year": earliest.year}}
    return {"start_date": full(earliest), "end_date": full(latest)}


def full(day: dt.date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}
