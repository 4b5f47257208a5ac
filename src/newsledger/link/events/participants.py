"""Who a participant is: the entity of the mention at its head, else of a name that qualifies it."""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from collections.abc import Iterable

from newsledger.annotate.annotation import Span
from newsledger.records import Entity, Mention

NO_PARTY = frozenset({"LOC", "FAC", "EVENT"})  # seas, piers and summits neither act nor are acted upon
_AFTER = re.compile(r"\b(?:of|in|at|from|for|with|who|that|which)\b|,")
LONGEST_TITLE = 20  # characters from the beginning of a head to the name right behind it
LOOK_BACK = 8  # mentions before a span that may still reach into it


class Participants:
    """Looks up who a span of words is; a capital or a seat of government acts for its state."""

    def __init__(self, mentions: Iterable[Mention], entities: Iterable[Entity]) -> None:
        self.named = {m.entity_id for m in mentions if m.form == "name"}
        entities = tuple(entities)
        self.stands_for = {e.entity_id: e.speaks_for for e in entities if e.speaks_for}
        self.persons = {e.entity_id for e in entities if e.kind == "PERSON"}
        self.states = {e.entity_id for e in entities if e.kind == "GPE"}
        self.peoples = {e.entity_id for e in entities if e.kind == "NORP"}
        self.no_party = {e.entity_id for e in entities if e.kind in NO_PARTY}
        self.single = {e.entity_id for e in entities if e.kind in ("PERSON", "ORG")}  # never both sides
        self.rows: dict[str, list[Mention]] = defaultdict(list)
        for m in sorted(mentions, key=lambda m: (m.start, -m.end, m.mention_id)):
            self.rows[m.article_id].append(m)
        self.starts = {a: [m.start for m in rows] for a, rows in self.rows.items()}

    def inside(self, article_id: str, span: Span) -> list[Mention]:
        """The mentions that touch a span."""
        rows, starts = self.rows.get(article_id, []), self.starts.get(article_id, [])
        first = max(0, bisect.bisect_left(starts, span.start) - LOOK_BACK)
        last = bisect.bisect_left(starts, span.end)
        return [m for m in rows[first:last] if m.end > span.start]

    def find(
        self,
        article_id: str,
        span: Span | None,
        head: int | None,
        *,
        place: bool = False,
        own: bool = False,
        crowd: bool = False,
        state: bool = False,
    ) -> str | None:
        """The entity of a participant, or None. ``place``: where, not who, so a capital stays a city.

        ``own``: the head stands for itself, so of the names beside it only the nationality before it will do.
        ``state``: the head acts for the state whose adjective stands before it ("the Peruvian government").
        ``crowd``: they gather in the street, so a people is not its state ("Peruvian protests").
        """
        found = self._entity(article_id, span, head, place or crowd, own, state) if span is not None else None
        if place:
            return None if found in self.peoples else found  # "the Thai capital" is not the Thai
        return None if found in self.no_party else found

    def _entity(
        self, article_id: str, span: Span, head: int | None, itself: bool, own: bool, state: bool
    ) -> str | None:
        near = self.inside(article_id, span)
        at_head = [m for m in near if head is not None and m.start <= head < m.end and _heads(m, head)]
        named = [m for m in at_head if m.entity_id in self.named]
        if named or not near:
            return self._acting(min(named, key=_first), itself) if named else None
        beside = [m for m in near if m.form == "name" and (not own or self._nationality(m, head))]
        titled = [m for m in beside if head is not None and self._titled(m, article_id, span, head)]
        if titled:
            return titled[0].entity_id
        if beside and head is not None:  # "Ruritanian troops" before "troops in Ruritania"
            nearest = min(beside, key=lambda m: (m.start > head, abs(m.start - head), m.mention_id))
            adjective = state and nearest.entity_id in self.peoples and nearest.start < head
            return self._acting(nearest, False) if adjective else nearest.entity_id
        return min(at_head, key=_first).entity_id if at_head else None

    def _titled(self, mention: Mention, article_id: str, span: Span, head: int) -> bool:
        """Whether a person's name follows the head at once: "the firm's chief executive Ana Vidal"."""
        if mention.entity_id not in self.persons or not head < mention.start < span.end:
            return False
        between = [m for m in self.inside(article_id, span) if head < m.start < mention.start]
        return not between and mention.start - head <= LONGEST_TITLE

    def _nationality(self, mention: Mention, head: int | None) -> bool:
        """Whether a mention tells whose the head right behind it is: "Chilean workers", "US voters", no Lima ones."""
        states = mention.entity_id in self.states and mention.text.isupper()
        near = head is not None and 0 <= head - mention.end <= 1
        return near and (states or mention.entity_id in self.peoples)

    def voice(self, article_id: str, span: Span | None) -> str | None:
        """Who vouches: the mention that ends the words. "Ukrainian" in "Ukrainian officials" is nobody's voice."""
        if span is None:
            return None
        at_head = [m for m in self.inside(article_id, span) if m.start < span.end <= m.end]
        return min(at_head, key=lambda m: (m.end - m.start, m.mention_id)).entity_id if at_head else None

    def _acting(self, mention: Mention, itself: bool) -> str:
        """Whose deed it is: the state's, but not where "Peruvians" are many persons."""
        entity_id = mention.entity_id
        many = entity_id in self.peoples and mention.text.endswith("s")
        return entity_id if itself or many else self.stands_for.get(entity_id, entity_id)


def _heads(mention: Mention, head: int) -> bool:
    """Whether a word can be the head of a mention: in "a manager of the firm" the firm is not."""
    if mention.form == "name":
        return True
    return _AFTER.search(mention.text, 0, head - mention.start) is None


def _first(mention: Mention) -> tuple[int, str]:
    return mention.start, mention.mention_id
