"""Online: by nothing but what came before."""

from __future__ import annotations

import numpy as np
import pytest

from link.stories.vectors import counted, undated
from newsledger.link.stories.online import online

CRANE = "A crane fell across the rail track to the grain silos of Brelling harbour."
CRANE_LATER = "Trains reached the grain silos of Brelling harbour again once the crane was cut up."
APPLES = "Apples were dearer than ever at the market of Quenby, and nobody could say why."
APPLES_LATER = "The market of Quenby has a cold store for its apples now."
TEXTS = [CRANE, APPLES, CRANE_LATER, APPLES_LATER]


def grouped(texts: list[str], days: list[float] | None = None) -> list[list[int]]:
    found = np.array(days) if days else undated(texts)
    return online(counted(texts), np.arange(len(texts)), found, range(len(texts)))


def test_each_joins_its_story_or_opens_one() -> None:
    assert grouped(TEXTS) == [[0, 2], [1, 3]]


@pytest.mark.parametrize("size", range(1, 5))
def test_what_comes_later_changes_nothing(size: int) -> None:
    """The stories of the first articles are those of the whole stream, cut."""
    cut = [[n for n in story if n < size] for story in grouped(TEXTS)]
    assert grouped(TEXTS[:size]) == [story for story in cut if story]


def test_a_copy_follows_its_family_whatever_its_words() -> None:
    texts = [CRANE, APPLES, APPLES_LATER]
    family = np.array([0, 1, 0])
    assert online(counted(texts), family, undated(texts), range(3)) == [[0], [1]]


def test_days_between_keep_apart() -> None:
    painted = (
        "Painters of Brelling gave a wooden bridge, two chapels, five barns and a silos tower some green."
    )
    texts = [CRANE, APPLES, painted]
    assert grouped(texts, [1.0, 2.0, 3.0]) == [[0, 2], [1]]
    assert grouped(texts, [1.0, 2.0, 900.0]) == [[0], [1], [2]]
