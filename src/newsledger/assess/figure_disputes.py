"""Disputes of figures: one quantity, one time, numbers that cannot both be right.

On each day the latest figure of every claimant stands; two that stand together and exclude each other
beyond their bounds are disputed. A claimant's later figure is an update, no dispute, unless a correction
takes the earlier one back.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from newsledger.annotate.figures.tables import words
from newsledger.assess.affiliation import Affiliations
from newsledger.assess.sides import Said, make_dispute
from newsledger.assess.statements import Sentences
from newsledger.assess.words import stem
from newsledger.link.quantities import as_text, conflict, quantity, same_whole
from newsledger.records import Article, Dispute, DisputeSide, Figure

PART = re.compile(r"\s+of\s+(?:the|those|them|these|its|their)\b")
BESIDE = 160  # characters between two figures that an article sets against each other
LEFT = 24  # characters before a figure that may say "another" or "from"
MORE = re.compile(r"\b(?:another|further|additional|other|new)\b|\bmore\b(?! than)", re.IGNORECASE)
ADDED = re.compile(r"\b(?:another|further|additional|other|from|including|among them)\s+$", re.IGNORECASE)
STANDS = dt.timedelta(days=2)  # a figure that nobody repeats is stale after that
ONE_SIZE = 3.0  # a village's dead are not the country's
NEAR_SIZE = 2.0  # where one counts dockers and the other strikers
SMALLEST = 3.0  # numbers below it are mostly of something else
OUTCOMES = frozenset(
    (
        "killed",
        "injured",
        "missing",
        "arrested",
        "displaced",
        "rescued",
        "infected",
        "strikers",
        "protesters",
        "troops",
    )
)

Rows = tuple[Dispute, list[DisputeSide]]


def figure_disputes(
    figures: Iterable[Figure],
    articles: Mapping[str, Article],
    sentences: Sentences,
    camps: Affiliations,
) -> Iterator[Rows]:
    """The disputes of all quantities, in order of story and quantity."""
    quantities: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        article = articles[figure.article_id]
        if figure.as_of and (figure.value or figure.low or 0.0) >= SMALLEST and not _is_part(figure, article):
            quantities[(article.story_id or "", quantity(figure))].append(figure)
    for (_, name), found in sorted(quantities.items()):
        if name in OUTCOMES:
            for whole in _wholes(_first_days(found, articles)):
                yield from _standing(name, whole, articles, sentences, camps)
    for (_, name), found in sorted(quantities.items()):
        if name not in OUTCOMES:
            yield from _side_by_side(name, found, articles, sentences, camps)
    yield from corrections(quantities, articles, sentences)


def _side_by_side(
    name: str,
    figures: list[Figure],
    articles: Mapping[str, Article],
    sentences: Sentences,
    camps: Affiliations,
) -> Iterator[Rows]:
    """Other quantities are compared only where one article sets two claimants against each other."""
    ordered = sorted((f for f in figures if f.claimant_id), key=lambda f: (f.article_id, f.start))
    for a, b in itertools.pairwise(ordered):
        near = a.article_id == b.article_id and b.start - a.end <= BESIDE
        elliptic = b.unit.lower() not in b.text.lower()  # the second takes up what the first counts
        if near and elliptic and conflict(a, b) and _comparable(a, b, camps) and not b.retracted and a.as_of:
            yield _figure_dispute(name, a.as_of, [a, b], articles, sentences, camps)


def _is_part(figure: Figure, article: Article) -> bool:
    """``200 of the injured``, ``another 40``, the first of ``from 257 to 331``: no rival of another count."""
    before = article.text[max(0, figure.start - LEFT) : figure.start]
    return bool(PART.match(article.text, figure.end) or MORE.search(figure.text) or ADDED.search(before))


def _first_days(figures: list[Figure], articles: Mapping[str, Article]) -> list[Figure]:
    """Each figure as of the day on which its family first gave it: a copy printed later is no later figure."""
    first: dict[tuple[str, str], dt.date] = {}
    keyed = [((articles[f.article_id].family_id or f.article_id, as_text(f)), f) for f in figures]
    for key, figure in keyed:
        if figure.as_of:
            first[key] = min(figure.as_of, first.get(key, figure.as_of))
    return [replace(figure, as_of=first.get(key)) for key, figure in keyed]


def _wholes(figures: list[Figure]) -> list[list[Figure]]:
    """Figures of one whole: those without a known whole go to the one that is named, if only one is."""
    named = sorted({f.subject_id for f in figures if f.subject_id})
    if len(named) <= 1:
        return [figures]
    groups = {n: [f for f in figures if f.subject_id == n] for n in named}
    loose = [f for f in figures if f.subject_id is None]
    return [*groups.values(), loose]


def _standing(
    name: str,
    figures: list[Figure],
    articles: Mapping[str, Article],
    sentences: Sentences,
    camps: Affiliations,
) -> Iterator[Rows]:
    """Walk the days; each new set of exclusive figures that stand together is one dispute."""
    days: dict[dt.date, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.as_of and not figure.retracted:
            days[figure.as_of].append(figure)
    current: dict[str, list[Figure]] = {}
    for day in sorted(days):
        fresh: dict[str, list[Figure]] = defaultdict(list)
        for figure in sorted(days[day], key=lambda f: (f.article_id, f.start)):
            fresh[_voice(figure, articles, camps)].append(figure)
        current.update(fresh)
        current = {v: fs for v, fs in current.items() if fs[0].as_of and day - fs[0].as_of <= STANDS}
        disputed = _exclusive(fresh, set(fresh), camps) or _exclusive(current, set(fresh), camps)
        if disputed:
            yield _figure_dispute(name, day, disputed, articles, sentences, camps)


def _voice(figure: Figure, articles: Mapping[str, Article], camps: Affiliations) -> str:
    """Who says it: the body behind the claimant, else the paper's family."""
    if figure.claimant_id:
        return camps.voice(figure.claimant_id)
    article = articles[figure.article_id]
    return f"family:{article.family_id or article.article_id}"


