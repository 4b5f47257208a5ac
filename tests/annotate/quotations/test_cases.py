"""Each rule on a sentence invented for it."""

import tomllib
from pathlib import Path

import pytest

from newsledger.annotate.parse import parse_text
from newsledger.annotate.quotations import find_quotations

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[c["why"] for c in CASES])
def test_case(case):
    text = case["text"]
    quotations = find_quotations(parse_text(text))
    rows = [[q.kind, text[q.speaker.start : q.speaker.end] if q.speaker else "", q.text] for q in quotations]
    for wanted in case["found"]:
        assert wanted in rows
    if case.get("exact"):
        assert len(rows) == len(case["found"])
    if "stance" in case:
        assert case["stance"] in {q.stance for q in quotations}
