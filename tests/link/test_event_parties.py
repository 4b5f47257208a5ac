"""From words to the parties of an event: whose act it is, and who is only beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsledger import api

PLACES = "The towns of Lima and Cusco lie in Peru, and President Alma Ruiz governs Chile."


@pytest.mark.parametrize(
    ("sentence", "actor", "recipient"),
    [
        (
            "Thousands of students in Lima demonstrated against President Alma Ruiz.",
            "students in Lima",
            "Alma Ruiz",
        ),
        ("A Lima-based charity has sent tents to Cusco.", "Lima-based charity", "Cusco"),
        ("Peruvian workers demonstrated against President Alma Ruiz.", "Peruvian", "Alma Ruiz"),
        ("The firm's chief executive Ana Vidal met President Alma Ruiz.", "Ana Vidal", "Alma Ruiz"),
        ("President Alma Ruiz condemned the Peruvian police.", "Alma Ruiz", "Peru"),
        ("Peruvians took to the streets in various cities.", "Peruvians", None),
        ("Police beat a Lima activist to death.", "Police", "Lima activist"),
        (
            "Three million people in Peru marched against President Alma Ruiz.",
            "Three million people",
            "Alma Ruiz",
        ),
    ],
)
def test_the_parties(tmp_path: Path, sentence: str, actor: str | None, recipient: str | None) -> None:
    row = {"id": "a", "title": "News", "published": "2031-05-05", "text": f"{sentence}\n\n{PLACES}"}
    path = tmp_path / "pile.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    tables = api.tables_of([path])
    names = {e.entity_id: e.name for e in tables["entities"]}
    (event,) = tables["events"]
    assert (names.get(event.actor_id or ""), names.get(event.recipient_id or "")) == (actor, recipient)


def test_it_alone_does_nothing(tmp_path: Path) -> None:
    row = {
        "id": "a",
        "title": "News",
        "published": "2031-05-05",
        "text": f"The flu is here. It demands care.\n\n{PLACES}",
    }
    path = tmp_path / "pile.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert api.tables_of([path])["events"] == ()
