"""What later versions changed, and the likely order of scrambled texts."""

from __future__ import annotations

import random
from typing import Any

from link.pile import HARBOUR, MARKET, REWRITE, article, tables
from newsledger.link.copies import find_derivations
from newsledger.link.copies.order import refers_back
from newsledger.link.families import find_families
from newsledger.link.revisions import find_revisions
from newsledger.records import Article, Passage

WHOLE = "".join(HARBOUR)


def found(*articles: Article, passages: tuple[Passage, ...] = ()) -> dict[str, Any]:
    state: dict[str, Any] = {**tables(list(articles)), "passages": passages}
    for stage in (find_derivations, find_families, find_revisions):
        state |= stage(**{k: v for k, v in state.items() if k in stage.__annotations__})  # type: ignore[operator]
    return state


def test_a_later_version_says_what_it_changed() -> None:
    old = article(WHOLE, outlet="Mail")
    new = article(
        "".join((HARBOUR[0], REWRITE[1], *HARBOUR[2:7], MARKET[0])), day="2024-05-08", outlet="Mail"
    )
    rows = found(old, new)["revisions"]
    assert [r.kind for r in rows] == ["changed", "added", "removed"]
    assert {(r.earlier, r.later) for r in rows} == {(old.article_id, new.article_id)}


def test_the_update_is_the_later_one_though_it_holds_more() -> None:
    old = article(WHOLE, outlet="Mail", day="2024-05-07")
    more = "\nUPDATE, 9.40 p.m.: The port authority now speaks of sixteen wagons."
    new = article(WHOLE.replace("fourteen", "sixteen") + more, outlet="Mail", day="2024-05-07")
    state = found(old, new)
    assert [d.likely_original for d in state["derivations"]] == [old.article_id]
    assert {r.later for r in state["revisions"]} == {new.article_id}


def test_a_scrambled_copy_gets_the_order_of_its_sibling() -> None:
    old = article(WHOLE)
    mixed = list(HARBOUR)
    random.Random(3).shuffle(mixed)
    new = article("".join(mixed), day="2024-05-09")
    state = found(old, new)
    texts = {s.sentence_id: s.text for s in state["sentences"]}
    assert {(p.article_id, p.basis, p.sibling) for p in state["sentence_order"]} == {
        (new.article_id, "sibling", old.article_id)
    }
    assert [texts[p.sentence_id].strip() for p in state["sentence_order"]] == [s.strip() for s in HARBOUR]


def test_a_sound_text_keeps_its_order() -> None:
    assert found(article(WHOLE), article("".join(MARKET)))["sentence_order"] == ()


def test_a_text_without_siblings_is_ordered_by_a_guess() -> None:
    lost = (
        "But he would not say who had signed it. ",
        "Apples rotted by the road. ",
        "She laughed. ",
        "Ivar Lund announced the board's report on the crane of Brelling. ",
        "Two freighters wait outside the breakwater. ",
        "Nobody else had come. ",
    )
    state = found(article("".join(lost)))
    assert {p.basis for p in state["sentence_order"]} == {"coherence"}
    assert state["sentence_order"][0].place == 1
    assert "guess" in state["sentence_order"][0].reason


def test_a_text_that_begins_with_who_it_was_has_kept_its_order() -> None:
    assert refers_back("It was built in 1978.")
    assert not refers_back("It was Hanne Ostrup who closed the silos.")
    assert not refers_back("It is the crane that fell.")
