"""Entities for parties without a name: "railway workers", "the mayor", "gunmen", one for each story and wording."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsledger.annotate.annotation import Span
from newsledger.link.events.occurrences import Occurrence, words_of
from newsledger.records import Entity, Mention, make_id

LONGEST = 60  # characters of a wording
_NUMBER = re.compile(r"[\d.,]+")


@functools.lru_cache(maxsize=1)
def _opening() -> frozenset[str]:
    return frozenset(words_of("newsledger.data.events", "unnamed.txt"))


def called(words: str) -> str:
    """What a party is called: its words without determiners and counts before them."""
    parts = words.split()
    while (
        len(parts) > 1
        and parts[1].lower() not in ("million", "billion")
        and (parts[0].lower() in _opening() or _NUMBER.fullmatch(parts[0]))
    ):
        parts = parts[1:]
    return " ".join(parts)


def with_unnamed(
    occurrences: Sequence[Occurrence], entities: Iterable[Entity], mentions: Iterable[Mention]
) -> tuple[list[Occurrence], tuple[Entity, ...], tuple[Mention, ...]]:
    """The occurrences with entities for their unnamed parties, and the two tables with these added."""
    made: dict[str, Entity] = {}
    places: dict[str, Mention] = {}
    out = []
    for one in occurrences:
        actor = one.actor or _party(
            one, one.found.actor, one.found.actor_head, one.found.actor_kind, made, places
        )
        recipient = one.recipient or _party(
            one, one.found.recipient, one.found.recipient_head, one.found.recipient_kind, made, places
        )
        recipient = recipient if recipient != actor else one.recipient
        own = frozenset(x for x in (actor, recipient) if x and x not in (one.actor, one.recipient))
        out.append(replace(one, actor=actor, recipient=recipient, unnamed=own))
    known = {e.entity_id for e in entities}
    new = [e for key, e in sorted(made.items()) if key not in known]
    every = sorted(
        (*mentions, *places.values()), key=lambda m: (m.article_id, m.start, m.end, m.form, m.mention_id)
    )
    return out, tuple(sorted((*entities, *new), key=lambda e: e.entity_id)), tuple(every)


def _party(
    one: Occurrence,
    span: Span | None,
    head: int | None,
    kind: str | None,
    made: dict[str, Entity],
    places: dict[str, Mention],
) -> str | None:
    if span is None or head is None or kind is None:
        return None
    end = _end_of_head(one.article.text, head, span)
    words = one.article.text[span.start : end]
    name = called(words)
    if not name or len(words) > LONGEST or "\n" in words:
        return None
    story = one.article.story_id or one.article.article_id
    entity_id = make_id("e", "unnamed", story, kind, name.lower())
    reason = "named by no name; one for each wording in a story"
    made.setdefault(entity_id, Entity(entity_id=entity_id, name=name, kind=kind, reason=reason))
    mention = Mention(
        mention_id=make_id("m", one.article.article_id, span.start, end, "party"),
        entity_id=entity_id,
        article_id=one.article.article_id,
        start=span.start,
        end=end,
        text=words,
        form="nominal",
    )
    places[mention.mention_id] = mention
    return entity_id


def _end_of_head(text: str, head: int, span: Span) -> int:
    """Where the head noun ends, with what "of" adds to a number of people: "thousands of students"."""
    word = re.match(r"[\w'’-]+", text[head:])
    end = head + (len(word[0]) if word else 0)
    opens = text[head:end].lower() in _opening() and text.startswith(" of ", end)
    return max(end, span.end) if opens else end
