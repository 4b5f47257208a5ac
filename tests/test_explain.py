"""Any id can be explained: the row, its reason, its evidence in context."""

from __future__ import annotations

import pytest

from newsledger.errors import UnknownIdError
from newsledger.explain import explain
from newsledger.records import Article, Claim, ClaimEvidence, Entity, Mention

TEXT = "The harbour master, Ada Quill, said nine boats were lost."
START = TEXT.index("nine boats")
TABLES = {
    "articles": (Article(article_id="a_1", source="one.txt", text=TEXT, date_reason="URL and text agree"),),
    "claims": (
        Claim(claim_id="c_1", text="nine boats", kind="figure", claimant_id="e_1", reason="one article"),
    ),
    "claim_evidence": (
        ClaimEvidence(
            claim_id="c_1", article_id="a_1", start=START, end=START + 10, text="nine boats", stance="affirms"
        ),
    ),
    "entities": (Entity(entity_id="e_1", name="Ada Quill", kind="PERSON"),),
    "mentions": (
        Mention(
            mention_id="m_1",
            entity_id="e_1",
            article_id="a_1",
            start=20,
            end=29,
            text="Ada Quill",
            form="name",
        ),
    ),
}


def test_a_claim_shows_its_words_in_context() -> None:
    said = explain(TABLES, "c_1")
    assert said.table == "claims"
    assert said.reason == "one article"
    (quote,) = said.quotes
    assert (quote.text, quote.before, quote.after) == ("nine boats", TEXT[:START], " were lost.")


def test_an_entity_names_its_mentions_and_its_claims() -> None:
    said = explain(TABLES, "e_1")
    assert [q.text for q in said.quotes] == ["Ada Quill"]
    assert [table for table, _ in said.related] == ["claims"]


def test_an_articles_verdict_is_its_reason() -> None:
    assert explain(TABLES, "a_1").reason == "URL and text agree"


def test_an_unknown_id_says_so() -> None:
    with pytest.raises(UnknownIdError, match="no row has this id"):
        explain(TABLES, "c_2")
