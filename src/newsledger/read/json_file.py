"""JSON and JSON Lines: one record, a list, an object around a list, or a record a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from newsledger.read.clean import BREAK
from newsledger.read.decode import decode
from newsledger.read.draft import Draft, Outcome, Refusal
from newsledger.read.json_record import NO_ARTICLE, plain_name, read_record
from newsledger.read.tables import table

REMEDY = "Correct the JSON; the other records are not touched by it."
SHORT_ID = re.compile(r"[^\s/#\\]{1,128}")
SNIFF = 4096


def looks_json(data: bytes) -> bool:
    """Whether the content begins like JSON; text in square brackets does not."""
    head = decode(data[:SNIFF]).lstrip("\ufeff \t\r\n")
    return bool(re.match(r"\{\s*(?:[\"}]|$)|\[\s*(?:[\[{\"\]\d-]|$|true|false|null)", head))


def read_json(data: bytes, name: str) -> Iterator[Outcome]:
    """The articles of a JSON or JSON Lines file; bad lines are refused one by one."""
    yield from one_for_all(outcomes(decode(data)))


def one_for_all(found: Iterator[Outcome]) -> Iterator[Outcome]:
    """The outcomes; where no record of a file is an article, a single refusal of the file."""
    held: list[Refusal] = []
    for outcome in found:
        if isinstance(outcome, Refusal) and outcome.message.startswith(NO_ARTICLE):
            held.append(outcome)
            continue
        yield from held
        yield outcome
        yield from found
        return
    if len(held) > 1:
        message = f"{len(held)} records, none an article; the first is {held[0].message}"
        held = [replace(held[0], record=None, message=message)]
    yield from held


def outcomes(text: str) -> Iterator[Outcome]:
    """The outcome of each record."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield from read_lines(text, error)
        return
    records = records_of(document)
    if records is None:
        yield read_record(document, None)
        return
    taken: set[str] = set()
    for i, record in enumerate(records, 1):
        yield read_record(record, number_of(record, i, taken))


def records_of(document: Any) -> list[Any] | None:
    """The list of records in a document, None where it is one record itself."""
    if isinstance(document, list):
        return document
    if not isinstance(document, dict) or isinstance(read_record(document, None), Draft):
        return None
    keys = table("keys.toml")
    named = {plain_name(key): value for key, value in document.items()}
    for key in keys["containers"]:
        held = named.get(key)
        if isinstance(held, list) and held and all(isinstance(r, dict) for r in held):
            return held
    for key in keys["envelopes"]:
        if isinstance(named.get(key), dict):
            held = records_of(named[key])
            if held is not None:
                return held
    return None


def read_lines(text: str, error: Exception) -> Iterator[Outcome]:
    """A record a line. Where no line is an object the file is one broken document."""
    rows = [(i, row) for i, row in enumerate(BREAK.sub("\n", text).split("\n"), 1) if row.strip()]
    if len(rows) < 2 or not any(row.lstrip().startswith("{") and is_object(row) for _, row in rows):
        yield broken(error)
        return
    taken: set[str] = set()
    for i, row in rows:
        try:
            record = json.loads(row)
        except (ValueError, RecursionError) as bad:
            yield Refusal(record=str(i), message=f"bad JSON on line {i}: {reason(bad)}", remedy=REMEDY)
            continue
        yield read_record(record, number_of(record, i, taken))


def is_object(row: str) -> bool:
    try:
        return isinstance(json.loads(row), dict)
    except (ValueError, RecursionError):
        return False


def broken(error: Exception) -> Refusal:
    line = f" on line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
    return Refusal(message=f"bad JSON{line}: {reason(error)}", remedy="Correct the JSON of the file.")


def reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "nested too deeply"
    return (
        f"{error.msg.removesuffix(' starting at')}, column {error.colno}"
        if isinstance(error, json.JSONDecodeError)
        else str(error)[:100]
    )


def number_of(record: Any, position: int, taken: set[str]) -> str:
    """What tells a record from the others of its file: its own short id, else its number (of the line)."""
    if isinstance(record, dict):
        named = {plain_name(key): value for key, value in record.items()}
        for key in table("keys.toml")["id"]:
            value = named.get(key)
            name = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
            if SHORT_ID.fullmatch(name) and name not in taken:
                taken.add(name)
                return name
    return str(position)
