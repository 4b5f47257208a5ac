"""Whom the articles mention, with spellings and roles."""

from newsledger import records as r
from newsledger.report import named
from newsledger.report.tables import Index
from report import fixture


def test_all_spellings_of_a_name() -> None:
    people = {p.entity.name: p for p in named.people(Index(fixture.tables()))}
    assert [words for words, *_ in people["Ana Brel"].spellings] == ["Ana Brel", "Ana Brell"]
    assert [words for words, *_ in people["Ana Brel"].others] == ["Interior Minister"]


def test_roles_with_their_days_and_former_ones_last() -> None:
    tables = fixture.tables()
    brel = next(e for e in tables["entities"] if e.name == "Ana Brel")
    at = fixture.at("art_courier", "Interior Minister")
    days = {"since": fixture.D3, "until": fixture.D4}
    tables["entity_roles"] = (
        r.EntityRole(entity_id=brel.entity_id, role="mayor of Orle", former=True, n_articles=1, **at, **days),
        r.EntityRole(entity_id=brel.entity_id, role="Interior Minister", n_articles=2, **at, **days),
    )
    people = {p.entity.name: p for p in named.people(Index(tables))}
    assert [(role.words, role.when) for role in people["Ana Brel"].roles] == [
        ("Interior Minister", "3 to 4 May 2023"),
        ("formerly mayor of Orle", "3 to 4 May 2023"),
    ]
