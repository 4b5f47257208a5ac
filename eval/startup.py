"""Five articles from start to report, against importing spaCy, loading the model and parsing the same text.

    uv run python eval/startup.py [FOLDER]

CPU seconds of whole processes, the two taken in turn, the least of five of each; a ratio, since timings are noisy.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from newsledger.annotate.parse import model_name

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "stories" / "stockholm-2021" / "articles"
ROUNDS = 5
PARSE = """
import sys, pathlib, spacy
nlp = spacy.load(sys.argv[1])
list(nlp.pipe([p.read_text() for p in sorted(pathlib.Path(sys.argv[2]).iterdir())]))
"""


def cpu(command: list[str]) -> float:
    """User and system seconds of a process and its children."""
    before = os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def main() -> None:
    """Print both and their ratio."""
    folder = sys.argv[1] if len(sys.argv) > 1 else str(SHARED)
    parse, ours = [], []
    with tempfile.TemporaryDirectory() as out:
        for number in range(ROUNDS):
            parse.append(cpu([sys.executable, "-c", PARSE, model_name(), folder]))
            target = str(Path(out) / str(number))
            ours.append(cpu([sys.executable, "-m", "newsledger.cli", "report", folder, "--out", target]))
    print(f"parse alone {min(parse):.2f} s, report {min(ours):.2f} s, ratio {min(ours) / min(parse):.2f}")


if __name__ == "__main__":
    main()
