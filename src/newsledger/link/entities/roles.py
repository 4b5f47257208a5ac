"""The roles of an entity: what titles and appositions call it, and on the days of which articles."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsledger.annotate.mentions import tables
from newsledger.annotate.mentions.spelling import plain
from newsledger.link.entities.local import Local, nouns_in
from newsledger.records import Article, EntityRole

_OVER = re.compile(r"[\w-]+?(?:-|\s+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One place where an entity is given a role. ``words`` are those of the role, in the order of the text."""

    role: str
    words: tuple[str, ...]
    former: bool
    article_id: str
    start: int
    end: int
    day: dt.date | None


def roles_of(entity_id: str, group: Sequence[Local], articles: Mapping[str, Article]) -> Iterator[EntityRole]:
    """A row for each role; a shorter form ("minister") counts for the fuller one if there is only one such."""
    told = sorted(_told(group, articles), key=lambda t: (t.day or dt.date.max, t.article_id, t.start))
    fullest = {former: _fullest([t for t in told if t.former == former]) for former in (False, True)}
    rows: dict[tuple[bool, tuple[str, ...]], list[Told]] = {}
    for t in told:
        rows.setdefault((t.former, fullest[t.former][t.words]), []).append(t)
    for (former, words), places in rows.items():
        yield _row(entity_id, former, words, places, articles)


def _told(group: Sequence[Local], articles: Mapping[str, Article]) -> Iterator[Told]:
    for chain in group:
        article = articles[chain.article_id]
        for span in sorted({span for mention in chain.mentions for span in mention.roles}):
            role, former = _present(" ".join(article.text[span.start : span.end].split()))
            words = tuple(_words(role))
            nouns = {*nouns_in(role), plain(role)}
            if words and not nouns & tables.words("role_vague"):
                yield Told(
                    role=role,
                    words=words,
                    former=former,
                    article_id=chain.article_id,
                    start=span.start,
                    end=span.end,
                    day=article.published,
                )


def _words(role: str) -> Iterator[str]:
    """The words that tell one role from another: "Denmark's" and "Danish", "Col." and "Colonel" are one."""
    for word in role.split():
        state = tables.state_of_name(word.removesuffix("'s").removesuffix("’s"))
        title = tables.titles().get(word.lower())
        yield from [state] if state else plain(title.role if title and title.role else word).split()


def _present(role: str) -> tuple[str, bool]:
    """ "former prime minister" as "prime minister", with the word that it is over."""
    former = False
    while (first := _OVER.match(role)) and first.group().strip().lower() in tables.words("role_over"):
        role, former = role[first.end() :], True
    return role, former


def _fullest(told: Sequence[Told]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """For each role the one fuller role of the same noun that holds all its words; itself where none or several do."""
    nouns = {t.words: frozenset(nouns_in(t.role)) for t in told}
    held = {words: frozenset(words) for words in nouns}
    found = {}
    for words in nouns:
        fuller = [w for w in nouns if held[words] < held[w] and nouns[words] & nouns[w]]
        longest = max((held[w] for w in fuller), key=len, default=frozenset())
        only = all(held[w] <= longest for w in fuller)
        top = [w for w in fuller if held[w] == longest] if only else []
        found[words] = top[0] if len(top) == 1 else words
    return found


def _row(
    entity_id: str,
    former: bool,
    words: tuple[str, ...],
    places: Sequence[Told],
    articles: Mapping[str, Article],
) -> EntityRole:
    first, days = places[0], sorted(t.day for t in places if t.day is not None)
    written = Counter(t.role for t in places if t.words == words)
    return EntityRole(
        entity_id=entity_id,
        role=min(written, key=lambda role: (-written[role], role)),
        former=former,
        since=days[0] if days else None,
        until=days[-1] if days else None,
        n_articles=len({t.article_id for t in places}),
        article_id=first.article_id,
        start=first.start,
        end=first.end,
        text=articles[first.article_id].text[first.start : first.end],
    )
