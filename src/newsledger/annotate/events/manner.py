"""The mode of an event whose frame leaves it open: by the weapon named beside it, or by what is threatened."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import replace

from newsledger.annotate.events import syntax
from newsledger.annotate.events.coded import Coded
from newsledger.annotate.events.frames import word_lists

KEPT = frozenset({"curfew", "martial-law", "arrest", "violence"})  # modes that a threat shares with its act


@functools.lru_cache(maxsize=1)
def _cues() -> Mapping[str, Mapping[str, str]]:
    """Type of event -> cue word, or type of the act -> mode."""
    out: dict[str, dict[str, str]] = {}
    for key, words in word_lists("modes.txt").items():
        type_, _, rest = key.partition(" ")
        known = out.setdefault(type_, {})
        for word in words:
            cue, mode = (rest, word) if type_ == "THREATEN" else (word, rest)
            known.setdefault(cue, mode)
    return out


def with_mode(coded: Coded) -> Coded:
    """The event with its mode, where a word tells it."""
    if coded.mode is not None or coded.type not in _cues():
        return coded
    cues = _cues()[coded.type]
    if coded.type == "THREATEN":
        return replace(coded, mode=cues.get(coded.act or ""))
    near = {t.lemma_.lower() for t in syntax.around(coded.trigger)}
    return replace(coded, mode=next((mode for cue, mode in cues.items() if cue in near), None))
