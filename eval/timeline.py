"""Timelines of a topic without the parser: how good are dates and sentences, in a minute instead of an hour.

usage: python eval/timeline.py SCORER DATA_DIR [DATA_DIR ...]

SCORER is the timeline scorer of the sets, DATA_DIR a topic with articles.jsonl.gz (id, published, text) and
gold.json. Sentences and temporal expressions are found by rule, the tense is read off the words nearby; there
are no events, quotations or figures, so undated sentences stand under the reporting day by their place alone.
The figures of whole ledgers come from eval/measure.py.
"""

from __future__ import annotations

import datetime as dt
import gzip
import importlib.util
import json
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from newsledger.annotate.annotation import Annotation
from newsledger.annotate.sentences import split_sentences
from newsledger.annotate.times import find_in_text
from newsledger.assess.timeline import build_timeline
from newsledger.link.times import anchor_times
from newsledger.records import Article, Sentence, make_id


def read(folder: Path) -> tuple[tuple[Article, ...], tuple[Annotation, ...], tuple[Sentence, ...]]:
    """A topic's articles with their expressions of time, and their sentences."""
    articles, annotations, sentences = [], [], []
    with gzip.open(folder / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            day, key, text = dt.date.fromisoformat(row["published"]), row["id"], row["text"]
            articles.append(
                Article(article_id=key, source=key, text=text, published=day, story_id=folder.name)
            )
            annotations.append(Annotation(article_id=key, times=find_in_text(text)))
            sentences += [
                Sentence(
                    sentence_id=make_id("s", key, s.start, s.end),
                    article_id=key,
                    start=s.start,
                    end=s.end,
                    text=text[s.start : s.end],
                )
                for s in split_sentences(text)
            ]
    return tuple(articles), tuple(annotations), tuple(sentences)


def timeline(folder: Path) -> list[tuple[dt.date, float, str]]:
    """(day, salience, text) of the entries that name one day."""
    articles, annotations, sentences = read(folder)
    times = anchor_times(articles=articles, annotations=annotations)["times"]
    tables: Any = build_timeline(
        articles=articles, sentences=sentences, times=times, event_mentions=(), quotations=(), figures=()
    )
    return [(e.earliest, e.salience, e.text) for e in tables["timeline"] if e.earliest == e.latest]


def scorer(path: str) -> ModuleType:
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        sys.exit(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Print a line for each topic and one for all references together."""
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    score = scorer(sys.argv[1])
    rows = []
    for folder in map(Path, sys.argv[2:]):
        start = time.process_time()
        entries = timeline(folder)
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        references = [
            {dt.date.fromisoformat(e["date"]): e["sentences"] for e in t["entries"]}
            for t in gold["timelines"]
        ]
        found = [score.compare(score.cut(entries, r), r) for r in references]
        rows += found
        print(f"{folder.name:8} {score.summary(found)}  {time.process_time() - start:.0f} CPU s")
    print(f"{'all':8} {score.summary(rows)}")


if __name__ == "__main__":
    main()
