"""Support in articles, families and origins."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger import api
from newsledger.assess.support import count_support

FAMILIES = {"a1": "f1", "a2": "f1", "a3": "f2", "a4": None}


def test_copies_are_one_family() -> None:
    support = count_support([("a1", None), ("a2", None), ("a3", None)], FAMILIES)
    assert (support.n_articles, support.n_families, support.n_origins) == (3, 2, 2)


def test_families_that_quote_one_spokesman_are_one_origin() -> None:
    evidence = [(f"a{n}", "spokesman") for n in range(6)]
    support = count_support(evidence, {f"a{n}": f"f{n}" for n in range(6)})
    assert (support.n_families, support.n_origins) == (6, 1)


def test_a_family_without_a_source_is_its_own_origin() -> None:
    support = count_support([("a1", None), ("a3", "minister")], FAMILIES)
    assert support.n_origins == 2


def test_an_article_without_a_family_is_alone() -> None:
    assert count_support([("a4", None)], FAMILIES).n_families == 1


def test_in_words() -> None:
    assert (
        count_support([("a1", None), ("a2", None)], FAMILIES).in_words() == "2 articles of 1 family, 1 origin"
    )


ROWS = st.lists(st.tuples(st.sampled_from(sorted(FAMILIES)), st.sampled_from([None, "x", "y"])), max_size=12)


@settings(derandomize=True, deadline=None)
@given(ROWS)
def test_order_changes_nothing_and_families_never_exceed_articles(rows: list[tuple[str, str | None]]) -> None:
    support = count_support(rows, FAMILIES)
    assert support == count_support(list(reversed(rows)), FAMILIES)
    assert support.n_families <= support.n_articles


def test_a_number_that_somebody_denies_is_supported_by_who_says_it_alone(tmp_path: Path) -> None:
    texts = {
        "a": "Police said 20 people died in the derailment at Orm on Monday.",
        "b": "Mayor Lina Stroud denied that 20 people died in the derailment at Orm.",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.json").write_text(
            json.dumps({"title": name, "date": "2031-05-06", "text": text})
        )
    tables = api.tables_of([tmp_path])
    (claim,) = [c for c in tables["claims"] if c.kind == "figure"]
    assert (claim.n_articles, claim.n_families, claim.n_origins) == (1, 1, 1)
    assert claim.text == texts["a"]
    places = {e.text: e.stance for e in tables["claim_evidence"] if e.claim_id == claim.claim_id}
    assert places == {texts["a"]: "affirms", texts["b"]: "denies"}
