"""Whose words "the statement said" gives: those of whom the text told before that it is theirs."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from newsledger.annotate.annotation import Span
from newsledger.annotate.quotations.lexicon import lexicon
from newsledger.records import Quotation

REACH = 600  # characters back to where the document is first told of
BESIDE = 160  # between the words of saying and "in a statement"


def with_issuers(
    rows: Sequence[Quotation], text: str, entity: Callable[[Span], str | None]
) -> list[Quotation]:
    """The quotations of one article, "the statement" as the speaker resolved to its issuer.

    That is the speaker of the last words before that were said "in a statement", else the subject of "issued a
    statement" where ``entity`` knows it. Where neither stands before, the row stays.
    """
    ordered = sorted(rows, key=lambda q: (q.start, q.end))
    out: dict[str, Quotation] = {q.quotation_id: q for q in ordered}
    for n, quotation in enumerate(ordered):
        noun = document(quotation)
        if noun is None:
            continue
        before = [out[q.quotation_id] for q in ordered[max(0, n - 4) : n]]
        issuer = speaker_in(before, quotation, noun, text) or subject_of(quotation, noun, text, entity)
        if issuer is not None:
            out[quotation.quotation_id] = replace(quotation, speaker_id=issuer)
    return [out[q.quotation_id] for q in rows]


def document(quotation: Quotation) -> str | None:
    """The noun of a speaker that is a document known from before: "the statement"."""
    words = (quotation.speaker_text or "").lower().split()
    if len(words) == 2 and words[0] in ("the", "this", "that") and words[1] in lexicon().documents:
        return words[1]
    return None


def speaker_in(before: Sequence[Quotation], quotation: Quotation, noun: str, text: str) -> str | None:
    """The speaker of the last of these that were said "in a" document of that noun."""
    for other in reversed(before):
        far = quotation.start - other.start > REACH
        if far or other.speaker_id is None or other.speaker_start is None:
            continue
        first = max(0, min(other.start, other.speaker_start) - BESIDE)
        found = list(pattern("issued", noun).finditer(text, first, quotation.start))
        near = [m for m in found if m.start() <= max(other.end, other.speaker_start) + BESIDE]
        if near:
            return other.speaker_id
    return None


def subject_of(
    quotation: Quotation, noun: str, text: str, entity: Callable[[Span], str | None]
) -> str | None:
    """Who "issued a statement" before: whoever the words right before the verb name."""
    first = max(0, quotation.start - REACH)
    for match in reversed(list(pattern("issuing", noun).finditer(text, first, quotation.start))):
        at = len(text[first : match.start()].rstrip()) + first
        found = entity(Span(max(0, at - 1), at))
        if found is not None:
            return found
    return None


@functools.lru_cache(maxsize=256)
def pattern(name: str, noun: str) -> re.Pattern[str]:
    return re.compile(getattr(lexicon(), name).replace("{noun}", re.escape(noun)), re.IGNORECASE)
