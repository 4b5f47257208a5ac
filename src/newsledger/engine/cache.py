"""Annotations kept beside the ledger, so that an article that was seen is not annotated again.

A SQLite file, keyed by what determines an annotation: the article's text, its passages, the model and the
version of the program. It holds nothing that cannot be made again: a cache that is damaged, locked or lost
costs time, never a result. Values are MessagePack, typed on the way in, so a foreign file runs no code.
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
    """A mapping of keys to annotations on disk. Every failure of the file reads as an empty cache."""

    def __init__(self, db: sqlite3.Connection | None) -> None:
        self._db = db
        self._size: int | None = None  # bytes of the values; summed once, since a sum reads the whole file

    def get(self, keys: Sequence[bytes]) -> dict[bytes, Annotation]:
        """The annotations that are there, by key."""
        found: dict[bytes, Annotation] = {}
        if self._db is None:
            return found
        with suppress(sqlite3.Error):
            for chunk in _chunks(keys):
                marks = ",".join("?" * len(chunk))
                rows = self._db.execute(f"SELECT key, value FROM annotations WHERE key IN ({marks})", chunk)
                with paused():
                    for key, value in rows:
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

    def _shrink(self, db: sqlite3.Connection) -> int:
        """Let the oldest values go until the others fit; the bytes that are left."""
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
def open_cache(path: Path | None) -> Iterator[Cache]:
    """The cache at ``path``; an empty one that keeps nothing where there is no path or it cannot be opened."""
    db = None
    if path is not None:
        with suppress(sqlite3.Error, OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            db = _connect(path)
    try:
        yield Cache(db)
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
    db.execute("CREATE TABLE IF NOT EXISTS annotations (key BLOB PRIMARY KEY, value BLOB NOT NULL)")
    return db


def _chunks(keys: Sequence[bytes]) -> Iterable[Sequence[bytes]]:
    return (keys[i : i + CHUNK] for i in range(0, len(keys), CHUNK))
