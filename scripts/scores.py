"""Write the README's table of measured scores from eval/measured.json.

uv run python eval/measure.py --save && uv run python scripts/scores.py
"""

from __future__ import annotations

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BEGIN = "<!-- scores: written by scripts/scores.py -->"
END = "<!-- end of scores -->"

# (what a reader asks, set, measure, what a peer reaches on the same material where we know it)
ROWS = (
    (
        "Temporal expressions found (relaxed F1)",
        "wikiwars-train",
        "relaxed.f1",
        "HeidelTime .926, SUTime .934",
    ),
    ("Temporal expressions, value F1", "wikiwars-train", "value.f1", "HeidelTime .843, SUTime .505"),
    ("Quotations and reported speech, F", "polnear-dev", "quotations.f", "textacy .303"),
    ("Speakers of what was found", "polnear-dev", "quotations.speaker", ""),
    ("Two wordings compared, macro-F", "quote-pairs-dev", "pairs.macro_f", "a plain word diff .771"),
    ("Event type, F", "events-plover", "type.f1", "bag of words .43"),
    ("Event type with both actors, F", "events-plover", "triple.f1", "bag of words .16"),
    ("Copies: pairs right (precision)", "reuse", "pairs.precision", "a plain 3-gram index .52"),
    ("Copies: pairs found (recall)", "reuse", "pairs.recall", "datasketch .74"),
    ("Articles of one story (B-cubed F)", "stories-fnc", "b3.f1", "batch average linkage .949"),
)
STORIES = ("stockholm-2021", "quake-2019", "ferry-strike-2023", "harrow-bend-2022")


def table(measured: dict[str, float]) -> str:
    """The scores as a Markdown table; a measure that was not saved is left out."""
    lines = ["| what | set | score | others, on the same set |", "| --- | --- | --- | --- |"]
    for what, name, measure, peers in ROWS:
        if (value := measured.get(f"{name}/{measure}")) is not None:
            lines.append(f"| {what} | {name} | {value:.3f} | {peers} |")
    lines += [
        "",
        "| on stories checked by hand | " + " | ".join(STORIES) + " |",
        "| --- |" + " --- |" * len(STORIES),
    ]
    measures = sorted({key.split("/")[1] for key in measured if key.split("/")[0] in STORIES})
    for measure in measures:
        values = [measured.get(f"{story}/{measure}") for story in STORIES]
        lines.append(f"| {measure} | " + " | ".join("" if v is None else f"{v:.2f}" for v in values) + " |")
    return "\n".join(lines)


def main() -> None:
    """Put the table between its marks."""
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    head, rest = text.split(BEGIN)
    tail = rest.split(END)[1]
    measured = json.loads((ROOT / "eval" / "measured.json").read_text(encoding="utf-8"))
    readme.write_text(f"{head}{BEGIN}\n\n{table(measured)}\n\n{END}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
