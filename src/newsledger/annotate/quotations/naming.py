"""Marks that set off a name: a title, a nickname, a so-called thing. Nobody in particular says it."""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LOOK_BACK = 8  # tokens between a work and its title
_SHORT = 3  # letters of a word that a title may set in lower case
_FINAL = frozenset("?!")


@dataclass(frozen=True, slots=True)
class _Names:
    before: re.Pattern[str]
    works: frozenset[str]


@functools.lru_cache(maxsize=1)
def _names() -> _Names:
    path = resources.files("newsledger") / "data" / "quotations" / "names.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    phrases = "|".join(re.escape(p) for p in sorted(table["before"], key=len, reverse=True))
    return _Names(re.compile(rf"(?:^|\W)(?:{phrases})\W*$", re.IGNORECASE), frozenset(table["works"]))


def is_name(doc: Doc, text: str, outer_start: int, first: int, last: int) -> bool:
    """Whether the marked tokens ``[first, last)`` are a name; ``outer_start`` is the offset of the mark."""
    names = _names()
    if names.before.search(text, max(0, outer_start - 24), outer_start):
        return True
    words = [doc[i].text for i in range(first, last) if doc[i].is_alpha]
    if not words or not words[0][:1].isupper() or doc[last - 1].text[-1:] in _FINAL:
        return False
    return (
        len(words) <= _LOOK_BACK
        and _carries_title(doc, first, names.works)
        and not _has_verb(doc, first, last)
    )


def is_title(doc: Doc, first: int, last: int) -> bool:
    """Whether marked tokens are set as a title: All Long Words in Upper Case."""
    words = [doc[i].text for i in range(first, last) if doc[i].is_alpha]
    capitals = sum(w[0].isupper() for w in words)
    if capitals < 2 or doc[last - 1].text[-1:] in _FINAL or all(w.isupper() for w in words):
        return False
    return words[0][0].isupper() and all(w[0].isupper() or len(w) <= _SHORT for w in words)


def _carries_title(doc: Doc, first: int, works: frozenset[str]) -> bool:
    """Whether the noun right before the mark, or before a comma there, is a work."""
    before = [doc[i] for i in range(max(0, first - 3), first) if doc[i].is_alpha]
    return bool(before) and before[-1].lemma_.lower() in works


def _has_verb(doc: Doc, first: int, last: int) -> bool:
    return any(doc[i].pos_ in ("VERB", "AUX") for i in range(first, last))
