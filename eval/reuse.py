"""Score copy detection on the reuse set, with MinHash beside it in the same run.

    uv run --with datasketch --with rensa python eval/reuse.py [LEDGER]

Without LEDGER one is built. Each peer (peers.py) sees the same articles and is scored by the same scorer. One
that is not installed is named and passed over. Times are CPU seconds from the articles' texts to the pairs, in
our case verified ones.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
from measure import SHARED, build, scores
from peers import Pairs, datasketch_pairs, rensa_pairs

DATA = SHARED / "data" / "reuse"
SHOWN = (
    "pairs.precision",
    "pairs.precision_but_templates",
    "pairs.recall",
    "recall.spun_cut",
    "kind.accuracy",
)
FAMILY = ("false.shared_quotes", "families.f1")


def score_pairs(ledger: Path, pairs: Pairs) -> dict[str, float]:
    """Score bare pairs by the shared scorer: each a duplicate, families their connected components."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "peer.duckdb")
        with duckdb.connect(path) as db:
            db.execute(f"ATTACH '{ledger}' AS own (READ_ONLY)")
            sources = dict(db.execute("SELECT article_id, source FROM own.articles").fetchall())
            group = {name: name for name in sources}
            for a, b in sorted(pairs):
                old, new = group[b], group[a]
                group = {k: new if v == old else v for k, v in group.items()} if old != new else group
            db.execute("CREATE TABLE articles (article_id VARCHAR, source VARCHAR, family_id VARCHAR)")
            db.executemany(
                "INSERT INTO articles VALUES (?, ?, ?)", [(a, s, group[a]) for a, s in sources.items()]
            )
            db.execute(
                "CREATE TABLE derivations (article_a VARCHAR, article_b VARCHAR, kind VARCHAR, likely_original VARCHAR)"
            )
            db.executemany("INSERT INTO derivations VALUES (?, ?, 'duplicate', NULL)", sorted(pairs))
        return scores("score_reuse.py", path, str(DATA))


def peer(name: str, find: Callable[[dict[str, str]], Pairs], ledger: Path, texts: dict[str, str]) -> None:
    """Run and print one peer."""
    start = time.process_time()
    try:
        pairs = find(texts)
    except ImportError:
        print(f"{name:12} not installed, passed over")
        return
    show(name, time.process_time() - start, score_pairs(ledger, pairs))


def own_seconds(ledger: Path) -> float:
    """CPU seconds of our own look-up and verification on the ledger's tables."""
    from newsledger.api import Ledger
    from newsledger.link.copies import find_derivations

    with Ledger.open(ledger) as own:
        tables = own.tables
        start = time.process_time()
        find_derivations(
            articles=tables["articles"],
            sentences=tables["sentences"],
            annotations=(),
            passages=tables["passages"],
            links=tables["links"],
        )
        return time.process_time() - start


def show(name: str, seconds: float, result: dict[str, float]) -> None:
    """One line of figures."""
    print(f"{name:12} {seconds:6.1f}s " + " ".join(f"{key} {result[key]:.3f}" for key in (*SHOWN, *FAMILY)))


def main() -> None:
    """Ours, then the peers."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "reuse.duckdb"
        if not ledger.exists():
            build("reuse", ledger)
        show("newsledger", own_seconds(ledger), scores("score_reuse.py", str(ledger), str(DATA)))
        with duckdb.connect(str(ledger), read_only=True) as db:
            texts = dict(db.execute("SELECT article_id, text FROM articles ORDER BY article_id").fetchall())
        peer("datasketch", datasketch_pairs, ledger, texts)
        peer("rensa", rensa_pairs, ledger, texts)


if __name__ == "__main__":
    main()
