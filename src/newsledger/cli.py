"""The command line: parse, call the API, print. Exit code 0; 1 when --strict met a refusal; 2 for wrong use;
141 when the reader of the output has gone."""

from __future__ import annotations

import datetime as dt
import importlib.metadata
import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from newsledger.errors import NewsledgerError

BROKEN_PIPE = 141  # 128 + SIGPIPE: what a shell gives for a program whose reader has gone

app = typer.Typer(
    name="newsledger",
    help="Read news articles; write a ledger of what happened, when, who said so, and who carries it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


class Format(StrEnum):
    """What a report can be written as."""

    terminal = "terminal"
    html = "html"
    md = "md"
    json = "json"
    geojson = "geojson"


class Verdict(StrEnum):
    """What a person may decide on two entities."""

    same = "same"
    different = "different"


class TimelineFormat(StrEnum):
    """What a timeline can be written as."""

    md = "md"
    json = "json"
    timelinejs = "timelinejs"
    ical = "ical"


class TimelineMode(StrEnum):
    """For whom a timeline is: a reader, one who wants every entry, or a program that ranks."""

    reader = "reader"
    all = "all"
    benchmark = "benchmark"


class TimesFormat(StrEnum):
    """What temporal expressions can be written as."""

    timeml = "timeml"
    json = "json"


Paths = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files, folders (taken whole) or - for standard input.")
]
LedgerFile = Annotated[Path, typer.Argument(metavar="LEDGER", help="A ledger file.")]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="Nothing is published later than this day.")
]


class NumericOrder(StrEnum):
    """Which locales' order of numeric dates there is."""

    us = "en-US"
    gb = "en-GB"


Locale = Annotated[
    NumericOrder, typer.Option(help="Order of numeric dates: en-US month first, en-GB day first.")
]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 when anything was refused.")]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs", min=1, help="Processes for the annotation; by itself, one for each core on a large pile."
    ),
]


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.", is_eager=True)
    ] = False,
) -> None:
    """Options before any command."""
    if version:
        typer.echo(f"newsledger {importlib.metadata.version('newsledger')}")
        raise typer.Exit


@app.command()
def build(
    paths: Paths,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The ledger file to write.")],
    as_of: AsOf = None,
    locale: Locale = NumericOrder.us,
    jobs: Jobs = None,
    strict: Strict = False,
) -> None:
    """Read articles and write a ledger; its annotations are kept in a .cache file beside it."""
    from newsledger import store

    if out.is_dir():
        raise NewsledgerError(f"{out}: is a folder", "Name a file: --out story.duckdb")
    tables = _tables(paths, as_of, locale.value, jobs, out)
    if out.exists() and not tables["articles"]:
        raise NewsledgerError(
            f"no article was found; {out} is left as it was", "See what was refused with --out NEW."
        )
    store.write(tables, out)
    _tell(f"{out}: {_census(tables)}")
    _close(tables, strict)


@app.command()
def report(
    path: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="A ledger, or articles: then it builds in passing.")
    ],
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Folder for the HTML report and the ledger.")
    ] = None,
    format: Annotated[
        Format | None, typer.Option("--format", help="One format, to standard output or into --out.")
    ] = None,
    as_of: AsOf = None,
    locale: Locale = NumericOrder.us,
    jobs: Jobs = None,
    strict: Strict = False,
) -> None:
    """Report on a ledger or on articles: the story in ten lines and its timeline, or a page to click through."""
    from newsledger import report as reports
    from newsledger import store

    first = Path(path[0])
    if len(path) == 1 and store.is_ledger(first):
        from newsledger.api import Ledger

        with Ledger.open(first) as ledger:
            tables: Any = dict(ledger.tables)
    else:
        target = out / "ledger.duckdb" if out else None
        tables = _tables(path, as_of, locale.value, jobs, target)
        if target is not None:
            store.write(tables, target)
    _print_report(reports, tables, out, format)
    _close(tables, strict)


def _print_report(reports: Any, tables: Any, out: Path | None, format: Format | None) -> None:
    """Without a format: the terminal report, and the HTML page where a folder is given."""
    if format in (None, Format.terminal):
        reports.print_terminal(tables)
    if out is not None:
        for name in [Format.html] if format is None else [format]:
            target = reports.write(tables, out, name.value)
            _tell(f"wrote {target}")
    elif format not in (None, Format.terminal):
        sys.stdout.write(reports.render(tables, format.value))


