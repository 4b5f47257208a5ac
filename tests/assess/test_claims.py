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
