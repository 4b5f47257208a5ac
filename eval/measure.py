"""Measure the program as a user runs it: build a ledger from a set beside the repository, then score it.

    uv run python eval/measure.py [--save] [NAME ...]     prints the scores of the named sets, or of all

--save keeps them in measured.json, from which the README's table is made.

Each set is a row of SETS: its articles, its scorer, and whether the quality gate runs it each time.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
KEPT = Path(__file__).with_name("measured.json")
PAIRS = "quote-pairs-dev"


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """A scored set: what the ledger is built from, what the scorer gets, and what the gate does with it."""

    articles: str
    scorer: str
    gold: str
    quick: bool = True  # run by the gate each time


SETS: dict[str, Set] = (
    {
        name: Set(articles=f"stories/{name}/articles", scorer="score_story.py", gold=f"stories/{name}")
        for name in ("stockholm-2021", "quake-2019", "ferry-strike-2023")
    }
    | {
        # The shipped example: written by another hand than the rules, which were developed on the three above.
        "harrow-bend-2022": Set(
            articles=str(ROOT / "examples" / "harrow-bend-2022" / "articles"),
            scorer="score_story.py",
            gold=str(ROOT / "examples" / "harrow-bend-2022"),
        ),
        "wikiwars-train": Set(
            articles="data/wikiwars-train/articles", scorer="score_times.py", gold="data/wikiwars-train"
        ),
        "polnear-dev": Set(
            articles="data/polnear-dev/articles.jsonl.gz",
            scorer="score_quotations.py",
            gold="data/polnear-dev",
        ),
        "events-plover": Set(
            articles="data/events-plover/articles.jsonl.gz",
            scorer="score_events.py",
            gold="data/events-plover",
        ),
        "reuse": Set(
            articles="data/reuse/articles.jsonl.gz", scorer="score_reuse.py", gold="data/reuse", quick=False
        ),
        "stories-fnc": Set(
            articles="data/stories-fnc/articles.jsonl.gz",
            scorer="score_stories.py",
            gold="data/stories-fnc",
            quick=False,
        ),
    }
    | {
        f"timeline17-{topic}": Set(
            articles=f"data/timeline17-dev/{topic}/articles.jsonl.gz",
            scorer="score_timeline.py",
            gold=f"data/timeline17-dev/{topic}",
            quick=False,
        )
        for topic in ("bpoil", "egypt", "h1n1", "haiti")
    }
)


def measure(name: str) -> dict[str, float]:
    """Build and score one set; gives its numeric scores. Raises ``CalledProcessError`` where a step fails."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = build(name, Path(folder) / f"{name}.duckdb")
        return scores(SETS[name].scorer, str(ledger), str(SHARED / SETS[name].gold))


def build(name: str, ledger: Path) -> Path:
    """The ledger of one set, by the command line. Raises ``CalledProcessError`` where that fails."""
    articles = str(SHARED / SETS[name].articles)
    command = [sys.executable, "-m", "newsledger.cli", "build", articles, "--out", str(ledger)]
    subprocess.run(command, check=True, capture_output=True)
    return ledger


def scores(scorer: str, *arguments: str) -> dict[str, float]:
    """Run one of the shared scorers; a measure that raised inside it counts 0."""
    command = [sys.executable, str(SHARED / "score" / scorer), *arguments, "--json"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return flatten(json.loads(done.stdout))


def flatten(values: dict[str, object], prefix: str = "") -> dict[str, float]:
    """Nested scores as dotted names."""
    flat: dict[str, float] = {}
    for key, value in values.items():
        if isinstance(value, dict):
            flat |= flatten(value, f"{prefix}{key}.")
        elif isinstance(value, (int, float)):
            flat[prefix + key] = float(value)
        elif key.endswith(".error"):
            flat[prefix + key] = 0.0
    return flat


def measure_pairs() -> dict[str, float]:
    """The scores of the comparison of two wordings, which needs no ledger."""
    return scores("score_quote_pairs.py", str(SHARED / "data" / "quote-pairs-dev.jsonl"))


def measured(name: str) -> dict[str, float]:
    """The scores of one set, each under ``set/measure``."""
    found = measure_pairs() if name == PAIRS else measure(name)
    return {f"{name}/{key}": value for key, value in found.items()}


def main() -> None:
    """Print what was asked for."""
    names = [name for name in sys.argv[1:] if name != "--save"] or [*SETS, PAIRS]
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    for name in names:
        found = measured(name)
        kept |= {key: round(value, 4) for key, value in found.items()}
        for key, value in found.items():
            print(f"{key:60} {value:.3f}")
    if "--save" in sys.argv:
        KEPT.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
