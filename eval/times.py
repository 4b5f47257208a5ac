"""Tag a set of documents with TIMEX3 gold and score it, without building a whole ledger.

usage: python eval/times.py DATA_DIR [--no-parser] [--errors] [--json]

DATA_DIR holds either articles/ID.json and gold.json, as the scorer for the table ``times`` reads them, or
TimeML documents (*.tml, in subfolders, too, as TimeBank and the training half of TempEval-3 have them). Measures
as in TempEval-3: relaxed and strict F1 of the spans, value F1 as relaxed F1 times the share of right values.
``seconds_beyond_the_parse`` are CPU seconds per 450 words for finding and anchoring alone.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import time
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsledger.annotate.annotation import FoundTime
from newsledger.annotate.parse import parse_text
from newsledger.annotate.times import find_in_text
from newsledger.annotate.times.anchor import anchor
from newsledger.annotate.times.tag import as_time

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its day and the gold expressions: (start, end, type, value)."""

    name: str
    text: str
    published: dt.date
    gold: tuple[tuple[int, int, str, str], ...]


def read(data: Path) -> Iterator[Document]:
    """The documents of a folder in either form, in the order of their names."""
    if not (data / "gold.json").exists():
        yield from (d for path in sorted(data.rglob("*.tml")) if (d := timeml_document(path)))
        return
    gold: dict[str, list[dict[str, Any]]] = json.loads((data / "gold.json").read_text("utf-8"))["documents"]
    for name, wanted in sorted(gold.items()):
        article = json.loads((data / "articles" / f"{name}.json").read_text("utf-8"))
        day = dt.date.fromisoformat(article["published"])
        spans = tuple((g["start"], g["end"], g["type"], g["value"]) for g in wanted)
        yield Document(name, article["text"], day, spans)


def timeml_document(path: Path) -> Document | None:
    """One TimeML document; None where it has no creation day."""
    root = ET.parse(path).getroot()
    created = root.find(".//TIMEX3[@functionInDocument='CREATION_TIME']")
    body = root.find("TEXT")
    if created is None or body is None:
        return None
    parts: list[str] = []
    gold: list[tuple[int, int, str, str]] = []
    collect(body, parts, gold)
    text = "".join(parts)
    spans = tuple((s, e, kind, value) for s, e, kind, value in gold if e > s)
    return Document(path.stem, text, dt.date.fromisoformat(created.attrib["value"][:10]), spans)


def collect(node: ET.Element, parts: list[str], gold: list[tuple[int, int, str, str]]) -> None:
    """Add a node's text to the parts and its expressions, with their offsets, to the gold."""
    start = sum(map(len, parts))
    parts.append(node.text or "")
    for child in node:
        collect(child, parts, gold)
        parts.append(child.tail or "")
    if node.tag == "TIMEX3" and node.get("functionInDocument") != "CREATION_TIME":
        gold.append((start, sum(map(len, parts)), node.attrib["type"], node.attrib["value"]))


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


def compare(
    document: Document, found: tuple[FoundTime, ...], counts: Counter[str]
) -> Iterator[tuple[str, str, str, str]]:
    """Count one document, and yield its errors: the kind, the expression, the value wanted, what came instead."""
    text = document.text
    rows = [as_time("", a) for a in anchor(found, document.published)]
    have = {trim(text, t.start, t.end): t for t in rows}
    want = {trim(text, s, e): (kind, value) for s, e, kind, value in document.gold}
    counts.update(gold=len(want), rows=len(have))
    for span, (kind, value) in want.items():
        over = [h for h in have if h[0] < span[1] and span[0] < h[1]]
        words = text[slice(*span)]
        if not over:
            yield "missed", words, value, ""
            continue
        best = have[span if span in have else min(over)]
        counts.update(found=1, exact=span in have, type=best.timex_type == kind, value=best.value == value)
        if span not in have:
            yield "extent", words, value, best.text
        if best.value != value:
            yield "value", words, value, best.value
    for span in have:
        right = any(w[0] < span[1] and span[0] < w[1] for w in want)
        counts.update({"right": right, "right exact": span in want})
        if not right:
            yield "spurious", text[slice(*span)], "", have[span].value


def measure(data: Path, *, use_parser: bool) -> tuple[dict[str, float], list[tuple[str, str, str, str, str]]]:
    """The scores over all documents, and the errors by document."""
    counts, errors = Counter[str](), []
    started, beyond = time.process_time(), 0.0
    for document in read(data):
        parsed = parse_text(document.text).doc if use_parser else None
        at = time.process_time()
        found = find_in_text(document.text, parsed)
        wrong = list(compare(document, found, counts))
        beyond += time.process_time() - at
        counts["words"] += len(document.text.split())
        errors += [(document.name, *error) for error in wrong]
    relaxed = f1(counts["right"] / counts["rows"], counts["found"] / counts["gold"])
    return {
        "relaxed_f1": relaxed,
        "strict_f1": f1(counts["right exact"] / counts["rows"], counts["exact"] / counts["gold"]),
        "value_f1": relaxed * counts["value"] / counts["found"],
        "type_f1": relaxed * counts["type"] / counts["found"],
        "seconds_per_450_words": (time.process_time() - started) / counts["words"] * 450,
        "seconds_beyond_the_parse": beyond / counts["words"] * 450,
    }, errors


def main() -> None:
    """Print the scores, and the errors where they are asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--no-parser", action="store_true")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    result, errors = measure(options.data, use_parser=not options.no_parser)
    print(
        json.dumps(result, indent=1)
        if options.json
        else "\n".join(f"{k:26} {v:.4f}" for k, v in result.items())
    )
    if options.errors:
        for error in errors:
            print("\t".join(" ".join(part.split()) for part in error))


if __name__ == "__main__":
    main()
