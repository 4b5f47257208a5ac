"""One statement across articles: joined by its parts, never by likeness alone."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from newsledger.assess.affiliation import Affiliations
from newsledger.assess.statements import Statement
from newsledger.assess.words import content_words, is_negative, normal, numbers, overlap
from newsledger.link.copies.components import components
from newsledger.link.quantities import physical, quantity, same_number, same_whole, size, stated
from newsledger.records import Figure

SHORTEST_WORDING = 3  # words that equal wordings need
LONG_WORDING = 5  # words that are nobody else's, even where a paper names no speaker
SAME_REPORT = 0.5  # overlap of content words of two reports by one speaker
SMALL = 10.0  # numbers below it recur by chance
SHARED_WORDS = 2  # that two sentences with a small number must share
DAYS_APART = 45  # as-of dates of one figure
GROUPS = 50  # groups of one number that a figure is compared with, latest first come
STEP = 1.25  # between the blocks of neighbouring sizes, wider than what rounding leaves open
RAREST = 3  # words of a report that it is looked up by


def group_sayings(
    sayings: list[Statement],
    utterance_of: Mapping[str, str | None],
    camps: Affiliations,
    days: Mapping[str, frozenset[dt.date]],
) -> list[tuple[Statement, ...]]:
    """Sayings of one utterance, in equal words, or reports of one speaker with the same content or day.

    ``days`` gives the dates that stand in each saying, by its id.
    """
    by_ref = {s.ref: s for s in sayings}
    edges: list[tuple[str, str]] = []
    edges += _stars(sayings, lambda s: utterance_of.get(s.ref))
    edges += _equal_wordings(sayings, camps)
    edges += _alike(sayings)
    edges += _same_days(sayings, camps, days)
    edges += _denied_wordings(sayings)
    return [tuple(by_ref[ref] for ref in group) for group in components(by_ref, edges)]


def _stars(sayings: Iterable[Statement], key: Any) -> list[tuple[str, str]]:
    """Edges from the first with a key to all others that have it."""
    first: dict[Any, str] = {}
    edges = []
    for saying in sorted(sayings, key=lambda s: s.order):
        value = key(saying)
        if value is not None:
            edges.append((first.setdefault(value, saying.ref), saying.ref))
    return edges


def _equal_wordings(sayings: Iterable[Statement], camps: Affiliations) -> list[tuple[str, str]]:
    """The same words by one speaker; long ones without a name join the only one who is named with them."""
    groups: dict[tuple[Any, ...], list[Statement]] = defaultdict(list)
    for saying in sorted(sayings, key=lambda s: s.order):
        words = normal(saying.said)
        if words.count(" ") + 1 >= SHORTEST_WORDING:
            groups[(saying.article.story_id, saying.stance, words)].append(saying)
    edges = []
    for (_, _, words), group in groups.items():
        speakers = {s.speaker_id for s in group if camps.is_named(s.speaker_id)}
        alone = len(speakers) <= 1 and words.count(" ") + 1 >= LONG_WORDING
        edges += _stars(group, lambda s: "any" if alone else s.speaker_id)  # noqa: B023
    return edges


def _denied_wordings(sayings: Iterable[Statement]) -> list[tuple[str, str]]:
    """What is denied or questioned, with the first statement of a story that affirms it in the same words."""
    affirmed: dict[tuple[str | None, str], str] = {}
    open_: list[tuple[tuple[str | None, str], str]] = []
    for saying in sorted(sayings, key=lambda s: s.order):
        words = normal(saying.said)
        if words.count(" ") + 1 < SHORTEST_WORDING:
            continue
        key = (saying.article.story_id, words)
        if saying.stance == "affirms":
            affirmed.setdefault(key, saying.ref)
        else:
            open_.append((key, saying.ref))
    return [(affirmed[key], ref) for key, ref in open_ if key in affirmed]


def _same_days(
    sayings: Iterable[Statement], camps: Affiliations, days: Mapping[str, frozenset[dt.date]]
) -> list[tuple[str, str]]:
    """Reports of one voice that give the same date and share a word: "it wrote on 3 May", "it sent on 3 May"."""
    groups: dict[tuple[Any, ...], list[Statement]] = defaultdict(list)
    for saying in sorted(sayings, key=lambda s: s.order):
        for day in sorted(days.get(saying.ref, ())) if saying.speaker_id and saying.kind == "report" else ():
            voice = camps.voice(saying.speaker_id or "")
            groups[(saying.article.story_id, voice, saying.stance, day)].append(saying)
    edges = []
    for group in groups.values():
        first = group[0]
        words = content_words(first.said)
        edges += [(first.ref, s.ref) for s in group[1:] if words & content_words(s.said)]
    return edges


def _alike(sayings: Iterable[Statement]) -> list[tuple[str, str]]:
    """Reports of one speaker that share most content words and agree in numbers and negation."""
    speakers: dict[tuple[str | None, str], list[Statement]] = defaultdict(list)
    count: dict[str, int] = defaultdict(int)
    for saying in sorted(sayings, key=lambda s: s.order):
        if saying.speaker_id:
            speakers[(saying.article.story_id, saying.speaker_id)].append(saying)
            for word in content_words(saying.said):
                count[word] += 1
    edges = []
    for group in speakers.values():
        index: dict[str, list[Statement]] = defaultdict(list)
        for saying in group:
            words = content_words(saying.said)
            rare = sorted(words, key=lambda w: (count[w], w))[:RAREST]
            for other in {o.ref: o for w in rare for o in index[w][-RAREST * 4 :]}.values():
                if _same_content(saying, other):
                    edges.append((other.ref, saying.ref))
            for word in rare:
                index[word].append(saying)
    return edges


def _same_content(a: Statement, b: Statement) -> bool:
    if a.stance != b.stance or numbers(a.said) != numbers(b.said):
        return False
    if is_negative(a.said) != is_negative(b.said):
        return False
    words_a, words_b = content_words(a.said), content_words(b.said)
    return min(len(words_a), len(words_b)) >= SHORTEST_WORDING and overlap(words_a, words_b) >= SAME_REPORT


def group_figures(counts: Iterable[tuple[Figure, Statement]]) -> list[tuple[tuple[Figure, Statement], ...]]:
    """Figures with the same number of the same quantity, whole and time."""
    blocks: dict[tuple[Any, ...], list[list[tuple[Figure, Statement]]]] = defaultdict(list)
    ordered = sorted(counts, key=lambda pair: pair[1].order)
    units: dict[tuple[Any, ...], set[Any]] = defaultdict(set)
    for figure, statement in ordered:
        units[(statement.article.story_id, quantity(figure))].add(
            physical(figure) and (figure.unit, figure.per)
        )
    for figure, statement in ordered:
        kind = (statement.article.story_id, quantity(figure))
        keys = [(*kind, number) for number in (_sizes(figure) if len(units[kind]) > 1 else [stated(figure)])]
        near = [group for key in keys for group in blocks[key][-GROUPS:]]
        group = next((g for g in near if _same_figure(g[0], (figure, statement))), None)
        if group is not None:
            group.append((figure, statement))
        else:
            blocks[keys[0]].append([(figure, statement)])
    return [tuple(group) for block in blocks.values() for group in block]


def _sizes(figure: Figure) -> list[object]:
    """The blocking keys of a number that stands in several units: its own size first, then the neighbouring ones."""
    if not size(figure) > 0:
        return [stated(figure)]
    step = math.floor(math.log(size(figure), STEP))
    return [step, step - 1, step + 1]


def _same_figure(a: tuple[Figure, Statement], b: tuple[Figure, Statement]) -> bool:
    (one, says_one), (two, says_two) = a, b
    if not same_whole(one.subject_id, two.subject_id) or not same_number(one, two):
        return False
    if one.as_of and two.as_of and abs((one.as_of - two.as_of).days) > DAYS_APART:
        return False
    if _is_anothers(a, b):
        return False
    number = one.value if one.value is not None else one.low or 0.0
    if number >= SMALL:
        return True
    return len(content_words(says_one.text) & content_words(says_two.text)) >= SHARED_WORDS


def _is_anothers(a: tuple[Figure, Statement], b: tuple[Figure, Statement]) -> bool:
    """Whether texts that do not go back to one give the number another bound and another claimant.

    A defendant's 9,000 is not the "no more than 9,000" of his counsel.
    """
    (one, says_one), (two, says_two) = a, b
    family_a, family_b = (s.article.family_id or s.article.article_id for s in (says_one, says_two))
    return one.bound != two.bound and one.claimant_id != two.claimant_id and family_a != family_b
