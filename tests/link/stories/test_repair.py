"""The repair: what merges, and what stays apart."""

from __future__ import annotations

import numpy as np

from link.stories.vectors import undated, vectors
from newsledger.link.stories.repair import Repair


def state(days: list[float] | None = None, size: int = 4) -> Repair:
    """Groups of one article without a word in common; similarities are given by hand."""
    texts = ["crane", "apples", "ferry", "quake"][:size]
    return Repair(vectors(texts), np.array(days) if days else undated(texts))


def told(repair: Repair, pairs: dict[tuple[int, int], float]) -> Repair:
    for (a, b), cosine in pairs.items():
        repair.compare(a, np.array([b]), np.array([cosine]))
    return repair


def test_a_pair_above_the_bar_merges() -> None:
    repair = told(state(), {(0, 1): 0.3, (1, 2): 0.05})
    repair.merge_similar()
    assert sorted(repair.members.values()) == [[0, 1], [2], [3]]


def test_a_lone_pair_needs_less() -> None:
    assert told(state(), {(0, 1): 0.1}).lone_pairs() == [(0, 1)]


def test_a_rival_on_either_side_keeps_a_weak_pair_apart() -> None:
    assert told(state(), {(0, 1): 0.1, (1, 2): 0.08}).lone_pairs() == []
    assert told(state(), {(0, 1): 0.1, (0, 2): 0.08}).lone_pairs() == []


def test_too_little_is_no_pair_however_lone() -> None:
    assert told(state(), {(0, 1): 0.06}).lone_pairs() == []


def test_days_between_take_off_similarity() -> None:
    close, far = state([1.0, 2.0, np.nan, 3.0]), state([1.0, 900.0, np.nan, 3.0])
    others, between = np.array([1, 2]), np.array([0.2, 0.2])
    assert close.similarity(0, others, between)[0] > far.similarity(0, others, between)[0]
    assert far.similarity(0, others, between)[1] == 0.2


def test_a_close_group_asks_for_more_than_a_loose_one() -> None:
    repair = state()
    repair.sizes[:2] = 5.0
    repair.inner[:2] = 10 * 0.6, 10 * 0.1
    assert (
        repair.similarity(0, np.array([2]), np.array([1.0]))[0]
        < repair.similarity(1, np.array([2]), np.array([1.0]))[0]
    )
