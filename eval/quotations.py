"""Quotations side by side: Newsledger, textacy and GenderGapTracker on articles with marked attributions.

    uv run --with textacy==0.13.0 python eval/quotations.py [--gendergap FOLDER] [--data FOLDER] [--save]

FOLDER of --gendergap is a checkout of github.com/sfu-discourse-lab/GenderGapTracker. A peer that is not there
is named and passed over; no peer is a dependency of the project. All run on the same spaCy pipeline, and what
each finds goes through the same scorer. It also prints how often no speaker is named, and the
CPU time beyond the parse. --save writes the table into docs/quotation-errors.md.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import importlib.util
import json
import subprocess
import sys
import tempfile
import time
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
DOCUMENT = ROOT / "docs" / "quotation-errors.md"
SCORES = ("p", "r", "f", "word_f", "recall.direct", "recall.mixed", "recall.indirect", "speaker")
STRAIGHT = str.maketrans("“”„‘’", '"""\'\'')
Found = tuple[int, int, str, int | None, int | None]  # content, kind, speaker


def main() -> int:
    """Score each system that is there; print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=SHARED / "data" / "polnear-dev")
    parser.add_argument("--gendergap", type=Path)
    parser.add_argument("--save", action="store_true")
    options = parser.parse_args()
    if not options.data.is_dir():
        print(f"passed over: {options.data} is not here")
        return 0
    rows: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "newsledger.duckdb"
        build(options.data, ledger)
        rows["Newsledger"] = score(ledger, options.data)
        print(silence(ledger))
        print(cost(options.data))
        for name, peer in (
            ("textacy 0.13", textacy_peer()),
            ("GenderGapTracker", gendergap(options.gendergap)),
        ):
            if peer is None:
                print(f"passed over: {name} is not here")
                continue
            path = Path(folder) / f"{name}.duckdb"
            write(path, options.data, peer)
            rows[name] = score(path, options.data)
    text = table(rows)
    print(text)
    if options.save:
        save(text)
    return 0


def build(data: Path, ledger: Path) -> None:
    """Build a ledger as a user does."""
    command = [
        sys.executable,
        "-m",
        "newsledger.cli",
        "build",
        str(data / "articles.jsonl.gz"),
        "--out",
        str(ledger),
    ]
    subprocess.run(command, check=True, capture_output=True)


def score(ledger: Path, data: Path) -> dict[str, float]:
    """What the scorer says."""
    command = [
        sys.executable,
        str(SHARED / "score" / "score_quotations.py"),
        str(ledger),
        str(data),
        "--json",
    ]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {key.removeprefix("quotations."): value for key, value in json.loads(out).items()}


def silence(ledger: Path) -> str:
    """How often no speaker is named, and how often one is named that no entity could be found for."""
    query = """select kind, count(*), count(*) filter (where speaker_text is null),
               count(*) filter (where speaker_text is not null and speaker_id is null)
               from quotations group by kind order by kind"""
    with duckdb.connect(str(ledger), read_only=True) as database:
        rows = database.execute(query).fetchall()
    return "\n".join(
        f"{kind}: {n} rows, {unnamed / n:.1%} without a speaker, {open_ / n:.1%} whose speaker stays unresolved"
        for kind, n, unnamed, open_ in rows
    )


def cost(data: Path) -> str:
    """CPU seconds that mentions and quotations take for an article of 450 words, the parse apart."""
    from newsledger.annotate.mentions import find_mentions
    from newsledger.annotate.parse import parse
    from newsledger.annotate.quotations import find_quotations
    from newsledger.records import Article

    with gzip.open(data / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    articles = (Article(article_id=row["id"], source=row["id"], text=row["text"]) for row in rows)
    parsed = list(parse((article, ()) for article in articles))
    words = sum(len(row["text"].split()) for row in rows)
    spent = []
    for find in (find_mentions, find_quotations):
        find(parsed[0])  # the tables are read once in a run
        begun = time.process_time()
        for article in parsed:
            find(article)
        spent.append((time.process_time() - begun) * 450 / words)
    mentions, quotations = spent
    return (
        f"beyond the parse, 450 words take {mentions + quotations:.4f} s of CPU: "
        f"mentions {mentions:.4f}, quotations {quotations:.4f}"
    )


# --- the peers -----------------------------------------------------------------------------------


def textacy_peer() -> Callable[[Any], Iterator[Found]] | None:
    """textacy's extraction of direct quotations."""
    if importlib.util.find_spec("textacy") is None:
        return None
    from textacy.extract import triples

    def peer(doc: Any) -> Iterator[Found]:
        try:
            found = list(triples.direct_quotations(doc))
        except ValueError:  # it gives up an article whose marks are odd in number
            return
        for speaker, _, content in found:
            first, last = (speaker[0], speaker[-1]) if speaker else (None, None)
            yield (
                content.start_char,
                content.end_char,
                "direct",
                None if first is None else first.idx,
                None if last is None else last.idx + len(last),
            )

    return peer


