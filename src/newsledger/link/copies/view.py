"""What of the articles is compared."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from newsledger.annotate.fingerprint.hashing import Flags, Ints, Keys
from newsledger.link.copies.reading import ONE, SIDE, Reading
from newsledger.link.copies.sets import Sets


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The sentences that are compared, with what they hold."""

    first: Ints  # the number of each article's first sentence
    compared: Flags  # sentences that are looked at; one that is quoted whole has nothing to compare
    place: Ints  # of each sentence among those of its article that are compared
    grams: Sets
    stems: Sets
    names: Sets
    by_stem: Keys  # as ``Reading`` has it

    def without(self, dropped: Flags) -> View:
        """The view less some sentences."""
        if not dropped.any():
            return self
        compared = self.compared & ~dropped
        size = np.diff(self.stems.ends[self.first])
        sentence = np.repeat(self.first[:-1], size) + (self.by_stem & SIDE - ONE).astype(np.int64)
        return View(
            first=self.first,
            compared=compared,
            place=places(compared, self.first),
            grams=self.grams.without(dropped),
            stems=self.stems.without(dropped),
            names=self.names.without(dropped),
            by_stem=self.by_stem[np.flatnonzero(~dropped[sentence])],
        )


def view(read: Reading) -> View:
    """The view on all sentences that have words."""
    return View(
        first=read.first,
        compared=read.words > 0,
        place=places(read.words > 0, read.first),
        grams=read.grams,
        stems=read.stems,
        names=read.names,
        by_stem=read.by_stem,
    )


def places(chosen: Flags, first: Ints) -> Ints:
    """How many chosen sentences stand before each one in its article."""
    before = np.append(0, np.cumsum(chosen, dtype=np.int64))
    return np.asarray(before[:-1] - np.repeat(before[first[:-1]], np.diff(first)))
