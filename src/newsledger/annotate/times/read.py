"""From a match to expressions: the spans, and the reading as plain data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newsledger.annotate.annotation import FoundTime
from newsledger.annotate.times.lexicon import number, spoken_year, vocabulary
from newsledger.annotate.times.rules import Rule

NUMBERS = ("count", "low", "number_first")
RENAMED = {"lengths": "length", "month_number": "month", "spoken_year": "year"}


def value_of(group: str, words: str) -> Any:
    """What the words of a group stand for."""
    name = group.rstrip("0123456789") if group != "year2" else group
    low = re.sub(r"\s+", " ", words.lower())
    if name == "spoken_year":
        return spoken_year(low)
    if name in NUMBERS:
        return number(words)
    if name in vocabulary():
        return vocabulary()[name].get(low, low)
    if name in ("second", "first", "month_number") or (words.isdigit() and name not in ("short", "year2")):
        return int(words)
    return low


def reading(rule: Rule, match: re.Match[str]) -> dict[str, Any]:
    """All groups of a match by name, numbered twins under the first name."""
    out: dict[str, Any] = {"op": rule.op, **rule.meaning}
    for group, words in match.groupdict().items():
        if words is None:
            continue
        base = group.rstrip("0123456789") if group != "year2" else group
        base = RENAMED.get(base, base)
        out[base if base not in out or base in rule.meaning else group] = value_of(group, words)
    return out


def expressions(rule: Rule, match: re.Match[str], text: str) -> Iterator[FoundTime]:
    """The expressions that one match holds."""
    if not rule.emit:
        start, end = bounds(rule, match)
        yield found(rule, text, start, end, reading(rule, match))
        return
    for part in rule.emit:
        spans = [match.span(g) for g in part["span"] if match.group(g) is not None]
        groups = [g for g in (*part["span"], *part["use"]) if match.group(g) is not None]
        meaning = {"op": rule.op, **rule.meaning}
        for g in groups:
            meaning[g if g == "year2" else g.rstrip("0123456789")] = value_of(g, match[g])
        yield found(rule, text, min(s for s, _ in spans), max(e for _, e in spans), meaning)


def bounds(rule: Rule, match: re.Match[str]) -> tuple[int, int]:
    """The span without the words that the pattern only needs around it."""
    start, end = match.span()
    if rule.trim and (lead := rule.trim.match(match.string, start, end)):
        start = lead.end()
    if rule.trim_end and (tail := rule.trim_end.search(match.string, start, end)):
        end = tail.start()
    while start < end and match.string[start].isspace():
        start += 1
    return start, end


def found(rule: Rule, text: str, start: int, end: int, meaning: dict[str, Any]) -> FoundTime:
    """A ``FoundTime``, its reading in a fixed order."""
    return FoundTime(
        start=start,
        end=end,
        text=text[start:end],
        timex_type=rule.timex_type,
        rule=rule.name,
        meaning=tuple(sorted(meaning.items())),
    )
