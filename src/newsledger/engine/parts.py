"""Stages run part by part of a pile; a part in which nothing changed gives again what it gave.

Each part gets the rows of its own articles and no others, whether it is done now or was done before, so a ledger
that grew equals one built at once. What a part gave is kept beside the annotations, under a hash of all that its
stages read and of the program.
"""

from __future__ import annotations

import functools
import hashlib
import inspect
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from importlib import resources
from types import GenericAlias
from typing import Any

import msgspec

from newsledger.engine.cache import Cache
from newsledger.engine.progress import Progress
from newsledger.pipeline import ByPart, Stage
from newsledger.schema import TABLES

State = dict[str, Any]
Owners = Callable[[Any], Iterable[str]]

# The order of the rows of all parts together; rows that agree in these stay as their part gave them.
ORDER: Mapping[str, Callable[[Any], Any]] = {
    "claims": lambda c: c.claim_id,
    "claim_evidence": lambda e: e.claim_id,
    "disputes": lambda d: d.dispute_id,
    "dispute_sides": lambda s: s.dispute_id,
    "entities": lambda e: e.entity_id,
    "event_mentions": lambda m: m.article_id,
    "events": lambda e: (str(e.earliest), e.type, e.event_id),
    "figures": lambda f: f.article_id,
    "mentions": lambda m: (m.article_id, m.start, m.end, m.form, m.mention_id),
    "timeline": lambda t: str(t.story_id),
    "timeline_evidence": lambda e: e.entry_id,
}

# Rows without the words that tell of the whole pile, which every article may change: no stage of a part reads them.
PLAIN: Mapping[str, Callable[[Any], Any]] = {
    "articles": lambda a: replace(a, date_reason="", date_confidence=0.0, date_status="unknown"),
    "derivations": lambda d: replace(d, reason=""),
    "entities": lambda e: replace(e, reason="", wikidata_id=None),
}
ADDED_TO = frozenset(("entities", "mentions"))  # by the stages of a part: parties without a name

_encode = msgspec.msgpack.Encoder().encode
_blobs = msgspec.msgpack.Decoder(dict[str, msgspec.Raw])


def run_by_part(group: ByPart, state: State, cache: Cache, progress: Progress) -> None:
    """Run a group of stages on each part of the state, and put the rows of all parts together."""
    read = sorted({name for stage in group.stages for name in wanted_by(stage) if name in state})
    parts = split(state, read, {p.article_id: p.part for p in state[group.parts]})
    keys = {part: key_of(group, own) for part, own in parts.items()}
    known = {
        key: tables
        for key, value in cache.get_parts(list(keys.values())).items()
        for tables in decoded(value)
    }
    given = {part: known[key] for part, key in keys.items() if key in known}
    open_parts = {part: dict(own) for part, own in parts.items() if part not in given}
    for stage in group.stages:
        names = wanted_by(stage)
        for number, own in enumerate(open_parts.values()):
            progress(stage.__name__, number, len(open_parts))
            own.update(stage(**{name: own[name] for name in names if name in own}))
    written = {}
    for part, own in open_parts.items():
        given[part] = made(own, parts[part])
        written[keys[part]] = _encode(given[part])
    cache.put_parts(written, used=keys.values())
    join(state, [given[part] for part in sorted(parts)])


def made(own: State, before: State) -> State:
    """The tables that the stages of a part wrote; of those that they only add to, what they added."""
    tables = {name: rows for name, rows in own.items() if rows is not before.get(name)}
    for name in tables.keys() & ADDED_TO:
        there = set(map(id, before[name]))
        tables[name] = tuple(row for row in tables[name] if id(row) not in there)
    return tables


@functools.cache
def wanted_by(stage: Stage) -> tuple[str, ...]:
    """The tables that a stage reads: its parameters."""
    return tuple(inspect.signature(stage).parameters)


def split(state: State, names: Sequence[str], part_of: Mapping[str, str]) -> dict[str, State]:
    """The rows of each part, table by table, in their order; what is no table goes to every part."""
    parts: dict[str, State] = {part: {} for part in sorted(set(part_of.values()))}
    for name in names:
        rows = state[name]
        if not isinstance(rows, tuple):
            for own in parts.values():
                own[name] = rows
            continue
        owners = owners_of(name, state, part_of)
        held: dict[str, list[Any]] = defaultdict(list)
        for row in map(PLAIN[name], rows) if name in PLAIN else rows:
            for part in owners(row):
                held[part].append(row)
        for part, own in parts.items():
            own[name] = tuple(held.get(part, ()))
    return parts


def owners_of(name: str, state: State, part_of: Mapping[str, str]) -> Owners:
    """To which parts a row of a table belongs."""
    if name in ("derivations", "alignments", "revisions"):
        return lambda row: {part_of[row.article_a]} & {part_of[row.article_b]}
    if name == "quotation_variants":
        places = {q.quotation_id: part_of[q.article_id] for q in state["quotations"]}
        return lambda row: (places[row.quotation_a],)
    if name == "entities":
        told = parts_of_entities(state, part_of)
        return lambda row: sorted(told.get(row.entity_id, ()))
    return lambda row: (part_of[row.article_id],)


def parts_of_entities(state: State, part_of: Mapping[str, str]) -> dict[str, set[str]]:
    """The parts that mention an entity, or one that stands for it."""
    told: dict[str, set[str]] = defaultdict(set)
    for mention in state["mentions"]:
        told[mention.entity_id].add(part_of[mention.article_id])
    behind = {e.entity_id: e.speaks_for for e in state["entities"] if e.speaks_for}
    for entity_id, body in behind.items():
        seen = {entity_id}
        while body and body not in seen:
            told[body] |= told.get(entity_id, set())
            seen.add(body)
            body = behind.get(body)
    return told


def key_of(group: ByPart, own: State) -> bytes:
    """What determines the rows that a part gives: the program and all that its stages read."""
    digest = hashlib.sha256(program())
    digest.update(" ".join(stage.__name__ for stage in group.stages).encode())
    for name in sorted(own):
        digest.update(_encode((name, own[name])))
    return digest.digest()


@functools.cache
def program() -> bytes:
    """A hash of the package's code and data."""
    digest = hashlib.sha256()
    with resources.as_file(resources.files("newsledger")) as root:
        for folder in ("annotate", "link", "assess", "data"):
            for file in sorted(p for p in (root / folder).rglob("*") if p.is_file() and p.suffix != ".pyc"):
                digest.update(file.read_bytes())
        for name in ("records.py", "pipeline.py", "engine/parts.py"):
            digest.update((root / name).read_bytes())
    return digest.digest()


def decoded(value: bytes) -> Iterator[State]:
    """The tables that a part gave, from their bytes; nothing where these are damaged."""
    with suppress(msgspec.MsgspecError, KeyError):
        yield {name: _decoder(name).decode(rows) for name, rows in _blobs.decode(value).items()}


@functools.cache
def _decoder(name: str) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(GenericAlias(tuple, (TABLES[name], ...)))


def join(state: State, given: Sequence[State]) -> None:
    """Put what the parts gave into the state."""
    for name in sorted({name for tables in given for name in tables}):
        rows = [row for tables in given for row in tables.get(name, ())]
        if name in ADDED_TO:
            rows += state[name]
        state[name] = tuple(sorted(rows, key=ORDER[name]))
