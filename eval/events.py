"""Where the event coder errs: the sentences of a coded set, with what was wanted and what was found.

usage: python eval/events.py DATA_DIR [--show type|status|none] [--limit N]
       python eval/events.py --sentences FILE.jsonl [--show type] [--limit N]

DATA_DIR holds articles.jsonl.gz (id, text) and gold.json as the scorer of PLOVER events wants them. Types and
statuses are compared here without a ledger; participants need the whole pipeline, for which eval/measure.py is
there. Gives counts of types missed and surplus, and with --show the sentences behind them. What is right of FILE.jsonl
see in event_sentences.py.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from event_sentences import report

from newsledger.annotate.annotation import FoundEvent
from newsledger.annotate.events import find_events
from newsledger.annotate.parse import parse
from newsledger.annotate.times import find_times
from newsledger.records import Article

Gold = list[dict[str, object]]


def coded(folder: Path) -> Iterator[tuple[str, Gold, tuple[FoundEvent, ...]]]:
    """Each sentence with the events wanted and found."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    with gzip.open(folder / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    articles = [Article(article_id=r["id"], source=r["id"], text=r["text"]) for r in rows]
    for parsed in parse((a, ()) for a in articles):
        wanted = gold.get(parsed.article.article_id)
        if wanted is not None:
            yield parsed.article.text, wanted, find_events(parsed, find_times(parsed), ())


def types(event: dict[str, object]) -> set[str]:
    """The types that count as right."""
    also = event.get("also") or []
    return {str(event["type"]), *(str(t) for t in also)}  # type: ignore[attr-defined]


def faults(wanted: Gold, found: tuple[FoundEvent, ...]) -> tuple[list[str], list[str], list[str]]:
    """Types missed, types surplus, and statuses that are wrong where the type is right."""
    left = list(found)
    missed, wrong = [], []
    for event in wanted:
        hit = next((f for f in left if f.type in types(event)), None)
        if hit is None:
            missed += [] if event.get("optional") else [str(event["type"])]
            continue
        left.remove(hit)
        if event.get("status") not in (None, hit.status):
            wrong.append(f"{event['status']} taken for {hit.status}")
    return missed, [f.type for f in left], wrong


def main() -> None:
    """Print the counts, and the sentences asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--sentences", type=Path)
    parser.add_argument("--show", choices=("type", "status", "none"), default="none")
    parser.add_argument("--limit", type=int, default=40)
    options = parser.parse_args()
    if options.sentences:
        report(options.sentences, options.show != "none", options.limit)
    if options.folder:
        compare(options)


def compare(options: argparse.Namespace) -> None:
    """Print what was missed and surplus in a coded set, and the sentences asked for."""
    missed: Counter[str] = Counter()
    surplus: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    shown = 0
    for text, wanted, found in coded(options.folder):
        less, more, other = faults(wanted, found)
        missed.update(less)
        surplus.update(more)
        wrong.update(other)
        asked = {"type": less or more, "status": other, "none": []}[options.show]
        if asked and shown < options.limit:
            shown += 1
            print(f"{text}\n  missed {less}  surplus {more}  status {other}")
    for name, counts in (("missed", missed), ("surplus", surplus), ("status", wrong)):
        print(f"{name:8} {counts.total():4}  " + "  ".join(f"{k} {n}" for k, n in counts.most_common()))


if __name__ == "__main__":
    main()
