"""Which figures count the same: one whole, one population, one size; no part and no increment."""

from __future__ import annotations

import functools
import re

from newsledger.annotate.figures.tables import words
from newsledger.assess.affiliation import Affiliations
from newsledger.assess.words import stem
from newsledger.link.quantities import same_whole, sizes
from newsledger.records import Article, Figure

PART = re.compile(r"\s+of\s+(?:the|those|them|these|its|their)\b")
LEFT = 24  # characters before a figure that may say "another" or "from"
MORE = re.compile(r"\b(?:another|further|additional|other|new)\b|\bmore\b(?! than)", re.IGNORECASE)
ADDED = re.compile(r"\b(?:another|further|additional|other|from|including|among them)\s+$", re.IGNORECASE)
SMALL = frozenset(("to", "of", "at", "it", "only", "just", "still", "now"))  # between the verb and its number
ONE_SIZE = 3.0  # a village's dead are not the country's
NEAR_SIZE = 2.0  # where one counts dockers and the other strikers


def is_part(figure: Figure, article: Article) -> bool:
    """``200 of the injured``, ``another 40``, the first of ``from 257 to 331``: no rival of another count."""
    before = article.text[max(0, figure.start - LEFT) : figure.start]
    return bool(PART.match(article.text, figure.end) or MORE.search(figure.text) or ADDED.search(before))


def is_answer(figure: Figure, article: Article) -> bool:
    """``Orlo admits to 12 tonnes``: the verb of the voice stands right before, and nothing else says of what."""
    if article.text.startswith(" of ", figure.end):
        return False
    before = [w for w in words_before(figure, article) if w not in SMALL]
    return bool(before) and stem(before[-1]) in _stems("vouching")


def is_wish(figure: Figure, article: Article) -> bool:
    """``promised the town 5 million``, ``needs at least 11 million``: what is to be, no count of what is."""
    return any(stem(w) in _stems("wishing") for w in words_before(figure, article))


def words_before(figure: Figure, article: Article) -> list[str]:
    """The words of the sentence that stand close before a figure, in lower case."""
    before = re.split(r"[.;!?]", article.text[max(0, figure.start - LEFT) : figure.start])[-1]
    return re.findall(r"[^\W\d_]+", before.lower())


@functools.cache
def _stems(key: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(key))


def comparable(a: Figure, b: Figure, camps: Affiliations) -> bool:
    """Two voices, one whole, one population, and numbers of one size."""
    if camps.allied(a.claimant_id, b.claimant_id) or not same_whole(a.subject_id, b.subject_id):
        return False
    if a.article_id == b.article_id and not (a.claimant_id or b.claimant_id):
        return False  # a paper that gives two numbers of its own counts two things
    if a.unit != "troops" and not same_whole(a.place_id, b.place_id):
        return False  # troops move; other counts are of a place
    low, high = sizes(a, b)
    persons_a, persons_b = _counted_persons(a), _counted_persons(b)
    differ = bool(persons_a and persons_b) and not persons_a & persons_b
    return high <= low * (NEAR_SIZE if differ else ONE_SIZE)


def population(figure: Figure) -> frozenset[str]:
    """Who is counted: people at large where the words name no special ones."""
    return _counted_persons(figure) or frozenset(("people",))


def _counted_persons(figure: Figure) -> frozenset[str]:
    """The nouns for persons that stand in the words of a figure."""
    return frozenset({stem(w) for w in f"{figure.subject} {figure.text}".lower().split()} & _persons())


@functools.cache
def _persons() -> frozenset[str]:
    return frozenset(stem(w.lower()) for w in words("persons"))
