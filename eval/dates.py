"""Falsify known publication dates and see which verdicts find them, and how sure they rightly are.

usage: python eval/dates.py DATA_DIR [--topics a,b] [--piles N] [--seed S] [--svg FILE] [--json]

DATA_DIR holds TOPIC/articles.jsonl.gz with ``id``, ``published`` and ``text`` (Timeline17's day folders).
A tenth of the articles get a false statement, in five ways: the month off by one, day and month swapped, a
year or more off, the day of a crawl, none at all. A third of all have an address with the true day. Which
ones is decided by a checksum of the id and the seed, so every run falsifies the same articles. With ``--piles`` each
topic is cut, in the order of its days, into piles of so many articles, as a desk would gather on one story.

The parser is not run: temporal expressions are found by rule, their tense is read off the words nearby.
The corpus's own day folders are taken as true; a few are not (a text headed "3 June" in the folder of 3 May),
and count as mistakes here.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
import time
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from newsledger.annotate.annotation import Annotation
from newsledger.annotate.times import find_in_text
from newsledger.annotate.times.calendar import add_months
from newsledger.link.dates import date_articles
from newsledger.records import Article, DateEvidence, Settings

WAYS = ("month", "swap", "year", "crawl", "missing")
YEARS = (1, -1, -2, -4, 2)


def draw(*parts: object) -> int:
    """A number that depends on nothing but the parts."""
    return zlib.crc32("|".join(map(str, parts)).encode())


def falsify(article_id: str, day: dt.date, seed: str) -> tuple[str, dt.date | None]:
    """A false statement and its kind; a swap that changes nothing becomes a month off."""
    way = WAYS[draw(seed, "way", article_id) % len(WAYS)]
    if way == "swap" and day.day <= 12 and day.day != day.month:
        return way, day.replace(month=day.day, day=day.month)
    if way in ("month", "swap"):
        return "month", add_months(day, 1 if draw(seed, "m", article_id) % 2 else -1)
    if way == "year":
        return way, add_months(day, 12 * YEARS[draw(seed, "y", article_id) % len(YEARS)])
    if way == "crawl":
        return way, day + dt.timedelta(days=30 + draw(seed, "c", article_id) % 1500)
    return way, None


def read(folder: Path) -> Iterator[tuple[str, dt.date, str]]:
    """The articles of a topic: id, true day, text."""
    with gzip.open(folder / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield f"{folder.name}/{row['id']}", dt.date.fromisoformat(row["published"]), row["text"]


Row = tuple[str, dt.date, str]


def cut(rows: list[Row], size: int) -> list[list[Row]]:
    """Piles of ``size`` neighbours in time, or all in one where it is 0; a rest under half a pile goes to the last."""
    if not size:
        return [rows]
    rows = sorted(rows, key=lambda row: (row[1], row[0]))
    piles = [rows[n : n + size] for n in range(0, len(rows), size)]
    return [*piles[:-2], piles[-2] + piles[-1]] if len(piles) > 1 and len(piles[-1]) < size / 2 else piles


def measure(rows: list[Row], seed: str) -> tuple[Counter[str], list[tuple[float, bool]]]:
    """Counts of one pile, and (confidence, right) of every verdict."""
    articles, votes, notes, truth = [], [], [], {}
    for article_id, day, text in rows:
        kind, stated = (
            falsify(article_id, day, seed) if draw(seed, "false", article_id) % 10 == 0 else ("", day)
        )
        address = draw(seed, "url", article_id) % 3 == 0
        articles.append(Article(article_id=article_id, source=article_id, text=text, published_stated=stated))
        notes.append(Annotation(article_id=article_id, times=find_in_text(text)))
        if stated:
            votes.append(DateEvidence(article_id=article_id, vote="metadata", value=stated.isoformat()))
        if address:
            votes.append(DateEvidence(article_id=article_id, vote="url", value=day.isoformat()))
        truth[article_id] = (day, kind)
    started = time.process_time()
    out = date_articles(
        articles=tuple(articles), date_evidence=tuple(votes), annotations=tuple(notes), passages=(),
        derivations=(), issues=(), settings=Settings(),
    )  # fmt: skip
    count = Counter({"seconds": round(time.process_time() - started), "articles": len(articles)})
    verdicts = []
    for article in out["articles"]:
        day, kind = truth[article.article_id]
        right, corrected = article.published == day, article.date_status == "corrected"
        verdicts.append((article.date_confidence, right))
        count.update({"false" if kind else "true": 1, "corrected": int(corrected)})
        if kind:
            found = article.date_status != "confirmed"
            count.update({f"{kind}": 1, f"{kind} found": int(found), f"{kind} to the day": int(right)})
            count.update({"found": int(found), "to the day": int(right), "rightly corrected": int(corrected)})
        else:
            count["left alone"] += right and article.date_status == "confirmed"
    return count, verdicts


def calibration(verdicts: list[tuple[float, bool]]) -> list[tuple[float, float, int]]:
    """Mean confidence, share of right verdicts and their number, by tenths."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in verdicts:
        bins.setdefault(min(9, int(confidence * 10)), []).append((confidence, right))
    return [
        (sum(c for c, _ in rows) / len(rows), sum(r for _, r in rows) / len(rows), len(rows))
        for _, rows in sorted(bins.items())
    ]


