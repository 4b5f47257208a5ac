"""Parts of a pile: what a part gave is kept, and only what its rows bear on is done again."""

from __future__ import annotations

import inspect
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from newsledger import api
from newsledger.api import cache_path
from newsledger.engine import local
from newsledger.pipeline import STAGES, ByPart
from newsledger.store import Tables

FLOOD = (
    "The river Tarn burst its banks at Orm on Monday, and {} families left their homes, the mayor said. "
    '"The dyke at the old mill gave way," Mayor Lina Stroud told reporters. The fire brigade denied that it had '
    "come late. Engineers of the water board will inspect the dyke at Orm on {}."
)
VOTE = (
    "The parliament of Sedonia rejected the fishing quota on Tuesday by 61 votes to 38. Minister Oleg Harn met the "
    'boat owners in Kesh. "We will bring the quota back in June," Harn said. Boat owners blocked the port of Kesh.'
)
HISTORY = ("runs", "arrivals")


def article(folder: Path, name: str, day: str, text: str) -> Path:
    path = folder / f"{name}.json"
    path.write_text(json.dumps({"title": f"Report {name}", "date": day, "text": text}))
    return path


@pytest.fixture
def pile(tmp_path: Path) -> list[Path]:
    return [
        article(tmp_path, "flood", "2031-05-06", FLOOD.format("40", "Friday")),
        article(tmp_path, "vote", "2031-05-07", VOTE),
        article(tmp_path, "flood-2", "2031-05-07", FLOOD.format("60", "Saturday")),
    ]


@pytest.fixture
def articles_seen(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The articles that the stages of parts were given."""
    seen: list[str] = []

    def watched(stage: Callable[..., Any]) -> Callable[..., Any]:
        def watch(**tables: Any) -> Any:
            seen.extend(a.source.rpartition("/")[2] for a in tables["articles"])
            return stage(**tables)

        watch.__signature__ = inspect.signature(stage)  # type: ignore[attr-defined]
        return watch

    stages = tuple(
        ByPart(s.parts, tuple(watched(one) for one in s.stages)) if isinstance(s, ByPart) else s
        for s in STAGES
    )
    monkeypatch.setattr(local, "STAGES", stages)
    yield seen


def results(tables: Tables) -> dict[str, tuple[Any, ...]]:
    return {name: rows for name, rows in tables.items() if name not in HISTORY}


def test_only_what_an_article_touches_is_linked_again(
    pile: list[Path], tmp_path: Path, articles_seen: list[str]
) -> None:
    ledger = tmp_path / "s.duckdb"
    api.build(pile[:2], ledger).close()
    assert set(articles_seen) == {"flood.json", "vote.json"}
    articles_seen.clear()
    with api.add(ledger, pile[2]) as grown:
        assert set(articles_seen) == {"flood.json", "flood-2.json"}
        with api.build(pile) as whole:
            assert results(grown.tables) == results(whole.tables)


def test_nothing_is_done_again_for_a_pile_that_is_as_it_was(
    pile: list[Path], tmp_path: Path, articles_seen: list[str]
) -> None:
    ledger = tmp_path / "s.duckdb"
    api.build(pile, ledger).close()
    articles_seen.clear()
    api.add(ledger, pile).close()
    assert articles_seen == []


def test_a_look_at_an_earlier_state_keeps_the_parts_of_the_present_one(
    pile: list[Path], tmp_path: Path, articles_seen: list[str]
) -> None:
    ledger = tmp_path / "s.duckdb"
    api.build(pile, ledger).close()
    api.changes(ledger, "2031-05-06")
    articles_seen.clear()
    api.add(ledger, pile).close()
    assert articles_seen == []


def test_parts_of_earlier_states_go(pile: list[Path], tmp_path: Path) -> None:
    ledger = tmp_path / "s.duckdb"
    api.build(pile[:2], ledger).close()
    before = kept(ledger)
    api.add(ledger, pile[2]).close()
    assert len(kept(ledger)) <= len(before) + 1 and not before <= kept(ledger)


def test_damaged_parts_are_done_again(pile: list[Path], tmp_path: Path) -> None:
    ledger = tmp_path / "s.duckdb"
    api.build(pile, ledger).close()
    with closing(sqlite3.connect(cache_path(ledger))) as db, db:
        db.execute("UPDATE parts SET value = x'81a36b6579'")
    with api.add(ledger, pile) as again, api.build(pile) as whole:
        assert results(again.tables) == results(whole.tables)


def kept(ledger: Path) -> set[bytes]:
    with closing(sqlite3.connect(cache_path(ledger))) as db:
        return {key for (key,) in db.execute("SELECT key FROM parts")}
