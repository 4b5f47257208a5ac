"""What was counted before, which a bare number may take over."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    pass

MEMORY = 40  # countings that are remembered

REACH = 2  # sentences that an ellipsis looks back


@dataclass(slots=True)
class Antecedents:
    """What was counted before, newest last: (sentence number, unit, subject words, kind, currency)."""

    seen: list[Counting] = field(default_factory=list)

    def add(self, item: Counting) -> None:
        self.seen.append(item)

    def latest(self, sentence: int, kinds: tuple[str, ...], reach: int = REACH) -> Counting | None:
        """The newest counting of a kind within reach."""
        for item in reversed(self.seen[-MEMORY:]):
            if sentence - item.sentence > reach:
                return None
            if item.kind in kinds:
                return item
        return None


@dataclass(frozen=True, slots=True)
class Counting:
    """A unit that a later bare number can take over."""

    sentence: int
    unit: str
    counted: str
    kind: str
    currency: str | None = None
    per: str | None = None
