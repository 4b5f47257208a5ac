"""Cluster the chains of all articles into entities."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from newsledger.annotate.annotation import Annotation
from newsledger.link.entities.bodies import join_bodies
from newsledger.link.entities.clusters import Clusters
from newsledger.link.entities.described import join_described
from newsledger.link.entities.descriptions import join_descriptions
from newsledger.link.entities.judgements import mention_id, sides
from newsledger.link.entities.local import Local, local_chains, summed
from newsledger.link.entities.naming import (
    identity,
    kind_of,
    name_of,
    reason_of,
    role_of,
    state_key,
    wikidata_of,
)
from newsledger.link.entities.persons import join_persons
from newsledger.link.entities.roles import roles_of
from newsledger.records import Article, Entity, EntityRole, Judgement, Mention, make_id

EVIDENT = 0.7  # of votes: more than two capitals in a row come to


def link_entities(
    *, articles: Sequence[Article], annotations: Sequence[Annotation], judgements: Iterable[Judgement] = ()
) -> dict[str, tuple[object, ...]]:
    """Entities, their mentions and their roles.

    ``judgements`` are a person's verdicts on two sides, each an entity id of the pile as it comes without
    verdicts, a mention id, or else a name. "same" joins, "different" keeps apart whatever the
    evidence. Blocks are table keys, folded surnames and equal names: near linear in the pile.
    """
    chains = local_chains(articles, annotations)
    verdicts = list(judgements)
    groups, why = cluster(chains, [], {})
    if verdicts:
        by_id = {entity_id: frozenset(c.number for c in group) for entity_id, group, *_ in entity_ids(groups)}
        groups, why = cluster(chains, verdicts, by_id)
    return rows(groups, why, {article.article_id: article for article in articles})


def cluster(
    chains: list[Local], verdicts: Sequence[Judgement], entities: dict[str, frozenset[int]]
) -> tuple[list[list[Local]], list[set[str]]]:
    """The chains of each entity, and beside each group why it was joined; a person's verdicts come first."""
    clusters = Clusters(chains, sides(verdicts, "different", chains, entities))
    for left, right in sides(verdicts, "same", chains, entities):
        clusters.join_all(sorted(left | right), "a person's verdict")
    join_bodies(clusters)
    join_persons(clusters)
    join_described(clusters)
    join_descriptions(clusters)
    groups = [group for group in clusters.groups() if is_evident(group)]
    return groups, [clusters.why[clusters.root(group[0].number)] for group in groups]


def is_evident(group: Sequence[Local]) -> bool:
    """Whether the pile holds any sign that the capital words name something; a mention makes no entity by itself."""
    if not any(chain.named for chain in group) or any(chain.known for chain in group):
        return True
    votes = summed(c.votes for c in group)
    return max(votes.values(), default=0.0) >= EVIDENT


def entity_ids(groups: Sequence[list[Local]]) -> list[tuple[str, list[Local], str, str]]:
    """For each cluster its id, chains, kind and name.

    The id follows from kind and name; namesakes and the nameless add where they first stand.
    """
    made = [(group, kind, name_of(group, kind)) for group in groups for kind in [kind_of(group)]]
    keys = [identity(*one) for one in made]
    count: dict[tuple[object, ...], int] = {}
    for key in keys:
        count[key] = count.get(key, 0) + 1
    ids = []
    for (group, kind, name), key in zip(made, keys, strict=True):
        named = any(chain.named for chain in group)
        place = () if named and count[key] == 1 else (group[0].article_id, group[0].start)
        ids.append((make_id("e", *key, *place), group, kind, name))
    return ids


def rows(
    groups: Sequence[list[Local]], why: Sequence[set[str]], articles: Mapping[str, Article]
) -> dict[str, tuple[object, ...]]:
    """The tables of entities, mentions and roles."""
    ids = entity_ids(groups)
    states = {c.known.key: entity_id for entity_id, group, *_ in ids for c in group if c.known is not None}
    entities, mentions, roles = [], [], list[EntityRole]()
    for (entity_id, group, kind, name), evidence in zip(ids, why, strict=True):
        state = state_key(group)
        entities.append(
            Entity(
                entity_id=entity_id,
                name=name,
                kind=kind,
                role=role_of(group),
                wikidata_id=wikidata_of(group),
                speaks_for=states.get(state) if state else None,
                reason=reason_of(group, evidence, kind),
            )
        )
        roles += roles_of(entity_id, group, articles)
        mentions += [
            Mention(
                mention_id=mention_id(chain.article_id, m.start, m.end),
                entity_id=entity_id,
                article_id=chain.article_id,
                start=m.start,
                end=m.end,
                text=m.text,
                form=m.form,
            )
            for chain in group
            for m in chain.mentions
        ]
    entities.sort(key=lambda e: e.entity_id)
    mentions.sort(key=lambda m: (m.article_id, m.start, m.end, m.form))
    roles.sort(key=lambda r: (r.entity_id, r.since or dt.date.max, r.article_id, r.start, r.end, r.former))
    return {"entities": tuple(entities), "mentions": tuple(mentions), "entity_roles": tuple(roles)}
