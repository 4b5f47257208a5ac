"""Denials in a speaker's own words: "That is a lie," she said; he said that the report was false."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from newsledger.annotate.annotation import FoundStance, Span
from newsledger.assess.sentences import Sentences
from newsledger.assess.tables import table
from newsledger.assess.words import WORD, cue_words, negates, stems
from newsledger.records import Quotation

FIRST = re.compile(r"[^.!?;,]+(?:,[^.!?;,]+)?")  # the first sentence of an answer, a comma in it or none
LONGEST = 80  # characters of it
SHORT = 8  # words of an answer that says of a statement that it is not so
FEW = 3  # of them content words


def find_answers(
    quotations: Iterable[Quotation], sentences: Sentences, text: str
) -> Iterator[tuple[FoundStance, str | None]]:
    """The answers among an article's quotations as acts of denial, each with its speaker.

    They point back at what was said before, unless the words name the statement: "reports of a sale were false".
    """
    for q in quotations:
        if q.stance != "affirms" or q.continues or not q.cue:
            continue
        content: Span | None = None
        words: tuple[str, ...] = ()
        if _is_answer(q):
            content = _named(q)
            words = _words(text[content.start : content.end]) if content else ()
        elif _is_contrary(q):
            words = tuple(word for word in _words(q.text) if not negates(word))
        else:
            continue
        start, end = sentences.around(q.article_id, q.start, q.start + len(_first(q.text)))
        yield (
            FoundStance(
                start=start,
                end=end,
                text=text[start:end],
                act="denies",
                cue=Span(q.start, q.end),
                content=content,
                words=words,
                anaphoric=not words,
            ),
            q.speaker_id,
        )


def _is_answer(q: Quotation) -> bool:
    """Whether all that the first sentence says is that something is not so."""
    if q.kind == "indirect":
        return _reported().fullmatch(q.text) is not None
    words = _first(q.text).strip(" \"“”'’").replace(",", "").lower()
    return q.kind == "direct" and len(words) <= LONGEST and _whole().fullmatch(words) is not None


def _is_contrary(q: Quotation) -> bool:
    """A short sentence that says that something is not so: "Nothing was agreed"."""
    words = _words(_first(q.text))
    return len(words) <= SHORT and any(map(negates, words)) and 0 < len(stems(words)) <= FEW


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.lower()))


def _first(text: str) -> str:
    match = FIRST.match(text)
    return match[0] if match else text


def _named(q: Quotation) -> Span | None:
    """The statement, where the words say what it says."""
    match = _reported().fullmatch(q.text) if q.kind == "indirect" else None
    return (
        Span(q.start + match.start("what"), q.start + match.end("what")) if match and match["told"] else None
    )


def _pattern(pattern: str) -> str:
    """A pattern of the table with its classes of words put in."""
    for key in ("point", "degree", "liar"):
        pattern = pattern.replace(f"{{{key}}}", table("answers")[key])
    false = "|".join(sorted(cue_words("false_words") - cue_words("slights")))
    statement = "|".join(sorted(w for w in cue_words("statement_nouns") if w not in cue_words("pointers")))
    return pattern.replace("{false}", false).replace("{statement}", statement)


@functools.cache
def _whole() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{_pattern(p)})" for p in table("answers")["whole"]))


@functools.cache
def _reported() -> re.Pattern[str]:
    return re.compile(_pattern(table("answers")["reported"]), re.IGNORECASE)
