"""Score the grouping into stories on stories-fnc: after the repair, and online as the articles came in.

    uv run python eval/stories.py [LEDGER] [--orders 10]

Without LEDGER one is built. All groupings are scored by the shared scorer. The set's articles state no date, so
"online" takes them in the order of their ids, which means nothing; how much that order decides is shown by the mean
and the least of some others, drawn from their ids.
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
from measure import SHARED, build, scores

from newsledger.api import Ledger
from newsledger.link.stories import find_stories
from newsledger.records import make_id

DATA = SHARED / "data" / "stories-fnc"
Tables = dict[str, tuple[Any, ...]]


def score(tables: Tables, repaired: bool) -> dict[str, float]:
    """The scores of one way to group."""
    found = find_stories(**tables, repaired=repaired)["articles"]
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "stories.duckdb")
        with duckdb.connect(path) as db:
            db.execute("CREATE TABLE articles (article_id VARCHAR, source VARCHAR, story_id VARCHAR)")
            db.executemany(
                "INSERT INTO articles VALUES (?, ?, ?)", [(a.article_id, a.source, a.story_id) for a in found]
            )
        return scores("score_stories.py", path, str(DATA))


def reordered(tables: Tables, salt: int) -> Tables:
    """The same articles without dates, under ids that set another order."""
    renamed = {
        name: tuple(replace(row, article_id=make_id("a", salt, row.article_id)) for row in rows)
        for name, rows in tables.items()
    }
    return renamed | {"articles": tuple(replace(a, published=None) for a in renamed["articles"])}


def main() -> None:
    """Repaired and online, one line each; then online in other orders."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("ledger", type=Path, nargs="?")
    parser.add_argument("--orders", type=int, default=10)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = options.ledger or Path(folder) / "stories.duckdb"
        if not ledger.exists():
            build("stories-fnc", ledger)
        with Ledger.open(ledger) as own:
            tables = {name: own.tables[name] for name in ("articles", "sentences")}
    for name, repaired in (("repaired", True), ("online", False)):
        print(f"{name:10}", *(f"{k} {v:.3f}" for k, v in score(tables, repaired).items() if "b3" in k))
    if options.orders:
        found = [score(reordered(tables, salt), repaired=False)["b3.f1"] for salt in range(options.orders)]
        print(
            f"online, {len(found)} orders: b3.f1 mean {sum(found) / len(found):.3f}, least {min(found):.3f}"
        )


if __name__ == "__main__":
    main()
