"""Tag a set of documents with TIMEX3 gold and score it, without building a whole ledger.

usage: python eval/times.py DATA_DIR [--no-parser] [--json]

DATA_DIR holds articles/ID.json and gold.json, as the scorer for the table ``times`` reads them. Measures
as in TempEval-3: relaxed and strict F1 of the spans, value F1 as relaxed F1 times the share of right values.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import time
from pathlib import Path
from typing import Any

from newsledger.annotate.times import tag_times

Span = tuple[int, int]


def trim(text: str, start: int, end: int) -> Span:
    """A span without white space and punctuation at its edges."""
    while start < end and not text[start].isalnum() and text[start] != "'":
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def f1(precision: float, recall: float) -> float:
    """The harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def measure(data: Path, *, use_parser: bool) -> dict[str, float]:
    """The scores over all documents."""
    gold: dict[str, list[dict[str, Any]]] = json.loads((data / "gold.json").read_text("utf-8"))["documents"]
    counts = dict.fromkeys(("gold", "rows", "found", "exact", "right", "right exact", "value", "words"), 0)
    started = time.process_time()
    for name, wanted in sorted(gold.items()):
        article = json.loads((data / "articles" / f"{name}.json").read_text("utf-8"))
        text = article["text"]
        tagged = tag_times(text, dt.date.fromisoformat(article["published"]), use_parser=use_parser)
        have = {trim(text, t.start, t.end): t.value for t in tagged}
        want = {trim(text, g["start"], g["end"]): g["value"] for g in wanted}
        counts["words"] += len(text.split())
        counts["gold"] += len(want)
        counts["rows"] += len(have)
        for span, value in want.items():
            over = [h for h in have if h[0] < span[1] and span[0] < h[1]]
            counts["found"] += bool(over)
            counts["exact"] += span in have
            counts["value"] += bool(over) and have[span if span in have else min(over)] == value
        for span in have:
            counts["right"] += any(w[0] < span[1] and span[0] < w[1] for w in want)
            counts["right exact"] += span in want
    relaxed = f1(counts["right"] / counts["rows"], counts["found"] / counts["gold"])
    return {
        "relaxed_f1": relaxed,
        "strict_f1": f1(counts["right exact"] / counts["rows"], counts["exact"] / counts["gold"]),
        "value_f1": relaxed * counts["value"] / counts["found"],
        "seconds_per_450_words": (time.process_time() - started) / counts["words"] * 450,
    }


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--no-parser", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    result = measure(options.data, use_parser=not options.no_parser)
    print(
        json.dumps(result, indent=1)
        if options.json
        else "\n".join(f"{k:24} {v:.4f}" for k, v in result.items())
    )


if __name__ == "__main__":
    main()
