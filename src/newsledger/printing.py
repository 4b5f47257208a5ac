"""How the command line prints: tables, explanations, progress; plain where the output is a pipe."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from newsledger.engine.progress import Progress

if TYPE_CHECKING:
    import pyarrow as pa

    from newsledger.explain import Explanation

LONG = 40  # articles from which on a piped run tells how far it is


def print_rows(table: pa.Table, format: str) -> None:
    """A query's result as ``table``, ``csv`` or ``json``."""
    if format == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(table.column_names)
        writer.writerows(tuple(row.values()) for row in table.to_pylist())
    elif format == "json":
        _dump(table.to_pylist())
    else:
        _print_table(table)


def _print_table(table: pa.Table) -> None:
    from rich.console import Console
    from rich.table import Table

    console = Console(width=None if sys.stdout.isatty() else 10_000)
    grid = Table(box=None, pad_edge=False, header_style="bold")
    for name in table.column_names:
        grid.add_column(name, overflow="fold")
    for row in table.to_pylist():
        grid.add_row(*(_cell(value) for value in row.values()))
    console.print(grid, markup=False) if table.num_rows else console.print("no rows")


def _cell(value: object) -> Any:
    from rich.text import Text

    return Text("" if value is None else str(value))


def print_records(rows: Iterable[Any]) -> None:
    """Records as a JSON array."""
    _dump([dataclasses.asdict(row) for row in rows])


def print_changes(changes: Iterable[Any]) -> None:
    """One line a change."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for change in changes:
        line = Text(f"{change.kind:8} ", style="bold").append(change.text, style="not bold")
        if change.before is not None:
            line.append(f" ({change.before} → {change.after})", style="not bold")
        console.print(line.append(f"  {change.row_id}", style="dim not bold"))


def _dump(rows: Any) -> None:
    json.dump(rows, sys.stdout, ensure_ascii=False, indent=1, default=_plain)
    sys.stdout.write("\n")


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, (dt.date, dt.datetime)) else str(value)


def print_explanation(explanation: Explanation) -> None:
    """The row, its reason, its evidence in context, and the rows that name it."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    console.print(Text(f"{explanation.table}", style="bold"))
    for field in dataclasses.fields(explanation.row):
        value = getattr(explanation.row, field.name)
        if value is not None and not (field.name == "text" and explanation.table == "articles"):
            console.print(Text(f"  {field.name}: {value}"))
    if explanation.reason:
        console.print(Text(f"because: {explanation.reason}"))
    if explanation.settled:
        console.print(Text(f"settled: {explanation.settled}"))
    for quote in explanation.quotes:
        head = f"{quote.table}, {quote.source} [{quote.start}:{quote.end}]"
        if stance := getattr(quote.row, "stance", None) or getattr(quote.row, "side", None):
            head += f" ({stance})"
        console.print(Text(head, style="dim"))
        line = Text(f"  …{_one_line(quote.before)}")
        line.append(f"[{_one_line(quote.text)}]", style="bold")
        console.print(line.append(f"{_one_line(quote.after)}…"))
    for table, row in explanation.related:
        named = ", ".join(
            f"{f.name}={v}" for f in dataclasses.fields(row) if (v := getattr(row, f.name)) not in (None, "")
        )
        console.print(Text(f"{table}: {named}"[:600]))


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


@contextmanager
def progress_line() -> Iterator[Progress]:
    """A bar on a terminal; on a pipe one plain line every tenth of a long pile, on standard error."""
    if not sys.stderr.isatty():
        yield _plain_progress
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("read", total=None)
        yield lambda stage, done, total: bar.update(task, description=stage, completed=done, total=total)


def _plain_progress(stage: str, done: int, total: int) -> None:
    if stage == "annotate" and total >= LONG and (done % (total // 10) == 0 or done == total):
        print(f"annotate: {done} of {total} articles", file=sys.stderr)