def _exclusive(current: Mapping[str, list[Figure]], fresh: set[str], camps: Affiliations) -> list[Figure]:
    """The standing figures that exclude another voice's, where a fresh one takes part."""
    voices = sorted(current)
    disputed: dict[str, Figure] = {}
    for i, one in enumerate(voices):
        for two in voices[i + 1 :]:
            if one not in fresh and two not in fresh:
                continue
            for a in current[one]:
                for b in current[two]:
                    if conflict(a, b) and _comparable(a, b, camps):
                        disputed[a.figure_id], disputed[b.figure_id] = a, b
    return sorted(disputed.values(), key=lambda f: (f.article_id, f.start))


def _comparable(a: Figure, b: Figure, camps: Affiliations) -> bool:
    """Two voices, one whole, one population, and numbers of one size."""
    if camps.allied(a.claimant_id, b.claimant_id) or not same_whole(a.subject_id, b.subject_id):
        return False
    if a.article_id == b.article_id and not (a.claimant_id or b.claimant_id):
        return False  # a paper that gives two numbers of its own counts two things
    if a.unit != "troops" and not same_whole(a.place_id, b.place_id):
        return False  # troops move; other counts are of a place
    low, high = sorted((a.value or a.low or 1.0, b.value or b.low or 1.0))
    return high <= low * (ONE_SIZE if _population(a) & _population(b) else NEAR_SIZE)


def _population(figure: Figure) -> frozenset[str]:
    """Who is counted: people at large where the words name no special ones."""
    nouns = {stem(w) for w in figure.subject.lower().split()} & _persons()
    return frozenset(nouns or {"people"})


@functools.cache
def _persons() -> frozenset[str]:
    return frozenset(stem(w.lower()) for w in words("persons"))


def _figure_dispute(
    name: str,
    day: dt.date,
    figures: list[Figure],
    articles: Mapping[str, Article],
    sentences: Sentences,
    camps: Affiliations,
) -> Rows:
    sides: dict[str, list[Said]] = defaultdict(list)
    for figure in figures:
        sides[as_text(figure)].append(_said(figure, articles, sentences))
    ordered = [sides[key] for key in sorted(sides, key=lambda k: float(k.split("..")[0]))]
    summary = f"{name}: {_in_words(figures, camps)}"
    reason = (
        f"figures for {name} that stand together on {day.isoformat()} and exclude each other beyond bounds"
    )
    return make_dispute("figure", ordered, summary, reason)


def _in_words(figures: list[Figure], camps: Affiliations) -> str:
    """``112 people (Ann Lee) against 138 dead (army)``, from the lowest number up."""
    values: dict[str, list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda f: (f.value or f.low or 0.0, f.article_id, f.start)):
        values[as_text(figure)].append(figure)
    parts = []
    for found in values.values():
        names = dict.fromkeys(camps.name(f.claimant_id) or "the papers themselves" for f in found)
        parts.append(f"{found[0].text} ({', '.join(names)})")
    return " against ".join(parts)


def _said(figure: Figure, articles: Mapping[str, Article], sentences: Sentences) -> Said:
    start, end = sentences.around(figure.article_id, figure.start, figure.end)
    return Said(
        article=articles[figure.article_id],
        start=start,
        end=end,
        speaker_id=figure.claimant_id,
        value=as_text(figure),
    )


def corrections(
    quantities: Mapping[tuple[str, str], list[Figure]], articles: Mapping[str, Article], sentences: Sentences
) -> Iterator[Rows]:
    """A figure that a correction takes back against the one that it gives instead."""
    for (_, name), figures in sorted(quantities.items()):
        for old in (f for f in figures if f.retracted):
            new = _replacement(old, figures)
            if new is None:
                continue
            same = [
                f
                for f in figures
                if f is not old and as_text(f) == as_text(old) and same_whole(f.subject_id, old.subject_id)
            ]
            sides: list[list[Said]] = [
                [_said(f, articles, sentences) for f in (old, *same)],
                [
                    _said(f, articles, sentences)
                    for f in figures
                    if not f.retracted and as_text(f) == as_text(new)
                ],
            ]
            yield make_dispute(
                "figure",
                sides,
                f"{name}: {old.text} was corrected to {new.text}",
                f"a correction in the article takes back {as_text(old)} and gives {as_text(new)}",
            )


def _replacement(old: Figure, figures: list[Figure]) -> Figure | None:
    """The next figure of the correction, else the article's own for the same quantity."""
    same = [f for f in figures if f.article_id == old.article_id and not f.retracted and conflict(f, old)]
    after = [f for f in same if f.start > old.end]
    return min(after, key=lambda f: f.start, default=same[-1] if same else None)
