"""The name tables are well formed."""

from __future__ import annotations

from newsledger.annotate.mentions import tables


def test_every_name_has_a_key_and_a_kind() -> None:
    names = tables.known_names()
    assert len(names) > 900
    assert all(name.strip() == name and name and entry.key and entry.kind for name, entry in names.items())


def test_capital_speaks_for_its_state() -> None:
    assert tables.known_names()["Kiev"].key == tables.known_names()["Kyiv"].key == "capital:UA"
    assert tables.known_names()["Kremlin"].state == "RU"


def test_no_noun_is_of_two_genders() -> None:
    roles = tables.roles()
    assert roles.gender["spokeswoman"] == "female"
    assert tables.role_gender("policewoman") == "female"
    assert tables.role_gender("minister") is None


def test_every_state_has_one_wikidata_id() -> None:
    states = {entry.key for entry in tables.known_names().values() if entry.key.startswith("state:")}
    assert states <= set(tables.wikidata())
    assert len(set(tables.wikidata().values())) == len(tables.wikidata())
