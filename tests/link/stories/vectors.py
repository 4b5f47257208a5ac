"""Invented articles as vectors."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from newsledger.annotate.fingerprint import take_tally
from newsledger.link.stories.vectors import Floats, Vectors, count, shared, vectorise


def counted(texts: Sequence[str]) -> Vectors:
    """The counts of texts without headlines."""
    return count([take_tally(t) for t in texts], [take_tally("") for _ in texts])


def vectors(texts: Sequence[str]) -> Vectors:
    """Vectors of texts, each a family of its own."""
    return shared(vectorise(counted(texts), np.arange(len(texts))))


def undated(texts: Sequence[str]) -> Floats:
    """No days."""
    return np.full(len(texts), np.nan)
