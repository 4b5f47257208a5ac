"""Claims: one statement across articles, never two values in one."""

from __future__ import annotations

from typing import Any

from assess.rows import article, entity, figure, mention, quotation, sentences
from newsledger.assess.claims import find_claims
from newsledger.records import Claim, ClaimEvidence

LEE = entity("Ann Lee", role="harbour minister")
MINISTRY = entity("Harbour Ministry", kind="ORG")


def claims(**tables: Any) -> tuple[dict[str, Claim], dict[str, list[ClaimEvidence]]]:
    empty: dict[str, Any] = dict.fromkeys(
        ("annotations", "quotations", "figures", "events", "event_mentions", "mentions", "entities", "times"),
        (),
    )
    found = find_claims(**{**empty, **tables})
    rows = {c.claim_id: c for c in found["claims"]}
    evidence = {key: [e for e in found["claim_evidence"] if e.claim_id == key] for key in rows}
    return rows, evidence


ONE = article(1, "Ann Lee said 40 boats sank. The quay is closed.")
TWO = article(2, "Some 40 vessels sank, the Harbour Ministry said.", family="fam1")
THREE = article(3, "A union counted 90 boats lost. Ann Lee said nothing.")
PILE = (ONE, TWO, THREE)
FIGURES = (
    figure(ONE, "40 boats", 40, "boats", LEE.entity_id),
    figure(TWO, "Some 40 vessels", 40, "vessels", MINISTRY.entity_id, bound="about"),
    figure(THREE, "90 boats", 90, "boats"),
)
MENTIONS = (mention(ONE, "Ann Lee", LEE), mention(TWO, "Harbour Ministry", MINISTRY))


def test_a_figure_in_two_wordings_is_one_claim_and_another_value_is_not() -> None:
    rows, evidence = claims(
        articles=PILE,
        sentences=sentences(*PILE),
        figures=FIGURES,
        mentions=MENTIONS,
        entities=(LEE, MINISTRY),
    )
    sizes = sorted((c.n_articles, c.n_families) for c in rows.values())
    assert sizes == [(1, 1), (2, 1)]
    joined = next(c for c in rows.values() if c.n_articles == 2)
    assert joined.claimant_id == LEE.entity_id  # the minister speaks for the ministry
    assert joined.n_origins == 1
    assert {e.article_id for e in evidence[joined.claim_id]} == {"a1", "a2"}


def test_evidence_is_exact() -> None:
    text = {a.article_id: a.text for a in PILE}
    _, evidence = claims(articles=PILE, sentences=sentences(*PILE), figures=FIGURES)
    for rows in evidence.values():
        for row in rows:
            assert text[row.article_id][row.start : row.end] == row.text


def test_order_of_the_rows_changes_nothing() -> None:
    forward = find_all(PILE, FIGURES)
    backward = find_all(tuple(reversed(PILE)), tuple(reversed(FIGURES)))
    assert forward == backward


def find_all(articles: Any, figures: Any) -> Any:
    rows, evidence = claims(articles=articles, sentences=sentences(*articles), figures=figures)
    return sorted(rows.items()), sorted(evidence.items())


def test_equal_words_join_across_papers_and_a_negated_report_does_not() -> None:
    one = article(1, "“The quay will stay shut until Monday,” Ann Lee said.")
    two = article(2, "“The quay will stay shut until Monday,” she told the paper.")
    three = article(3, "Ann Lee said the quay will not stay shut until Monday.")
    words = "The quay will stay shut until Monday,"
    quotations = (
        quotation(one, words, LEE.entity_id),
        quotation(two, words, None),
        quotation(three, "the quay will not stay shut until Monday", LEE.entity_id, kind="indirect"),
    )
    rows, _ = claims(
        articles=(one, two, three),
        sentences=sentences(one, two, three),
        quotations=quotations,
        mentions=(mention(one, "Ann Lee", LEE),),
        entities=(LEE,),
    )
    assert sorted(c.n_articles for c in rows.values()) == [1, 2]


def test_a_figure_that_a_correction_takes_back_is_denied() -> None:
    one = article(1, "Fourteen people were hurt.")
    two = article(2, "An earlier version said fourteen people were hurt.")
    figures = (
        figure(one, "Fourteen people", 14, "injured"),
        figure(two, "fourteen people", 14, "injured", retracted=True),
    )
    rows, evidence = claims(articles=(one, two), sentences=sentences(one, two), figures=figures)
    (claim,) = rows.values()
    assert claim.n_articles == 1
    assert [e.stance for e in evidence[claim.claim_id]] == ["affirms", "denies"]


