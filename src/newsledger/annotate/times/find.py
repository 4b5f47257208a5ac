"""Find the temporal expressions of one article: rules first, the parse only refines."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from newsledger.annotate.annotation import FoundTime
from newsledger.annotate.times.domain import is_narrative
from newsledger.annotate.times.guards import GUARDS, PosAt
from newsledger.annotate.times.read import bounds, expressions
from newsledger.annotate.times.rules import Rule, rules
from newsledger.annotate.times.scan import windows
from newsledger.annotate.times.tense import SENTENCE_END, tense_of

if TYPE_CHECKING:
    import spacy.tokens

    from newsledger.annotate.parse import Parsed

HEADING = 80  # characters in a heading at most
OPENING = 20


def find_times(parsed: Parsed) -> tuple[FoundTime, ...]:
    """The temporal expressions of an article, in order of their start, none overlapping.

    Values that need a date to count from are left to ``link.times``. Passages that are no prose are read
    as well: a dateline or a correction line holds dates that others need.
    """
    return find_in_text(parsed.article.text, parsed.doc)


def find_in_text(text: str, doc: spacy.tokens.Doc | None = None) -> tuple[FoundTime, ...]:
    """The temporal expressions of a bare text. Without a parse the tense is read off the words nearby."""
    at = pos_at(doc)
    candidates = [
        (start, start - end, order, rule, match)
        for order, rule, match in matches(text)
        if rule.guard is None or GUARDS[rule.guard](text, match, at)
        for start, end in (bounds(rule, match),)
    ]
    candidates.sort(key=lambda c: c[:3])
    narrative = is_narrative([(m[-2].name, m[-1][0]) for m in candidates])
    out: list[FoundTime] = []
    free = 0
    for start, _, _, rule, match in candidates:
        if start < free or rule.domain not in (None, "narrative" if narrative else "news"):
            continue
        found = [f for f in expressions(rule, match, text) if f.start >= free and f.end > f.start]
        if found:
            out += found
            free = max(f.end for f in found)
    return tuple(with_tense(f, tense_of(text, f, doc)) for f in placed(text, out))


def with_tense(found: FoundTime, tense: str | None) -> FoundTime:
    """An expression with its tense; a plan that was over is ahead of its teller, and may lie behind us."""
    if tense != "planned":
        return replace(found, tense=tense)
    return replace(found, tense="future", meaning=(*found.meaning, ("over", True)))


def placed(text: str, found: Iterable[FoundTime]) -> Iterator[FoundTime]:
    """Note each expression's sentence, and whether it opens it: a year there sets the scene."""
    ends = [m.end() for m in SENTENCE_END.finditer(text)]
    for f in found:
        number = bisect.bisect_right(ends, f.start)
        opens = f.start - (ends[number - 1] if number else 0) <= OPENING
        opens = (opens or in_heading(text, f.start)) and "year2" not in dict(f.meaning)
        yield replace(f, meaning=(*f.meaning, ("sentence", number), *((("opens", True),) if opens else ())))


def in_heading(text: str, start: int) -> bool:
    """Whether an offset lies in a short line without a full stop at its end."""
    first = text.rfind("\n", max(0, start - HEADING), start)
    last = text.find("\n", start, start + HEADING)
    return first >= 0 and last >= 0 and last - first <= HEADING and text[last - 1] not in '.!?;:"”'


def matches(text: str) -> Iterator[tuple[int, Rule, re.Match[str]]]:
    """Every match of every rule near a word of its class."""
    near = windows(text)
    for order, rule in enumerate(rules()):
        for lo, hi in near.get(rule.near, ()):
            for match in rule.pattern.finditer(text, lo, hi):
                yield order, rule, match


def pos_at(doc: spacy.tokens.Doc | None) -> PosAt:
    """The part of speech of the token at an offset."""
    if doc is None:
        return lambda offset: None
    starts = [token.idx for token in doc]

    def at(offset: int) -> str | None:
        i = bisect.bisect_right(starts, offset) - 1
        return doc[i].pos_ if i >= 0 else None

    return at
