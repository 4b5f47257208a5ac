"""Disputes: both sides, with words and values; updates are none."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from assess.rows import DAY, article, entity, figure, mention, quotation, sentences
from newsledger.annotate.annotation import Annotation
from newsledger.annotate.parse import parse_text
from newsledger.annotate.stances import find_stances
from newsledger.assess.disputes import find_disputes
from newsledger.records import Alignment, Article, DisputeSide, QuotationVariant

LEE = entity("Ann Lee")
ARMY = entity("army", kind="ORG")
OKER = entity("Col. Oker", role="army spokesman")


def disputes(articles: tuple[Article, ...], **tables: Any) -> list[tuple[str, list[DisputeSide]]]:
    names = (
        "entities",
        "mentions",
        "quotations",
        "quotation_variants",
        "figures",
        "times",
        "alignments",
        "derivations",
    )
    empty: dict[str, Any] = dict.fromkeys(names, ())
    annotations = tuple(
        Annotation(article_id=a.article_id, stances=find_stances(parse_text(a.text))) for a in articles
    )
    found = find_disputes(
        **{
            **empty,
            "articles": articles,
            "annotations": annotations,
            "sentences": sentences(*articles),
            **tables,
        }
    )
    text = {a.article_id: a.text for a in articles}
    for side in found["dispute_sides"]:
        assert text[side.article_id][side.start : side.end] == side.text
    return [
        (d.kind, [s for s in found["dispute_sides"] if s.dispute_id == d.dispute_id])
        for d in found["disputes"]
    ]


def values(sides: list[DisputeSide]) -> set[str | None]:
    return {s.value for s in sides}


ONE = article(1, "Ann Lee put the number of dead at 31. The army counted 44 dead.")
DEAD = (
    figure(ONE, "31", 31, "killed", LEE.entity_id),
    figure(ONE, "44 dead", 44, "killed", ARMY.entity_id),
)


def test_figures_that_exclude_each_other_are_disputed() -> None:
    ((kind, sides),) = disputes((ONE,), figures=DEAD, entities=(LEE, ARMY))
    assert kind == "figure"
    assert values(sides) == {"31", "44"}
    assert {s.speaker_id for s in sides} == {LEE.entity_id, ARMY.entity_id}


def test_figures_within_their_bounds_are_not() -> None:
    open_floor = replace(DEAD[0], bound="at least")
    assert disputes((ONE,), figures=(open_floor, DEAD[1]), entities=(LEE, ARMY)) == []


def test_a_later_figure_of_the_same_claimant_is_an_update() -> None:
    later = article(2, "Ann Lee said 40 were dead.", day=DAY + dt.timedelta(days=1))
    figures = (DEAD[0], figure(later, "40", 40, "killed", LEE.entity_id))
    assert disputes((ONE, later), figures=figures, entities=(LEE,)) == []


def test_a_spokesman_does_not_dispute_his_army() -> None:
    figures = (replace(DEAD[0], claimant_id=OKER.entity_id), DEAD[1])
    assert disputes((ONE,), figures=figures, entities=(OKER, ARMY)) == []


def test_a_part_is_no_rival_of_the_whole() -> None:
    one = article(1, "Ann Lee said 640 were injured. Wards held 250 of the injured, the army said.")
    figures = (
        figure(one, "640", 640, "injured", LEE.entity_id),
        figure(one, "250", 250, "injured", ARMY.entity_id),
    )
    assert disputes((one,), figures=figures, entities=(LEE, ARMY)) == []


def test_a_correction_disputes_what_it_takes_back() -> None:
    one = article(1, "Eleven people were hurt. An earlier version said fourteen people were hurt.")
    figures = (
        figure(one, "Eleven people", 11, "injured"),
        figure(one, "fourteen people", 14, "injured", retracted=True),
    )
    ((kind, sides),) = disputes((one,), figures=figures)
    assert (kind, values(sides)) == ("figure", {"11", "14"})


def test_a_denial_finds_the_accusation() -> None:
    norland, sutland = entity("Norland", kind="GPE"), entity("Sutland", kind="GPE")
    one = article(1, "Sutland accused Norland of arming the rebels. Norland has denied those claims.")
    mentions = (
        mention(one, "Sutland", sutland),
        mention(one, "Norland", norland),
        replace(mention(one, "Norland", norland), mention_id="m2", start=46, end=53),
    )
    ((kind, sides),) = disputes((one,), entities=(norland, sutland), mentions=mentions)
    assert kind == "denial"
    assert [(s.side, s.speaker_id) for s in sides][:2] == [("a", sutland.entity_id), ("b", norland.entity_id)]


def test_an_accusation_that_is_returned_is_a_dispute() -> None:
    norland, sutland = entity("Norland", kind="GPE"), entity("Sutland", kind="GPE")
    one = article(1, "Sutland accused Norland of arming the rebels. Norland accused Sutland of lying.")
    mentions = (
        mention(one, "Sutland", sutland),
        mention(one, "Norland", norland),
        replace(mention(one, "Norland", norland), mention_id="m2", start=46, end=53),
        replace(mention(one, "Sutland", sutland), mention_id="m3", start=62, end=69),
    )
    ((kind, sides),) = disputes((one,), entities=(norland, sutland), mentions=mentions)
    assert kind == "denial"
    assert [(s.side, s.speaker_id) for s in sides] == [("a", sutland.entity_id), ("b", norland.entity_id)]


def test_a_denial_finds_a_statement_with_its_words_about_the_denier_in_another_paper() -> None:
    brand = entity("Ida Brand")
    one = article(1, "Ida Brand said Ann Lee had seen the secret report.")
    two = article(2, "Ann Lee denied that she had seen any secret report.", day=DAY + dt.timedelta(days=1))
    quotations = (quotation(one, "Ann Lee had seen the secret report", brand.entity_id, kind="indirect"),)
    mentions = (mention(one, "Ida Brand", brand), mention(one, "Ann Lee", LEE), mention(two, "Ann Lee", LEE))
    ((kind, sides),) = disputes((one, two), entities=(LEE, brand), mentions=mentions, quotations=quotations)
    assert kind == "denial"
    assert {s.speaker_id for s in sides} == {LEE.entity_id, brand.entity_id}


def test_one_shared_word_is_no_accusation() -> None:
    brand = entity("Ida Brand")
    one = article(1, "Ann Lee denied having received the parcel.")
    two = article(2, "Ida Brand said a parcel can be posted on Sundays.")
    quotations = (quotation(two, "a parcel can be posted on Sundays", brand.entity_id, kind="indirect"),)
    mentions = (mention(one, "Ann Lee", LEE), mention(two, "Ida Brand", brand))
    ((_, sides),) = disputes((one, two), entities=(LEE, brand), mentions=mentions, quotations=quotations)
    assert [s.speaker_id for s in sides] == [None, LEE.entity_id]


def test_a_denial_by_another_description_accuses_nobody() -> None:
    aide = entity("Norland envoy", kind="PERSON")
    lee = replace(LEE, role="Norland envoy")
    one = article(1, "Ann Lee denied that any crate of rifles crossed the bridge.")
    two = article(2, "The Norland envoy said crates of rifles crossed the bridge by night.")
    quotations = (
        quotation(two, "crates of rifles crossed the bridge by night", aide.entity_id, kind="indirect"),
    )
    mentions = (mention(one, "Ann Lee", LEE), replace(mention(two, "Norland envoy", aide), form="nominal"))
    ((_, sides),) = disputes((one, two), entities=(lee, aide), mentions=mentions, quotations=quotations)
    assert [s.speaker_id for s in sides] == [None, LEE.entity_id]


def test_a_relative_clause_denies_what_stands_before_it() -> None:
    brand = entity("Ida Brand")
    text = "Ida Brand said the guards had slept on duty, an allegation that Ann Lee dismissed as “nonsense.”"
    one = article(1, text)
    quotations = (quotation(one, "the guards had slept on duty", brand.entity_id, kind="indirect"),)
    mentions = (mention(one, "Ida Brand", brand), mention(one, "Ann Lee", LEE))
    ((kind, sides),) = disputes((one,), entities=(LEE, brand), mentions=mentions, quotations=quotations)
    assert kind == "denial"
    assert (sides[0].speaker_id, sides[0].text) == (
        brand.entity_id,
        "Ida Brand said the guards had slept on duty",
    )
    assert sides[1].speaker_id == LEE.entity_id


def test_an_accuser_in_a_clause_with_as() -> None:
    brand = entity("Ida Brand")
    one = article(
        1, "Ann Lee denied having known of the secret transfers, as Ida Brand had suggested in court."
    )
    mentions = (mention(one, "Ann Lee", LEE), mention(one, "Ida Brand", brand))
    ((kind, sides),) = disputes((one,), entities=(LEE, brand), mentions=mentions)
    assert kind == "denial"
    assert [s.speaker_id for s in sides] == [brand.entity_id, LEE.entity_id]


def test_who_declines_to_say_denies_nothing() -> None:
    one = article(1, "Ann Lee declined to say whether the quay would close.")
    assert disputes((one,), entities=(LEE,), mentions=(mention(one, "Ann Lee", LEE),)) == []


def test_altered_words_are_disputed_with_both_wordings() -> None:
    one = article(1, "“We count what we carry out,” Ann Lee said.")
    two = article(2, "“We tally what we carry out,” Ann Lee said.")
    a = quotation(one, "We count what we carry out,", LEE.entity_id)
    b = quotation(two, "We tally what we carry out,", LEE.entity_id)
    variant = QuotationVariant(
        quotation_a=a.quotation_id, quotation_b=b.quotation_id, relation="altered", diff="[-count-] {+tally+}"
    )
    ((kind, sides),) = disputes((one, two), quotations=(a, b), quotation_variants=(variant,), entities=(LEE,))
    assert kind == "quotation"
    assert len({s.side for s in sides}) == 2


def test_a_copy_with_another_number_is_disputed() -> None:
    one = article(1, "The fund gave 30 million crowns.", family="f")
    two = article(2, "The fund gave 50 million crowns.", family="f")
    figures = (
        figure(one, "30 million crowns", 30e6, "crowns"),
        figure(two, "50 million crowns", 50e6, "crowns"),
    )
    alignment = Alignment(
        sentence_a="a1:0", sentence_b="a2:0", article_a="a1", article_b="a2", similarity=0.9
    )
    ((kind, sides),) = disputes((one, two), figures=figures, alignments=(alignment,))
    assert (kind, values(sides)) == ("figure", {"30000000", "50000000"})


def test_numbers_that_both_copies_have_in_another_order_are_not_altered() -> None:
    one = article(1, "The mill keeps 280 workers and retires 150.", family="f")
    two = article(2, "The mill retires 150 workers and keeps 280.", family="f")
    figures = (figure(one, "280 workers", 280, "workers"), figure(two, "150 workers", 150, "workers"))
    alignment = Alignment(
        sentence_a="a1:0", sentence_b="a2:0", article_a="a1", article_b="a2", similarity=0.9
    )
    assert disputes((one, two), figures=figures, alignments=(alignment,)) == []


def test_order_of_the_articles_changes_nothing() -> None:
    two = article(2, "The army counted 60 dead.")
    figures = (*DEAD, figure(two, "60 dead", 60, "killed"))
    forward = disputes((ONE, two), figures=figures, entities=(LEE, ARMY))
    assert forward == disputes((two, ONE), figures=tuple(reversed(figures)), entities=(ARMY, LEE))


def test_one_contest_is_one_dispute_on_whatever_day_it_is_repeated() -> None:
    two = article(
        2, "Ann Lee said 31 people died. The army spoke of 44 dead.", day=DAY + dt.timedelta(days=1)
    )
    again = (
        figure(two, "31 people", 31, "killed", LEE.entity_id),
        figure(two, "44 dead", 44, "killed", ARMY.entity_id),
    )
    ((kind, sides),) = disputes((ONE, two), figures=(*DEAD, *again), entities=(LEE, ARMY))
    assert (kind, values(sides), {s.article_id for s in sides}) == (
        "figure",
        {"31", "44"},
        {ONE.article_id, two.article_id},
    )


@pytest.mark.parametrize(
    ("text", "disputed"),
    [
        ("Ann Lee says 30 tonnes of tar leaked. The army now admits to 12 tonnes.", True),
        ("Ann Lee said the barge held 30 tonnes. The army sold a crane of 12 tonnes.", False),
        ("Ann Lee promised the town 30 tonnes. The army said it needs 12 tonnes.", False),
    ],
)
def test_an_answer_is_a_rival_and_a_wish_is_none(text: str, disputed: bool) -> None:
    one = article(1, text)
    figures = (
        figure(one, "30 tonnes", 30, "tonnes", LEE.entity_id),
        figure(one, "12 tonnes", 12, "tonnes", ARMY.entity_id),
    )
    assert bool(disputes((one,), figures=figures, entities=(LEE, ARMY))) is disputed


def test_a_toll_that_rises_from_day_to_day_is_no_disagreement() -> None:
    first = article(1, "Ann Lee put the number of dead at 31.")
    later = article(2, "The army counted 44 dead.", day=DAY + dt.timedelta(days=1))
    figures = (
        figure(first, "31", 31, "killed", LEE.entity_id),
        figure(later, "44 dead", 44, "killed", ARMY.entity_id),
    )
    assert disputes((first, later), entities=(LEE, ARMY), figures=figures) == []


def test_a_toll_that_falls_is_one() -> None:
    first = article(1, "Ann Lee put the number of dead at 44.")
    later = article(2, "The army counted 31 dead.", day=DAY + dt.timedelta(days=1))
    figures = (
        figure(first, "44", 44, "killed", LEE.entity_id),
        figure(later, "31 dead", 31, "killed", ARMY.entity_id),
    )
    found = disputes((first, later), entities=(LEE, ARMY), figures=figures)
    assert [kind for kind, _ in found] == ["figure"]


def test_a_number_that_its_claimant_gives_up_stands_no_more() -> None:
    told = article(1, "Ann Lee, who had spoken of 12 dead, now says 15. The army counted 31 dead.")
    figures = (
        figure(told, "12 dead", 12, "killed", LEE.entity_id),
        figure(told, "15", 15, "killed", LEE.entity_id),
        figure(told, "31 dead", 31, "killed", ARMY.entity_id),
    )
    ((_, sides),) = disputes((told,), entities=(LEE, ARMY), figures=figures)
    assert values(sides) == {"15", "31"}


def test_the_same_denial_in_two_copies_is_one_dispute() -> None:
    text = "Ann Lee accused the army of hiding its losses. The army denied it."
    one, two = article(1, text, family="f"), article(2, text, family="f")
    mentions = tuple(
        mention(a, words, who) for a in (one, two) for words, who in (("Ann Lee", LEE), ("The army", ARMY))
    )
    found = disputes((one, two), entities=(LEE, ARMY), mentions=mentions)
    assert [kind for kind, _ in found] == ["denial"]
    assert {s.article_id for s in found[0][1]} == {"a1", "a2"}


def test_a_report_that_nobody_is_named_for_is_the_other_side() -> None:
    aide = entity("aide")
    one = article(1, "The pier is shut. An aide denied a report that the mayor had offered to go.")
    ((kind, sides),) = disputes((one,), entities=(aide,), mentions=(mention(one, "An aide", aide),))
    assert kind == "denial"
    assert [(s.side, s.speaker_id, s.text) for s in sides] == [
        ("a", None, "a report that the mayor had offered to go"),
        ("b", aide.entity_id, "An aide denied a report that the mayor had offered to go."),
    ]


def test_the_charge_is_the_accusation_just_before_it() -> None:
    lee, mass, party = LEE, entity("opposition", kind="ORG"), entity("Reed Party", kind="ORG")
    one = article(1, "Ann Lee accused the opposition of plotting. The Reed Party called the charge absurd.")
    mentions = (
        mention(one, "Ann Lee", lee),
        replace(mention(one, "the opposition", mass), form="nominal"),
        mention(one, "The Reed Party", party),
    )
    ((kind, sides),) = disputes((one,), entities=(lee, mass, party), mentions=mentions)
    assert kind == "denial"
    assert [(s.side, s.speaker_id) for s in sides] == [("a", lee.entity_id), ("b", party.entity_id)]


def test_the_first_half_of_a_sentence_is_what_the_second_rejects() -> None:
    panel, lee = entity("panel", kind="ORG"), LEE
    one = article(1, "A panel found that the guards had aimed high; Ann Lee rejected that finding.")
    mentions = (mention(one, "A panel", panel), mention(one, "Ann Lee", lee))
    ((_, sides),) = disputes((one,), entities=(panel, lee), mentions=mentions)
    assert [(s.side, s.speaker_id) for s in sides] == [("a", panel.entity_id), ("b", lee.entity_id)]
    assert sides[0].text == "A panel found that the guards had aimed high"


def denied(*articles: Article, **tables: Any) -> list[list[tuple[str | None, str]]]:
    """The sides of each denial as speaker and words."""
    return [
        [(s.speaker_id, s.text) for s in sides]
        for kind, sides in disputes(articles, **tables)
        if kind == "denial"
    ]


def test_a_denial_that_names_its_matter_is_no_answer_to_a_sentence_about_something_else() -> None:
    brand = entity("Ida Brand")
    one = article(1, "Ida Brand said the road was closed. Ann Lee denied that a clerk had been dismissed.")
    quotations = (quotation(one, "the road was closed", brand.entity_id, kind="indirect"),)
    mentions = (mention(one, "Ida Brand", brand), mention(one, "Ann Lee", LEE))
    ((charge, answer),) = denied(one, entities=(LEE, brand), mentions=mentions, quotations=quotations)
    assert charge == (None, "that a clerk had been dismissed")
    assert answer[0] == LEE.entity_id


def test_a_town_in_which_something_happened_says_nothing() -> None:
    orle = entity("Orle", kind="GPE")
    one = article(1, "A crowd gathered in Orle at the bridge. Ann Lee denied it.")
    mentions = (mention(one, "Orle", orle), mention(one, "Ann Lee", LEE))
    assert denied(one, entities=(LEE, orle), mentions=mentions) == []


@pytest.mark.parametrize(
    "answer",
    [
        "That is a lie,",
        "Nonsense,",
        "That's simply not true,",
        "None of that is true.",
        "This never happened,",
    ],
)
def test_an_answer_in_marks_denies_what_was_said_before_it(answer: str) -> None:
    brand = entity("Ida Brand")
    one = article(1, f'Ida Brand said the bridge had been sold. "{answer}" Ann Lee said.')
    quotations = (
        quotation(one, "the bridge had been sold", brand.entity_id, kind="indirect", cue="said"),
        quotation(one, answer, LEE.entity_id, cue="said"),
    )
    mentions = (mention(one, "Ida Brand", brand), mention(one, "Ann Lee", LEE))
    ((charge, reply),) = denied(one, entities=(LEE, brand), mentions=mentions, quotations=quotations)
    assert charge == (brand.entity_id, "Ida Brand said the bridge had been sold.")
    assert reply[0] == LEE.entity_id


@pytest.mark.parametrize("words", ["That is a long road,", "We never sleep,", "It was not easy,"])
def test_other_words_in_marks_answer_nothing(words: str) -> None:
    brand = entity("Ida Brand")
    one = article(1, f'Ida Brand said the bridge had been sold. "{words}" Ann Lee said.')
    quotations = (
        quotation(one, "the bridge had been sold", brand.entity_id, kind="indirect", cue="said"),
        quotation(one, words, LEE.entity_id, cue="said"),
    )
    mentions = (mention(one, "Ida Brand", brand), mention(one, "Ann Lee", LEE))
    assert denied(one, entities=(LEE, brand), mentions=mentions, quotations=quotations) == []


def test_a_short_negative_sentence_denies_the_statement_whose_words_it_repeats() -> None:
    brand = entity("Ida Brand")
    one = article(1, 'Ida Brand said a price had been agreed. "Nothing was agreed," Ann Lee said.')
    quotations = (
        quotation(one, "a price had been agreed", brand.entity_id, kind="indirect", cue="said"),
        quotation(one, "Nothing was agreed,", LEE.entity_id, cue="said"),
    )
    mentions = (mention(one, "Ida Brand", brand), mention(one, "Ann Lee", LEE))
    ((charge, reply),) = denied(one, entities=(LEE, brand), mentions=mentions, quotations=quotations)
    assert (charge[0], reply[0]) == (brand.entity_id, LEE.entity_id)


def test_a_report_that_is_called_false_is_denied() -> None:
    one = article(1, "Ann Lee said reports of a sale of the bridge were untrue.")
    words = "reports of a sale of the bridge were untrue"
    quotations = (quotation(one, words, LEE.entity_id, kind="indirect", cue="said"),)
    ((charge, reply),) = denied(
        one, entities=(LEE,), mentions=(mention(one, "Ann Lee", LEE),), quotations=quotations
    )
    assert charge == (None, "reports of a sale of the bridge")
    assert reply[0] == LEE.entity_id


def test_the_remark_before_it_is_what_a_dismissal_of_the_remark_dismisses() -> None:
    brand = entity("Ida Brand")
    one = article(
        1, 'Ida Brand said the wall would fall in spring. Ann Lee dismissed the remark as "hindsight".'
    )
    quotations = (quotation(one, "the wall would fall in spring", brand.entity_id, kind="indirect"),)
    mentions = (mention(one, "Ida Brand", brand), mention(one, "Ann Lee", LEE))
    ((charge, reply),) = denied(one, entities=(LEE, brand), mentions=mentions, quotations=quotations)
    assert (charge[0], reply[0]) == (brand.entity_id, LEE.entity_id)


def test_who_is_contradicted_has_said_what_stands_before() -> None:
    brand = entity("Ida Brand")
    one = article(1, "Ida Brand said pickets had blocked the tugs. Ann Lee contradicted her.")
    quotations = (quotation(one, "pickets had blocked the tugs", brand.entity_id, kind="indirect"),)
    mentions = (
        mention(one, "Ida Brand", brand),
        mention(one, "Ann Lee", LEE),
        replace(mention(one, "her", brand), form="pronoun"),
    )
    ((charge, reply),) = denied(one, entities=(LEE, brand), mentions=mentions, quotations=quotations)
    assert (charge[0], reply[0]) == (brand.entity_id, LEE.entity_id)


def test_names_alone_join_no_statement_to_a_denial() -> None:
    brand = entity("Ida Brand")
    one = article(1, "Ann Lee denied that she had sold the mill near Orle Bridge.")
    two = article(2, "Ida Brand said the ice near Orle Bridge was thin.")
    quotations = (
        quotation(two, "the ice near Orle Bridge was thin", brand.entity_id, kind="indirect", cue="said"),
    )
    mentions = (mention(one, "Ann Lee", LEE), mention(two, "Ida Brand", brand))
    ((charge, _),) = denied(one, two, entities=(LEE, brand), mentions=mentions, quotations=quotations)
    assert charge[0] is None


def test_neither_confirmed_nor_denied_is_no_denial() -> None:
    one = article(1, "Ann Lee would neither confirm nor deny that the plant had been warned in August.")
    assert denied(one, entities=(LEE,), mentions=(mention(one, "Ann Lee", LEE),)) == []


def test_an_account_that_is_named_is_not_the_other_words_of_its_owner() -> None:
    mill = entity("Orlo Mill", kind="ORG")
    one = article(
        1, "Orlo Mill said its chief had left. Ann Lee disputed Orlo Mill's account that no pump had failed."
    )
    second = one.text.rindex("Orlo Mill")
    quotations = (quotation(one, "its chief had left", mill.entity_id, kind="indirect", cue="said"),)
    mentions = (
        mention(one, "Orlo Mill", mill),
        mention(one, "Ann Lee", LEE),
        replace(mention(one, "Orlo Mill", mill), mention_id="m9", start=second, end=second + 9),
    )
    ((charge, _),) = denied(one, entities=(LEE, mill), mentions=mentions, quotations=quotations)
    assert charge == (mill.entity_id, "Orlo Mill's account that no pump had failed")
