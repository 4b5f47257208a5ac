"""The sentences that are read aloud, and what a reader is told to beware of."""

import dataclasses
import datetime as dt

import pytest

from newsledger.records import Quotation, QuotationVariant
from newsledger.report import wordings
from newsledger.report.summary import summarize
from newsledger.report.tables import Index, short_source
from report import fixture


@pytest.fixture(name="texts")
def statement_texts() -> dict[str, list[str]]:
    (story,) = summarize(fixture.tables())
    found: dict[str, list[str]] = {}
    for s in story.statements:
        found.setdefault(s.kind, []).append(s.text)
    return found


def test_about_ten_sentences(texts: dict[str, list[str]]) -> None:
    assert 8 <= sum(map(len, texts.values())) <= 12


def test_the_pile_is_counted_without_copies(texts: dict[str, list[str]]) -> None:
    assert texts["pile"] == [
        "Four articles, published from 3 to 4 May 2023; without copies, three independent texts."
    ]


def test_wrong_dates_copies_and_wordings_are_told(texts: dict[str, list[str]]) -> None:
    assert texts["date"] == ["Valley Gazette states 3 May 2021; it was published on 3 May 2023."]
    assert texts["copy"][0].startswith("002 (4 May 2023) rewrites Orle Courier. One quotation differs")
    assert texts["copy"][0].endswith("Together they are one source, credited to Veld Press.")
    assert "“are deeply concerned” for “have deep concerns”" in texts["quotation"][0]


def test_one_spokeswoman_and_competing_figures_are_told(texts: dict[str, list[str]]) -> None:
    assert "three articles, two independent" in texts["origin"][0]
    assert "Ida Moor, ministry spokeswoman" in texts["origin"][0]
    assert "nearly 4,000" in texts["figure"][0]
    assert "2,500" in texts["figure"][0]


def test_planned_and_past_are_apart(texts: dict[str, list[str]]) -> None:
    assert texts["last"][0].startswith("3 May 2023: ")
    assert texts["ahead"][0].startswith("5 May 2023: ")


def test_evidence_is_exact() -> None:
    tables = fixture.tables()
    text = {a.article_id: a.text for a in tables["articles"]}
    for story in summarize(tables):
        for s in story.statements:
            for e in s.evidence:
                assert text[e.article_id][e.start : e.end] == e.text


def test_an_empty_ledger_has_a_summary() -> None:
    (story,) = summarize({})
    assert [s.text for s in story.statements] == ["No articles."]


def test_the_order_of_articles_changes_nothing() -> None:
    tables = fixture.tables()
    assert summarize({**tables, "articles": tables["articles"][::-1]}) == summarize(tables)


def test_each_story_has_its_own_sentences() -> None:
    tables = fixture.tables()
    second = dataclasses.replace(tables["articles"][3], story_id="sto_2")
    story = dataclasses.replace(tables["stories"][0], story_id="sto_2", title="Calm", n_articles=1)
    tables = {
        **tables,
        "articles": (*tables["articles"][:3], second),
        "stories": (*tables["stories"], story),
    }
    first, other = summarize(tables)
    assert (first.title, other.title) == ("Orle dam to be emptied", "Calm")
    assert [s.kind for s in other.statements] == ["pile"]
    assert "date" in {s.kind for s in first.statements}


def test_the_original_stands_left_even_where_the_copy_is_older() -> None:
    tables = fixture.tables()
    early = dataclasses.replace(tables["articles"][1], published=dt.date(2023, 5, 1))
    tables["articles"] = (tables["articles"][0], early, *tables["articles"][2:])
    tables["quotation_variants"] = (
        QuotationVariant(quotation_a="quo_2", quotation_b="quo_1", relation="altered", diff=""),
    )
    (row,) = wordings.altered_quotations(Index(tables))
    assert row.left.article_id == "art_courier"
    assert [p.text for p in row.pieces if p.kind == "deleted"] == ["have deep concerns"]


def test_many_changes_are_given_as_two_wordings() -> None:
    left, right = (
        Quotation(quotation_id=i, article_id=a, start=0, end=1, text=t, kind="direct")
        for i, a, t in (("x", "art_courier", "one two three"), ("y", "art_gazette", "three two one"))
    )
    pairs = tuple((str(n), str(n + 1)) for n in range(4))
    text = wordings.altered_sentence(Index(fixture.tables()), "", left, right, pairs)
    assert (
        text == "A quotation differs: Valley Gazette has “three two one”, Orle Courier has “one two three”."
    )


@pytest.mark.parametrize(
    ("source", "short"),
    [
        ("pile/002_9f86d081884c7d65.txt", "002"),
        ("a/b/story.jsonl.gz#12", "story no. 12"),
        ("a/b/story.jsonl.gz#wire-7", "wire-7"),
        ("https://news.example/2023/05/03/dam-emptied?x=1", "dam-emptied"),
        ("-", "-"),
        ("pile/deadbeef.txt", "deadbeef"),
    ],
)
def test_short_names_of_files(source: str, short: str) -> None:
    assert short_source(source) == short


def test_outlets_that_repeat_are_told_apart() -> None:
    articles = tuple(dataclasses.replace(a, outlet="Herald") for a in fixture.tables()["articles"])
    by_day = Index({"articles": articles[:2]})
    assert sorted(by_day.names.values()) == ["Herald of 3 May 2023", "Herald of 4 May 2023"]
    assert [by_day.label(i) for i in by_day.articles] == ["Herald, 3 May", "Herald, 4 May"]
    by_file = Index({"articles": (articles[0], articles[2])})
    assert sorted(by_file.names.values()) == [
        "Herald of 3 May 2023 (courier no. 1)",
        "Herald of 3 May 2023 (gazette)",
    ]


def test_a_file_with_a_bare_number_is_named_with_its_day() -> None:
    first, second = (dataclasses.replace(a, outlet=None) for a in fixture.tables()["articles"][:2])
    articles = (
        dataclasses.replace(first, source="pile/000_9f86d081884c7d65.txt"),
        dataclasses.replace(second, source="pile/sub/valley-post.txt"),
    )
    index = Index({"articles": articles})
    day = first.published
    assert day is not None
    assert index.name_of(first.article_id) == f"000 ({day.day} May 2023)"
    assert index.label(first.article_id) == f"000 ({day.day} May)"
    assert index.bare_name(first.article_id) == "000"
    assert index.name_of(second.article_id) == "valley-post"
    assert [index.source(a.source) for a in articles] == ["000_9f86d081884c7d65.txt", "sub/valley-post.txt"]


def test_reasons_are_in_plain_words() -> None:
    article = dataclasses.replace(
        fixture.tables()["articles"][0], article_id="a_0123456789abcdef", outlet="Orle Courier"
    )
    index = Index({"articles": (article,)})
    assert index.readable("original likely Orle Courier [a_0123456789abcdef] (p 0.77): earlier") == (
        "original likely Orle Courier (77%): earlier"
    )
    assert index.readable("original unknown (p 0.62 for a_0123456789abcdef)") == (
        "original unknown (62% likely Orle Courier)"
    )
    assert index.readable("3 articles joined by 1 verified copies; likely from a_0123456789abcdef") == (
        "3 articles joined by 1 verified copy; likely from Orle Courier"
    )
    assert index.readable("stand together on 2023-05-03 and exclude each other beyond bounds") == (
        "stand together on 3 May 2023 and cannot both be right"
    )
    assert index.readable("11 articles, 1 articles") == "11 articles, 1 article"
