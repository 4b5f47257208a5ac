"""Where the marked stretches of an article stand: among its tokens, sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsledger.annotate.annotation import Span
from newsledger.annotate.parse import Parsed
from newsledger.annotate.quotations.stretches import Stretch, find_stretches

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

QUOTE_MARKS = frozenset({'"', "“", "”", "„", "«", "»", "''", "``", "'", "‘", "’", "`"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """``owner`` and ``sentence`` give for each token the number of its stretch and of its sentence, or -1."""

    text: str
    doc: Doc
    stretches: tuple[Stretch, ...]
    owner: Sequence[int]
    sentence: Sequence[int]
    borders: tuple[tuple[int, int], ...]  # token range of each sentence

    @classmethod
    def of(cls, parsed: Parsed) -> Layout:
        """The layout of a parsed article."""
        doc = parsed.doc
        stretches = find_stretches(parsed)
        owner, sentence = [-1] * len(doc), [-1] * len(doc)
        for number, stretch in enumerate(stretches):
            owner[stretch.first : stretch.last] = [number] * (stretch.last - stretch.first)
        borders = tuple((s.start, s.end) for s in parsed.sentences)
        for number, (start, end) in enumerate(borders):
            sentence[start:end] = [number] * (end - start)
        return cls(
            text=parsed.article.text,
            doc=doc,
            stretches=stretches,
            owner=owner,
            sentence=sentence,
            borders=borders,
        )

    def inside(self, number: int) -> Span:
        """What stands inside the marks of a stretch, less white space."""
        text, quoted = self.text, self.stretches[number].quoted
        start, end = quoted.start, quoted.end
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        return Span(start, end)

    def skip_marks(self, i: int, stop: int) -> int:
        """The first token from ``i`` that is no mark and no white space."""
        while i < stop and (self.doc[i].text in QUOTE_MARKS or self.doc[i].is_space):
            i += 1
        return i

    def skip_marks_back(self, i: int, stop: int) -> int:
        """The end of the tokens before ``i`` that are marks or white space."""
        while i > stop and (self.doc[i - 1].text in QUOTE_MARKS or self.doc[i - 1].is_space):
            i -= 1
        return i

    def outside(self, start: int, end: int) -> list[Token]:
        """The tokens of a range that lie in no stretch and are no marks."""
        return [
            self.doc[i]
            for i in range(start, end)
            if self.owner[i] < 0 and self.doc[i].text not in QUOTE_MARKS and not self.doc[i].is_space
        ]

    def last_character(self, number: int) -> str:
        """The last character inside the marks of a stretch."""
        quoted = self.stretches[number].quoted
        return self.text[quoted.start : quoted.end].rstrip()[-1:]
