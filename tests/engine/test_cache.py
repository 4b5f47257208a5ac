"""The cache beside a ledger: what it keeps, and how it makes room."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsledger.annotate.annotation import Annotation
from newsledger.engine import cache as module
from newsledger.engine.cache import open_cache


def notes(*numbers: int) -> dict[bytes, Annotation]:
    return {bytes([n]) * 32: Annotation(article_id=f"a_{n}" + "x" * 400) for n in numbers}


def test_what_was_put_comes_back(tmp_path: Path) -> None:
    with open_cache(tmp_path / "c") as cache:
        cache.put(notes(1, 2))
    with open_cache(tmp_path / "c") as cache:
        assert cache.get([*notes(1, 3)]) == notes(1)


def test_the_oldest_make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 2_000)
    with open_cache(tmp_path / "c") as cache:
        for n in range(8):
            cache.put(notes(n))
        kept = cache.get([*notes(*range(8))])
    assert set(kept) == set(notes(*range(8 - len(kept), 8)))
    assert 1 <= len(kept) <= 4


def test_a_damaged_file_is_an_empty_cache(tmp_path: Path) -> None:
    (tmp_path / "c").write_bytes(b"no database" * 100)
    with open_cache(tmp_path / "c") as cache:
        assert cache.get([*notes(1)]) == {}
        cache.put(notes(1))
        assert cache.get([*notes(1)]) == notes(1)
