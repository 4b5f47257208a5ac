"""Kill a build and an add at many moments; the ledger must be the old one or the new one, whole.

    uv run python eval/killing.py [TIMES]

The moments are spread evenly over the time that an undisturbed run takes; where a run ends before its moment, that
time is taken to be shorter and the run is done again. After each kill the ledger is opened and every table counted;
after the last one the work is done again and must end well.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from newsledger import store

ROOT = Path(__file__).resolve().parents[1]
SHORTER = 0.9  # of the time that a run was thought to take
STORY = next(iter(sorted((ROOT / "examples").glob("*/articles"))))


def command(verb: str, ledger: Path, articles: list[Path]) -> list[str]:
    """The command line of one run."""
    files = [str(path) for path in articles]
    tail = [str(ledger), *files] if verb == "add" else [*files, "--out", str(ledger)]
    return [sys.executable, "-m", "newsledger.cli", verb, *tail]


def count(ledger: Path) -> int:
    """The articles of a ledger, every table having been read. Raises where it is damaged."""
    db = store.connect(ledger)
    try:
        return len(store.load(db)["articles"])
    finally:
        db.close()


def kill_after(arguments: list[str], seconds: float) -> bool:
    """Run, and kill -9 after so long; whether it was still running."""
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True
    return False


def trial(verb: str, folder: Path, times: int) -> int:
    """Kill one verb so many times; gives the number of damaged ledgers."""
    articles = sorted(STORY.iterdir())
    half = articles[: len(articles) // 2]
    first = folder / "first.duckdb"
    subprocess.run(command("build", first, half), check=True, capture_output=True)
    before = count(first)
    ledger = folder / "s.duckdb"
    shutil.copy(first, ledger)
    began = time.monotonic()
    subprocess.run(command(verb, ledger, articles), check=True, capture_output=True)
    whole, after = time.monotonic() - began, count(ledger)
    damaged = 0
    for number in range(times):
        shutil.copy(first, ledger)
        while not kill_after(command(verb, ledger, articles), whole * (number + 0.5) / times):
            whole *= SHORTER
            shutil.copy(first, ledger)
        try:
            damaged += count(ledger) not in (before, after)
        except Exception as error:
            print(f"{verb}, kill {number}: {error}")
            damaged += 1
    subprocess.run(command(verb, ledger, articles), check=True, capture_output=True)
    damaged += count(ledger) != after
    print(f"{verb}: killed {times} runs, {damaged} ledgers damaged", flush=True)
    return damaged


def main() -> int:
    """Both verbs."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    with tempfile.TemporaryDirectory() as folder:
        return 1 if sum(trial(verb, Path(folder), times) for verb in ("build", "add")) else 0


if __name__ == "__main__":
    sys.exit(main())
