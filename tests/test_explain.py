"""Any id can be explained: the row, its reason, its evidence in context."""

from __future__ import annotations

import pytest

from newsledger.errors import UnknownIdError
from newsledger.explain import explain
from newsledger.records import (
    Article,
    Claim,
    ClaimEvidence,
    Derivation,
    Entity,
    Mention,
    Quotation,
    QuotationVariant,
    Revision,
)

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


WORDINGS = {
    "articles": (
        Article(article_id="a_1", source="one.txt", text="“The quay is safe,” Quill said."),
        Article(article_id="a_2", source="two.txt", text="“The quay was safe,” Quill said."),
    ),
    "quotations": (
        Quotation(
            quotation_id="q_1", article_id="a_1", start=1, end=18, text="The quay is safe,", kind="direct"
        ),
        Quotation(
            quotation_id="q_2", article_id="a_2", start=1, end=19, text="The quay was safe,", kind="direct"
        ),
    ),
    "quotation_variants": (
        QuotationVariant(
            quotation_a="q_1", quotation_b="q_2", relation="altered", diff="", reason="one speaker"
        ),
    ),
    "derivations": (Derivation(article_a="a_1", article_b="a_2", kind="rewrite", reason="two sentences"),),
    "revisions": (Revision(earlier="a_1", later="a_2", kind="changed"),),
}


@pytest.mark.parametrize("pair", [("q_1", "q_2"), ("q_2", "q_1")])
def test_two_quotations_are_explained_by_what_joins_them(pair: tuple[str, str]) -> None:
    said = explain(WORDINGS, *pair)
    assert (said.table, said.reason) == ("quotation_variants", "one speaker")
    assert sorted(q.text for q in said.quotes) == ["The quay is safe,", "The quay was safe,"]


def test_two_articles_are_explained_by_what_joins_them() -> None:
    said = explain(WORDINGS, "a_2", "a_1")
    assert (said.table, said.reason) == ("derivations", "two sentences")
    assert [table for table, _ in said.related] == ["revisions"]


def test_two_things_that_nothing_joins_say_so() -> None:
    with pytest.raises(UnknownIdError, match="no row joins them"):
        explain(WORDINGS, "q_1", "a_1")
