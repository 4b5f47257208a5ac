"""Titles: when two are one, and the outlet's name at their end."""

from __future__ import annotations

import re

PART = re.compile(r"\s+[|–—»·-]\s+|\s*\|\s*")


def letters(text: str) -> str:
    """The letters and digits alone, without case."""
    return re.sub(r"\W+", "", text).casefold()


def same(a: str, b: str) -> bool:
    """Whether two titles have the same letters and digits."""
    return letters(a) == letters(b) != ""


def without_outlet(title: str, outlet_name: str | None) -> str:
    """``Headline | Outlet`` -> ``Headline``: the last or first part goes where it is the outlet's name."""
    parts = list(PART.finditer(title))
    if outlet_name and parts:
        if same(title[parts[-1].end() :], outlet_name):
            return title[: parts[-1].start()]
        if same(title[: parts[0].start()], outlet_name):
            return title[parts[0].end() :]
    return title
