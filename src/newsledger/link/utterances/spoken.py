"""A quotation as the comparison needs it: its words in marks, its sentence, its day, whose block it is in."""

from __future__ import annotations

import bisect
import datetime as dt
import functools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsledger.annotate.quotations.quoted import find_quoted
from newsledger.link.utterances.compare import Heard, heard
from newsledger.link.utterances.words import CUT
from newsledger.records import Article, Entity, Quotation, Sentence


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """``wording`` is what stands inside marks, parts joined by a cut mark; of an indirect quotation, all.

    What only the comparison with another quotation needs is made on demand: most meet none.
    """

    quotation: Quotation
    block: str | None  # the speaker, or the government that the speaker stands for
    named: bool  # whether some article names the speaker
    wording: str
    marked: bool
    here: tuple[Sentence, ...]  # the sentences it stands in
    published: dt.date | None
    place: int  # number of its first sentence in the article

    @functools.cached_property
    def heard(self) -> Heard:
        """The wording as it sounds."""
        return heard(self.wording)

    @functools.cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its content words."""
        return frozenset(self.heard.content)

    @functools.cached_property
    def context(self) -> frozenset[str]:
        """The stems of the sentences it stands in."""
        return frozenset(heard(" ".join(s.text for s in self.here)).content)

    @functools.cached_property
    def sentences(self) -> frozenset[str]:
        """The ids of the sentences it stands in."""
        return frozenset(s.sentence_id for s in self.here)

    @property
    def id(self) -> str:
        """The quotation's id."""
        return self.quotation.quotation_id

    @property
    def article_id(self) -> str:
        """The article it stands in."""
        return self.quotation.article_id

    @property
    def order(self) -> tuple[str, str, int, str]:
        """Earliest first; undated last."""
        day = self.published.isoformat() if self.published else "9999"
        return (day, self.quotation.article_id, self.quotation.start, self.quotation.quotation_id)


def spoken_rows(
    quotations: Sequence[Quotation],
    articles: Sequence[Article],
    entities: Sequence[Entity],
    sentences: Sequence[Sentence],
    named: frozenset[str],
) -> list[Spoken]:
    """The quotations as the comparison needs them; ``named`` are the entities that some article names."""
    days = {a.article_id: a.published for a in articles}
    blocks = {e.entity_id: e.speaks_for or e.entity_id for e in entities}
    places = _Sentences(sentences)
    rows = []
    for q in quotations:
        if not (wording := marked_words(q)):
            continue
        here, place = places.holding(q)
        rows.append(
            Spoken(
                quotation=q,
                block=None if q.speaker_id is None else blocks.get(q.speaker_id, q.speaker_id),
                named=q.speaker_id in named,
                wording=wording,
                marked=q.kind != "indirect",
                here=tuple(here),
                published=days.get(q.article_id),
                place=place,
            )
        )
    return rows


def marked_words(quotation: Quotation) -> str:
    """The words inside the marks of a mixed quotation; of any other, its text."""
    if quotation.kind != "mixed":
        return quotation.text
    parts = [quotation.text[q.start : q.end] for q in find_quoted(quotation.text) if q.depth == 0]
    return f" {CUT} ".join(part.strip() for part in parts)


class _Sentences:
    def __init__(self, rows: Sequence[Sentence]) -> None:
        groups: Mapping[str, list[Sentence]] = defaultdict(list)
        for row in rows:
            groups[row.article_id].append(row)
        self.rows = {a: sorted(g, key=lambda s: s.start) for a, g in groups.items()}
        self.starts = {a: [s.start for s in g] for a, g in self.rows.items()}

    def holding(self, q: Quotation) -> tuple[list[Sentence], int]:
        """The sentences that a quotation touches, and the number of the first."""
        rows, starts = self.rows.get(q.article_id, []), self.starts.get(q.article_id, [])
        first = max(0, bisect.bisect_right(starts, q.start) - 1)
        last = bisect.bisect_left(starts, q.end)
        return [s for s in rows[first:last] if s.end > q.start], first
