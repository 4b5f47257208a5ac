"""A ledger that grew equals one built at once, and the cache changes nothing but the time."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from newsledger import api
from newsledger.api import DEFAULTS, Options
from newsledger.engine import annotating
from newsledger.store import Tables

HISTORY = ("runs", "arrivals")  # how the ledger came to be: the one thing that may differ

TEXTS = {
    "one": ("2031-05-06", "VELL, May 6 (Norda News) — Nine boats sank off Vell on Tuesday, the harbour office said. "
            '"The storm came early," said Ada Quill, the harbour master. She put the dead at four.'),
    "two": ("2031-05-07", 'Harbour master Ada Quill said on Wednesday that six people had died. "We warned them," she '
            "said. The fishermen's union denied that any warning had reached its members."),
    "three": ("2030-05-07", "The storm that sank nine boats off Vell on Tuesday was the worst since 1999. Ada Quill "
              'will report to parliament on Friday. "The storm came early," Quill said.'),
}  # fmt: skip


@pytest.fixture
def pile(tmp_path: Path) -> list[Path]:
    paths = []
    for name, (day, text) in TEXTS.items():
        path = tmp_path / f"{name}.json"
        path.write_text(json.dumps({"title": f"Story {name}", "date": day, "text": text}))
        paths.append(path)
    return paths


def results(tables: Tables) -> dict[str, tuple[object, ...]]:
    return {name: rows for name, rows in tables.items() if name not in HISTORY}


def test_the_order_of_the_files_changes_nothing(pile: list[Path]) -> None:
    assert results(api.tables_of(pile)) == results(api.tables_of(pile[::-1]))


def test_adding_one_by_one_equals_building_at_once(pile: list[Path], tmp_path: Path) -> None:
    grown = tmp_path / "grown.duckdb"
    api.build(pile[:1], grown).close()
    api.add(grown, pile[1:2]).close()
    with api.add(grown, [pile[2], pile[0]]) as ledger, api.build(pile) as whole:
        assert results(ledger.tables) == results(whole.tables)
        assert len(ledger.tables["runs"]) == 3


def test_adding_a_known_article_changes_nothing(pile: list[Path], tmp_path: Path) -> None:
    ledger = tmp_path / "s.duckdb"
    with api.build(pile, ledger) as first, api.add(ledger, pile) as second:
        assert results(first.tables) == results(second.tables)


def test_several_processes_give_the_rows_of_one(pile: list[Path]) -> None:
    assert results(api.tables_of(pile, Options(workers=2))) == results(api.tables_of(pile, DEFAULTS))


def test_the_cache_gives_the_same_rows_and_survives_damage(pile: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "s.duckdb"
    cold = results(api.tables_of(pile, out=out))
    warm = results(api.tables_of(pile, out=out))
    api.cache_path(out).write_bytes(b"this is no database" * 100)
    damaged = results(api.tables_of(pile, out=out))
    assert cold == warm == damaged


def test_changes_since_a_run_tell_what_came(pile: list[Path], tmp_path: Path) -> None:
    ledger = tmp_path / "s.duckdb"
    with api.build(pile[:1], ledger) as first:
        run = first.tables["runs"][-1].run_id
    api.add(ledger, pile[1:]).close()
    found = api.changes(ledger, run)
    assert {c.row_id for c in found if c.kind == "article"} == {
        a.article_id for a in api.Ledger.open(ledger).tables["articles"] if "one" not in a.source
    }
    assert any(c.kind == "claim" for c in found)


def test_ten_parts_in_any_order_equal_one_build_whatever_the_cache_holds(tmp_path: Path) -> None:
    paths = []
    for number in range(20):
        day, text = list(TEXTS.values())[number % 3]
        extra = (
            f"Observer {chr(65 + number)}ellen counted {number + 11} wrecks at pier {number}. It was calm."
        )
        paths.append(tmp_path / f"{number}.json")
        paths[-1].write_text(
            json.dumps({"title": f"Report {number}", "date": day, "text": f"{text} {extra}"})
        )
    shuffled = random.Random(5).sample(paths, len(paths))
    grown, shared = tmp_path / "grown.duckdb", tmp_path / "shared.duckdb"
    api.build(shuffled[:2], grown).close()
    for at in range(2, len(shuffled), 2):
        api.add(grown, shuffled[at : at + 2]).close()
    cold = results(api.tables_of(paths))
    api.tables_of(paths[5:9], out=shared)
    with api.Ledger.open(grown) as ledger:
        assert results(ledger.tables) == cold
    assert results(api.tables_of(paths, out=shared)) == cold  # a cache that holds a part


def test_changes_annotate_nothing_that_was_seen(
    pile: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = tmp_path / "s.duckdb"
    with api.build(pile[:1], ledger) as first:
        run = first.tables["runs"][-1].run_id
    api.add(ledger, pile[1:]).close()
    asked: list[str] = []
    monkeypatch.setattr(annotating, "annotate", lambda parsed: asked.append(parsed.article.source))
    assert api.changes(ledger, run)
    assert not asked
