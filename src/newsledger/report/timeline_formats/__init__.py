"""The timeline by itself, for other programs: Markdown, JSON, TimelineJS, iCalendar; pure functions of the tables."""

from __future__ import annotations

import datetime as dt

from newsledger.report.tables import Index, Tables
from newsledger.report.timeline_formats import ical, json, markdown, timelinejs
from newsledger.report.timeline_formats.choosing import MODES, chapters

FORMATS = {"md": markdown.render, "json": json.render, "timelinejs": timelinejs.render, "ical": ical.render}

__all__ = ["FORMATS", "MODES", "render"]


def render(
    tables: Tables,
    format: str = "md",
    *,
    mode: str = "reader",
    story: str | None = None,
    since: dt.date | None = None,
) -> str:
    """The timeline of one story or of all; ``since`` leaves out what ended before that day.

    Mode ``reader`` is short, background first and plans last; ``benchmark`` has every entry, the most salient
    first. Raises ``KeyError`` for another format or mode, ``UnknownIdError`` for a story that is not there.
    """
    write = FORMATS[format]
    return write(Index(tables), chapters(tables, MODES[mode], story=story, since=since))
