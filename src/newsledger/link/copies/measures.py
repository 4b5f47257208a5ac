"""What the aligned sentences of two articles say of them: containment, coverage, order, names and numbers."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsledger.annotate.fingerprint.hashing import Flags, Ints
from newsledger.link.copies.alignment import Matches
from newsledger.link.copies.arrays import differs
from newsledger.link.copies.view import View

FEW = 3  # names and numbers; with fewer there is nothing to tell a template by


class Comparison(NamedTuple):
    """What two articles have in common, measured."""

    matches: int  # aligned pairs of sentences
    sentences: int  # sentences of a among them
    least: int  # sentences of the article that has fewer among them
    grams: int  # 3-grams that aligned sentences have in common
    contained_a: float  # ... as a share of a's 3-grams
    contained_b: float
    coverage_a: float  # share of a's content words in aligned sentences
    coverage_b: float
    verbatim: float  # share of 3-grams in common, of the shorter of each two sentences
    specifics: float | None  # share of names and numbers that aligned sentences agree on; None where too few
    dense: float  # share of sentences that are aligned, from the first to the last that is, in a or in b
    tau: float  # 1 where both articles have the sentences in one order, near 0 where one was shuffled
    run: int  # the most neighbouring sentences that stand in the same order in both

    @property
    def contained(self) -> float:
        """The larger share of an article's 3-grams that the other carries."""
        return max(self.contained_a, self.contained_b)

    @property
    def coverage(self) -> float:
        """The larger share of an article's content words in aligned sentences."""
        return max(self.coverage_a, self.coverage_b)


def containment(view: View, left: Ints, right: Ints, m: Matches) -> NDArray[np.float64]:
    """For each pair of articles the larger share of an article's 3-grams that the other carries."""
    fewer = np.minimum(view.grams.total(view.first, left), view.grams.total(view.first, right))
    return np.bincount(m.pair, weights=m.grams, minlength=len(left)) / np.maximum(1, fewer)


def covers_much(view: View, left: Ints, right: Ints, m: Matches, least: float) -> Flags:
    """Which pairs have so much of one article's content words in aligned sentences, each counted once for a match."""
    shares = [
        np.bincount(m.pair, weights=view.stems.size(at), minlength=len(articles))
        >= least * view.stems.total(view.first, articles)
        for at, articles in ((m.a, left), (m.b, right))
    ]
    return np.asarray(shares[0] | shares[1])


def measure(view: View, left: Ints, right: Ints, m: Matches) -> list[Comparison]:
    """The measurements of each pair of articles."""
    count = len(left)

    def total(of: Ints, weights: Ints) -> Ints:
        return np.bincount(of, weights=weights, minlength=count).astype(np.int64)

    grams = total(m.pair, m.grams)
    shorter = total(m.pair, np.minimum(view.grams.size(m.a), view.grams.size(m.b)))
    named = total(m.pair, np.minimum(view.names.size(m.a), view.names.size(m.b)))
    agreed = total(m.pair, m.names)
    sides = [side(view, m.pair, m.a, left), side(view, m.pair, m.b, right)]
    contained = [np.minimum(1, grams / np.maximum(1, view.grams.total(view.first, x))) for x in (left, right)]
    names = agreed / np.maximum(1, named)
    columns = (
        np.bincount(m.pair, minlength=count),
        sides[0][0],
        np.minimum(sides[0][0], sides[1][0]),
        grams,
        *contained,
        sides[0][1],
        sides[1][1],
        grams / np.maximum(1, shorter),
        np.where(named < FEW, np.nan, names),
        np.maximum(sides[0][2], sides[1][2]),
        taus(view, m, count),
        longest_runs(view, m, count),
    )
    found = map(Comparison, *(c.tolist() for c in columns))
    return [c if c.specifics == c.specifics else c._replace(specifics=None) for c in found]


def side(
    view: View, pair: Ints, sentence: Ints, articles: Ints
) -> tuple[Ints, NDArray[np.float64], NDArray[np.float64]]:
    """Of one article of each pair: its aligned sentences, their share of its content words, and their density."""
    count = len(articles)
    packed = np.sort(pair << 32 | sentence)
    packed = packed[differs(packed)]
    pair, sentence = packed >> 32, packed & 0xFFFFFFFF
    number = np.bincount(pair, minlength=count)
    covered = np.bincount(pair, weights=view.stems.size(sentence), minlength=count)
    dense = np.zeros(count)
    starts = np.flatnonzero(differs(pair))
    if len(starts):
        place = view.place[sentence]
        last = place[np.append(starts[1:], len(place)) - 1]
        dense[pair[starts]] = number[pair[starts]] / (last - place[starts] + 1)
    return number, covered / np.maximum(1, view.stems.total(view.first, articles)), dense


def longest_runs(view: View, m: Matches, count: int) -> Ints:
    """For each pair the length of the longest diagonal."""
    longest = np.zeros(count, dtype=np.int64)
    a, b = view.place[m.a], view.place[m.b]
    order = np.lexsort((a, a - b, m.pair))
    pair, diagonal, a = m.pair[order], (a - b)[order], a[order]
    breaks = np.ones(len(a), dtype=bool)
    breaks[1:] = (np.diff(pair) != 0) | (np.diff(diagonal) != 0) | (np.diff(a) != 1)
    starts = np.flatnonzero(breaks)
    np.maximum.at(longest, pair[starts], np.diff(np.append(starts, len(a))))
    return longest


def taus(view: View, m: Matches, count: int) -> NDArray[np.float64]:
    """For each pair Kendall's tau (1938) of the places of its aligned sentences."""
    tau = np.ones(count)
    falls = np.flatnonzero((np.diff(m.pair) == 0) & (np.diff(m.b) < 0))
    for n in np.unique(m.pair[falls]).tolist():
        of = slice(*np.searchsorted(m.pair, (n, n + 1)).tolist())
        tau[n] = kendall_tau(m.a[of], m.b[of])
    return tau


def kendall_tau(a: Ints, b: Ints) -> float:
    """How far two sequences are in one order, from -1 to 1; two equal values say nothing."""
    signs = np.sign(a[:, None] - a) * np.sign(b[:, None] - b)
    return float(signs.sum() / max(1, np.count_nonzero(signs)))
