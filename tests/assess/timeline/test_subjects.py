"""Which stories share a timeline."""

from __future__ import annotations

import datetime as dt

from newsledger.annotate.fingerprint.stems import commonest
from newsledger.assess.timeline.subjects import of_article, subjects
from newsledger.records import Article

TEXTS = {
    "spill": "The tanker leaked oil into the harbour. Oil reached the harbour beaches.",
    "cleaning": "Volunteers cleaned oil from the harbour. The tanker owner pays for the oil.",
    "vote": "Voters elect a new mayor. The mayor candidates debated taxes before the vote.",
}


def sorted_into(*names: str) -> dict[str | None, int]:
    articles = [
        Article(
            article_id=name, source=name, text=TEXTS[name], published=dt.date(2031, 5, n + 1), story_id=name
        )
        for n, name in enumerate(names)
    ]
    return subjects(articles, {name: commonest(TEXTS[name]) for name in names})


def test_stories_that_share_their_commonest_words_share_a_subject() -> None:
    found = sorted_into("spill", "vote", "cleaning")
    assert found["spill"] == found["cleaning"] != found["vote"]


def test_a_common_word_weighs_more_but_not_by_its_number() -> None:
    weights = of_article([("oil", 3), ("tanker", 1)])
    assert weights["tanker"] < weights["oil"] < 3 * weights["tanker"]
    assert abs(sum(x * x for x in weights.values()) - 1) < 1e-9
