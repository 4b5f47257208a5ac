"""The work of mentions and quotations grows with the text, not with its square: calls are counted, no time is."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from types import FrameType

import pytest

from newsledger.annotate.mentions import find_mentions
from newsledger.annotate.parse import Parsed, parse_text
from newsledger.annotate.quotations import find_quotations

ODD = {
    "spaced marks": '" ',
    "nothing but marks": '"',
    "opened and never closed": "“Word ",
    "closed and never opened": "Word” ",
    "single marks": "'word ",
    "apostrophes": "dockers' ",
    "TeX ticks": "`` ",
    "guillemets": "« mot » ",
    "fragments of one sentence": 'he called it "a" and "b", ',
    "a paragraph each, left open": "“It is open\n\n",
    "utterances": "“It is,” she said. ",
    "one sentence without end": "Ada Berg, the mayor, said that ",
    "the same names again": "Ada Berg and Bo Holm met Cy Dahl. ",
    "cues": "said ",
}


@functools.cache
def parsed(text: str) -> Parsed:
    return parse_text(text)


def calls(find: Callable[[Parsed], object], article: Parsed) -> int:
    """How many functions, methods and built-ins a finder calls."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        find(article)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("find", [find_mentions, find_quotations])
@pytest.mark.parametrize("piece", ODD.values(), ids=ODD.keys())
def test_twice_the_text_is_twice_the_work(find: Callable[[Parsed], object], piece: str) -> None:
    n = max(80, 1600 // len(piece))
    once, twice = (calls(find, parsed(piece * times)) for times in (n, 2 * n))
    assert twice < 3 * once + 1000


def test_nested_a_thousand_deep_and_none_at_all() -> None:
    deep = parse_text("“‘" * 1_000 + "x" + "’”" * 1_000)
    assert calls(find_quotations, deep) < 400 * len(deep.doc)
    assert find_quotations(parse_text("")) == () == find_mentions(parse_text(""))
    assert find_quotations(parse_text("Nobody spoke.")) == ()
