"""The public verbs: what the command line does, as functions."""

from __future__ import annotations

import datetime as dt
import hashlib
import importlib.metadata
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from newsledger import store
from newsledger.engine.progress import Progress, silent
from newsledger.errors import LedgerError, NewsledgerError, UnknownIdError
from newsledger.judgements import load_judgements, save_judgement
from newsledger.records import Arrival, Issue, Judgement, Run, Settings, make_id
from newsledger.schema import TABLES

if TYPE_CHECKING:
    import duckdb
    import pandas as pd
    import pyarrow as pa

    from newsledger.assess.changes import Change
    from newsledger.read import ReadResult

Tables = Mapping[str, tuple[Any, ...]]
Paths = Sequence[str | Path] | str | Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a run is done: what bears on the result (as_of, locale), and what does not."""

    as_of: dt.date | None = None
    locale: str = "en-US"
    workers: int | None = None
    stdin: BinaryIO | None = None
    progress: Progress = silent


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
        """Every table as a tuple of records, read when it is asked for; ask before you close."""
        return store.Stored(self._db)

    @property
    def issues(self) -> tuple[Issue, ...]:
        """What was skipped, refused or doubtful."""
        return store.load_table(self._db, "issues")

    def query(self, sql: str) -> pa.Table:
        """The result of one SQL query. Raises ``duckdb.Error``, ``LedgerError`` where it is not one query."""
        if len(self._db.extract_statements(sql)) != 1:
            raise LedgerError("not one query", "Ask one SELECT at a time.")
        result = self._db.sql(sql)
        if result is None:
            raise LedgerError("a statement without a result", "Ask with SELECT; a ledger is only read.")
        return result.to_arrow_table()

    def arrow(self, table: str) -> pa.Table:
        """One table. Raises ``KeyError`` for a name that is no table of the ledger."""
        if table not in TABLES:
            raise KeyError(f"{table}: no such table; there are {', '.join(TABLES)}")
        return self.query(f"SELECT * FROM {table}")

    def df(self, table: str) -> pd.DataFrame:
        """One table as a data frame. Raises ``NewsledgerError`` where pandas is not installed."""
        try:
            return self.arrow(table).to_pandas()
        except ModuleNotFoundError as error:
            raise NewsledgerError(
                "pandas is not installed", "pip install newsledger[pandas], or use arrow()"
            ) from error

    def close(self) -> None:
        """Release the file."""
        self._db.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


DEFAULTS = Options()


def build(
    paths: Paths,
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
    options = Options(as_of=as_of, locale=locale, workers=workers, stdin=stdin, progress=progress)
    tables = tables_of(paths, options, Path(out) if out else None)
    if out is None:
        return Ledger(store.in_memory(tables))
    store.write(tables, Path(out))
    return Ledger.open(out)


def add(ledger: str | Path, paths: Paths, *, options: Options = DEFAULTS) -> Ledger:
    """Bring a ledger up to date with more articles: the rows are those of a build of everything at once.

    ``runs`` and ``arrivals`` alone tell how it came to be. Raises ``LedgerError`` where the file is no ledger.
    """
    path = Path(ledger)
    tables = grown_tables(path, paths, options)
    store.write(tables, path)
    return Ledger.open(path)


def grown_tables(path: Path, paths: Paths, options: Options) -> Tables:
    """The tables of a ledger with more articles, the settings being those of its first run."""
    from newsledger.read import merge

    past = _past(path)
    return _linked(merge(past.reading, _read(paths, options)), past.settings, options, path, past)


def judge(ledger: str | Path, verdict: str, a: str, b: str) -> Ledger:
    """Record that two entities are the ``same`` or ``different``, and link the ledger again.

    ``a`` and ``b`` are entities, also ones that an earlier verdict names and has joined since, or mentions: two
    that were wrongly taken for one entity are told apart by a mention of each. A later verdict on a pair takes the
    place of the earlier one; where verdicts on several pairs contradict one another, "different" wins.
    Raises ``UnknownIdError`` for an id that is none of these, ``NewsledgerError`` for one id given twice.
    """
    path = Path(ledger)
    if a == b:
        raise NewsledgerError(f"{a}: one id, given twice", "Name two.")
    with Ledger.open(path) as opened:
        names = {entity.entity_id: entity.name for entity in opened.tables["entities"]}
        known = set(names)
        if not {a, b} <= known:
            names |= {m.mention_id: " ".join(m.text.split()) for m in opened.tables["mentions"]}
    for earlier in load_judgements(path):
        names = {earlier.a: earlier.name_a, earlier.b: earlier.name_b} | names
    for wanted in (a, b):
        if wanted not in names:
            raise UnknownIdError(
                f"{wanted}: no entity and no mention has this id", "See the tables entities and mentions."
            )
    save_judgement(path, Judgement(verdict=verdict, a=a, b=b, name_a=names[a], name_b=names[b]), known)
    past = _past(path)
    store.write(_linked(past.reading, past.settings, DEFAULTS, path, past), path)
    return Ledger.open(path)


def changes(ledger: str | Path, since: str, *, options: Options = DEFAULTS) -> tuple[Change, ...]:
    """What is new since a day (ISO: articles published later) or since a run (its id: articles it did not have).

    The earlier state is linked again from the articles that were there, and compared with the present one.
    Raises ``UnknownIdError`` for what is neither a day nor a run of this ledger.
    """
    from newsledger.assess.changes import find_changes
    from newsledger.engine.growth import as_read

    path = Path(ledger)
    with Ledger.open(path) as opened:
        now = opened.tables  # of which only those that are compared are read
        reading = as_read(now, only=_earlier_articles(now, since))
        earlier = _linked(reading, _settings_of(now), options, path, lasting=False)
        return find_changes(earlier, now)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Past:
    """What a ledger came from."""

    reading: ReadResult
    settings: Settings
    runs: tuple[Run, ...]
    arrivals: tuple[Arrival, ...]


def _past(path: Path) -> _Past:
    from newsledger.engine.growth import as_read

    with Ledger.open(path) as opened:
        tables = opened.tables
        return _Past(
            reading=as_read(tables),
            settings=_settings_of(tables),
            runs=tables["runs"],
            arrivals=tables["arrivals"],
        )


def _earlier_articles(tables: Tables, since: str) -> set[str]:
    """The articles that were there at the end of a day, or after a run."""
    runs = [run.run_id for run in tables["runs"]]
    if since in runs:
        until = set(runs[: runs.index(since) + 1])
        return {arrival.article_id for arrival in tables["arrivals"] if arrival.run_id in until}
    try:
        day = dt.date.fromisoformat(since)
    except ValueError:
        raise UnknownIdError(
            f"{since}: neither a day (YYYY-MM-DD) nor a run of this ledger", f"Its runs: {', '.join(runs)}"
        ) from None
    return {a.article_id for a in tables["articles"] if a.published is None or a.published <= day}


def tables_of(paths: Paths, options: Options = DEFAULTS, out: Path | None = None) -> Tables:
    """The ledger's tables as records, without a database; what ``out`` names gives the place of the cache."""
    settings = Settings(as_of=options.as_of, locale=options.locale)
    return _linked(_read(paths, options), settings, options, out)


