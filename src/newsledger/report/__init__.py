"""Reports on a ledger: in the terminal, as one HTML page, as Markdown, JSON, GeoJSON. They read its tables alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsledger.report.tables import Tables

FILES = {
    "html": "report.html",
    "md": "report.md",
    "json": "report.json",
    "geojson": "report.geojson",
    "terminal": "report.txt",
}
"""The formats, and the name of the file that each is written to."""


def render(tables: Tables, format: str) -> str:
    """The report as text in one of the formats of ``FILES``. Raises ``ValueError`` for another one."""
    # Each format is imported when it is asked for: Rich and Jinja cost time that no other command should pay.
    if format == "html":
        from newsledger.report import html

        return html.render(tables)
    if format == "md":
        from newsledger.report import markdown

        return markdown.render(tables)
    if format == "json":
        from newsledger.report import json

        return json.render(tables)
    if format == "geojson":
        from newsledger.report import geojson

        return geojson.render(tables)
    if format == "terminal":
        from newsledger.report import terminal

        return terminal.plain(tables)
    raise ValueError(f"no such format: {format}; there are {', '.join(FILES)}")


def print_terminal(tables: Tables) -> None:
    """Print the terminal report on standard output, in the terminal's width and without colours when piped."""
    from rich.console import Console

    from newsledger.report import terminal

    terminal.render(tables, Console())


def write(tables: Tables, folder: Path, format: str) -> Path:
    """Write the report into a folder, made where it is missing; the file's path."""
    text = render(tables, format)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / FILES[format]
    target.write_text(text, encoding="utf-8", errors="replace", newline="\n")
    return target
