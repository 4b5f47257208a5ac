"""What is kept beside the ledger, so that an article that was seen is not annotated again, nor a story linked again.

A SQLite file, keyed by what determines a value: of an annotation the article's text, its passages, the model and
the version of the program; of a part of the pile (engine/parts.py) all that its stages read. It holds
nothing that cannot be made again: a cache that is damaged, locked or lost costs time, never a result. Values are
MessagePack, typed on the way in, so a foreign file runs no code.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from newsledger.annotate.annotation import Annotation
from newsledger.collector import paused
from newsledger.records import Article, Passage

LARGEST = 512 * 2**20  # bytes of values kept; the least recently used go first
CHUNK = 500  # keys asked for at once

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Annotation).decode


def key_of(article: Article, passages: Sequence[Passage], model: str) -> bytes:
    """What determines an annotation, hashed. ``model`` names the parser and the program with their versions."""
    parts = [model, article.text, *(f"{p.start}:{p.end}:{p.kind}" for p in passages)]
    return hashlib.sha256(msgspec.msgpack.encode(parts)).digest()


class Cache:
    """Mappings of keys to values on disk. Every failure of the file reads as an empty cache.

    ``lasting`` is False for a look at an earlier state of a pile: it leaves the parts of the present one alone.
    """

    def __init__(self, db: sqlite3.Connection | None, *, lasting: bool = True) -> None:
        self._db = db
        self._lasting = lasting
        self._size: int | None = (
            None  # bytes of the annotations; summed once, since a sum reads the whole file
        )
        self._used: set[bytes] = set()  # keys of the parts of this state

    def get(self, keys: Sequence[bytes]) -> dict[bytes, Annotation]:
        """The annotations that are there, by key."""
        found: dict[bytes, Annotation] = {}
        with paused():
            for key, value in self._rows("annotations", keys):
                with suppress(msgspec.MsgspecError):
                    found[key] = _decode(value)
        return found

    def put(self, annotations: Mapping[bytes, Annotation]) -> None:
        """Keep annotations; older ones make room."""
        if self._db is None or not annotations:
            return
        rows = [(key, _encode(value)) for key, value in annotations.items()]
        with suppress(sqlite3.Error), self._db:
            self._db.executemany("INSERT OR REPLACE INTO annotations (key, value) VALUES (?, ?)", rows)
            if self._size is not None:
                self._size += sum(len(value) for _, value in rows)
            if self._size is None or self._size > LARGEST:
                self._size = self._shrink(self._db)

    def get_parts(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """What parts of a pile gave, by key."""
        return dict(self._rows("parts", keys))

    def put_parts(self, given: Mapping[bytes, bytes], used: Iterable[bytes]) -> None:
        """Keep what parts of a pile gave; ``used`` are the keys of all parts of this state, asked for or made."""
        self._used.update(used)
        if self._db is not None and self._lasting:
            with suppress(sqlite3.Error), self._db:
                self._db.executemany("INSERT OR REPLACE INTO parts (key, value) VALUES (?, ?)", given.items())

    def drop_others(self) -> None:
        """Let go of the parts of earlier states: a pile that grows leaves them behind."""
        if self._db is not None and self._lasting:
            with suppress(sqlite3.Error), self._db:
                every = [key for (key,) in self._db.execute("SELECT key FROM parts")]
                gone = [(key,) for key in every if key not in self._used]
                self._db.executemany("DELETE FROM parts WHERE key = ?", gone)

    def _rows(self, table: str, keys: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """Keys and values, as far as the file gives them."""
        if self._db is None:
            return
        with suppress(sqlite3.Error):
            for chunk in _chunks(keys):
                marks = ",".join("?" * len(chunk))
                yield from self._db.execute(f"SELECT key, value FROM {table} WHERE key IN ({marks})", chunk)

    def _shrink(self, db: sqlite3.Connection) -> int:
        """Let the oldest annotations go until the others fit; the bytes that are left."""
        (size,) = db.execute("SELECT coalesce(sum(length(value)), 0) FROM annotations").fetchone()
        if size > LARGEST:
            oldest = "SELECT rowid, length(value) FROM annotations ORDER BY rowid"
            for rowid, length in db.execute(oldest).fetchall():
                if size <= LARGEST:
                    break
                db.execute("DELETE FROM annotations WHERE rowid = ?", [rowid])
                size -= length
        return int(size)


@contextmanager
def open_cache(path: Path | None, *, lasting: bool = True) -> Iterator[Cache]:
    """The cache at ``path``; an empty one that keeps nothing where there is no path or it cannot be opened."""
    db = None
    if path is not None:
        with suppress(sqlite3.Error, OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            db = _connect(path)
    try:
        yield Cache(db, lasting=lasting)
    finally:
        if db is not None:
            db.close()


def _connect(path: Path) -> sqlite3.Connection:
    try:
        return _prepared(path)
    except sqlite3.DatabaseError:  # no database, or a damaged one: begin again
        path.unlink(missing_ok=True)
        return _prepared(path)


def _prepared(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=1.0)
    db.execute("PRAGMA journal_mode = WAL")
    for table in ("annotations", "parts"):
        db.execute(f"CREATE TABLE IF NOT EXISTS {table} (key BLOB PRIMARY KEY, value BLOB NOT NULL)")
    return db


def _chunks(keys: Sequence[bytes]) -> Iterable[Sequence[bytes]]:
    return (keys[i : i + CHUNK] for i in range(0, len(keys), CHUNK))
