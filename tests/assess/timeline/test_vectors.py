"""The arrays say what sums over words would."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.assess.timeline.vectors import RARE, Vectors
from newsledger.assess.timeline.words import dot

SENTENCES = st.lists(st.lists(st.sampled_from("abcdefghijkl"), max_size=14), min_size=1, max_size=8)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(SENTENCES)
def test_cosines_by_array_and_by_word_are_the_same(sentences: list[list[str]]) -> None:
    vectors = Vectors(sentences)
    rows = np.arange(len(sentences))
    maps = [vectors.as_map(n) for n in range(len(sentences))]
    likeness = vectors.block(rows).likeness(0)
    for n, own in enumerate(maps):
        assert abs(likeness[n] - dot(own, maps[0])) < 1e-9
        assert abs(math.fsum(x * x for x in own.values()) - bool(own)) < 1e-9
    nearness = vectors.nearness(rows, rows[:1], np.ones(1))
    assert np.allclose(nearness, likeness)


def test_the_rare_words_come_first_and_ties_by_the_alphabet() -> None:
    sentences = [["b", "a", "common"], ["common"], ["common", *"cdefghijklmno"]]
    vectors = Vectors(sentences)
    alphabet = sorted({word for s in sentences for word in s})
    assert [alphabet[n] for n in vectors.rare(0)] == ["a", "b", "common"]
    assert len(vectors.rare(2)) == RARE


def test_a_pile_without_words_has_vectors_of_length_nothing() -> None:
    vectors = Vectors([[], []])
    assert vectors.as_map(1) == {} and vectors.rare(0) == []
    assert vectors.nearness(np.array([0]), np.array([1]), np.ones(1)).tolist() == [0.0]
