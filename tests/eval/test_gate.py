"""The quality gate refuses a drop and a vanished measure, and lifts but never lowers by itself."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

EVAL = Path(__file__).resolve().parents[2] / "eval"


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(EVAL))
    spec = importlib.util.spec_from_file_location("gate", EVAL / "gate.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    sys.modules.pop("measure", None)
    return module


def test_a_drop_and_a_vanished_measure_are_refused(
    gate: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = {"a/x": 0.8, "a/y": 0.5, "b/z": 0.9}
    assert gate.report(floors, {"a/x": 0.8, "a/y": 0.6}, {"a"}) == 0
    assert gate.report(floors, {"a/x": 0.79, "a/y": 0.6}, {"a"}) == 1
    assert gate.report(floors, {"a/x": 0.9}, {"a"}) == 1
    assert "a/y is None" in capsys.readouterr().out


def test_floors_rise_and_never_fall_by_themselves(gate: ModuleType) -> None:
    lifted = gate.lifted(
        {"a/x": 0.8}, {"a/x": 0.7, "a/y": 0.9, "a/false": -2.0, "a/full": 1.0, "a/count": 2139.0}
    )
    assert lifted == {"a/x": 0.8, "a/y": pytest.approx(0.895), "a/false": -2.0, "a/full": 1.0}


def test_there_are_floors(gate: ModuleType) -> None:
    import json

    floors = json.loads((EVAL / "floors.json").read_text(encoding="utf-8"))
    assert all(
        f"{story}/dates.published" in floors
        for story in ("stockholm-2021", "quake-2019", "ferry-strike-2023")
    )
