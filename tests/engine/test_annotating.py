"""Annotation in several processes: a worker that is killed loses nothing and doubles nothing."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from pathlib import Path

import pytest

from newsledger.engine import annotating
from newsledger.engine.annotating import annotate_all
from newsledger.engine.cache import Cache, open_cache
from newsledger.engine.progress import silent
from newsledger.records import Article

JOBS = [
    (
        Article(
            article_id=f"a_{n}", source=f"{n}.txt", text=f"Mayor Ola Renn said on Monday that {n} boats sank."
        ),
        (),
    )
    for n in range(12, 17)
]


def kill_one_worker(killed: list[int]) -> None:
    """Wait for a worker to start, let it begin, and kill it."""
    for _ in range(600):
        children = multiprocessing.active_children()
        if children and children[0].pid is not None:
            time.sleep(0.3)
            os.kill(children[0].pid, signal.SIGKILL)
            killed.append(children[0].pid)
            return
        time.sleep(0.01)


def test_a_killed_workers_batch_is_done_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(annotating, "BATCH", 2)
    killed: list[int] = []
    killer = threading.Thread(target=kill_one_worker, args=(killed,))
    killer.start()
    done: list[int] = []
    with open_cache(tmp_path / "cache") as cache:
        found = annotate_all(JOBS, 2, lambda stage, at, total: done.append(at), cache)
        killer.join()
        again = annotate_all(JOBS, 1, silent, cache)
    assert killed
    assert found == annotate_all(JOBS, 1, silent, Cache(None)) == again
    assert done == [1, 2, 3, 4, 5]


def test_a_pool_that_breaks_every_time_leaves_the_work_to_this_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(annotating, "_run_pool", lambda batches, workers: iter(()))
    assert annotate_all(JOBS, 2, silent, Cache(None)) == annotate_all(JOBS, 1, silent, Cache(None))
