"""The rows of a dispute: its sides in order, each with its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsledger.records import Article, Dispute, DisputeSide, make_id

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Said:
    """One piece of evidence for a side."""

    article: Article
    start: int
    end: int
    speaker_id: str | None = None
    value: str | None = None

    @property
    def text(self) -> str:
        """The words."""
        return self.article.text[self.start : self.end]

    @property
    def _identity(self) -> tuple[object, ...]:
        return (self.article.article_id, self.start, self.end, self.speaker_id, self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Said) and self._identity == other._identity

    def __hash__(self) -> int:
        return hash(self._identity)

    @property
    def key(self) -> tuple[str, str, int, int]:
        """By publication, then by place."""
        return (str(self.article.published or ""), self.article.article_id, self.start, self.end)


def make_dispute(
    kind: str, sides: Sequence[Sequence[Said]], summary: str, reason: str, form: str = ""
) -> tuple[Dispute, list[DisputeSide]]:
    """The dispute and its side rows; its id comes from the first words of each side."""
    ordered = [sorted(side, key=lambda s: s.key) for side in sides]
    dispute_id = make_id(
        "d", kind, [(s[0].article.article_id, s[0].start, s[0].end, s[0].value) for s in ordered]
    )
    rows = [
        DisputeSide(
            dispute_id=dispute_id,
            side=LETTERS[min(number, len(LETTERS) - 1)],
            speaker_id=said.speaker_id,
            article_id=said.article.article_id,
            start=said.start,
            end=said.end,
            text=said.text,
            value=said.value,
        )
        for number, side in enumerate(ordered)
        for said in dict.fromkeys(side)
    ]
    return Dispute(dispute_id=dispute_id, kind=kind, summary=summary, reason=reason, form=form), rows
