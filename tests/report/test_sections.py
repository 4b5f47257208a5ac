"""Rows of the sections: figures, time, claims."""

import dataclasses

from newsledger.report import quantities, sections
from newsledger.report.tables import Index
from report import fixture


def test_competing_figures_share_a_scale() -> None:
    disputed, agreed = quantities.quantities(Index(fixture.tables()))
    assert disputed.disputed
    assert [(r.claimant, quantities.value_words(r)) for r in disputed.rows] == [
        ("Otto Lund", "2,500"),
        ("interior ministry", "nearly 4,000"),
    ]
    assert {r.claimant for r in agreed.rows} == {"Ida Moor"}


def test_the_timeline_is_in_order_of_time() -> None:
    rows = sections.timeline(Index(fixture.tables()))
    assert [r.when for r in rows] == ["1962", "3 May 2023", "3 May 2023", "5 May 2023"]
    assert rows[-1].status == "planned"


def test_claims_of_one_article_are_no_support() -> None:
    assert [s.claim.claim_id for s in sections.supported(Index(fixture.tables()))] == ["cla_1"]


def test_a_paraphrase_is_never_between_marks() -> None:
    tables = fixture.tables()
    index = Index(tables)
    direct, indirect = tables["quotations"][2], tables["quotations"][4]
    assert index.words(direct) == "“The wall is sound,”"
    assert index.words(indirect) == "250 houses were under water"
    inside = dataclasses.replace(direct, kind="mixed")
    beyond = dataclasses.replace(indirect, kind="mixed")
    assert index.words(inside) == "“The wall is sound,”"
    assert index.words(beyond) == "250 houses were under water"


def test_a_later_version_was_not_first_published_on_its_own_day() -> None:
    (first, *_) = fixture.articles()
    first = dataclasses.replace(first, published=fixture.D3, updated=fixture.D4)
    assert sections.version_words(first) == "first published 3 May 2023, this version 4 May 2023"
    later = dataclasses.replace(first, published=fixture.D4)
    assert sections.version_words(later) == "a later version, published 4 May 2023"
