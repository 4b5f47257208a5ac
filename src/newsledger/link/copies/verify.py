"""Candidates in, copies out: each pair is aligned, measured and judged; what both quote is no evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from newsledger.annotate.fingerprint.hashing import Flags, Ints, Keys
from newsledger.link.copies.alignment import Matches, align
from newsledger.link.copies.measures import Comparison, containment, covers_much, measure
from newsledger.link.copies.pile import Pile
from newsledger.link.copies.sets import BITS, View, quoted_grams, view
from newsledger.link.copies.verdict import CONTAINED, ENOUGH, IN_ORDER, MOSTLY, is_copy, is_template

LITTLE = 15  # content words; fewer of an article's own prove nothing
MOST = 0.75  # coverage at which an interview counts as carried, its words exchanged
AT_ONCE = 1 << 13  # pairs aligned together


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A verified pair: the numbers of its articles, what they have in common, and the aligned sentences."""

    a: int
    b: int
    found: Comparison
    matches: list[tuple[int, int, float]]  # sentence, sentence, similarity


@dataclass(frozen=True, slots=True)
class Verifier:
    """What the comparison of a pile's articles needs."""

    pile: Pile
    compared: Flags  # sentences that are no furniture
    own: View
    quoted: Keys  # the word sequences of quotations
    quotes: Flags  # articles with a quotation
    mostly_quoted: Flags

    def copies(self, left: Ints, right: Ints, dropped: Flags | None = None) -> Iterator[Copy]:
        """The copies among pairs of articles, compared without the ``dropped`` sentences."""
        own = self.own if dropped is None else self.own.without(dropped)
        for start in range(0, len(left), AT_ONCE):
            yield from self._some(own, dropped, left[start : start + AT_ONCE], right[start : start + AT_ONCE])

    def _some(self, own: View, dropped: Flags | None, left: Ints, right: Ints) -> Iterator[Copy]:
        m = align(own, left, right)
        contained = containment(own, left, right, m)
        several = (np.bincount(m.pair, minlength=len(left)) > 1) | covers_much(own, left, right, m, MOSTLY)
        likely = np.flatnonzero((contained >= MOSTLY) | ((contained >= IN_ORDER) & several))
        copies = list(self._judge(own, m.of(likely, len(left)), left[likely], right[likely]))
        yield from copies
        size = np.minimum(own.stems.total(own.first, left), own.stems.total(own.first, right))
        rest = (self.mostly_quoted[left] | self.mostly_quoted[right]) & (
            (contained >= MOSTLY) | (size < LITTLE)
        )
        done = {(c.a, c.b) for c in copies}
        for_n = [n for n in np.flatnonzero(rest).tolist() if (int(left[n]), int(right[n])) not in done]
        if for_n:
            yield from self._interviews(dropped, left[for_n], right[for_n], size[for_n] < LITTLE)

    def _judge(self, own: View, m: Matches, left: Ints, right: Ints) -> Iterator[Copy]:
        found = measure(own, left, right, m)
        copy = np.array([is_copy(c) for c in found], dtype=bool)
        kept = self._unquoted(copy, m, left, right)
        if len(kept.pair) < len(m.pair):
            found = measure(own, left, right, kept)
            copy &= np.array([is_copy(c) for c in found], dtype=bool)
        good = {n: found[n] for n in np.flatnonzero(copy).tolist()}
        yield from rows(good, kept, left, right)

    def _unquoted(self, copy: Flags, m: Matches, left: Ints, right: Ints) -> Matches:
        """The matches of copies without those that share what stands in one of the articles as a quotation."""
        at = np.flatnonzero((copy & (self.quotes[left] | self.quotes[right]))[m.pair])
        which, gram = self.own.grams.shared(m.a[at], m.b[at])
        pair = m.pair[at[which]]
        said = [
            np.bincount(which[self._said(articles[pair], gram)], minlength=len(at))
            for articles in (left, right)
        ]
        quoted = np.zeros(len(m.pair), dtype=bool)
        quoted[at] = np.maximum(*said) > m.grams[at] / 2
        return m.only(~quoted)

    def _said(self, article: Ints, gram: Keys) -> Flags:
        """Which word sequences stand within a quotation of their article."""
        packed = article.astype(np.uint64) << BITS | gram
        at = np.minimum(np.searchsorted(self.quoted, packed), max(0, len(self.quoted) - 1))
        return np.asarray(self.quoted[at] == packed) if len(self.quoted) else np.zeros(len(gram), dtype=bool)

    def _interviews(self, dropped: Flags | None, left: Ints, right: Ints, little: Flags) -> Iterator[Copy]:
        """Copies that are mostly quotation: the whole text agrees, and what is their own agrees or is little."""
        articles = np.zeros(len(self.pile.articles), dtype=bool)
        articles[left] = articles[right] = True
        compared = self.compared & articles[self.pile.article_of]
        whole = view(self.pile, compared & ~dropped if dropped is not None else compared, own=False)
        m = align(whole, left, right)
        found = measure(whole, left, right, m)
        same = {n: c for n, c in enumerate(found) if same_interview(c, bool(little[n]))}
        yield from rows(same, m, left, right)


def verifier(pile: Pile, compared: Flags, left: Ints, right: Ints) -> Verifier:
    """The means to compare those articles."""
    wanted = np.zeros(len(pile.articles), dtype=bool)
    wanted[left] = wanted[right] = True
    compared = compared & wanted[pile.article_of]
    own, quoted = view(pile, compared, own=True), quoted_grams(pile)
    quotes = np.zeros(len(pile.articles), dtype=bool)
    quotes[(quoted >> BITS).astype(np.int64)] = True
    return Verifier(pile, compared, own, quoted, quotes, pile.mostly_quoted)


def same_interview(whole: Comparison, little: bool) -> bool:
    """Whether two articles that are mostly quotation agree as a whole; ``little`` says that one is hardly more."""
    if whole.matches < 2 or is_template(whole):
        return False
    changed = little and whole.coverage >= MOST and whole.contained >= CONTAINED and whole.least >= ENOUGH
    return whole.contained >= MOSTLY or changed


def rows(good: Mapping[int, Comparison], m: Matches, left: Ints, right: Ints) -> Iterator[Copy]:
    """The verified pairs with their aligned sentences."""
    pairs = np.array(list(good), dtype=np.int64)
    m = m.of(pairs, len(left))
    ends = np.searchsorted(m.pair, np.arange(len(pairs) + 1)).tolist()
    matches = list(zip(m.a.tolist(), m.b.tolist(), m.similarity.tolist(), strict=True))
    for (n, found), (start, end) in zip(good.items(), pairwise(ends), strict=True):
        yield Copy(a=int(left[n]), b=int(right[n]), found=found, matches=matches[start:end])
