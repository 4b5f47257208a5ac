"""How the program grows: seconds and memory of every stage on piles of several sizes, MinHash beside it.

    uv run --with datasketch --with rensa python eval/growth.py [--shares] [--sizes 1000 10000 30000] [--folder FOLDER]

Measured are, for each size, CPU seconds of every stage in one process, peak memory, throughput, what ``add`` of a
hundred articles costs, and on the copies work CPU seconds and recall of datasketch and rensa, each from the texts to
pairs; the exponent fitted to each stage (the slope of log seconds over log size; 1 is linear); and with ``--shares``
what a pile half of which are copies costs as a share of one without, and the whole as a multiple of one spaCy pass
over the same texts in the same run.

The piles are made by growth_pile.py. A folder that is given keeps the annotations, so that a later run can go on with
the next size; the sizes go upwards. Figures are kept in growth.json, docs/growth.md and docs/growth.svg made from them.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from growth_page import MORE, SHARES, write_page
from growth_pile import KINDS, copied, copies, full_length, write
from peers import Pairs, datasketch_pairs, rensa_pairs

from newsledger import api, store
from newsledger.annotate import parse as parsing
from newsledger.api import Options

SIZES = (1_000, 10_000, 30_000)
KEPT = Path(__file__).with_name("growth.json")
CHARACTERS = 3_000  # of an article by which shares are measured: about 450 words, as the targets speak of
Seconds = dict[str, float]


def cpu_seconds() -> float:
    """What this process has used, with the workers that have ended."""
    used = os.times()
    return time.process_time() + used.children_user + used.children_system


def staged(paths: list[Path], out: Path | None, workers: int = 1) -> tuple[Seconds, store.Tables]:
    """Build; CPU seconds by stage, and the tables."""
    parsing._memory().clear()
    spent: Seconds = {}
    last = ["start", cpu_seconds()]

    def note(stage: str, done: int, total: int) -> None:
        now = cpu_seconds()
        key = str(last[0])
        spent[key] = spent.get(key, 0.0) + now - float(last[1])
        last[:] = [stage, now]

    tables = api.tables_of(paths, Options(workers=workers, progress=note), out)
    note("end", 0, 0)
    return {k: v for k, v in spent.items() if k not in ("start", "done")}, tables


def measure_size(size: int, folder: Path, workers: int) -> dict[str, Any]:
    """One size: stages, memory, the ledger written, a hundred articles added, and the peers."""
    pile = write(folder, 0, size, f"{size}.jsonl")
    parsing.load_model()
    spent, tables = staged([pile], folder / "pile.duckdb", workers)
    spent["write"] = timed(partial(store.write, tables, folder / "pile.duckdb"))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    names = {a.article_id: a.source.rsplit("#", 1)[-1] for a in tables["articles"]}
    found = {pair(names[d.article_a], names[d.article_b]) for d in tables["derivations"] if d.kind != "link"}
    texts = {names[a.article_id]: a.text for a in tables["articles"]}
    del tables
    peers = {
        "newsledger": {
            "seconds": spent["find_derivations"],
            "pairs": len(found),
            "recall": recall(found, size),
        }
    }
    for name, find in (("datasketch", datasketch_pairs), ("rensa", rensa_pairs)):
        peers[name] = peer(find, texts, size)
    more = write(folder, size, size + MORE, "more.jsonl")
    added = timed(lambda: api.add(folder / "pile.duckdb", [more], options=Options(workers=1)).close())
    words = sum(len(text.split()) for text in texts.values())
    return {
        "articles": size,
        "seconds": spent,
        "memory": memory,
        "words": words,
        "peers": peers,
        "add": added,
    }


def pair(a: str, b: str) -> tuple[str, str]:
    """Two names in order."""
    return min(a, b), max(a, b)


def timed(call: Callable[[], Any]) -> float:
    """CPU seconds of a call."""
    began = cpu_seconds()
    call()
    return cpu_seconds() - began


def peer(find: Callable[[dict[str, str]], Pairs], texts: dict[str, str], size: int) -> dict[str, Any]:
    """A peer's CPU seconds, pairs and recall; nothing where it is not installed."""
    began = time.process_time()
    try:
        found = find(texts)
    except ImportError:
        return {}
    spent = time.process_time() - began
    return {"seconds": spent, "pairs": len(found), "recall": recall(found, size)}


def recall(found: Pairs, size: int) -> dict[str, float]:
    """The share of the made copies that was found, by kind."""
    return {kind: len(pairs & found) / max(1, len(pairs)) for kind, pairs in copies(size).items()}


def measure_shares(folder: Path) -> dict[str, float]:
    """The whole in spaCy passes; a pile half of which are copies as a share of one of as many distinct articles."""
    rows = [row for row, _ in zip(full_length(CHARACTERS), range(SHARES), strict=False)]
    half = rows[: SHARES // 2]
    again = [
        {**row, "id": f"copy-{n}", "text": copied(row["text"], KINDS[n % 2], n)} for n, row in enumerate(half)
    ]
    nlp = parsing.load_model()
    alone = timed(lambda: [None for _ in nlp.pipe((row["text"] for row in rows), batch_size=16)])
    distinct, _ = staged([written(folder, rows)], None)
    half_copies, _ = staged([written(folder, half + again)], None)
    whole = sum(distinct.values())
    return {
        "passes": whole / alone,
        "half_copies": sum(half_copies.values()) / whole,
        **{f"passes_{name}": spent / alone for name, spent in distinct.items()},
    }


def written(folder: Path, rows: list[dict[str, str]]) -> Path:
    """A JSON Lines file of rows."""
    path = folder / "shares.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def run(arguments: list[str]) -> dict[str, Any]:
    """This script in a process of its own, so that memory and caches of one size bear on no other."""
    done = subprocess.run([sys.executable, __file__, *arguments], check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def main() -> None:
    """Run the sizes and keep what was found after each."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--workers", type=int, default=1, help="processes for the annotation")
    parser.add_argument("--only", help=argparse.SUPPRESS)  # one size, or "shares", in this process
    parser.add_argument("--shares", action="store_true", help="the shares, too")
    options = parser.parse_args()
    if options.only:
        found = (
            measure_shares(options.folder)
            if options.only == "shares"
            else measure_size(int(options.only), options.folder, options.workers)
        )
        print(json.dumps(found))
        return
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    with tempfile.TemporaryDirectory() as name:
        folder = options.folder or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        for what in [*(["shares"] if options.shares else []), *map(str, options.sizes)]:
            kept[what] = run(["--only", what, "--folder", str(folder), "--workers", str(options.workers)])
            KEPT.write_text(json.dumps(rounded(kept), indent=1, sort_keys=True) + "\n", encoding="utf-8")
            print(f"{what}: {json.dumps(rounded(kept[what]))}", flush=True)
    write_page(kept)


def rounded(value: Any) -> Any:
    """Figures to four places."""
    if isinstance(value, dict):
        return {k: rounded(v) for k, v in value.items()}
    return round(value, 4) if isinstance(value, float) else value


if __name__ == "__main__":
    main()
