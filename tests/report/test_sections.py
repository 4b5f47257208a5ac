"""Rows of the sections: speech, figures, people, claims."""

import dataclasses

from newsledger import records as r
from newsledger.report import quantities, sections
from newsledger.report.tables import Index
from report import fixture


def test_one_utterance_in_two_articles_stands_once() -> None:
    speakers = {s.name: s for s in sections.speakers(Index(fixture.tables()))}
    (said,) = speakers["Ana Brel"].utterances
    assert (said.n_articles, said.n_families, len(said.parts)) == (2, 1, 2)
    assert {u.stance for u in speakers["Otto Lund"].utterances} == {"denies", "affirms"}


def test_parts_of_one_utterance_are_joined() -> None:
    tables = fixture.tables()
    first, second = tables["quotations"][2:4]
    tables["quotations"] = (first, dataclasses.replace(second, continues=first.quotation_id))
    (speaker,) = sections.speakers(Index(tables))
    assert sorted(len(u.parts) for u in speaker.utterances) in ([2], [1, 1])


def test_competing_figures_share_a_scale() -> None:
    disputed, agreed = quantities.quantities(Index(fixture.tables()))
    assert disputed.disputed
    assert [(r.claimant, quantities.value_words(r)) for r in disputed.rows] == [
        ("Otto Lund", "2,500"),
        ("interior ministry", "nearly 4,000"),
    ]
    assert {r.claimant for r in agreed.rows} == {"Ida Moor"}


def test_all_spellings_of_a_name() -> None:
    people = {p.entity.name: p for p in sections.people(Index(fixture.tables()))}
    assert [words for words, *_ in people["Ana Brel"].spellings] == ["Ana Brel", "Ana Brell"]
    assert [words for words, *_ in people["Ana Brel"].others] == ["Interior Minister"]


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


def test_roles_with_their_days_and_former_ones_last() -> None:
    tables = fixture.tables()
    brel = next(e for e in tables["entities"] if e.name == "Ana Brel")
    at = fixture.at("art_courier", "Interior Minister")
    days = {"since": fixture.D3, "until": fixture.D4}
    tables["entity_roles"] = (
        r.EntityRole(entity_id=brel.entity_id, role="mayor of Orle", former=True, n_articles=1, **at, **days),
        r.EntityRole(entity_id=brel.entity_id, role="Interior Minister", n_articles=2, **at, **days),
    )
    people = {p.entity.name: p for p in sections.people(Index(tables))}
    assert [(role.words, role.when) for role in people["Ana Brel"].roles] == [
        ("Interior Minister", "3 to 4 May 2023"),
        ("formerly mayor of Orle", "3 to 4 May 2023"),
    ]


def test_how_often_nobody_is_named() -> None:
    tables = fixture.tables()
    rows = tables["quotations"]
    assert sections.silence_words(sections.silence(Index({}))) == ""
    nobody = dataclasses.replace(rows[0], speaker_id=None, speaker_text=None)
    critics = dataclasses.replace(rows[1], speaker_id=None, speaker_text="critics")
    tables["quotations"] = (nobody, critics, *rows[2:])
    told = sections.silence(Index(tables))
    assert (told.n_quotations, told.unnamed, told.unresolved) == (len(rows), 1, 1)
    assert "one is left without a speaker" in sections.silence_words(told)
