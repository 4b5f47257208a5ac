"""Throw invented text at the temporal tagger: nothing may raise, spans stay exact, the time grows with the length.

usage: python eval/fuzz_times.py [--seconds N] [--seed S] [--long N] [--json]

Texts are strings of the vocabulary's own words, of the rules' examples cut and joined, of numbers, marks and
any characters, drawn from a generator with a seed. Each is tagged without the parser and written as TimeML. Every
tenth round one short piece is repeated to 20,000 characters and to twice that: where the second costs more than
SLOPE times the first, and so again on a second try, the pattern is slower than linear. Prints the failures with
their text. Ends with 1 where there was one. ``--long N`` tags one line of N million characters first.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import json
import random
import sys
import time
import traceback
import xml.etree.ElementTree as ET
from collections.abc import Callable, Sequence
from typing import Any

from newsledger.annotate.times import tag_times, to_timeml
from newsledger.annotate.times.lexicon import load, vocabulary
from newsledger.annotate.times.rules import FILES
from newsledger.annotate.times.timeml import VALUE

SIZE = 20_000
SLOPE = 3.0
LEAST = 0.05  # seconds below which a ratio says nothing
MARKS = [
    *",.;:!?-–—'’‘“”\"()[]/$£€%#&<>\\\n\t\r\x00\x0b",
    "\n\n",
    "  ",
    "\u00a0",
    "\u2028",
    "\ud800",
    "٣",
    "½",
    "é",
    "İ",
]
SENTENCES = (
    "Ships sailed to the island and the mayor said nothing of it. ",
    "On Friday he left. ",
    "In 2012 it sank. ",
)


def words() -> list[str]:
    """All words of the vocabulary and of the rules' examples."""
    out = {entry for table in vocabulary().values() for entry in table}
    for name in FILES:
        for rule in load(name)["rule"]:
            out |= {word for example in rule["examples"] for word in str(example[0]).split()}
    return sorted(out)


def number(draw: random.Random) -> str:
    """A number as dates, hours, amounts and nonsense have it."""
    shapes = ("{:d}", "{:02d}", "{:04d}", "{:d}th", "{:d}s", "'{:02d}", "{0:d}:{1:02d}", "{0:d}/{1:d}/{2:d}",
              "{2:04d}-{1:02d}-{0:02d}", "{0:d}-{1:d}", "{0:d},{1:03d}", "{0:d}.{1:d}")  # fmt: skip
    top = draw.choice((9, 31, 99, 2100, 10**9))
    return draw.choice(shapes).format(draw.randint(0, top), draw.randint(0, 99), draw.randint(0, 9999))


def piece(draw: random.Random, known: Sequence[str]) -> str:
    """One word, number, mark or stray character."""
    kind = draw.random()
    if kind < 0.6:
        word = draw.choice(known)
        return draw.choice((word, word.upper(), word.capitalize(), word[: draw.randint(1, len(word))]))
    if kind < 0.8:
        return number(draw)
    return draw.choice(MARKS) if kind < 0.97 else chr(draw.randrange(0x110000))


def text_of(draw: random.Random, known: Sequence[str], most: int) -> str:
    """A text of up to so many pieces, most of them with a blank between."""
    parts = (piece(draw, known) for _ in range(draw.randint(1, most)))
    return "".join(itertools.chain.from_iterable((p, draw.choice(("", " ", " ", " "))) for p in parts))


def check(text: str, published: dt.date | None, locale: str) -> None:
    """Raise where the tagger raises, or where a span, an interval or the TimeML is wrong."""
    rows = tag_times(text, published, locale=locale, use_parser=False)
    assert all(t.text and text[t.start : t.end] == t.text for t in rows), "a span is not its text"
    assert all(a.end <= b.start for a, b in itertools.pairwise(rows)), "spans overlap"
    assert all((t.earliest is None) == (t.latest is None) for t in rows), "half an interval"
    assert all(t.earliest <= t.latest for t in rows if t.earliest and t.latest), "an interval runs back"
    assert all(VALUE.fullmatch(t.value) for t in rows), "a value that TIMEX3 does not have"
    root = ET.fromstring(to_timeml(text, rows, published))
    assert len(root.findall("TEXT/TIMEX3")) == len(rows), "an expression is missing from the TimeML"


def cost(text: str) -> float:
    """CPU seconds to tag a text."""
    started = time.process_time()
    tag_times(text, dt.date(2013, 3, 20), use_parser=False)
    return time.process_time() - started


def is_slow(short: str) -> bool:
    """Whether a repeated piece costs more than in proportion to its length, twice measured."""
    once = short * (SIZE // len(short) + 1)
    for _ in range(2):
        first, second = cost(once), cost(once * 2)
        if second < LEAST or second <= SLOPE * first:
            return False
    return True


def attempt(check_one: Callable[[], Any]) -> str | None:
    """What went wrong, or None."""
    try:
        return "slower than linear" if check_one() else None
    except Exception:
        return traceback.format_exc(limit=-3)


def fuzz(seconds: float, seed: int) -> dict[str, Any]:
    """Texts tried within a time budget, and every failure with its text."""
    draw, known = random.Random(seed), words()
    failures: list[tuple[str, str]] = []
    slopes = rounds = 0
    started = time.monotonic()
    while time.monotonic() - started < seconds:
        rounds += 1
        text = text_of(draw, known, 60)
        day = dt.date.fromordinal(draw.randint(1, dt.date.max.toordinal())) if draw.random() < 0.8 else None
        locale = draw.choice(("en-US", "en-GB"))
        if wrong := attempt(lambda text=text, day=day, locale=locale: check(text, day, locale)):  # type: ignore[misc]
            failures.append((text, wrong))
        if rounds % 10 == 0:
            slopes += 1
            short = text_of(draw, known, 6)
            if wrong := attempt(lambda short=short: is_slow(short)):  # type: ignore[misc]
                failures.append((short, wrong))
    return {
        "seconds": round(time.monotonic() - started), "texts": rounds, "repetitions": slopes, "failures": failures
    }  # fmt: skip


def main() -> None:
    """Run within the budget and print what was found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--long", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    result: dict[str, Any] = {}
    if options.long:
        for sentence in SENTENCES:
            line = sentence * (options.long * 1_000_000 // len(sentence))
            result[f"{options.long} million characters of {sentence.strip()!r}"] = round(cost(line), 1)
    result |= fuzz(options.seconds, options.seed)
    if options.json:
        print(json.dumps(result, indent=1))
    else:
        for name, value in result.items():
            print(f"{name:24} {len(value) if name == 'failures' else value}")
        for text, wrong in result["failures"]:
            print(f"\n{text!r}\n{wrong}")
    sys.exit(bool(result["failures"]))


if __name__ == "__main__":
    main()
