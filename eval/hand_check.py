"""Draw rows of claims, figures and events for a check by eye, and count the verdicts that a reader gave.

    uv run python eval/hand_check.py draw SALT OUT.tsv [--rows 100] [--articles 300]
    uv run python eval/hand_check.py count VERDICTS.tsv...

``draw`` builds a ledger of articles of the Timeline17 dev topics and writes rows with their context, in an order
that follows from the salt and the row's id, so that one salt always draws the same rows and another one new
rows. A reader fills in the columns ``verdict`` (right, wrong, unclear) and ``class`` (of the error). The words of the
articles stay outside the repository: ``eval/hand_checks`` keeps the ids, the verdicts and the classes.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import tempfile
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import Any

from growth_pile import full_length

from newsledger import api

COLUMNS = ("verdict", "class", "table", "id", "published", "row", "evidence", "context")
LONGEST = 3_000  # characters of an article
AROUND = 300  # characters of context on each side
Tables = Any


def order(salt: str, row_id: str) -> bytes:
    """A key that follows from the salt and the row alone."""
    return hashlib.blake2b(f"{salt}/{row_id}".encode()).digest()


def context(text: str, start: int, end: int) -> str:
    """The words with those around them, the evidence in double brackets."""
    shown = text[max(0, start - AROUND) : start] + "[[" + text[start:end] + "]]" + text[end : end + AROUND]
    return " ".join(shown.split())


def evidence_of(tables: Tables) -> dict[str, tuple[Any, ...]]:
    """The row and its first evidence, by id, for each of the three tables."""
    events = {e.event_id: e for e in tables["events"]}
    claims = {c.claim_id: c for c in tables["claims"]}
    found: dict[str, tuple[Any, ...]] = {f.figure_id: ("figures", f, f) for f in tables["figures"]}
    for mention in tables["event_mentions"]:
        found.setdefault(mention.event_id, ("events", events[mention.event_id], mention))
    for evidence in tables["claim_evidence"]:
        found.setdefault(evidence.claim_id, ("claims", claims[evidence.claim_id], evidence))
    return found


def described(row: Any, names: dict[str, str]) -> str:
    """The row's fields that say something, ids of entities as names."""
    fields = {name: getattr(row, name) for name in type(row).__dataclass_fields__}
    return "; ".join(
        f"{name}={names.get(value, value)}"
        for name, value in fields.items()
        if value not in (None, "", False)
    )


def draw(salt: str, out: Path, rows: int, articles: int) -> None:
    """Write the sheet for the reader: a third each of claims, figures and events."""
    with tempfile.TemporaryDirectory() as folder:
        pile = Path(folder) / "pile.jsonl"
        lines = (json.dumps(row) + "\n" for row in islice(full_length(LONGEST), articles))
        pile.write_text("".join(lines), encoding="utf-8")
        tables = api.tables_of([pile])
    names = {e.entity_id: f"{e.name} ({e.kind})" for e in tables["entities"]}
    by_id = {a.article_id: a for a in tables["articles"]}
    found = evidence_of(tables)
    with out.open("w", newline="", encoding="utf-8") as file:
        sheet = csv.writer(file, delimiter="\t")
        sheet.writerow(COLUMNS)
        for number, table in enumerate(("claims", "figures", "events")):
            share = (rows + 2 - number) // 3
            ids = sorted((i for i, f in found.items() if f[0] == table), key=lambda i: order(salt, i))[:share]
            for row_id in ids:
                _, row, shown = found[row_id]
                article = by_id[shown.article_id]
                words = context(article.text, shown.start, shown.end)
                more = described(shown, names) if shown is not row else ""
                sheet.writerow(("", "", table, row_id, article.published, described(row, names), more, words))


def count(sheets: list[Path]) -> None:
    """Print right, wrong and unclear for each table, and the classes of the wrong ones."""
    for path in sheets:
        with path.open(newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file, delimiter="\t"))
        print(path.name)
        for table in ("claims", "figures", "events", None):
            verdicts = Counter(r["verdict"] for r in rows if table in (None, r["table"]))
            judged = verdicts["right"] + verdicts["wrong"]
            share = f"{verdicts['right'] / judged:.3f} right of those judged" if judged else "none judged"
            print(f"  {table or 'all':8} {dict(sorted(verdicts.items()))}  {share}")
        for name, times in Counter(r["class"] for r in rows if r["verdict"] == "wrong").most_common():
            print(f"    {times:3} {name}")


def main() -> None:
    """Run one of the two commands."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("salt")
    drawing.add_argument("out", type=Path)
    drawing.add_argument("--rows", type=int, default=100)
    drawing.add_argument("--articles", type=int, default=300)
    counting = commands.add_parser("count")
    counting.add_argument("sheets", type=Path, nargs="+")
    options = parser.parse_args()
    if options.command == "draw":
        draw(options.salt, options.out, options.rows, options.articles)
    else:
        count(options.sheets)


if __name__ == "__main__":
    main()