def _read(paths: Paths, options: Options) -> ReadResult:
    from newsledger.read import read_paths

    wanted = [paths] if isinstance(paths, (str, Path)) else list(paths)
    options.progress("read", 0, len(wanted))
    incoming = read_paths(wanted, stdin=options.stdin)
    options.progress("read", len(wanted), len(wanted))
    return incoming


def _linked(
    incoming: ReadResult,
    settings: Settings,
    options: Options,
    path: Path | None,
    past: _Past | None = None,
    *,
    lasting: bool = True,
) -> Tables:
    """Run every stage, with the cache and the judgements beside the ledger, and add the run to the history."""
    from newsledger import engine
    from newsledger.engine.cache import open_cache

    with open_cache(path and cache_path(path), lasting=lasting) as cache:
        tables = engine.run(
            incoming,
            settings,
            judgements=load_judgements(path) if path else (),
            workers=options.workers,
            cache=cache,
            progress=options.progress,
        )
        cache.drop_others()
    runs, arrivals = (past.runs, past.arrivals) if past else ((), ())
    run = describe_run(settings, [a.article_id for a in incoming.articles])
    there = {arrival.article_id for arrival in arrivals}
    arrived = [Arrival(article_id=a.article_id, run_id=run.run_id) for a in incoming.articles]
    return {
        **tables,
        "runs": (*(r for r in runs if r.run_id != run.run_id), run),
        "arrivals": (*arrivals, *(a for a in arrived if a.article_id not in there)),
    }


def _settings_of(tables: Tables) -> Settings:
    config = json.loads(tables["runs"][-1].config)
    return Settings(
        as_of=dt.date.fromisoformat(config["as_of"]) if config["as_of"] else None, locale=config["locale"]
    )


def cache_path(ledger: Path) -> Path:
    """The annotations kept beside a ledger; may be deleted at any time."""
    return ledger.with_name(f"{ledger.name}.cache")


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
