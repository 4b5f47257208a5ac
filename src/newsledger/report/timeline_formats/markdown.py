"""The timeline as Markdown: a list for each part, the evidence below each entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from newsledger.report.markdown import plain
from newsledger.report.tables import Index
from newsledger.report.timeline_formats import words
from newsledger.report.timeline_formats.choosing import Chapter, Told
from newsledger.report.timeline_formats.reader import part
from newsledger.report.wording import days

HEADINGS = ("Background", "Reported", "Planned")


def render(index: Index, chapters: Sequence[Chapter]) -> str:
    """One chapter for each story; nothing in an article can become markup."""
    lines = [line for chapter in chapters for line in of_chapter(index, chapter)]
    return "\n".join(lines or ["No dated entry."]).rstrip() + "\n"


def of_chapter(index: Index, chapter: Chapter) -> Iterator[str]:
    yield f"# {plain(chapter.title)}\n"
    parts = [part(told.entry) for told in chapter.told]
    ordered = parts == sorted(parts)  # by salience the parts are mixed, and headings would mislead
    for number, group in groupby(chapter.told, key=lambda t: part(t.entry) if ordered else 0):
        if ordered:
            yield f"## {HEADINGS[number]}\n"
        for told in group:
            yield from of_entry(index, told)
        yield ""
    if note := words.left_out([chapter]):
        yield f"{note}\n"


def of_entry(index: Index, told: Told) -> Iterator[str]:
    entry = told.entry
    when = days(entry.earliest, entry.latest, entry.value)
    status = "" if entry.status == "occurred" else f" ({words.status(told)})"
    yield f"- **{when}**{status} {plain(entry.text)} [{words.carried(index, told)}]"
    for place in told.evidence:
        yield f"  - {words.role(index, told, place)}: {plain(words.where(index, place))}"
    if told.figures:
        yield f"  - figures: {plain('; '.join(words.figures(index, told)))}"
    for line in words.disputes(index, told):
        yield f"  - {plain(line)}"
