"""What the pile tells of two quotations beside their words: do their articles, sentences, places correspond?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from newsledger.link.utterances.spoken import Spoken
from newsledger.records import Alignment, Derivation, Sentence

REACH = 3  # sentences from a quotation to an aligned neighbour


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Aligned sentences, article pairs with one text behind both, and the aligned places of each such pair."""

    partners: dict[str, tuple[str, ...]]  # of each aligned sentence
    related: dict[str, frozenset[str]]  # of each article those that go back to one text with it
    places: dict[tuple[str, str], frozenset[tuple[int, int]]]

    def is_aligned(self, a: Spoken, b: Spoken) -> bool:
        """Whether a sentence of the one is aligned with a sentence of the other."""
        return any(t in b.sentences for s in a.sentences for t in self.partners.get(s, ()))

    def is_related(self, a: Spoken, b: Spoken) -> bool:
        """Whether the articles go back to one text."""
        return b.quotation.article_id in self.related.get(a.quotation.article_id, ())

    def is_anchored(self, a: Spoken, b: Spoken) -> bool:
        """Whether they stand equally far from a pair of aligned sentences, before or behind."""
        places = self.places.get((a.quotation.article_id, b.quotation.article_id), frozenset())
        return any((a.place + k, b.place + k) in places for k in range(-REACH, REACH + 1) if k)


def known(
    sentences: Sequence[Sentence], alignments: Sequence[Alignment], derivations: Sequence[Derivation]
) -> Known:
    """What alignments and derivations say, both ways round."""
    numbers = _numbers(sentences)
    partners: dict[str, set[str]] = defaultdict(set)
    related: dict[str, set[str]] = defaultdict(set)
    for d in derivations:
        if d.kind != "link":
            related[d.article_a].add(d.article_b)
            related[d.article_b].add(d.article_a)
    places: dict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
    for x in alignments:
        partners[x.sentence_a].add(x.sentence_b)
        partners[x.sentence_b].add(x.sentence_a)
        if x.sentence_a in numbers and x.sentence_b in numbers:
            i, j = numbers[x.sentence_a], numbers[x.sentence_b]
            places[x.article_a, x.article_b].add((i, j))
            places[x.article_b, x.article_a].add((j, i))
    return Known(
        partners={s: tuple(sorted(found)) for s, found in partners.items()},
        related={article: frozenset(found) for article, found in related.items()},
        places={pair: frozenset(found) for pair, found in places.items()},
    )


def _numbers(sentences: Sequence[Sentence]) -> dict[str, int]:
    """The number of each sentence in its article."""
    counts: dict[str, int] = defaultdict(int)
    numbers = {}
    for s in sorted(sentences, key=lambda s: (s.article_id, s.start)):
        numbers[s.sentence_id] = counts[s.article_id]
        counts[s.article_id] += 1
    return numbers
