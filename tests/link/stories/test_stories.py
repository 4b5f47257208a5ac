"""Stories: one unfolding matter, whatever the copies."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from link.pile import HARBOUR, MARKET, REWRITE, article, sentences
from newsledger.annotate.annotation import Annotation
from newsledger.annotate.fingerprint import take_tally
from newsledger.link.stories import find_stories
from newsledger.records import Article

PILE = [
    article("".join(HARBOUR), day="2024-05-07", title="Fallen crane closes Brelling harbour"),
    article("".join(REWRITE[2:]) + HARBOUR[7], day="2024-05-12", title="Brelling waits for its grain trains"),
    article(
        "Trains reached the grain silos of Brelling again on Saturday after the crane was cut up by Vastby Steel. "
        "Hanne Ostrup of Merrow Grain said the barley trains would run day and night.",
        day="2024-05-25",
    ),
    article("".join(MARKET), day="2024-05-08", title="Why the apples of Quenby cost so much"),
    article(
        "The orchard owners of Quenby want their cold store for apples before summer, said Petra Nolan. "
        "The council of Quenby has room for two hundred crates of Bramleys in mind.",
        day="2024-05-15",
    ),
]


def stories(articles: list[Article]) -> dict[str, tuple]:  # type: ignore[type-arg]
    return dict(find_stories(articles=tuple(articles), sentences=sentences(articles)))


def test_two_stories() -> None:
    story = [a.story_id for a in stories(PILE)["articles"]]
    assert story[0] == story[1] == story[2] != story[3] == story[4]


def test_title_is_the_words_of_an_article() -> None:
    for story in stories(PILE)["stories"]:
        assert any(story.title == a.title or story.title in a.text for a in PILE)
        assert story.n_articles >= 2


def test_copies_do_not_pull() -> None:
    pile = [replace(a, family_id=f"f{n}") for n, a in enumerate(PILE)]
    copies = [article("".join(MARKET) + f"Copy {n}. ", day="2024-05-09") for n in range(8)]
    out = stories(pile + [replace(c, family_id="f3") for c in copies])
    grown = {s.story_id: s for s in out["stories"]}
    assert set(grown) == {s.story_id for s in stories(pile)["stories"]}
    assert sorted((s.n_articles, s.n_families) for s in grown.values()) == [(3, 3), (10, 2)]


def test_the_id_lasts_while_a_story_grows() -> None:
    ids = {s.story_id for s in stories(PILE[:2] + PILE[3:4])["stories"]}
    assert ids == {s.story_id for s in stories(PILE)["stories"]}


def test_no_articles() -> None:
    assert stories([]) == {"stories": (), "articles": ()}


@settings(derandomize=True, deadline=None, max_examples=20)
@given(st.permutations(PILE))
def test_input_order_changes_nothing(pile: list[Article]) -> None:
    assert stories(pile)["stories"] == stories(PILE)["stories"]


def test_stems_that_an_annotation_holds_are_not_taken_again() -> None:
    kept = tuple(
        Annotation(article_id=a.article_id, tally=take_tally("one and the same words")) for a in PILE
    )
    one = find_stories(articles=tuple(PILE), sentences=sentences(PILE), annotations=kept)
    assert len(one["stories"]) == 1


def test_an_id_outlives_a_later_title_and_more_copies() -> None:
    first = stories(PILE[:1])["stories"][0]
    later = article("".join(HARBOUR[1:]), day="2024-05-08", title="Crane in Brelling: what is known")
    grown = stories([PILE[0], later])["stories"]
    assert [s.story_id for s in grown] == [first.story_id]
