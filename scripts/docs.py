"""Write docs/commands.md and docs/ledger.md from the program itself; tests fail when they are stale.

uv run python scripts/docs.py [--check]
"""

from __future__ import annotations

import ast
import inspect
import sys
from pathlib import Path

import typer.main

from newsledger import records
from newsledger.cli import app
from newsledger.schema import TABLES

DOCS = Path(__file__).resolve().parents[1] / "docs"


def commands() -> str:
    """A page for all commands: usage, what each does, its arguments and options."""
    group = typer.main.get_command(app)
    parts = ["# Commands", "Made from the program by `scripts/docs.py`; do not edit."]
    for name, command in sorted(group.commands.items()):  # type: ignore[attr-defined]
        parts.append(f"## newsledger {name}\n\n{inspect.cleandoc(command.help or '')}")
        rows = [row for p in command.params if (row := parameter(p))]
        parts.append("\n".join(["| argument or option | what it is |", "| --- | --- |", *rows]))
    parts.append(
        "## Exit codes\n\n0: done. 1: done, and something was refused under `--strict`. 2: wrong use, with a line that "
        "says what to do. 130: stopped by the keyboard. 141: the reader of the output has gone, as `head` does."
    )
    return "\n\n".join(parts) + "\n"


def parameter(p: object) -> str:
    """One row of a command's table."""
    names = getattr(p, "opts", [])
    if "--help" in names:
        return ""
    label = (
        ", ".join(names)
        if names and names[0].startswith("-")
        else getattr(p, "metavar", None) or names[0].upper()
    )
    default = getattr(p, "default", None)
    extra = (
        "" if default in (None, False, ...) or getattr(p, "required", False) else f" Default: `{default}`."
    )
    return f"| `{label}` | {(getattr(p, 'help', None) or '').replace('|', '/')}{extra} |"


def ledger() -> str:
    """A page for all tables: what one row is, and each column with its type and its comment."""
    comments = field_comments()
    parts = [
        "# The ledger's tables",
        "Made from `records.py` by `scripts/docs.py`; do not edit.",
        LEDGER_INTRO,
    ]
    for table, record in TABLES.items():
        said = inspect.getdoc(record) or ""
        if said.startswith(f"{record.__name__}("):  # what dataclasses write where there is no docstring
            said = ""
        rows = [
            f"| `{name}` | {kind.replace('dt.', '').replace(' | None', ', may be null')} | {note} |"
            for name, kind, note in comments[record.__name__]
        ]
        parts.append(
            "\n".join(
                [f"## {table}", "", said, "", "| column | type | what it is |", "| --- | --- | --- |", *rows]
            )
        )
    return "\n\n".join(parts) + "\n"


LEDGER_INTRO = """\
A ledger is one DuckDB file. A row taken from text carries `article_id`, `start` and `"end"`: offsets in Unicode
code points, half open, into `articles.text`; its `text` equals that slice. Ids are derived from content."""


def field_comments() -> dict[str, list[tuple[str, str, str]]]:
    """For each record: (field, type, the comment on its line)."""
    source = inspect.getsource(records)
    lines = source.splitlines()
    found: dict[str, list[tuple[str, str, str]]] = {}
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef):
            found[node.name] = [
                (item.target.id, ast.unparse(item.annotation), lines[item.lineno - 1].partition("  # ")[2])
                for item in node.body
                if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name)
            ]
    return found


PAGES = {"commands.md": commands, "ledger.md": ledger}


def main() -> int:
    """Write the pages, or with --check say which are stale."""
    stale = []
    for name, make in PAGES.items():
        page = DOCS / name
        text = make()
        if "--check" in sys.argv:
            stale += [name] if not page.exists() or page.read_text(encoding="utf-8") != text else []
        else:
            page.write_text(text, encoding="utf-8")
    for name in stale:
        print(f"docs/{name} is stale: run uv run python scripts/docs.py")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
