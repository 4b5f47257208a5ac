"""What else differs between two reports of an utterance: the occasion, and whether it was translated."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence

from newsledger.annotate.annotation import Annotation
from newsledger.annotate.mentions.tables import known_names
from newsledger.link.utterances.spoken import Spoken
from newsledger.link.utterances.words import wording
from newsledger.records import Article, Entity, Quotation

_WORD = re.compile(r"[^\W\d_][\w.'-]*")
Place = tuple[str, int, int]


class Circumstances:
    """Looks up to whom a quotation was spoken and in which language its speaker speaks in public."""

    def __init__(
        self, articles: Sequence[Article], annotations: Sequence[Annotation], entities: Sequence[Entity]
    ) -> None:
        texts = {a.article_id: a.text for a in articles}
        self.addressees: Mapping[Place, str] = {
            (x.article_id, q.start, q.end): texts[x.article_id][q.addressee.start : q.addressee.end]
            for x in annotations
            for q in x.quotations
            if q.addressee is not None and x.article_id in texts
        }
        self.entities = {e.entity_id: e for e in entities}

    def flags(self, a: Spoken, b: Spoken, relation: str) -> tuple[str, ...]:
        """``occasion`` where day or addressee differ; ``translation`` where two wordings may be two translations."""
        found = []
        if self._other_occasion(a.quotation, b.quotation):
            found.append("occasion")
        if relation == "altered" and self._is_translated(a) and self._is_translated(b):
            found.append("translation")
        return tuple(found)

    def _other_occasion(self, a: Quotation, b: Quotation) -> bool:
        if a.said_on is not None and b.said_on is not None and a.said_on != b.said_on:
            return True
        if a.addressee_id is not None and a.addressee_id == b.addressee_id:
            return False
        first, second = self._addressee(a), self._addressee(b)
        return first is not None and second is not None and first != second

    def _addressee(self, q: Quotation) -> str | None:
        """The last word of whom it was spoken to: of "a news conference in Paris", conference."""
        words = _WORD.findall(self.addressees.get((q.article_id, q.start, q.end), ""))
        return words[-1].lower() if words else None

    def _is_translated(self, spoken: Spoken) -> bool:
        entity = self.entities.get(spoken.quotation.speaker_id or "")
        if entity is None:
            return False
        behind = self.entities.get(entity.speaks_for or "")
        words = " ".join(filter(None, (entity.role, entity.name, behind.name if behind else None)))
        states = {state for word in _WORD.findall(words) if (state := _state(word)) is not None}
        return bool(states) and not states & wording().english


@functools.lru_cache(maxsize=4096)
def _state(word: str) -> str | None:
    entry = known_names().get(word)
    return entry.state if entry is not None else None
