"""The page and the plot of the growth benchmark, made from its figures."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from growth_pile import KINDS
from measure import ROOT
from plot import logarithmic

PAGE, SVG = ROOT / "docs" / "growth.md", ROOT / "docs" / "growth.svg"
SHARES = 400  # articles by which the shares are measured
MORE = 100  # articles that are added
LEAST = 0.05  # seconds of the largest size from which a stage is shown


def exponent(points: list[tuple[float, float]]) -> float:
    """The slope of log seconds over log size, by least squares."""
    logs = [(math.log(n), math.log(max(s, 1e-3))) for n, s in points]
    mean_x = sum(x for x, _ in logs) / len(logs)
    mean_y = sum(y for _, y in logs) / len(logs)
    return sum((x - mean_x) * (y - mean_y) for x, y in logs) / (
        sum((x - mean_x) ** 2 for x, _ in logs) or 1.0
    )


def lines(kept: dict[str, Any]) -> dict[str, list[tuple[float, float]]]:
    """Seconds over size of each stage; the annotations of smaller sizes count with a larger one, which reused them."""
    sizes = sorted(int(k) for k in kept if k.isdigit())
    found: dict[str, list[tuple[float, float]]] = {}
    annotated = 0.0
    for size in sizes:
        spent = dict(kept[str(size)]["seconds"])
        annotated = spent["annotate"] = spent.get("annotate", 0.0) + annotated
        for stage, s in {**spent, "all": sum(spent.values())}.items():
            found.setdefault(stage, []).append((size, max(s, 1e-3)))
        for name, row in kept[str(size)]["peers"].items():
            if row and name != "newsledger":
                found.setdefault(name, []).append((size, row["seconds"]))
    return {stage: row for stage, row in found.items() if len(row) == len(sizes) and row[-1][1] >= LEAST}


INTRODUCTION = """
Made by `eval/growth.py`; do not edit. CPU seconds, of all processes together, by size of the pile. The articles, some
110 words each, are those of the Timeline17 dev topics and the reuse set; beyond these they are put together from their
sentences, which the parser remembers; every fifth is a copy. The exponent is the slope of log seconds over log size.
"""
PEERS = """
From the articles to the pairs of copies. datasketch and rensa: MinHash of word 5-grams, 128 permutations, estimated
Jaccard similarity .2 and more; their pairs are not verified, and neither say which kind of copy they are nor which
sentences agree. Recall is of the copies that the benchmark made.
"""


def page(kept: dict[str, Any]) -> str:
    """The figures as a page."""
    found = lines(kept)
    sizes = sorted(int(k) for k in kept if k.isdigit())
    heads = [f"{n:,}" for n in sizes]
    stages = sorted(found.items(), key=lambda item: -item[1][-1][1])
    facts = {
        name: [value(kept[str(n)], found["all"][i][1]) for i, n in enumerate(sizes)]
        for name, value in FACTS.items()
    }
    parts = [
        "# Growth",
        INTRODUCTION.strip(),
        "![CPU seconds over articles](growth.svg)",
        table(
            ["stage", *heads, "exponent"],
            [[name, *(f"{s:,.1f}" for _, s in row), f"{exponent(row):.2f}"] for name, row in stages],
        ),
        table(["", *heads], [[name, *row] for name, row in facts.items()]),
        f"## Copies\n\n{PEERS.strip()}",
        table(
            ["", f"seconds at {', '.join(heads)}", "pairs", "word for word", "excerpts", "rewrites"],
            [peer_row(kept, sizes, name) for name in ("newsledger", "datasketch", "rensa")],
        ),
        shares_words(kept.get("shares", {})),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def table(heads: list[str], rows: list[list[str]]) -> str:
    """A table, its numbers to the right."""
    rules = ["---", *("---:" for _ in heads[1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, rules, *rows))


FACTS: dict[str, Callable[[dict[str, Any], float], str]] = {
    "articles a CPU second": lambda row, whole: f"{row['articles'] / whole:,.1f}",
    "peak memory of the main process, MB": lambda row, whole: f"{row['memory']:,.0f}",
    f"`add` of {MORE}, seconds": lambda row, whole: f"{row['add']:,.1f}",
    f"`add` of {MORE}, share of the build": lambda row, whole: f"{row['add'] / whole:.3f}",
}


def peer_row(kept: dict[str, Any], sizes: list[int], name: str) -> list[str]:
    """One row of the table of peers; recall is that of the largest size."""
    rows = [kept[str(n)]["peers"].get(name) for n in sizes]
    if not all(rows):
        return [name, "not installed", "", "", "", ""]
    seconds = ", ".join(f"{row['seconds']:,.1f}" for row in rows)
    return [name, seconds, f"{rows[-1]['pairs']:,}", *(f"{rows[-1]['recall'][kind]:.3f}" for kind in KINDS)]


def shares_words(shares: dict[str, float]) -> str:
    """The shares in words."""
    if not shares:
        return ""
    stages = {
        k.removeprefix("passes_"): v for k, v in shares.items() if k.startswith("passes_") and v >= 0.01
    }
    where = ", ".join(f"{name} {share:.2f}" for name, share in sorted(stages.items(), key=lambda s: -s[1]))
    return (
        f"## Shares\n\nOn {SHARES} distinct articles of some 450 words the whole costs {shares['passes']:.2f} times "
        f"one spaCy pass over the same texts in the same run: {where}. As many articles half of which are copies, word "
        f"for word and excerpts in turn, cost {shares['half_copies']:.2f} of that."
    )


def write_page(kept: dict[str, Any]) -> None:
    """Write both."""
    PAGE.write_text(page(kept), encoding="utf-8")
    SVG.write_text(logarithmic(lines(kept), "articles", "CPU seconds"), encoding="utf-8")
