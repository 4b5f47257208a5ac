"""What the words around a date say that it is the day of: a change to the article, or something else.

The patterns stand in ``data/times/versions.toml``.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from newsledger.annotate.times.lexicon import load

REACH = 80  # characters before a date that tell what it dates


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """The compiled patterns, and the kinds of passages that may hold a note of a change."""

    label: re.Pattern[str]
    after: re.Pattern[str]
    changed: re.Pattern[str]
    published: re.Pattern[str]
    picture: re.Pattern[str]
    kinds: frozenset[str]


@functools.lru_cache(maxsize=1)
def patterns() -> Patterns:
    """The patterns of the file."""
    raw = load("versions")
    keys = ("label", "after", "changed", "published", "picture")
    compiled = {k: re.compile(raw[k], re.IGNORECASE) for k in keys}
    return Patterns(**compiled, kinds=frozenset(raw["kinds"]))


def tells_a_change(before: str, after: str) -> bool:
    """Whether a date between these two stretches of a note or a line is the day of a change."""
    known = patterns()
    near = before if len(before) <= REACH else f"x{before[-REACH:]}"  # a cut is no beginning
    if known.label.search(near) and known.after.match(after):
        return True
    return known.changed.search(near) is not None


def tells_publication(before: str) -> bool:
    """Whether a date after this beginning of a line is called the day of publication."""
    return len(before) <= REACH and patterns().published.fullmatch(before) is not None


def dates_a_picture(before: str, after: str) -> bool:
    """Whether a date heads a caption or stands in one: "June 23, 2010: A boat in the bay"; "photo taken on June 23"."""
    heads = not before.strip() and after.startswith(":")
    return heads or patterns().picture.search(before[-REACH:]) is not None
