"""A person's verdicts through the command line: applied, kept beside the ledger, replayed, taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsledger.api import Ledger
from newsledger.judgements import judgements_path, load_judgements
from test_cli import Done, run

TEXTS = {
    "one": "Interior Minister Yara Belk spoke in Orsk on Monday. Belk said the bridge was safe.",
    "two": "Seismologist Odo Belk disagreed. Odo Belk told Tora Vang in Orsk that the bridge was cracked.",
    "three": "The engineer Tora Vang met Yara Belk in Lunde. Karl Aas was there.",
}


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.json").write_text(
            json.dumps({"title": name, "date": "2031-05-06", "text": text}), encoding="utf-8"
        )
    return folder


@pytest.fixture
def ledger(pile: Path, tmp_path: Path) -> Path:
    path = tmp_path / "s.duckdb"
    assert run("build", pile, "--out", path).returncode == 0
    return path


def ids(ledger: Path) -> dict[str, str]:
    """Entity ids by name; a name that the ledger has twice stands once."""
    with Ledger.open(ledger) as opened:
        return {e.name: e.entity_id for e in opened.tables["entities"]}


def mentions(ledger: Path, text: str) -> list[tuple[str, str]]:
    """(mention id, entity id) of the mentions with these words, in the ledger's order."""
    with Ledger.open(ledger) as opened:
        return [(m.mention_id, m.entity_id) for m in opened.tables["mentions"] if m.text == text]


def judge(ledger: Path, verdict: str, a: str, b: str) -> Done:
    return run("judge", ledger, verdict, a, b)


def one(ledger: Path, *names: str) -> bool:
    """Whether all mentions of these names are of one entity."""
    return len({entity for name in names for _, entity in mentions(ledger, name)}) == 1


def test_same_joins_and_says_whose_verdict_it_is(ledger: Path) -> None:
    before = ids(ledger)
    assert not one(ledger, "Yara Belk", "Odo Belk")
    done = judge(ledger, "same", before["Yara Belk"], before["Odo Belk"])
    assert (done.returncode, done.stdout) == (0, "") and "judged same" in done.stderr
    assert one(ledger, "Yara Belk", "Odo Belk", "Belk")
    shown = run("explain", ledger, mentions(ledger, "Odo Belk")[0][1]).stdout
    assert "a person's verdict" in " ".join(shown.split())


def test_a_rebuild_replays_the_verdict(ledger: Path, pile: Path) -> None:
    before = ids(ledger)
    judge(ledger, "same", before["Yara Belk"], before["Odo Belk"])
    judged = ids(ledger)
    ledger.unlink()
    assert run("build", pile, "--out", ledger).returncode == 0
    assert ids(ledger) == judged
    late = pile / "four.json"
    late.write_text(json.dumps({"title": "4", "date": "2031-05-07", "text": "Odo Belk slept in Lunde."}))
    assert run("add", ledger, late).returncode == 0
    assert one(ledger, "Yara Belk", "Odo Belk")


def test_a_verdict_is_taken_back_by_the_ids_it_was_given_with(ledger: Path) -> None:
    before = ids(ledger)
    judge(ledger, "same", before["Yara Belk"], before["Odo Belk"])
    assert judge(ledger, "different", before["Odo Belk"], before["Yara Belk"]).returncode == 0
    assert ids(ledger) == before
    assert [j.verdict for j in load_judgements(ledger)] == ["different"]


def test_different_splits_what_was_taken_for_one_by_a_mention_of_each(ledger: Path) -> None:
    (a, same_a), (b, same_b) = mentions(ledger, "Yara Belk")
    assert same_a == same_b
    assert judge(ledger, "different", a, b).returncode == 0
    assert len({entity for _, entity in mentions(ledger, "Yara Belk")}) == 2


def test_where_verdicts_contradict_different_wins(ledger: Path) -> None:
    before = ids(ledger)
    yara, odo, tora = before["Yara Belk"], before["Odo Belk"], before["Tora Vang"]
    for verdict, a, b in (("same", yara, odo), ("same", odo, tora), ("different", yara, tora)):
        assert judge(ledger, verdict, a, b).returncode == 0
    assert not one(ledger, "Yara Belk", "Tora Vang")
    assert len(load_judgements(ledger)) == 3


def test_an_id_that_changed_is_found_by_its_name(ledger: Path, pile: Path) -> None:
    before = ids(ledger)
    judge(ledger, "same", before["Tora Vang"], before["Karl Aas"])
    path = judgements_path(ledger)
    path.write_text(path.read_text().replace(before["Karl Aas"], "e_of_an_older_program"))
    assert run("build", pile, "--out", ledger).returncode == 0
    assert one(ledger, "Tora Vang", "Karl Aas")
    judge(ledger, "different", before["Tora Vang"], "e_of_an_older_program")
    assert [j.verdict for j in load_judgements(ledger)] == ["different"]
    assert not one(ledger, "Tora Vang", "Karl Aas")


def test_a_verdict_on_what_the_pile_no_longer_holds_is_kept_and_costs_nothing(
    ledger: Path, pile: Path
) -> None:
    before = ids(ledger)
    judge(ledger, "same", before["Tora Vang"], before["Karl Aas"])
    (pile / "three.json").unlink()
    assert run("build", pile, "--out", ledger).returncode == 0
    assert "Karl Aas" not in ids(ledger)
    assert len(load_judgements(ledger)) == 1


def test_wrong_use_changes_nothing(ledger: Path) -> None:
    before = ids(ledger)
    yara = before["Yara Belk"]
    for verdict, a, b in (
        ("same", yara, "e_none"),
        ("same", yara, yara),
        ("perhaps", yara, before["Odo Belk"]),
    ):
        done = judge(ledger, verdict, a, b)
        assert done.returncode == 2 and "Traceback" not in done.stderr
    assert ids(ledger) == before and not judgements_path(ledger).exists()


def test_a_damaged_file_of_verdicts_is_named_with_its_line(ledger: Path, pile: Path) -> None:
    judgements_path(ledger).write_text('{"verdict": "same"}\n')
    done = run("build", pile, "--out", ledger)
    assert done.returncode == 2 and ":1: not a judgement" in done.stderr
