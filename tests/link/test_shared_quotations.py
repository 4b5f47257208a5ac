"""Whole quotations in common tie the days of two articles together, however short."""

import datetime as dt

from newsledger.annotate.annotation import Annotation
from newsledger.annotate.fingerprint.stretches import quoted, stretches
from newsledger.annotate.times import find_in_text
from newsledger.link.dates import date_articles
from newsledger.link.dates.shared import find_shared
from newsledger.records import Article, DateEvidence, Settings

PILE = {
    "2031-05-06": "Varland expelled the ambassador of Ostrava on Tuesday after two men copied plans at its yard in "
    "Port Hollen, the foreign ministry said. “He has three days to leave,” minister Karla Venn told reporters.",
    "2031-05-07": "Ostrava will answer in kind, its government said on Wednesday. “We do not spy on our neighbours,” "
    "prime minister Oto Brandel said. The ambassador had been told to leave Varland over the naval yard.",
    "2031-05-08": "The dispute over the naval yard of Port Hollen deepened on Thursday. Prime minister Oto Brandel "
    "repeated: “We do not spy on our neighbours.” Two diplomats of Varland must leave Ostrava.",
    "2031-04-06": "Varland has thrown out the ambassador of Ostrava over its yard in Port Hollen. “We do not spy on "
    "our neighbours,” said Oto Brandel of Ostrava. “He has three days to leave,” said Karla Venn of Varland.",
}


def test_a_month_is_put_right_by_what_others_quote() -> None:
    pile = tuple(
        Article(article_id=f"a_{day}", source=day, text=text, published_stated=dt.date.fromisoformat(day))
        for day, text in PILE.items()
    )
    out = date_articles(
        articles=pile,
        date_evidence=tuple(
            DateEvidence(article_id=a.article_id, vote="metadata", value=a.source) for a in pile
        ),
        annotations=tuple(Annotation(article_id=a.article_id, times=find_in_text(a.text)) for a in pile),
        passages=(), derivations=(), issues=(), settings=Settings(),
    )  # fmt: skip
    found = {a.article_id: a for a in out["articles"]}
    wrong = found.pop("a_2031-04-06")
    assert wrong.date_status == "corrected"
    assert wrong.published is not None
    assert (wrong.published.year, wrong.published.month) == (2031, 5)
    assert all(a.date_status == "confirmed" and a.published == a.published_stated for a in found.values())


def test_a_quotation_counts_whole_and_from_five_words_on() -> None:
    assert len(quoted("He said: “We do not spy here.” And “no”.")) == 2
    assert len(quoted("“" * 5000)) == 0
    pair = [
        Article(article_id=i, source=i, text=f"{i} “He has three days to leave,” {j}.")
        for i, j in (("a", "said one"), ("b", "another told us"))
    ]
    found = find_shared({a.article_id: stretches(a.text) for a in pair}, ())
    assert found["a"][0].article_id == "b"
