"""The timeline by itself, for other programs: Markdown, JSON, TimelineJS, iCalendar; pure functions of the tables."""

from __future__ import annotations

import datetime as dt

from newsledger.report.tables import Index, Tables
from newsledger.report.timeline_formats import ical, json, markdown, timelinejs
from newsledger.report.timeline_formats.choosing import MODES, Chapter, chapters
from newsledger.report.timeline_formats.words import left_out

FORMATS = {"md": markdown.render, "json": json.render, "timelinejs": timelinejs.render, "ical": ical.render}

__all__ = ["FORMATS", "MODES", "chosen", "left_out", "render", "write"]


def chosen(
    tables: Tables, mode: str = "reader", *, story: str | None = None, since: dt.date | None = None
) -> tuple[Chapter, ...]:
    """What the timeline of one story or of all shows; ``since`` leaves out what ended before that day.

    Mode ``reader`` is short, background first and plans last; ``all`` has every entry in that order; ``benchmark``
    every entry, the most salient first. Raises ``KeyError`` for another mode, ``UnknownIdError`` for a story that is
    not there.
    """
    return chapters(tables, MODES[mode], story=story, since=since)


def write(tables: Tables, found: tuple[Chapter, ...], format: str = "md") -> str:
    """What was chosen in one of ``FORMATS``. Raises ``KeyError`` for another format."""
    return FORMATS[format](Index(tables), found)


def render(
    tables: Tables,
    format: str = "md",
    *,
    mode: str = "reader",
    story: str | None = None,
    since: dt.date | None = None,
) -> str:
    """The timeline in one step; see ``chosen`` and ``write``."""
    return write(tables, chosen(tables, mode, story=story, since=since), format)
