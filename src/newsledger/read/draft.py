"""What a format's reader hands over: a draft of an article, or the refusal of a record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

MAX_CHARACTERS = 1_000_000  # of one article; spaCy's own limit, and far above the longest news text


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedDate:
    """A date that the file states or hints at: a candidate, no verdict.

    ``value`` is an ISO date, or a part of one: ``2021-12``, ``--12-01``.
    """

    vote: str  # metadata, json_ld, meta_tag, url, modified, fetched, htmldate
    value: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """What the markup says of a stretch of the text: a kind of passage."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A hyperlink; offsets into the draft's text, None where it stands outside the article's text."""

    start: int | None
    end: int | None
    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Something that the reader of the ledger should know of this article."""

    message: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article as its file states it. ``record`` tells records of one file apart; None where there is one."""

    text: str
    record: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    agency: str | None = None
    language: str | None = None
    dates: tuple[StatedDate, ...] = ()  # the first full metadata, json_ld or meta_tag date is the stated one
    hints: tuple[Hint, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A file or record that gives no article; ``message`` goes on after the name of the file."""

    message: str
    remedy: str
    record: str | None = None
    severity: str = "refused"


Outcome = Draft | Refusal
Reader = Callable[[bytes, str], Iterator[Outcome]]  # content, name of the file (for messages alone)


def too_long(length: int, record: str | None = None) -> Refusal:
    """The refusal of a text above the limit."""
    return Refusal(
        record=record,
        message=f"a text of {length:,} characters; the limit is {MAX_CHARACTERS:,} characters for one article",
        remedy="Split the file into its articles, for example one JSON record a line.",
    )