def gendergap(folder: Path | None) -> Callable[[Any], Iterator[Found]] | None:
    """GenderGapTracker's extractor, without the database that its module asks for."""
    source = folder / "nlp" / "english" / "quote_extractor.py" if folder else None
    if folder is None or source is None or not source.is_file():
        return None
    stand_ins = {"bson": {"ObjectId": str}, "utils": {"create_logger": lambda *_, **__: None}}
    for name, names in stand_ins.items():
        module = types.ModuleType(name)
        vars(module).update(names)
        sys.modules[name] = module
    spec = importlib.util.spec_from_file_location("gendergap", source)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    verbs = folder / "nlp" / "english" / "rules" / "quote_verb_list.txt"
    extractor = module.QuoteExtractor({"spacy_lang": None, "NLP": {"QUOTE_VERBS": str(verbs)}})

    def offsets(text: str) -> tuple[int | None, int | None]:
        numbers = text.strip("()").split(",")
        return (int(numbers[0]), int(numbers[1])) if len(numbers) == 2 else (None, None)

    def peer(doc: Any) -> Iterator[Found]:
        for quote in extractor.extract_quotes(doc):
            start, end = offsets(quote["quote_index"])
            if start is not None and end is not None:
                kind = "direct" if "Q" in quote["quote_type"] else "indirect"
                yield (start, end, kind, *offsets(quote["speaker_index"]))

    return peer


def write(path: Path, data: Path, peer: Callable[[Any], Iterator[Found]]) -> None:
    """A ledger with what a peer finds. Marks are straightened for it, which moves no offset."""
    from newsledger.annotate.parse import load_model

    with gzip.open(data / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    docs = load_model().pipe((a["text"].translate(STRAIGHT) for a in articles), batch_size=16)
    rows = []
    for a, doc in zip(articles, docs, strict=True):
        for n, (start, end, kind, first, last) in enumerate(peer(doc)):
            named = None if first is None or last is None else a["text"][first:last]
            rows.append((f"{a['id']}-{n}", a["id"], start, end, kind, named, None, first, last))
    with duckdb.connect(str(path)) as database:
        database.execute("create table articles (article_id text, source text, text text)")
        database.executemany(
            "insert into articles values (?, ?, ?)",
            [(a["id"], f"{a['id']}.json", a["text"]) for a in articles],
        )
        database.execute(
            'create table mentions (entity_id text, article_id text, start int, "end" int, text text, form text)'
        )
        database.execute("create table entities (entity_id text, name text)")
        database.execute(
            'create table quotations (quotation_id text, article_id text, start int, "end" int, kind text,'
            " speaker_text text, speaker_id text, speaker_start int, speaker_end int)"
        )
        database.executemany("insert into quotations values (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


# --- the table -------------------------------------------------------------------------------------


def table(rows: dict[str, dict[str, float]]) -> str:
    """The scores as a Markdown table."""
    head = ["", *(name.removeprefix("recall.") for name in SCORES)]
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    for name, scores in rows.items():
        lines.append(f"| {name} | " + " | ".join(f"{scores.get(s, 0.0):.3f}" for s in SCORES) + " |")
    return "\n".join(lines)


def save(text: str) -> None:
    """Put the table between its marks in the document."""
    document = DOCUMENT.read_text(encoding="utf-8")
    begin, end = "<!-- table -->", "<!-- end -->"
    before, rest = document.split(begin)
    kept = f"{before}{begin}\n\n{text}\n\n{end}{rest.split(end)[1]}"
    DOCUMENT.write_text(kept, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
