"""Stretches inside quotation marks."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.annotate.quotations import find_quoted


def inside(text):
    return [text[q.start : q.end] for q in find_quoted(text) if q.depth == 0]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"A b," he said. "C d."', ["A b,", "C d."]),
        ("“A ‘b “c” d’ e,” he said", ["A ‘b “c” d’ e,"]),
        ("„Ja“, sagte er.", ["Ja"]),
        ("«Oui», dit-il, et « non ».", ["Oui", " non "]),
        ("“One “ and “two”", ["One ", "two"]),
        ('"foo,"he said."bar"', ["foo,", "bar"]),
        ("It’s the ’90s and the dockers’ hall.", []),
        ("“It’s the ‘90s,” she said.", ["It’s the ‘90s,"]),
        ('a 12" pipe', []),
        ('He won," she said.', ["He won,"]),
        ("“He won, she said.", ["He won, she said."]),
        ('“Curly to straight" he said', ["Curly to straight"]),
        ("", []),
    ],
)
def test_pairs(text, wanted):
    assert inside(text) == wanted


def test_an_open_mark_continues_in_the_next_paragraph():
    first, second = find_quoted("“One paragraph.\n\n“Another one,” he said.")
    assert not first.closed
    assert second.continued
    assert second.closed


def test_depth_counts_the_marks_around():
    assert [q.depth for q in find_quoted("“a ‘b “c” d’ e”")] == [0, 1, 2]


@pytest.mark.parametrize(
    "text", ['"' * 10_000, "“‘" * 1_000 + "x" + "’”" * 1_000, "“" * 10_000, "'" * 10_000]
)
def test_any_number_of_marks(text):
    find_quoted(text)


@settings(derandomize=True, deadline=None)
@given(st.text(alphabet="ab ,.\n\"'“”‘’«»`", max_size=80))
def test_spans_lie_in_the_text_and_nest(text):
    quoted = find_quoted(text)
    for q in quoted:
        assert 0 <= q.outer_start <= q.start < q.end <= q.outer_end <= len(text)
    top = [q for q in quoted if q.depth == 0]
    assert all(a.outer_end <= b.outer_start for a, b in pairwise(top))
