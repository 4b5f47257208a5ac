"""The command line, run as a user runs it: what it prints, where it writes, with which exit code."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from newsledger.cli import main

ROOT = Path(__file__).resolve().parents[1]
STORY = next(iter(sorted((ROOT / "examples").glob("*/articles"))))


@dataclass(frozen=True, slots=True)
class Done:
    """What a run of the command line left."""

    returncode: int
    stdout: str
    stderr: str


def run(*arguments: str | Path, stdin: bytes = b"") -> Done:
    """The console script in this process: its arguments in, what it prints and its exit code out."""
    out, err, code = io.StringIO(), io.StringIO(), 0
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setattr(sys, "argv", ["newsledger", *map(str, arguments)])
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            main()
        except SystemExit as leave:
            code = int(leave.code or 0)
    return Done(code, out.getvalue(), err.getvalue())


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's ledger, built once by the command."""
    path = tmp_path_factory.mktemp("cli") / "story.duckdb"
    done = run("build", STORY, "--out", path)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    return path


def test_the_readmes_first_command(tmp_path: Path) -> None:
    """The command that the README shows first prints the report and writes the page."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    command = re.search(r"^uv run newsledger (report \S+ --out) \S+", readme, re.MULTILINE)
    assert command is not None
    verb, path, option = command[1].split()
    done = subprocess.run(
        [sys.executable, "-m", "newsledger.cli", verb, ROOT / path, option, tmp_path],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert "Timeline" in done.stdout
    assert "\x1b" not in done.stdout  # plain where the output is a pipe
    assert (tmp_path / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_version() -> None:
    assert re.fullmatch(r"newsledger \d+\.\d+\.\d+\n", run("--version").stdout)


def test_query_as_table_csv_and_json(ledger: Path) -> None:
    sql = "SELECT count(*) AS n, min(published) AS first FROM articles"
    (row,) = json.loads(run("query", ledger, sql, "--json").stdout)
    assert row["n"] == len(list(STORY.iterdir()))
    assert list(csv.DictReader(io.StringIO(run("query", ledger, sql, "--csv").stdout))) == [
        {"n": str(row["n"]), "first": row["first"]}
    ]
    assert str(row["n"]) in run("query", ledger, sql).stdout


def test_a_wrong_query_is_one_line_and_exit_code_two(ledger: Path) -> None:
    done = run("query", ledger, "SELECT nothing FROM nowhere")
    assert done.returncode == 2
    assert "the query failed" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "table", ["claims", "disputes", "events", "entities", "articles", "timeline", "families"]
)
def test_explain_shows_any_row(ledger: Path, table: str) -> None:
    (row, *_) = json.loads(run("query", ledger, f"SELECT * FROM {table} LIMIT 1", "--json").stdout)
    done = run("explain", ledger, next(iter(row.values())))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(table)


def test_explain_of_nothing_says_so(ledger: Path) -> None:
    done = run("explain", ledger, "c_0")
    assert done.returncode == 2 and "no row has this id" in done.stderr


@pytest.mark.parametrize("format", ["md", "json", "html", "terminal"])
def test_report_of_a_ledger_in_each_format(ledger: Path, format: str) -> None:
    done = run("report", ledger, "--format", format)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout) > 500
    if format == "json":
        json.loads(done.stdout)


def test_standard_input_is_an_article(tmp_path: Path) -> None:
    text = b"VELL, May 6, 2031 (Norda News) - Nine boats sank on Tuesday, the harbour office said."
    done = run("build", "-", "--out", tmp_path / "s.duckdb", stdin=text)
    assert done.returncode == 0 and "1 article," in done.stderr


def test_bad_input_costs_itself_alone(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    (pile / "good.txt").write_text(
        "Nine boats sank off Vell on Tuesday, the harbour office said on Wednesday."
    )
    (pile / "latin.txt").write_bytes(
        "Der Minister für Häfen, José Núñez, said nine boats sank.".encode("latin-1")
    )
    (pile / "empty.txt").write_text("")
    (pile / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    (pile / "broken.json").write_text('{"title": "x", "text": ')
    (pile / "long.txt").write_text("word " * 1_000_000)
    (pile / "page.html").write_text(
        "<html><head><title>Log in</title></head><body><form></form></body></html>"
    )
    path = tmp_path / "s.duckdb"
    done = run("build", pile, "--out", path)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    kept = json.loads(run("query", path, "SELECT source FROM articles", "--json").stdout)
    assert sorted(Path(row["source"]).name for row in kept) == ["good.txt", "latin.txt"]
    issues = json.loads(
        run("query", path, "SELECT * FROM issues WHERE severity = 'refused'", "--json").stdout
    )
    refused = {Path(row["source"].split("#")[0]).name for row in issues}
    assert refused == {"empty.txt", "picture.txt", "broken.json", "long.txt", "page.html"}
    assert all(row["remedy"] for row in issues)
    assert run("build", pile, "--out", path, "--strict").returncode == 1


def test_a_slip_costs_no_ledger(ledger: Path, tmp_path: Path) -> None:
    copy = tmp_path / "s.duckdb"
    copy.write_bytes(ledger.read_bytes())
    empty = tmp_path / "empty"
    empty.mkdir()
    for arguments in (("build", tmp_path / "typo"), ("build", empty), ("build", ledger)):
        assert run(*arguments, "--out", copy).returncode == 2
    assert run("add", copy, tmp_path / "typo").returncode == 2
    assert run("report", copy, copy).returncode == 2
    assert copy.read_bytes() == ledger.read_bytes()


@pytest.mark.parametrize(
    "sql",
    [
        "",
        "SELECT 1; SELECT 2",
        "COPY articles TO 'x.csv'",
        "SELECT * FROM read_csv('README.md')",
        "DROP TABLE articles",
    ],
)
def test_a_query_reads_the_ledger_and_nothing_else(ledger: Path, sql: str) -> None:
    done = run("query", ledger, sql)
    assert done.returncode == 2 and done.stderr.startswith("newsledger: ")


def test_wrong_use_is_exit_code_two(tmp_path: Path) -> None:
    assert run("build").returncode == 2
    assert run("nonsense").returncode == 2
    assert run("query", tmp_path / "none.duckdb", "SELECT 1").returncode == 2
    assert run("build", STORY, "--out", tmp_path / "s.duckdb", "--as-of", "yesterday").returncode == 2
    assert run("build", STORY, "--out", tmp_path).returncode == 2
    assert run("build", STORY, "--out", tmp_path / "s.duckdb", "--locale", "fr-FR").returncode == 2
    assert run("query", tmp_path, "SELECT 1").returncode == 2
    assert run("times", tmp_path / "none.txt").returncode == 2


def test_times_counts_the_characters_of_the_file(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_bytes("\ufeffOne line.\r\nIt sank on Tuesday.\r\n".encode())
    (row,) = json.loads(run("times", text, "--published", "2031-05-07", "--format", "json").stdout)
    assert "One line.\r\nIt sank on Tuesday."[row["start"] : row["end"]] == row["text"]
    text.write_bytes(b"It sank on \xff Tuesday.")
    refused = run("times", text)
    assert refused.returncode == 2
    assert "byte 11 is 0xff" in refused.stderr


def test_times_of_a_text(tmp_path: Path) -> None:
    text = tmp_path / "t.txt"
    text.write_text("It sank on Tuesday.")
    done = run("times", text, "--published", "2031-05-07")
    assert 'value="2031-05-06"' in done.stdout
    (row,) = json.loads(run("times", text, "--published", "2031-05-07", "--format", "json").stdout)
    assert row["value"] == "2031-05-06"


def test_every_command_is_documented() -> None:
    documented = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(
        r"^## newsledger (\w+)", (ROOT / "docs" / "commands.md").read_text(encoding="utf-8"), re.M
    )
    assert commands
    assert all(f"newsledger {command}" in documented for command in commands)


@pytest.mark.parametrize("rows", [1, 20_000])
def test_a_pipe_whose_reader_has_gone_ends_quietly(ledger: Path, rows: int) -> None:
    sql = f"SELECT * FROM range({rows}) t(number)"
    arguments = [sys.executable, "-m", "newsledger.cli", "query", str(ledger), sql]
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    said = process.stderr.read()
    assert (process.wait(), said) == (141, b"")
