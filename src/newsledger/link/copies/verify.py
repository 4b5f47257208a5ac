"""Candidates in, copies out: each pair is aligned, measured and judged; what both quote is no evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from newsledger.annotate.fingerprint.hashing import Flags, Ints, Keys
from newsledger.link.copies.alignment import Matches, align
from newsledger.link.copies.arrays import ranges
from newsledger.link.copies.measures import Comparison, containment, covers_much, measure
from newsledger.link.copies.pile import Pile
from newsledger.link.copies.reading import read
from newsledger.link.copies.sets import BITS
from newsledger.link.copies.verdict import CONTAINED, ENOUGH, IN_ORDER, MOSTLY, is_copy, is_template
from newsledger.link.copies.view import View, view

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
    furniture: Flags  # sentences that are not compared
    quoted: Keys  # the word sequences of quotations, each behind the number of its article

    def copies(self, left: Ints, right: Ints, dropped: Flags | None = None) -> Iterator[Copy]:
        """The copies among pairs of articles, compared without the ``dropped`` sentences."""
        dropped = self.furniture if dropped is None else self.furniture | dropped
        own = view(self.pile.own).without(dropped)
        rest = []
        for start in range(0, len(left), AT_ONCE):
            some = slice(start, start + AT_ONCE)
            copies, unsure = self._some(own, left[some], right[some])
            yield from copies
            rest.append(start + unsure)
        if rest and len(at := np.concatenate(rest)):
            yield from self._interviews(own, dropped, left[at], right[at])

    def _some(self, own: View, left: Ints, right: Ints) -> tuple[list[Copy], Ints]:
        """The copies among a few pairs, and which others may be interviews."""
        m = align(own, left, right)
        contained = containment(own, left, right, m)
        several = (np.bincount(m.pair, minlength=len(left)) > 1) | covers_much(own, left, right, m, MOSTLY)
        likely = np.flatnonzero((contained >= MOSTLY) | ((contained >= IN_ORDER) & several))
        copies = list(self._judge(own, m.of(likely, len(left)), left[likely], right[likely]))
        few = self.pile.own.mostly_quoted
        unsure = (few[left] | few[right]) & (
            (contained >= MOSTLY) | (fewest_stems(own, left, right) < LITTLE)
        )
        done = {(c.a, c.b) for c in copies}
        return copies, np.array(
            [n for n in np.flatnonzero(unsure).tolist() if (int(left[n]), int(right[n])) not in done],
            dtype=np.int64,
        )

    def _judge(self, own: View, m: Matches, left: Ints, right: Ints) -> Iterator[Copy]:
        found = measure(own, left, right, m)
        copy = np.array([is_copy(c) for c in found], dtype=bool)
        kept = self._unquoted(own, copy, m, left, right)
        fewer = np.flatnonzero(
            np.bincount(m.pair, minlength=len(left)) > np.bincount(kept.pair, minlength=len(left))
        )
        again = measure(own, left[fewer], right[fewer], kept.of(fewer, len(left)))
        for n, c in zip(fewer.tolist(), again, strict=True):
            found[n], copy[n] = c, copy[n] and is_copy(c)
        good = {n: found[n] for n in np.flatnonzero(copy).tolist()}
        yield from rows(good, kept, left, right)

    def _unquoted(self, own: View, copy: Flags, m: Matches, left: Ints, right: Ints) -> Matches:
        """The matches of copies without those that share what stands in one of the articles as a quotation."""
        quotes = np.diff(self.pile.own.quoted.ends) > 0
        at = np.flatnonzero((copy & (quotes[left] | quotes[right]))[m.pair])
        which, gram = own.grams.shared(m.a[at], m.b[at])
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

    def _interviews(self, own: View, dropped: Flags, left: Ints, right: Ints) -> Iterator[Copy]:
        """Copies that are mostly quotation: the whole text agrees, and what is their own agrees or is little."""
        articles = np.unique(np.append(left, right))
        sentences = ranges(self.pile.own.first[articles], self.pile.own.first[articles + 1])
        whole = view(read(self.pile.texts.of(articles), own=False)).without(dropped[sentences])
        a, b = np.searchsorted(articles, left), np.searchsorted(articles, right)
        m = align(whole, a, b)
        found = measure(whole, a, b, m)
        little = (fewest_stems(own, left, right) < LITTLE).tolist()
        same = {n: c for n, c in enumerate(found) if same_interview(c, little[n])}
        yield from rows(same, replace(m, a=sentences[m.a], b=sentences[m.b]), left, right)


def verifier(pile: Pile, furniture: Flags) -> Verifier:
    """The means to compare a pile's articles."""
    quoted = pile.own.quoted
    return Verifier(pile, furniture, quoted.owners().astype(np.uint64) << BITS | quoted.values)


def fewest_stems(own: View, left: Ints, right: Ints) -> Ints:
    """Of each pair the content words of the article that has fewer."""
    return np.minimum(own.stems.total(own.first, left), own.stems.total(own.first, right))


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
