"""Score the grouping into stories on stories-fnc: after the repair, and online as the articles came in.

    uv run python eval/stories.py [LEDGER]

Without LEDGER one is built. Both groupings are scored by the shared scorer. The set's articles carry no
date, so "online" takes them in the order of their ids.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import duckdb
from measure import SHARED, build, scores

from newsledger.api import Ledger
from newsledger.link.stories import find_stories

DATA = SHARED / "data" / "stories-fnc"


def score(tables: dict[str, tuple], repaired: bool) -> dict[str, float]:  # type: ignore[type-arg]
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


def main() -> None:
    """Repaired and online, one line each."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "stories.duckdb"
        if not ledger.exists():
            build("stories-fnc", ledger)
        with Ledger.open(ledger) as own:
            names = ("articles", "families", "entities", "mentions", "sentences")
            tables = {name: own.tables[name] for name in names}
        for repaired in (True, False):
            result = score(tables, repaired)
            print(
                f"{'repaired' if repaired else 'online':10}",
                *(f"{k} {v:.3f}" for k, v in result.items() if "b3" in k),
            )


if __name__ == "__main__":
    main()
