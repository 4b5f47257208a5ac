"""The ledger file: written whole or not at all, refused when it is none, migrated when it is old."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import duckdb
import pytest

from newsledger import store
from newsledger.errors import LedgerError
from newsledger.records import Article, Run
from newsledger.schema import TABLES, columns

ARTICLE = Article(
    article_id="a_1",
    source="x.txt",
    text="Ein Text — “mit” Zeichen.",
    published=dt.date(2024, 2, 29),
    language="en",
)
RUN = Run(
    run_id="run_1", started=dt.datetime(2024, 3, 1, 12), version="0", config="{}", models="{}", inputs="{}"
)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "s.duckdb"
    store.write({"articles": (ARTICLE,), "runs": (RUN,)}, path)
    loaded = store.load(store.connect(path))
    assert loaded["articles"] == (ARTICLE,)
    assert loaded["runs"] == (RUN,)
    assert set(loaded) == set(TABLES)
    assert [p.name for p in path.parent.iterdir()] == ["s.duckdb"]


def test_rows_keep_their_order(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    articles = tuple(Article(article_id=f"a_{n}", source=str(n), text="x") for n in (3, 1, 2))
    store.write({"articles": articles}, path)
    assert store.load(store.connect(path))["articles"] == articles


@pytest.mark.parametrize("table", TABLES)
def test_the_migrations_end_at_the_records(table: str) -> None:
    db = store.in_memory({})
    names = [row[0] for row in db.execute(f"SELECT column_name FROM (DESCRIBE {table})").fetchall()]
    assert sorted(names) == sorted(columns(table))


def test_a_failed_write_leaves_the_old_ledger(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    store.write({"articles": (ARTICLE,)}, path)
    with pytest.raises(RuntimeError), store.writing(path) as db:
        store.migrate(db)
        raise RuntimeError("half way")
    assert store.load(store.connect(path))["articles"] == (ARTICLE,)
    assert [p.name for p in tmp_path.iterdir()] == ["s.duckdb"]


def test_what_a_killed_run_left_is_removed(tmp_path: Path) -> None:
    dead, alive = tmp_path / ".s.duckdb.999999999.tmp", tmp_path / ".s.duckdb.1.tmp"
    dead.touch()
    alive.touch()
    store.write({}, tmp_path / "s.duckdb")
    assert not dead.exists() and alive.exists()


def test_a_file_that_is_no_ledger_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("no ledger at all")
    with pytest.raises(LedgerError, match=r"a\.txt: not a ledger"):
        store.connect(text)
    with pytest.raises(LedgerError, match="no such file"):
        store.connect(tmp_path / "nothing.duckdb")
    assert not store.is_ledger(text)


def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    store.write({}, path)
    with duckdb.connect(str(path)) as db:
        db.execute("UPDATE schema_version SET version = 999")
    with pytest.raises(LedgerError, match="newer than this program"):
        store.connect(path)


def test_an_older_schema_is_migrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "s.duckdb"
    store.write({"articles": (ARTICLE,)}, path)
    present = store.migrations()
    later = [*present, (present[-1][0] + 1, "ALTER TABLE issues ADD COLUMN later VARCHAR")]
    monkeypatch.setattr(store, "migrations", lambda: later)
    db = store.connect(path)
    assert db.execute("SELECT version FROM schema_version").fetchone() == (later[-1][0],)
    assert db.execute("SELECT count(later) FROM issues").fetchone() == (0,)
    assert store.load(db)["articles"] == (ARTICLE,)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(LedgerError, match="cannot write here"):
        store.write({}, file / "s.duckdb")
