"""Scores the event coder on sentences coded by hand; the command is ``eval/events.py --sentences``.

A file holds one sentence a line, coded as eval/plover_sentences/README.md describes. A sentence is right where every
event wanted was found with its type, both parties and its status, and none besides; a sentence without any event, where
none was found. A party is right where its head is one of the words wanted, or all the words wanted stand in it, or
its entity has a name that stands in them; a party that is null is not judged, and for what both sides do either may be
the actor.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from newsledger.annotate.annotation import Span
from newsledger.annotate.article import annotate
from newsledger.annotate.parse import parse
from newsledger.engine.local import apply, first_state
from newsledger.link.dates import date_articles
from newsledger.link.events.occurrences import Occurrence, occurrences
from newsledger.pipeline import STAGES, ByPart
from newsledger.read import ReadResult
from newsledger.records import Article, Settings

Gold = list[dict[str, Any]]
Names = dict[str, str]  # of entities
TABLES = ("articles", "annotations", "mentions", "times", "quotations", "entities")
EITHER_WAY = frozenset({"CONSULT", "AGREE", "COOPERATE"})
FIELDS = ("type", "actor", "recipient", "status")


def linked(path: Path) -> Iterator[tuple[str, Gold, list[Occurrence], Names]]:
    """Each sentence, read as published on its day, with the events wanted and found and the entities' names."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    articles = tuple(
        Article(
            article_id=row["id"],
            source=row["id"],
            text=row["text"],
            published=dt.date.fromisoformat(row["published"]),
        )
        for row in rows
    )
    outcomes = [(annotate(parsed), None) for parsed in parse((a, ()) for a in articles)]
    incoming = ReadResult(articles=articles, passages=(), links=(), date_evidence=(), issues=())
    state: dict[str, Any] = first_state(incoming, outcomes) | {"settings": Settings(), "judgements": ()}
    for stage in STAGES:
        if isinstance(stage, ByPart):
            break  # here events are linked
        if stage is not date_articles:  # the day is given
            apply(stage, state)
    names = {e.entity_id: e.name for e in state["entities"]}
    found: dict[str, list[Occurrence]] = {row["id"]: [] for row in rows}
    for one in occurrences(*(state[name] for name in TABLES)):
        found[one.article.article_id].append(one)
    for row in rows:
        yield row["text"], row["events"], found[row["id"]], names


def words(text: str) -> list[str]:
    """Lower case, without articles, possessives and plural endings."""
    bare = re.sub(r"['’]s?\b", "", text.lower())
    return [w.removesuffix("s") for w in re.findall(r"\w+", bare) if w not in ("the", "a", "an")]


def named(text: str, span: Span | None, head: int | None, wanted: str | None) -> bool:
    """Whether a party found is the one wanted."""
    if wanted is None:
        return True
    if span is None or head is None:
        return False
    asked = set(words(wanted))
    at = re.match(r"[\w.-]+", text[head : span.end])
    return bool(at and set(words(at[0])) & asked) or asked <= set(words(text[span.start : span.end]))


def is_party(one: Occurrence, side: int, wanted: str | None, names: Names) -> bool:
    """Whether actor (0) or recipient (1) is the one wanted, by its own words or by the name of its entity."""
    found = one.found
    span, head = ((found.actor, found.actor_head), (found.recipient, found.recipient_head))[side]
    who = names.get((one.actor, one.recipient)[side] or "")
    if wanted is not None and who is not None and set(words(who)) <= set(words(wanted)):
        return True
    return named(one.article.text, span, head, wanted)


def right_fields(event: dict[str, Any], one: Occurrence, names: Names) -> frozenset[str]:
    """Which of the four fields of an event are right."""
    asked = (event["actor"], event["recipient"])
    right = [is_party(one, side, asked[side], names) for side in (0, 1)]
    if {event["type"], *event.get("also", ())} & EITHER_WAY and not all(right):
        other = [is_party(one, 1 - side, asked[side], names) for side in (0, 1)]
        right = other if all(other) else right
    same = one.found.type in {event["type"], *event.get("also", ())}
    checks = zip(FIELDS, (same, *right, one.status == event["status"]), strict=True)
    return frozenset(name for name, good in checks if good)


def wrongs(wanted: Gold, found: Sequence[Occurrence], names: Names) -> list[str]:
    """What is wrong with a sentence, in words; nothing where it is right."""
    left = list(found)
    out = []
    for event in sorted(wanted, key=lambda e: bool(e.get("optional"))):
        typed = [one for one in left if "type" in right_fields(event, one, names)]
        best = max(typed, key=lambda one: len(right_fields(event, one, names)), default=None)
        if best is not None:
            left.remove(best)
        if not event.get("optional"):
            bad = set(FIELDS) - right_fields(event, best, names) if best else {"missed"}
            out += [f"{event['type']}: {name}" for name in sorted(bad)]
    return out + [f"surplus {one.found.type} {one.trigger!r}" for one in left]


def report(path: Path, show: bool, limit: int) -> None:
    """Print the share of sentences right, what was wrong how often, and with ``show`` the wrong sentences."""
    total, right, shown = 0, 0, 0
    kinds: Counter[str] = Counter()
    for text, wanted, found, names in linked(path):
        bad = wrongs(wanted, found, names)
        total += 1
        right += not bad
        kinds.update("surplus" if b.startswith("surplus") else b.rpartition(" ")[2] for b in bad)
        if bad and show and shown < limit:
            shown += 1
            print(f"{text}\n  {'; '.join(bad)}")
            for one in found:
                parties = [
                    text[s.start : s.end] if s else None for s in (one.found.actor, one.found.recipient)
                ]
                print(f"    {one.found.type} {one.status} {one.trigger!r} {parties}")
    print(
        f"right    {right}/{total} = {right / total:.3f}  "
        + "  ".join(f"{k} {n}" for k, n in kinds.most_common())
    )
