"""Articles as vectors: the beginning weighs as much as the whole, and copies make no word common."""

from __future__ import annotations

import numpy as np
import pytest

from link.stories.vectors import counted
from newsledger.link.stories.vectors import Vectors, likeness, sums, unit, vectorise

CRANE = "A crane crushed wagons of barley. "
TOLL = "Deputies refused a dearer bridge. "
BUDGET = "x " * 400 + " ".join(f"Parliament{n} in Marrow{n} weighs budget{n}." for n in range(40))
HARBOUR = "x " * 400 + " ".join(f"Fishing{n} near Brelling{n} fed families{n}." for n in range(40))


def dense(vectors: Vectors) -> np.ndarray:
    found = np.zeros((len(vectors), vectors.room))
    found[vectors.owner, vectors.terms] = vectors.weights
    return found


def test_one_beginning_is_more_than_one_background() -> None:
    found = dense(vectorise(counted([CRANE + HARBOUR, CRANE + BUDGET, TOLL + HARBOUR]), np.arange(3)))
    assert found[0] @ found[1] > found[0] @ found[2] > 0.3


def test_every_vector_has_length_one() -> None:
    found = dense(vectorise(counted([CRANE, CRANE + HARBOUR, TOLL]), np.arange(3)))
    assert np.linalg.norm(found, axis=1) == pytest.approx(1.0)


def test_copies_make_no_word_common() -> None:
    texts = [CRANE, CRANE, CRANE, TOLL]
    family = vectorise(counted(texts), np.array([0, 0, 0, 1]))
    alone = vectorise(counted([CRANE, TOLL]), np.arange(2))
    assert family.row(0)[1] == pytest.approx(alone.row(0)[1])


def test_the_most_like_the_others_of_its_group() -> None:
    family = np.zeros(3, dtype=np.int64)
    vectors = vectorise(counted([CRANE, CRANE + TOLL, TOLL + "Of the toll nothing was known."]), np.arange(3))
    assert np.argmax(likeness(vectors, family)) == 1
    assert len(unit(sums(vectors, family))) == 1
