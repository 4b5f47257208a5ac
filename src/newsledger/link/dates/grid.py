"""The candidate days of many articles in one row of numbers, so that a kind of evidence is weighed for all at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from newsledger.link.dates.clues import Clues

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
EPOCH = dt.date(1970, 1, 1).toordinal()


class Grid:
    """Days by their ordinals, those of one article after those of another; ``starts`` has one more than articles."""

    def __init__(self, clues: Sequence[Clues], days: Sequence[Sequence[dt.date]]) -> None:
        self.clues = clues
        self.starts = np.cumsum([0, *(len(own) for own in days)])
        self.days = np.array([day.toordinal() for own in days for day in own], dtype=np.int64)

    @cached_property
    def lengths(self) -> Ints:
        """How many days each article has."""
        return np.diff(self.starts)

    @cached_property
    def years(self) -> Ints:
        """The year of each day."""
        dates = (self.days - EPOCH).astype("datetime64[D]")
        return dates.astype("datetime64[Y]").astype(np.int64) + 1970

    def zeros(self) -> Floats:
        """A number for each day."""
        return np.zeros(len(self.days))

    def each(self) -> Iterator[tuple[Clues, slice]]:
        """Every article with the place of its days."""
        bounds = self.starts.tolist()
        return ((c, slice(a, b)) for c, a, b in zip(self.clues, bounds[:-1], bounds[1:], strict=True))
