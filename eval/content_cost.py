"""CPU seconds that events, figures and stances take beyond the parse, for an article of 450 words.

    uv run python eval/content_cost.py [ARTICLES]     300 by default

The articles are those of the Timeline17 dev topics in turn, cut to 3,000 characters. Claims, disputes and the timeline,
which look across articles, are in eval/growth.py.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice, zip_longest
from pathlib import Path

from newsledger.annotate.events import find_events
from newsledger.annotate.figures import find_figures
from newsledger.annotate.parse import Parsed, parse
from newsledger.annotate.quotations import find_quotations
from newsledger.annotate.stances import find_stances
from newsledger.annotate.times import find_times
from newsledger.records import Article

PILES = Path(__file__).resolve().parents[2] / "shared" / "data" / "timeline17-dev"
LONGEST = 3_000
WORDS = 450


def texts() -> Iterator[str]:
    """The texts of all topics in turn."""
    piles = []
    for path in sorted(PILES.glob("*/articles.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            piles.append([json.loads(line)["text"][:LONGEST] for line in lines])
    for row in zip_longest(*piles):
        yield from filter(None, row)


def measured(parts: dict[str, Callable[[int], object]], number: int, words: int) -> dict[str, float]:
    """Seconds for an article of 450 words, by part; each part runs once before it is timed."""
    out = {}
    for name, part in parts.items():
        part(0)
        before = time.process_time()
        for at in range(number):
            part(at)
        out[name] = (time.process_time() - before) * WORDS / words
    return out


def main() -> None:
    """Print the seconds."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    articles = [
        Article(article_id=str(n), source=str(n), text=t) for n, t in enumerate(islice(texts(), number))
    ]
    parsed: list[Parsed] = list(parse((a, ()) for a in articles))
    times = [find_times(p) for p in parsed]
    said = [find_quotations(p, t) for p, t in zip(parsed, times, strict=True)]
    found = measured(
        {
            "events": lambda n: find_events(parsed[n], times[n], said[n]),
            "figures": lambda n: find_figures(parsed[n], times[n]),
            "stances": lambda n: find_stances(parsed[n]),
        },
        len(parsed),
        sum(len(a.text.split()) for a in articles),
    )
    for name, seconds in [*found.items(), ("together", sum(found.values()))]:
        print(f"{name:10} {seconds:.4f} s")


if __name__ == "__main__":
    main()