@app.command()
def timeline(
    ledger: LedgerFile,
    story: Annotated[str | None, typer.Option("--story", metavar="ID", help="This story alone.")] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Leave out what ended before this day.")
    ] = None,
    mode: Annotated[
        TimelineMode,
        typer.Option("--mode", help="A short one, every entry by date, or every entry by salience."),
    ] = TimelineMode.reader,
    all: Annotated[bool, typer.Option("--all", help="Every entry by date: --mode all.")] = False,
    format: Annotated[
        TimelineFormat, typer.Option("--format", help="Markdown, JSON, TimelineJS, or a calendar (RFC 5545).")
    ] = TimelineFormat.md,
) -> None:
    """Write the timeline of a ledger: dated entries with status, support, evidence, figures and disputes."""
    from newsledger.api import Ledger
    from newsledger.report import timeline_formats

    day = _day(since, "--since")
    with Ledger.open(ledger) as opened:
        mode = TimelineMode.all if all else mode
        found = timeline_formats.chosen(opened.tables, mode.value, story=story, since=day)
        written = timeline_formats.write(opened.tables, found, format.value)
    typer.echo(written.encode("utf-8", "replace"), nl=False)  # as bytes: a calendar's lines end in CR LF
    if format != TimelineFormat.md and (note := timeline_formats.left_out(found)):
        _tell(note)


@app.command()
def query(
    ledger: LedgerFile,
    sql: Annotated[str, typer.Argument(metavar="SQL", help="A query over the ledger's tables.")],
    csv: Annotated[bool, typer.Option("--csv", help="Comma-separated values.")] = False,
    json: Annotated[bool, typer.Option("--json", help="A JSON array of objects.")] = False,
) -> None:
    """Ask a ledger with SQL."""
    import duckdb

    from newsledger.api import Ledger
    from newsledger.printing import print_rows

    if csv and json:
        raise NewsledgerError("--csv and --json exclude each other", "Choose one.")
    with Ledger.open(ledger) as opened:
        try:
            result = opened.query(sql)
        except duckdb.Error as error:
            raise NewsledgerError(
                f"the query failed: {error}", "See docs/ledger.md for tables and columns."
            ) from error
        print_rows(result, "csv" if csv else "json" if json else "table")


@app.command()
def explain(
    ledger: LedgerFile,
    id: Annotated[str, typer.Argument(metavar="ID", help="Any id of the ledger.")],
    other: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID2]",
            help="A second id: what joins two quotations (wordings), articles (copies, versions), sentences.",
        ),
    ] = None,
) -> None:
    """Show a row, its reason, and its evidence in context; with two ids, what joins them."""
    from newsledger.api import Ledger
    from newsledger.explain import explain as explain_id
    from newsledger.printing import print_explanation

    with Ledger.open(ledger) as opened:
        print_explanation(explain_id(opened.tables, id, other))


@app.command()
def add(ledger: LedgerFile, paths: Paths, jobs: Jobs = None, strict: Strict = False) -> None:
    """Bring a ledger up to date with more articles; the result is that of a build of everything at once."""
    from newsledger import api, store
    from newsledger.printing import progress_line

    with progress_line() as progress:
        options = api.Options(workers=jobs, stdin=sys.stdin.buffer, progress=progress)
        tables = api.grown_tables(ledger, _articles(paths), options)
    store.write(tables, ledger)
    _tell(f"{ledger}: {_census(tables)}")
    _close(tables, strict)


@app.command()
def watch(
    target: Annotated[
        Path, typer.Argument(metavar="FOLDER_OR_OPML", help="A folder of files, or a list of feeds.")
    ],
    out: Annotated[
        Path, typer.Option("--out", metavar="LEDGER", help="The ledger to begin or to bring up to date.")
    ],
    every: Annotated[float, typer.Option("--every", min=1.0, help="Seconds between two looks.")] = 60.0,
    rounds: Annotated[int | None, typer.Option("--rounds", min=1, help="Look so often, then leave.")] = None,
) -> None:
    """Take what arrives, in a folder or by RSS and Atom feeds, until stopped (Ctrl-C or SIGTERM)."""
    import signal
    import threading

    from newsledger.watch import watch as watch_target

    if not target.exists():
        raise NewsledgerError(
            f"{target}: no such folder or file", "Name a folder, or an OPML file with feeds."
        )
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    watch_target(target, out, every=every, rounds=rounds, stop=stop, say=_tell)
    _tell("stopped" if stop.is_set() else "done")


@app.command()
def changes(
    ledger: LedgerFile,
    since: Annotated[
        str, typer.Option("--since", metavar="DATE_OR_RUN", help="The last day known, or the id of a run.")
    ],
    json: Annotated[bool, typer.Option("--json", help="A JSON array of objects.")] = False,
) -> None:
    """Tell what is new, what was corrected, which figures moved, what gained a second family, what merged."""
    from newsledger import api
    from newsledger.printing import print_changes, print_records

    found = api.changes(ledger, since)
    if not found and not json:
        _tell(f"nothing is new since {since}")
    print_records(found) if json else print_changes(found)


