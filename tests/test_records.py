"""Ids that follow from content."""

import hashlib
import json

from hypothesis import given
from hypothesis import strategies as st

from newsledger.records import make_id

PARTS = st.lists(st.one_of(st.none(), st.integers(-(2**60), 2**60), st.text(), st.floats(allow_nan=False)))


@given(PARTS)
def test_an_id_is_that_of_the_json_array_of_its_parts(parts: list[object]) -> None:
    array = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(array.encode("utf-8", "surrogatepass")).hexdigest()
    assert make_id("x", *parts) == f"x_{digest[:16]}"


def test_joined_strings_do_not_collide() -> None:
    assert make_id("x", "ab", "c") != make_id("x", "a", "bc")