def plot(points: list[tuple[float, float, int]]) -> str:
    """The calibration as an SVG: on the diagonal, a confidence says how often it is right."""
    size, edge = 320, 40

    def at(x: float, y: float) -> tuple[float, float]:
        return edge + x * size, edge + (1 - y) * size

    (x0, y0), (x1, y1) = at(0, 0), at(1, 1)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size + 2 * edge} {size + 2 * edge}" '
        'font-family="sans-serif" font-size="11">',
        f'<rect x="{x0}" y="{y1}" width="{size}" height="{size}" fill="none" stroke="#888"/>',
        f'<line x1="{x0}" y1="{y0}" x2="{x1}" y2="{y1}" stroke="#bbb" stroke-dasharray="4 4"/>',
    ]
    for confidence, right, number in points:
        x, y = at(confidence, right)
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{2 + number**0.33:.1f}" fill="#2b6cb0" opacity=".8"/>'
        )
        parts.append(f'<text x="{x + 8:.1f}" y="{y + 14:.1f}">{number}</text>')
    parts.append(f'<text x="{x0}" y="{y0 + 24}">confidence of the verdict, 0 to 1</text>')
    parts.append(
        f'<text x="{x0}" y="{y1 - 10}">share of right dates, 0 to 1 (numbers: verdicts)</text></svg>'
    )
    return "\n".join(parts) + "\n"


def main() -> None:
    """Run the topics and print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--topics", default="")
    parser.add_argument("--piles", type=int, default=0)
    parser.add_argument("--seed", default="")
    parser.add_argument("--svg", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    folders = sorted(p.parent for p in options.data.glob("*/articles.jsonl.gz"))
    wanted = set(options.topics.split(",")) - {""}
    total, verdicts = Counter[str](), []
    for folder in folders:
        if not wanted or folder.name in wanted:
            for pile in cut(list(read(folder)), options.piles):
                count, found = measure(pile, options.seed)
                total += count
                verdicts += found
    result = {
        "precision": total["rightly corrected"] / max(1, total["corrected"]),
        "recall": total["found"] / max(1, total["false"]),
        "to_the_day": total["to the day"] / max(1, total["false"]),
        "left_alone": total["left alone"] / max(1, total["true"]),
        **{f"{way}_{what.replace(' ', '_')}": total[f"{way} {what}"] / max(1, total[way])
           for way in WAYS for what in ("found", "to the day")},
        "articles": total["articles"], "false": total["false"], "seconds": total["seconds"],
    }  # fmt: skip
    points = calibration(verdicts)
    if options.svg:
        options.svg.write_text(plot(points), encoding="utf-8")
    if options.json:
        print(json.dumps({**result, "calibration": points}, indent=1))
        return
    for name, value in result.items():
        print(f"{name:24} {value if isinstance(value, int) else format(value, '.4f')}")
    for confidence, right, number in points:
        print(f"said {confidence:.2f}: {right:.2f} right of {number}")


if __name__ == "__main__":
    main()
