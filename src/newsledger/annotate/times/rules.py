"""The rules of ``data/times/*.toml``, compiled.

The language of a pattern is Python's ``re`` with three changes: ``{table}`` stands for any word of that
table of the vocabulary, a blank for any single break between words, and a pattern begins and ends at the
border of a word. Keys of a rule beside ``name`` and ``pattern``:

``op``       how its reading is anchored (see ``annotate.times.anchor``); given once for a whole file or by rule
``near``     the class of words around which the rule is tried at all
``type``     the TIMEX3 type; DATE where nothing is said
``set``      what the reading holds beside the words
``guard``    the name of a test in ``annotate.times.guards`` that a match must pass
``trim``     words at the start that the pattern needs and the expression does not contain
``emit``     the expressions, where one match holds several ("3 to 5 June 2011")
``domain``   "narrative": tried in historical narrative only
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from newsledger.annotate.times.lexicon import expand, load, spaced

FILES = ("dates", "clock", "weekdays", "relative", "sets", "durations", "vague", "holidays")
TYPES = {"duration": "DURATION", "span": "DURATION", "set": "SET"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One compiled rule."""

    name: str
    op: str
    near: str
    pattern: re.Pattern[str]
    timex_type: str
    meaning: Mapping[str, Any] = field(default_factory=dict)
    guard: str | None = None
    trim: re.Pattern[str] | None = None
    trim_end: re.Pattern[str] | None = None
    emit: tuple[Mapping[str, tuple[str, ...]], ...] = ()
    domain: str | None = None


def compile_rule(raw: Mapping[str, Any], defaults: Mapping[str, Any]) -> Rule:
    """One rule of a file, whose top-level keys are the defaults."""
    meaning = dict(raw.get("set", {}))
    op = str(raw.get("op", defaults.get("op")))
    kind = meaning.pop("type", None) or raw.get("type") or defaults.get("type") or TYPES.get(op, "DATE")
    return Rule(
        name=raw["name"],
        op=op,
        near=raw["near"],
        pattern=re.compile(rf"(?<![\w$£€])(?:{expand(raw['pattern'])})(?!\w)", re.IGNORECASE),
        timex_type=str(kind),
        meaning=meaning,
        guard=raw.get("guard"),
        trim=re.compile(spaced(raw["trim"]), re.IGNORECASE) if "trim" in raw else None,
        trim_end=re.compile(spaced(r"\s" + raw["trim_end"]) + "$", re.IGNORECASE)
        if "trim_end" in raw
        else None,
        emit=tuple({k: tuple(v) for k, v in part.items()} for part in raw.get("emit", ())),
        domain=raw.get("domain"),
    )


@functools.lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """All rules in the order of the files: where two match the same words, the earlier one wins."""
    out = []
    for name in FILES:
        raw = load(name)
        out += [compile_rule(rule, raw) for rule in raw["rule"]]
    return tuple(out)
