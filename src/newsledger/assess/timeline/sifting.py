"""Which sentences tell a happening, which a plan, which only a voice: by the patterns of ``timeline.txt``."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Mapping
from importlib.resources import files

from newsledger.records import Time

READ = 2_000  # characters of a sentence that are read
QUOTED = re.compile(r"[\"“«][^\"“”«»]*(?:[\"”»]|$)")


@functools.lru_cache(maxsize=1)
def _patterns() -> Mapping[str, re.Pattern[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    text = files("newsledger.data.events").joinpath("timeline.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        name, colon, pattern = line.partition(": ")
        if colon and not line.startswith("#"):
            found[name].append(pattern)
    return {name: re.compile("|".join(parts)) for name, parts in found.items()}


def _holds(name: str, text: str) -> bool:
    return _patterns()[name].search(text[:READ]) is not None


def is_idle(text: str) -> bool:
    """Whether a sentence asks, or tells under which conditions somebody spoke."""
    return _holds("idle", text.rstrip().lower())


def is_state(text: str) -> bool:
    """Whether a sentence tells how things are, not what happened."""
    return _holds("state", text.lower()) and not _holds("happening", text.lower())


def is_quoted(text: str) -> bool:
    """Whether a sentence is a voice rather than a report: a quotation, or somebody who speaks of himself."""
    return _holds("quoted", text.strip()) or _holds("personal", QUOTED.sub("", text[:READ]))


def is_plan(text: str) -> bool:
    """Whether a sentence says what is to happen."""
    return _holds("plan", text.lower())


def looks_ahead(text: str) -> bool:
    """Whether anything in a sentence allows for a day after its article."""
    return _holds("ahead", text.lower())


def is_dangling(text: str) -> bool:
    """Whether a sentence begins with a word for what only the sentence before names."""
    return _holds("dangling", text.lower())


def is_now(text: str) -> bool:
    """Whether a sentence speaks of its report's day, or reports words: no part of a narrative of an earlier day."""
    return _holds("now", text.lower())


def is_negative(text: str) -> bool:
    """Whether a sentence says that something was not so, or was called off."""
    return _holds("negative", text.lower())


def is_vague(time: Time) -> bool:
    """Whether nothing places a time in a year: "a winter campaign", "that day" in a text out of order."""
    return "XX" in time.value or (_holds("season", time.value) and not _holds("placed", time.text.lower()))
