"""How the program grows: seconds and memory of every stage on piles of several sizes, what ``add`` and copies cost.

    uv run python eval/growth.py [SIZE ...]     sizes: 250 500 1000 by default

The piles are made from the Timeline17 dev topics (distinct articles) in a folder of their own, never shipped. Printed
are CPU seconds for each stage at each size, the exponent fitted to them (1.0 is linear), the peak memory, the cost of
adding a hundredth as a share of the build, of a pile half of which are copies as a share of one without, and of the
whole as a multiple of one spaCy pass over the same text in the same run.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from newsledger import api, store
from newsledger.annotate import parse as parsing
from newsledger.api import Options

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "timeline17-dev"
LONGEST = 3_000  # characters of an article: about 450 words, the length the targets speak of

Seconds = dict[str, float]


def records() -> Iterator[dict[str, str]]:
    """Articles of all topics in turn, cut to a common length."""
    piles = []
    for path in sorted(SHARED.glob("*/articles.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            piles.append([json.loads(line) for line in lines])
    for number in range(max(map(len, piles))):
        for pile in piles:
            if number < len(pile):
                text = pile[number]["text"][:LONGEST].rsplit("\n", 1)[0]
                yield {**pile[number], "text": text}


def write_pile(path: Path, rows: list[dict[str, str]]) -> Path:
    """A JSON Lines file."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def staged(paths: list[Path], out: Path | None) -> tuple[Seconds, store.Tables]:
    """Build in this process; CPU seconds by stage."""
    parsing._memory().clear()
    spent: Seconds = {}
    last = ["start", time.process_time()]

    def note(stage: str, done: int, total: int) -> None:
        now = time.process_time()
        key = str(last[0])
        spent[key] = spent.get(key, 0.0) + now - float(last[1])
        last[:] = [stage, now]

    tables = api.tables_of(paths, Options(workers=1, progress=note), out)
    note("end", 0, 0)
    return {k: v for k, v in spent.items() if k not in ("start", "done")}, tables


def exponent(sizes: list[int], seconds: list[float]) -> float:
    """The slope of log seconds over log size, by least squares."""
    points = [(math.log(n), math.log(max(s, 1e-3))) for n, s in zip(sizes, seconds, strict=True)]
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)


def one_pass(rows: list[dict[str, str]]) -> float:
    """CPU seconds of spaCy alone over the same texts."""
    nlp = parsing.load_model()
    began = time.process_time()
    for _ in nlp.pipe((row["text"] for row in rows), batch_size=16):
        pass
    return time.process_time() - began


def grow(sizes: list[int], folder: Path) -> dict[int, Seconds]:
    """Each size, its stages printed."""
    rows = list(records())
    found: dict[int, Seconds] = {}
    for size in sizes:
        pile = write_pile(folder / f"{size}.jsonl", rows[:size])
        found[size], _ = staged([pile], None)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        whole, alone = sum(found[size].values()), one_pass(rows[:size])
        print(
            f"{size} articles: {whole:.1f} s, {whole / alone:.2f} spaCy passes, peak {memory:.0f} MB",
            flush=True,
        )
    for stage in found[sizes[-1]]:
        seconds = [found[n].get(stage, 0.0) for n in sizes]
        line = "".join(f"{s:9.2f}" for s in seconds)
        print(f"{stage:20}{line}   exponent {exponent(sizes, seconds):.2f}")
    return found


def adding(size: int, folder: Path) -> None:
    """What a hundredth more costs, as a share of the build."""
    rows = list(records())[:size]
    more = max(1, size // 100)
    ledger = folder / "grown.duckdb"
    parsing._memory().clear()
    began = time.process_time()
    api.build([write_pile(folder / "old.jsonl", rows[:-more])], ledger, workers=1).close()
    built = time.process_time() - began
    parsing._memory().clear()
    began = time.process_time()
    api.add(ledger, [write_pile(folder / "new.jsonl", rows[-more:])], options=Options(workers=1)).close()
    print(f"add of {more} to {size - more}: {(time.process_time() - began) / built:.3f} of the build")


def copying(size: int, folder: Path) -> None:
    """A pile half of which are copies, as a share of one without."""
    rows = list(records())[:size]
    half = rows[: size // 2]
    copies = [{**row, "id": f"copy-{row['id']}", "title": f"Copy of {row.get('title')}"} for row in half]
    distinct = sum(staged([write_pile(folder / "distinct.jsonl", rows)], None)[0].values())
    copied = sum(staged([write_pile(folder / "copied.jsonl", half + copies)], None)[0].values())
    print(f"half copies, of {size}: {copied / distinct:.2f} of the distinct pile")


def main() -> None:
    """Run everything."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", type=int, nargs="*", default=[250, 500, 1000])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        grow(options.sizes, Path(name))
        adding(options.sizes[-1], Path(name))
        copying(options.sizes[0], Path(name))


if __name__ == "__main__":
    main()