def test_a_correction_withdraws_its_own_articles_support() -> None:
    one = article(1, "Fourteen people were hurt. The number of fourteen people was wrong.")
    two = article(2, "Some fourteen people were hurt.")
    figures = (
        figure(one, "Fourteen people", 14, "injured"),
        figure(one, "fourteen people", 14, "injured", retracted=True),
        figure(two, "fourteen people", 14, "injured"),
    )
    rows, evidence = claims(articles=(one, two), sentences=sentences(one, two), figures=figures)
    (claim,) = rows.values()
    assert claim.n_articles == 1
    assert {(e.article_id, e.stance) for e in evidence[claim.claim_id]} == {
        ("a1", "denies"),
        ("a2", "affirms"),
    }


def test_what_is_only_denied_is_claimed_by_nobody() -> None:
    one = article(1, "Ann Lee denied a report that she had left the town.")
    words = "a report that she had left the town"
    quotations = (quotation(one, words, LEE.entity_id, kind="indirect", cue="denied", stance="denies"),)
    rows, evidence = claims(articles=(one,), sentences=sentences(one), quotations=quotations, entities=(LEE,))
    (claim,) = rows.values()
    assert (claim.text, claim.claimant_id, claim.n_articles) == ("she had left the town", None, 0)
    assert [(e.stance, e.speaker_id) for e in evidence[claim.claim_id]] == [("denies", LEE.entity_id)]


def test_a_denial_stands_with_the_claim_that_it_denies_in_the_same_words() -> None:
    union = entity("union", kind="ORG")
    one = article(1, "The union said that wages had fallen again.")
    two = article(2, "Ann Lee denied that wages had fallen again.")
    quotations = (
        quotation(one, "wages had fallen again", union.entity_id, kind="indirect", cue="said"),
        quotation(
            two, "wages had fallen again", LEE.entity_id, kind="indirect", cue="denied", stance="denies"
        ),
    )
    rows, evidence = claims(
        articles=(one, two), sentences=sentences(one, two), quotations=quotations, entities=(union, LEE)
    )
    (claim,) = rows.values()
    assert (claim.claimant_id, claim.n_origins) == (union.entity_id, 1)
    assert {(e.stance, e.speaker_id) for e in evidence[claim.claim_id]} == {
        ("affirms", union.entity_id),
        ("denies", LEE.entity_id),
    }


def test_a_paper_that_passes_a_statement_on_is_no_second_origin() -> None:
    paper = entity("Post", kind="ORG")
    one = article(1, "According to the Post, Ann Lee said that the quay had sunk.")
    two = article(2, "Ann Lee told the Post that the quay had sunk.")
    inner = quotation(
        one, "the quay had sunk", LEE.entity_id, kind="indirect", cue="said", speaker_start=23, speaker_end=30
    )
    outer = quotation(
        one, "Ann Lee said that the quay had sunk", paper.entity_id, kind="indirect", cue="According"
    )
    other = quotation(two, "the quay had sunk", LEE.entity_id, kind="indirect", cue="told")
    rows, _ = claims(
        articles=(one, two),
        sentences=sentences(one, two),
        quotations=(inner, outer, other),
        mentions=(mention(one, "Ann Lee", LEE), mention(two, "Ann Lee", LEE)),
        entities=(LEE, paper),
    )
    (claim,) = rows.values()
    assert (claim.claimant_id, claim.n_articles, claim.n_origins) == (LEE.entity_id, 2, 1)


def test_words_without_a_speaker_have_the_origin_that_other_papers_name() -> None:
    one = article(1, "“The quay will stay shut until Monday,” Ann Lee said.")
    two = article(2, "“The quay will stay shut until Monday,” it was said.")
    words = "The quay will stay shut until Monday,"
    rows, _ = claims(
        articles=(one, two),
        sentences=sentences(one, two),
        quotations=(quotation(one, words, LEE.entity_id), quotation(two, words, None)),
        mentions=(mention(one, "Ann Lee", LEE),),
        entities=(LEE,),
    )
    (claim,) = rows.values()
    assert (claim.n_families, claim.n_origins) == (2, 1)
