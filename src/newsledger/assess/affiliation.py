"""Who speaks for whom: a minister for the ministry, a capital for its state, a spokesman for the army.

Only what the ledger knows is used: an entity's role names another entity, or ``speaks_for`` does.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping

from newsledger.assess.tables import table
from newsledger.assess.words import content_words
from newsledger.records import Entity, Mention

Key = str | frozenset[str]
ARTICLES = frozenset(("the", "a", "an", "its", "their", "his", "her"))
STEPS = 3  # a spokesman for a ministry of a state


@functools.cache
def _plain_bodies() -> dict[str, str]:
    return {name: key for key, names in table("offices")["bodies"].items() for name in names}


def _body_key(name: str) -> Key:
    """A plain body by its key, a named one by its content words."""
    bare = " ".join(w for w in name.lower().split() if w not in ARTICLES)
    return _plain_bodies().get(bare) or content_words(bare)


class Affiliations:
    """The camps of the pile's entities."""

    def __init__(self, entities: Iterable[Entity], mentions: Iterable[Mention] = ()) -> None:
        self._entity = {e.entity_id: e for e in entities}
        names: dict[str, set[str]] = defaultdict(set)
        for mention in mentions:
            if mention.form == "name":
                names[mention.entity_id].add(mention.text)
        self._named = frozenset(names)
        self._bodies: dict[Key, str] = {}
        for entity in sorted(self._entity.values(), key=lambda e: (e.entity_id not in names, e.entity_id)):
            if entity.kind != "PERSON" or _body_key(entity.name) in table("offices")["bodies"]:
                for name in sorted({entity.name, *names[entity.entity_id]}):
                    self._bodies.setdefault(_body_key(name), entity.entity_id)
        self._described = self._by_description(names)
        self._camps: dict[str, tuple[str, ...]] = {}

    def _by_description(self, names: Mapping[str, set[str]]) -> dict[Key, str]:
        """Named bodies by what they are called: "the aid agency" is the one that is introduced so."""
        owners: dict[Key, set[str]] = defaultdict(set)
        for entity in self._entity.values():
            if entity.entity_id in names and entity.role and entity.kind == "ORG":
                owners[_body_key(entity.role)].add(entity.entity_id)
        return {key: min(ids) for key, ids in owners.items() if len(ids) == 1 and key}

    def camp(self, entity_id: str) -> tuple[str, ...]:
        """The entity and, in order, those for whom it speaks."""
        if entity_id not in self._camps:
            chain = [entity_id]
            for _ in range(STEPS):
                body = self._spoken_for(chain[-1])
                if body is None or body in chain:
                    break
                chain.append(body)
            self._camps[entity_id] = tuple(chain)
        return self._camps[entity_id]

    def voice(self, entity_id: str) -> str:
        """The body behind a speaker, or the speaker alone."""
        chain = self.camp(entity_id)
        return chain[1] if len(chain) > 1 else chain[0]

    def allied(self, a: str | None, b: str | None) -> bool:
        """Whether one speaks for the other, or both for one body."""
        if a is None or b is None:
            return False
        return a in self.camp(b) or b in self.camp(a) or self.voice(a) == self.voice(b)

    def is_named(self, entity_id: str | None) -> bool:
        """Whether the entity has a name, not only a description."""
        return entity_id in self._named

    def can_speak(self, entity_id: str) -> bool:
        """Whether the entity is a person or a body, not a bare place or thing."""
        entity = self._entity.get(entity_id)
        return entity is not None and entity.kind in ("PERSON", "ORG", "NORP", "GPE")

    def is_people(self, entity_id: str) -> bool:
        """Whether the entity is a nationality or the like, mostly said of somebody else."""
        entity = self._entity.get(entity_id)
        return entity is not None and entity.kind == "NORP"

    def calling(self, entity_id: str | None) -> str:
        """The entity's role, or its description where it has no name."""
        entity = self._entity.get(entity_id) if entity_id else None
        if entity is None:
            return ""
        return entity.role or ("" if self.is_named(entity_id) else entity.name)

    def may_be_one(self, a: str | None, b: str | None) -> bool:
        """Whether one is only described, and the description fits the other's role or body."""
        for one, other in ((a, b), (b, a)):
            entity = self._entity.get(one) if one else None
            if entity is None or self.is_named(one) or other is None:
                continue
            body = self._by_role(entity.name)
            words = content_words(entity.name)
            if (body and body in self.camp(other)) or (words and words <= content_words(self.calling(other))):
                return True
        return False

    def name(self, entity_id: str | None) -> str | None:
        """The entity's name."""
        entity = self._entity.get(entity_id) if entity_id else None
        return entity.name if entity else None

    def _spoken_for(self, entity_id: str) -> str | None:
        entity = self._entity.get(entity_id)
        if entity is None:
            return None
        if entity.speaks_for:
            return entity.speaks_for
        plain = _body_key(entity.name)
        if entity_id not in self._named and plain in self._described:
            return self._described[plain]
        if isinstance(plain, str) and self._bodies.get(plain, entity_id) != entity_id:
            return self._bodies[plain]
        body = self._by_role(entity.role) if entity.role else None
        return None if entity.kind == "ORG" and body not in self._named else body

    def _by_role(self, role: str) -> str | None:
        """The body that a role names: after "of", or less the words of office."""
        role = role.lower().replace("'s ", " ").replace("’s ", " ")
        offices = table("offices")["offices"]
        plain = " ".join(offices.get(w, w) for w in role.split())
        for part in (role.partition(" of ")[2], role.partition(" for ")[2], plain):
            key = _body_key(part) if part.strip() else None
            if key and key in self._bodies:
                return self._bodies[key]
        return None
