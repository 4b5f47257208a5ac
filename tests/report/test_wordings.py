"""Who is said to have other words: the article that altered them, never one that has the first text's."""

from __future__ import annotations

import datetime as dt

from newsledger.records import Article, Family, Figure, Quotation, QuotationVariant
from newsledger.report.settled import Settling
from newsledger.report.spoken import speakers
from newsledger.report.tables import Index
from newsledger.report.wordings import altered_quotations, other_words

TEXT = {"agency": "It will not break.", "altered": "It must not break.", "exact": "It will not break."}


def article(name: str, day: int) -> Article:
    text = f"“{TEXT[name]}” Ada Quill said."
    return Article(
        article_id=f"a_{name}",
        source=f"{name}.txt",
        outlet=name,
        text=text,
        published=dt.date(2023, 5, day),
        family_id="fam",
    )


def said(name: str) -> Quotation:
    return Quotation(
        quotation_id=f"q_{name}",
        article_id=f"a_{name}",
        start=1,
        end=1 + len(TEXT[name]),
        text=TEXT[name],
        kind="direct",
        speaker_id="e",
    )


def pair(one: str, two: str) -> QuotationVariant:
    return QuotationVariant(
        quotation_a=f"q_{one}", quotation_b=f"q_{two}", relation="altered", diff="", reason="one speaker"
    )


def test_a_copy_with_the_agencys_words_is_not_the_one_that_differs() -> None:
    index = Index(
        {
            "articles": (article("altered", 2), article("exact", 3), article("agency", 4)),
            "families": (Family(family_id="fam", likely_original="a_agency"),),
            "quotations": (said("agency"), said("altered"), said("exact")),
            "quotation_variants": (pair("altered", "exact"), pair("agency", "altered")),
        }
    )
    rows = altered_quotations(index)
    assert [(r.left.article_id, r.right.article_id) for r in rows] == [("a_agency", "a_altered")]
    (told,) = other_words(index)
    assert told.article_id == "a_altered"
    assert "“must” for “will”" in told.sentence


def test_a_report_in_equal_words_is_one_with_its_verb() -> None:
    text = "Quill accused the firm of hiding tests."
    words = "the firm of hiding tests"
    articles = tuple(
        Article(article_id=f"a{n}", source=f"{n}.txt", text=text, published=dt.date(2023, 5, n))
        for n in (1, 2)
    )
    rows = tuple(
        Quotation(
            quotation_id=f"q{n}",
            article_id=f"a{n}",
            start=14,
            end=38,
            text=words,
            kind="indirect",
            cue="accused",
            utterance_id=f"u{n}",
        )
        for n in (1, 2)
    )
    (speaker,) = speakers(Index({"articles": articles, "quotations": rows}))
    (utterance,) = speaker.utterances
    assert (utterance.n_articles, utterance.cue) == (2, "accused")


def test_a_claim_whose_number_its_claimant_replaced_says_so() -> None:
    text = "Quill counted 9 boats. Quill counted 12 boats."
    common = {"article_id": "a", "bound": "exact", "unit": "boats", "claimant_id": "e"}
    first = Figure(figure_id="f1", start=14, end=21, text="9 boats", value=9, claim_id="c1", **common)  # type: ignore[arg-type]
    later = Figure(
        figure_id="f2",
        start=37,
        end=45,
        text="12 boats",
        value=12,
        claim_id="c2",
        updates="f1",
        **common,  # type: ignore[arg-type]
    )
    pile = (Article(article_id="a", source="a.txt", text=text, published=dt.date(2023, 5, 1)),)
    settling = Settling(Index({"articles": pile, "figures": (first, later)}))
    assert settling.of_claim("c1") == "since then the paper gives 12 boats (1 May 2023)"
    assert settling.of_claim("c2") == ""
