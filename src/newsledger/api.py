"""The public verbs: what the command line does, as functions."""

from __future__ import annotations

import datetime as dt
import hashlib
import importlib.metadata
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from newsledger import store
from newsledger.engine.progress import Progress, silent
from newsledger.records import Issue, Run, Settings, make_id
from newsledger.schema import TABLES

if TYPE_CHECKING:
    import duckdb
    import pandas as pd
    import pyarrow as pa


class Ledger:
    """A ledger, on disk or in memory. Use as a context manager, or call ``close``.

    ``ledger.query("SELECT ...")`` gives an Arrow table, as does ``ledger.arrow("claims")``;
    ``ledger.df("claims")`` a pandas data frame (needs pandas). ``ledger.tables`` has all records.
    """

    def __init__(self, db: duckdb.DuckDBPyConnection, path: Path | None = None) -> None:
        self._db = db
        self.path = path

    @classmethod
    def open(cls, path: str | Path) -> Ledger:
        """Open a ledger file. Raises ``LedgerError`` where it is none."""
        return cls(store.connect(Path(path)), Path(path))

    @property
    def tables(self) -> Mapping[str, tuple[Any, ...]]:
        """Every table as a tuple of records."""
        return store.load(self._db)

    @property
    def issues(self) -> tuple[Issue, ...]:
        """What was skipped, refused or doubtful."""
        return store.load_table(self._db, "issues")

    def query(self, sql: str) -> pa.Table:
        """The result of a SQL query. Raises ``duckdb.Error``."""
        return self._db.sql(sql).to_arrow_table()

    def arrow(self, table: str) -> pa.Table:
        """One table. Raises ``KeyError`` for a name that is no table of the ledger."""
        if table not in TABLES:
            raise KeyError(f"{table}: no such table; there are {', '.join(TABLES)}")
        return self.query(f"SELECT * FROM {table}")

    def df(self, table: str) -> pd.DataFrame:
        """One table as a data frame; needs pandas."""
        return self.arrow(table).to_pandas()

    def close(self) -> None:
        """Release the file."""
        self._db.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def build(
    paths: Sequence[str | Path] | str | Path,
    out: str | Path | None = None,
    *,
    as_of: dt.date | None = None,
    locale: str = "en-US",
    workers: int | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = silent,
) -> Ledger:
    """Read articles and write a ledger to ``out``, or keep it in memory where no ``out`` is given.

    ``paths`` are files, folders (taken whole) or ``-`` for ``stdin``. What cannot be read is a row of
    ``issues``, never an exception. Raises ``LedgerError`` where ``out`` cannot be written.
    """
    tables = tables_of(paths, as_of=as_of, locale=locale, workers=workers, stdin=stdin, progress=progress)
    if out is None:
        return Ledger(store.in_memory(tables))
    store.write(tables, Path(out))
    return Ledger.open(out)


def tables_of(
    paths: Sequence[str | Path] | str | Path,
    *,
    as_of: dt.date | None = None,
    locale: str = "en-US",
    workers: int | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = silent,
) -> dict[str, tuple[Any, ...]]:
    """The ledger's tables as records, without a database."""
    from newsledger import engine
    from newsledger.read import read_paths

    wanted = [paths] if isinstance(paths, (str, Path)) else list(paths)
    settings = Settings(as_of=as_of, locale=locale)
    progress("read", 0, len(wanted))
    incoming = read_paths(wanted, stdin=stdin)
    progress("read", len(wanted), len(wanted))
    tables = dict(engine.run(incoming, settings, workers=workers, progress=progress))
    tables["runs"] = (describe_run(settings, [a.article_id for a in incoming.articles]),)
    return tables


def describe_run(settings: Settings, article_ids: Sequence[str]) -> Run:
    """The row of ``runs``.

    ``started`` is the one value of a ledger that comes from the clock; SOURCE_DATE_EPOCH sets it.
    """
    from newsledger.annotate.parse import model_facts

    version = importlib.metadata.version("newsledger")
    config = json.dumps(
        {"as_of": settings.as_of and settings.as_of.isoformat(), "locale": settings.locale}, sort_keys=True
    )
    models = json.dumps({"spacy": model_facts()}, sort_keys=True)
    pile = hashlib.sha256("\n".join(sorted(article_ids)).encode()).hexdigest()[:16]
    inputs = json.dumps({"articles": len(article_ids), "digest": pile}, sort_keys=True)
    return Run(
        run_id=make_id("run", version, config, models, inputs),
        started=_now(),
        version=version,
        config=config,
        models=models,
        inputs=inputs,
    )


def _now() -> dt.datetime:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch else dt.datetime.now(dt.UTC)
    return moment.replace(tzinfo=None, microsecond=0)