@app.command()
def judge(
    ledger: LedgerFile,
    verdict: Annotated[Verdict, typer.Argument(help="same or different.")],
    a: Annotated[str, typer.Argument(metavar="ID", help="An entity, or a mention of it.")],
    b: Annotated[str, typer.Argument(metavar="ID", help="Another one.")],
) -> None:
    """Record that two entities are the same or different, and link the ledger again."""
    from newsledger import api

    api.judge(ledger, verdict.value, a, b).close()
    _tell(f"{ledger}: judged {verdict.value}: {a}, {b}")


@app.command()
def times(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text file, or - for standard input.")],
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="The day to anchor to.")
    ] = None,
    format: Annotated[TimesFormat, typer.Option("--format", help="TimeML, or JSON.")] = TimesFormat.timeml,
) -> None:
    """Tag the temporal expressions of one text with TIMEX3 values."""
    from newsledger.annotate.times import tag_times, to_timeml
    from newsledger.printing import print_records

    text = _text(file)
    day = _day(published, "--published")
    found = tag_times(text, day)
    if format is TimesFormat.json:
        print_records(found)
    else:
        sys.stdout.write(to_timeml(text, found, day))


def _text(file: str) -> str:
    """A text as it stands, its line ends kept, so that offsets count its own characters (a byte order mark apart)."""
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise NewsledgerError(
            f"{file}: cannot be read: {error.strerror}", "Name a text file, or -."
        ) from error
    except UnicodeDecodeError as error:
        raise NewsledgerError(
            f"{file}: no UTF-8 text: byte {error.start} is {error.object[error.start]:#04x}",
            "Convert the file to UTF-8.",
        ) from error


def _tables(paths: list[str], as_of: str | None, locale: str, jobs: int | None, out: Path | None) -> Any:
    from newsledger import api
    from newsledger.printing import progress_line

    with progress_line() as progress:
        options = api.Options(
            as_of=_day(as_of, "--as-of"),
            locale=locale,
            workers=jobs,
            stdin=sys.stdin.buffer,
            progress=progress,
        )
        return api.tables_of(_articles(paths), options, out)


def _articles(paths: list[str]) -> list[str]:
    """The paths, if each is there and none is a ledger. Raises ``NewsledgerError``: a slip must not cost a ledger."""
    from newsledger import store

    for path in paths:
        if path != "-" and not Path(path).exists():
            raise NewsledgerError(
                f"{path}: no such file or folder", "Name files, folders or - for standard input."
            )
        if store.is_ledger(Path(path)):
            raise NewsledgerError(f"{path}: a ledger, where articles are asked for", "A ledger stands alone.")
    return paths


def _day(value: str | None, option: str) -> dt.date | None:
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise NewsledgerError(f"{option} {value}: not a date", "Write it as YYYY-MM-DD.") from None


SINGULAR = {
    "articles": "article",
    "families": "family",
    "claims": "claim",
    "disputes": "dispute",
    "issues": "issue",
}


def _census(tables: Any) -> str:
    counts = [
        (len(tables.get(name, ())), name) for name in ("articles", "families", "claims", "disputes", "issues")
    ]
    return ", ".join(f"{n} {SINGULAR[name] if n == 1 else name}" for n, name in counts)


def _close(tables: Any, strict: bool) -> None:
    """Say what was refused, on standard error; under --strict leave with 1."""
    refused = [issue for issue in tables["issues"] if issue.severity == "refused"]
    for issue in refused:
        _tell(f"refused: {issue.message}. {issue.remedy}")
    if not tables["articles"]:
        _tell("no article was found in what was given")
    if strict and refused:
        raise typer.Exit(1)


def _tell(line: str) -> None:
    typer.echo(line, err=True)


def main() -> None:
    """The console script: our errors are one line and exit code 2, never a traceback."""
    try:
        try:
            app()
        finally:
            sys.stdout.flush()  # here, where a pipe that was closed can be answered
    except NewsledgerError as error:
        _tell(f"newsledger: {error}")
        sys.exit(2)
    except BrokenPipeError:
        # The reader of a pipe has gone; nothing is left to say, and Python must not try to flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(BROKEN_PIPE)
    except SystemExit as leave:
        # Click answers a closed pipe itself, with 1.
        sys.exit(BROKEN_PIPE if isinstance(leave.__context__, BrokenPipeError) else leave.code)
    except KeyboardInterrupt:
        _tell("newsledger: stopped")
        sys.exit(130)


if __name__ == "__main__":
    main()
