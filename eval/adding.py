"""What it costs to add articles to a ledger, stage by stage, as a share of the build of everything.

    uv run python eval/adding.py [SIZE] [--more 100] [--full] [--folder FOLDER]

SIZE articles (1,000 by default) of growth_pile.py are built into a ledger; then ``--more`` others are added. They
have some 110 words; with ``--full`` they are the Timeline17 articles at some 450 words, of which there are 2,431.
Printed are the CPU seconds of every stage of both, with reading the old ledger back and writing the new one, in
one process. Then everything is built at once from the annotations that are there, and the two ledgers are compared
row for row. A folder that is kept holds ledger and annotations; a second run there finds them and measures no build.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from growth_pile import full_length, write

from newsledger import api, store
from newsledger.annotate import parse as parsing
from newsledger.api import Options

HISTORY = ("runs", "arrivals")
FULL = 3_000  # characters of an article, some 450 words
Seconds = dict[str, float]


class Clock:
    """CPU seconds by what was going on; a ``Progress`` that an engine reports to."""

    def __init__(self) -> None:
        self.spent: Seconds = {}
        self._doing, self._since = "start", time.process_time()

    def __call__(self, stage: str, done: int = 0, total: int = 0) -> None:
        now = time.process_time()
        self.spent[self._doing] = self.spent.get(self._doing, 0.0) + now - self._since
        self._doing, self._since = stage, now


def measured(make: Callable[[Options], store.Tables], ledger: Path) -> tuple[Seconds, store.Tables]:
    """Make tables and write them; CPU seconds by stage."""
    parsing._memory().clear()
    clock = Clock()
    tables = make(Options(workers=1, progress=clock))
    clock("write")
    store.write(tables, ledger)
    clock("end")
    return clock.spent, tables


def whole_articles(folder: Path, first: int, last: int, name: str) -> Path:
    """Articles of full length, from one number up to another, as a JSON Lines file."""
    path = folder / name
    rows = islice(full_length(FULL), first, last)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def main() -> int:
    """Build, add, compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("size", type=int, nargs="?", default=1_000)
    parser.add_argument("--more", type=int, default=100)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = options.folder or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        ledger = folder / "pile.duckdb"
        pile = whole_articles if options.full else write
        old = pile(folder, 0, options.size, "old.jsonl")
        new = pile(folder, options.size, options.size + options.more, "new.jsonl")
        parsing.load_model()
        built, _ = measured(lambda o: api.tables_of([old], o, ledger), ledger)
        added, grown = measured(lambda o: api.grown_tables(ledger, [new], o), ledger)
        whole = api.tables_of([old, new], Options(workers=1), ledger)
    for stage in built | added:
        print(f"{stage:20}{built.get(stage, 0.0):10.2f}{added.get(stage, 0.0):10.2f}")
    all_built, all_added = sum(built.values()), sum(added.values())
    print(f"{'all':20}{all_built:10.2f}{all_added:10.2f}   share {all_added / all_built:.3f}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    different = [t for t in whole if t not in HISTORY and whole[t] != grown[t]]
    print("different from a build at once:", ", ".join(different) or "nothing")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
