"""The words of sentences as they are compared, and the inner product of their vectors."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import repeat
from operator import mul
from typing import TypeVar

from newsledger.annotate.fingerprint.stems import content_stems, stem

__all__ = ["Vector", "content_stems", "dot", "stem"]

T = TypeVar("T")
Vector = Mapping[T, float]


def dot(a: Vector[T], b: Vector[T]) -> float:
    """The inner product of two sparse vectors."""
    if len(a) > len(b):
        a, b = b, a
    return float(sum(map(mul, a.values(), map(b.get, a, repeat(0.0)))))
