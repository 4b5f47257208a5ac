"""Sorted arrays and ranges: what the arrays of copy detection are put together with.

Where much is chosen from a large array, ``np.flatnonzero`` and places are several times as fast as a mask.
"""

from __future__ import annotations

import numpy as np

from newsledger.annotate.fingerprint.hashing import Flags, Ints, Keys


def differs(values: Keys | Ints) -> Flags:
    """Where a sorted array goes on to another value: the first place of each."""
    first = np.ones(len(values), dtype=bool)
    first[1:] = values[1:] != values[:-1]
    return first


def repeated(values: Keys | Ints) -> Flags:
    """Which values there are more than once."""
    order = np.argsort(values)
    same = ~differs(values[order])
    found = np.empty(len(values), dtype=bool)
    found[order] = same | np.append(same[1:], False)[: len(same)]
    return found


def ranges(starts: Ints, ends: Ints) -> Ints:
    """The numbers of all the given ranges, one range after the other."""
    lengths = ends - starts
    shift = np.repeat(starts - (np.cumsum(lengths) - lengths), lengths)
    return shift + np.arange(len(shift))
