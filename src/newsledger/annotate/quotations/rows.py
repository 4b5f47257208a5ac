"""What was found, as records: token ranges become spans, and the time of saying is looked up."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsledger.annotate.annotation import FoundQuotation, FoundTime, Span
from newsledger.annotate.quotations.layout import Layout
from newsledger.annotate.quotations.lexicon import lexicon
from newsledger.annotate.quotations.occasion import occasion_of
from newsledger.annotate.quotations.sources import Source

if TYPE_CHECKING:
    from spacy.tokens import Token


class Rows:
    """Makes the records of one article."""

    def __init__(self, layout: Layout, times: Sequence[FoundTime]) -> None:
        self.layout = layout
        self.times = sorted((t for t in times if t.timex_type in ("DATE", "TIME")), key=lambda t: t.start)
        self.starts = [t.start for t in self.times]
        self.said: dict[int, Span | None] = {}

    def row(
        self,
        span: Span,
        kind: str,
        cue: int | None,
        source: Source | None,
        *,
        continues: Span | None = None,
        addressee: tuple[int, int] | None = None,
        stance: str = "affirms",
        content: frozenset[int] = frozenset(),
    ) -> FoundQuotation:
        """One quotation."""
        doc = self.layout.doc
        token = None if cue is None else doc[cue]
        return FoundQuotation(
            start=span.start,
            end=span.end,
            text=self.layout.text[span.start : span.end],
            kind=kind,
            cue=None if token is None else self._cue_words(token, span),
            cue_span=None if token is None else Span(token.idx, token.idx + len(token)),
            speaker=None if source is None else self._span(source.start, source.end),
            speaker_head=None if source is None else doc[source.head].idx,
            addressee=None if addressee is None else self._span(*addressee),
            said=None if cue is None else self._said(cue),
            occasion=None if cue is None else self._occasion(cue, content),
            continues=continues,
            stance=stance,
        )

    def _cue_words(self, cue: Token, content: Span) -> str:
        """The words that introduce the content: "spoke of", "spoke out against", "warned (his board) about"."""
        allowed = lexicon().preposition.get(cue.lemma_.lower(), frozenset())
        words = [cue.text]
        for token in cue.rights:
            if token.idx >= content.start:
                break
            if token.dep_ == "prt":
                words.append(token.text)
            if token.dep_ == "prep" and token.lower_ in allowed and self._opens(token, content):
                words.append(token.text)
        return " ".join(words)

    def _opens(self, preposition: Token, content: Span) -> bool:
        """Whether the content begins right behind the preposition."""
        doc = preposition.doc
        return preposition.i + 1 < len(doc) and doc[preposition.i + 1].idx == content.start

    def _span(self, first: int, last: int) -> Span:
        doc = self.layout.doc
        return Span(doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))

    def _occasion(self, cue: int, content: frozenset[int]) -> Span | None:
        found = occasion_of(self.layout, cue, content)
        return None if found is None else self._span(*found)

    def _said(self, cue: int) -> Span | None:
        """The temporal expression that belongs to the cue itself: its nearest verb above is the cue."""
        if cue not in self.said:
            self.said[cue] = self._time_of(cue) if self.times else None
        return self.said[cue]

    def _time_of(self, cue: int) -> Span | None:
        layout = self.layout
        if layout.sentence[cue] < 0:
            return None
        first, last = layout.borders[layout.sentence[cue]]
        for i in range(first, last):
            if layout.owner[i] < 0 and (time := self._at(layout.doc[i].idx)) is not None:
                above = layout.doc[i]
                while above.pos_ not in ("VERB", "AUX") and above.head.i != above.i:
                    above = above.head
                if above.i == cue:
                    return Span(time.start, time.end)
        return None

    def _at(self, offset: int) -> FoundTime | None:
        """The expression that begins at an offset."""
        n = bisect.bisect_left(self.starts, offset)
        return self.times[n] if n < len(self.times) and self.starts[n] == offset else None
