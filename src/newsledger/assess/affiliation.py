"""Who speaks for whom: a minister for the ministry, a capital for its state, a spokesman for the army.

Only what the ledger knows is used: an entity's role names another entity, or ``speaks_for`` does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from newsledger.assess.words import content_words
from newsledger.records import Entity, Mention

MINISTER = {"minister": "ministry", "secretary": "department", "spokesman": "", "spokeswoman": ""}


class Affiliations:
    """The camps of the pile's entities."""

    def __init__(self, entities: Iterable[Entity], mentions: Iterable[Mention] = ()) -> None:
        self._entity = {e.entity_id: e for e in entities}
        self._bodies: dict[frozenset[str], str] = {}
        names: dict[str, set[str]] = defaultdict(set)
        for mention in mentions:
            if mention.form == "name":
                names[mention.entity_id].add(mention.text)
        for entity in sorted(self._entity.values(), key=lambda e: e.entity_id):
            if entity.kind != "PERSON":
                for name in sorted({entity.name, *names[entity.entity_id]}):
                    self._bodies.setdefault(content_words(name), entity.entity_id)
        self._camps: dict[str, frozenset[str]] = {}

    def camp(self, entity_id: str) -> frozenset[str]:
        """The entity and those for whom it speaks."""
        if entity_id not in self._camps:
            self._camps[entity_id] = frozenset({entity_id, *self._spoken_for(entity_id)})
        return self._camps[entity_id]

    def allied(self, a: str | None, b: str | None) -> bool:
        """Whether one speaks for the other, or both for a third."""
        return a is not None and b is not None and bool(self.camp(a) & self.camp(b))

    def name(self, entity_id: str | None) -> str | None:
        """The entity's name."""
        entity = self._entity.get(entity_id) if entity_id else None
        return entity.name if entity else None

    def _spoken_for(self, entity_id: str) -> Iterable[str]:
        entity = self._entity.get(entity_id)
        if entity is None:
            return
        if entity.speaks_for:
            yield entity.speaks_for
        if not entity.role:
            return
        role = entity.role.lower()
        for office, body in MINISTER.items():
            role = role.replace(office, body)
        words = content_words(role)
        for size in (words, words - {w for w in words if len(w) < 4}):
            found = self._bodies.get(size)
            if found:
                yield found
