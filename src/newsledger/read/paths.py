"""Paths to files: a file, a folder with all below it, or ``-`` for standard input."""

from __future__ import annotations

import fnmatch
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from newsledger.read.draft import Refusal
from newsledger.read.tables import lines

STDIN = "-"
Found = tuple[str, bytes | Refusal]  # the source, and its content or why there is none


def find_files(paths: Sequence[str | Path], stdin: BinaryIO | None = None) -> Iterator[Found]:
    """Each file with its content, folders in the order of their names. Never raises."""
    for path in paths:
        if str(path) == STDIN:
            yield STDIN, (stdin or sys.stdin.buffer).read()
        elif os.path.isdir(path):  # noqa: PTH112 - a path may hold what Path refuses, such as NUL
            yield from walk(str(path))
        else:
            yield printable(str(path)), load(str(path))


def walk(folder: str) -> Iterator[Found]:
    """The files of a folder and below; hidden ones and those of a collection are skipped aloud."""
    errors: list[OSError] = []
    for root, folders, files in os.walk(folder, onerror=errors.append):
        hidden = sorted(name for name in folders if name.startswith("."))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in hidden:
            yield printable(str(Path(root) / name)), skip("a hidden folder")
        for name in sorted(files):
            path = str(Path(root) / name)
            yield printable(path), skip_by_name(name) or load_regular(path)
    for error in errors:
        yield printable(str(error.filename)), unreadable(error)


def skip_by_name(name: str) -> Refusal | None:
    """A refusal for a hidden file, or one that goes with a collection."""
    if name.startswith("."):
        return skip("a hidden file")
    if any(fnmatch.fnmatchcase(name.lower(), pattern) for pattern in lines("skipped.txt")):
        return skip("by its name a file that goes with a collection, no article")
    return None


def skip(why: str) -> Refusal:
    return Refusal(message=why, remedy="Name the file itself to have it read.", severity="skipped")


def load_regular(path: str) -> bytes | Refusal:
    """The content of a file met in a folder; a pipe or a device there would block."""
    if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113
        return skip("a device, a pipe or a socket, no file")
    return load(path)


def load(path: str) -> bytes | Refusal:
    """The content of a file, or why it cannot be had."""
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        return Refusal(message="there is no such file or folder", remedy="Check the path.")
    except (OSError, ValueError, MemoryError) as error:
        return unreadable(error)


def unreadable(error: BaseException) -> Refusal:
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return Refusal(message=f"it cannot be read: {reason}", remedy="Check the file's permissions.")


def printable(path: str) -> str:
    """A path as text with forward slashes; bytes that are no text become U+FFFD."""
    text = Path(path).as_posix() if "\0" not in path else path
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
