"""Watching a folder: what arrives is taken once."""

from __future__ import annotations

import threading
from pathlib import Path

from newsledger.api import Ledger
from newsledger.watch import watch


def test_what_arrives_is_taken_once(tmp_path: Path) -> None:
    folder, ledger = tmp_path / "in", tmp_path / "s.duckdb"
    folder.mkdir()
    said: list[str] = []
    watch(folder, ledger, rounds=1, say=said.append)
    assert not ledger.exists()
    (folder / "one.txt").write_text("Nine boats sank off Vell on Tuesday, the harbour office said.")
    (folder / "empty.txt").write_text("")
    watch(folder, ledger, rounds=1, say=said.append)
    watch(folder, ledger, rounds=1, say=said.append)
    (folder / "two.txt").write_text("The harbour master said on Wednesday that four people had died.")
    watch(folder, ledger, rounds=1, say=said.append)
    with Ledger.open(ledger) as opened:
        assert len(opened.tables["articles"]) == 2
    assert len(said) == 2


def test_a_set_stop_ends_it(tmp_path: Path) -> None:
    stop = threading.Event()
    stop.set()
    watch(tmp_path, tmp_path / "s.duckdb", stop=stop)
    assert list(tmp_path.iterdir()) == []
