"""Places in datelines: "PORT SAID, Egypt, May 3 (Agency) —"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsledger.annotate.mentions import tables
from newsledger.annotate.mentions.context import TABLE
from newsledger.annotate.mentions.names import Name
from newsledger.annotate.parse import Parsed

PLACE = re.compile(r"[^\W\d_][^,(\d—–:/]*?(?=\s*(?:,|\(|—|–|:|/| - |$))")
WEIGHT = 6.0  # a dateline names a place, whatever it is called


def dateline_names(parsed: Parsed) -> Iterator[Name]:
    """The places that datelines name, spelt as the tables or the text spell them."""
    for passage in parsed.passages:
        if passage.kind != "dateline":
            continue
        text = passage.text
        stop = text.find("(")
        for found in PLACE.finditer(text[: stop if stop >= 0 else len(text)]):
            words = found.group().strip(" -")
            if not words or not is_place(words, found.start()):
                continue
            start = passage.start + found.start()
            name = Name(0, 0, start, start + len(words), usual(words))
            name.known = tables.known_names().get(name.text)
            name.vote(name.known.kind if name.known else "GPE", TABLE if name.known else WEIGHT)
            yield name


def is_place(words: str, offset: int) -> bool:
    """The first words of a dateline are its place; later ones only where the tables know them."""
    lower = [w.lower().strip(".") for w in words.split()]
    if any(w in tables.words("no_name") for w in lower):
        return False
    return (offset <= 1 and words[:1].isupper()) or usual(words) in tables.known_names()


def usual(words: str) -> str:
    """ "PORT MARIE" as "Port Marie"."""
    if not words.isupper() or words in tables.known_names():
        return words
    return tables.shouted().get(words) or words.title().replace("’S", "’s").replace("'S", "'s")
