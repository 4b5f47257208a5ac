"""Words as numbers, and sentences as sets of them."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from link.pile import HARBOUR, MARKET, REWRITE, article, tables
from newsledger.link.copies import find_derivations
from newsledger.link.copies.alignment import align
from newsledger.link.copies.arrays import ranges
from newsledger.link.copies.marks import double_spans, single_spans
from newsledger.link.copies.measures import kendall_tau, measure
from newsledger.link.copies.pile import Pile, read_pile
from newsledger.link.copies.prose import function_words
from newsledger.link.copies.quoted import quoted_stretches
from newsledger.link.copies.view import View, view
from newsledger.link.copies.words import codes_of, cut, runs

PLAIN = st.text(alphabet="aZé9_ .,’-\n", max_size=60)


@settings(derandomize=True, deadline=None, max_examples=80)
@given(PLAIN)
@example("")
@example("...")
@example("İstanbul ß ǅ")
def test_words_are_those_of_the_pattern(text: str) -> None:
    expected = list(re.finditer(r"\w+", text))
    found = cut(codes_of(text))
    assert found.start.tolist() == [m.start() for m in expected]
    assert found.digit.tolist() == [m[0][0].isdecimal() for m in expected]


@settings(derandomize=True, deadline=None, max_examples=80)
@given(PLAIN, PLAIN)
def test_one_word_has_one_number_wherever_it_stands(a: str, b: str) -> None:
    numbers = [
        dict(zip(re.findall(r"\w+", t.lower()), cut(codes_of(t)).word.tolist(), strict=True))
        for t in (a, f"x {b}")
    ]
    common = numbers[0].keys() & numbers[1].keys()
    assert all(numbers[0][word] == numbers[1][word] for word in common)
    assert len(set(numbers[0].values())) == len(numbers[0])


def test_function_words_have_no_stem_and_kin_words_one() -> None:
    assert not cut(codes_of(" ".join(sorted(function_words())))).stem.any()
    kin = cut(codes_of("Destabilise destabilisation destroy")).stem.tolist()
    assert kin[0] == kin[1] != kin[2]


def test_runs_stay_within_their_segment() -> None:
    keys, whole = runs(np.arange(5, dtype=np.uint64), np.array([0, 0, 0, 1, 1]), 3)
    assert len(keys) == 3
    assert whole.tolist() == [True, False, False]
    assert ranges(np.array([2, 7]), np.array([5, 8])).tolist() == [2, 3, 4, 7]


def pile(*texts: str) -> Pile:
    read = tables([article(text) for text in texts])
    return read_pile(read["articles"], read["sentences"], read["annotations"])  # type: ignore[arg-type]


def whole_view(made: Pile) -> View:
    return view(made.own)


def test_a_text_against_itself_is_carried_whole() -> None:
    made = pile("".join(HARBOUR), "".join(REWRITE))
    first = np.array([0, 1, 0])
    second = np.array([0, 1, 1])
    seen = whole_view(made)
    same, also, other = measure(seen, first, second, align(seen, first, second))
    for found in (same, also):
        assert found.contained == found.coverage == found.verbatim == found.tau == 1.0
        assert found.run == found.matches == found.sentences == found.least
    assert min(other.coverage_a, other.coverage_b) < 1.0
    assert other.tau == 1.0


def test_what_is_quoted_is_not_the_articles_own() -> None:
    made = pile(
        "Nobody came to the quay. “We will rebuild the quay stone by stone,” she said twice. Rain fell."
    )
    assert made.own.words.sum() == 5 + 3 + 2
    assert not made.own.mostly_quoted.any()


@settings(derandomize=True, deadline=None, max_examples=150)
@given(st.lists(st.text(alphabet="ab [\n\"“”‘’'.", max_size=30), min_size=1, max_size=4))
def test_quotations_of_many_texts_are_those_of_each(texts: list[str]) -> None:
    expected, shift, at = set[int](), [], 0
    for text in texts:
        expected |= {at + n for a, b in double_spans(text) + single_spans(text) for n in range(a, b)}
        shift.append(at)
        at += len(text) + 1
    none = np.zeros((0, 2), dtype=np.int64)
    begin, end = quoted_stretches(texts, none, codes_of("\n".join(texts)), np.array(shift))
    assert set(ranges(begin, end).tolist()) == expected
    assert (begin[1:] > end[:-1]).all()


def test_what_an_article_holds_depends_on_no_other() -> None:
    texts = ["".join(HARBOUR), "", "“All of it is said by her.”", "".join(MARKET)]
    alone = [pile(text).own for text in texts]
    together = pile(*texts)
    order = [texts.index(a.text) for a in together.articles]
    for number, of in enumerate(order):
        for table in ("grams", "stems", "names", "runs"):
            sets, single = getattr(together.own, table), getattr(alone[of], table)
            begin, end = sets.ends[together.own.first[[number, number + 1]]]
            assert sets.values[begin:end].tolist() == single.values.tolist()


def test_order_is_told_by_tau() -> None:
    assert kendall_tau(np.array([0, 1, 2]), np.array([5, 6, 7])) == 1.0
    assert kendall_tau(np.array([0, 1, 2]), np.array([7, 6, 5])) == -1.0
    assert kendall_tau(np.array([0, 0]), np.array([1, 2])) == 0.0


def test_many_sentences_that_resemble_one_are_no_copy() -> None:
    appeal = "Twelve charities of Merrow collect blankets, tents and medicine for the flooded Tolle valley. "
    like = (
        "The charities of Merrow collect blankets and tents as well. ",
        "Medicine for the flooded Tolle valley is what twelve charities collect. ",
        "For the Tolle valley blankets, tents and medicine are wanted. ",
    )
    one, other = article("".join(MARKET) + appeal), article("".join(HARBOUR) + "".join(like))
    assert find_derivations(**tables([one, other]))["derivations"] == ()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "texts", [(), ("",), ("", "“All of it is said by her.”"), ("One word.", "One word.")]
)
def test_little_or_nothing_is_no_copy(texts: tuple[str, ...]) -> None:
    made = [article(text, title=str(n)) for n, text in enumerate(texts)]
    assert find_derivations(**tables(made))["derivations"] == ()  # type: ignore[arg-type]


def test_a_long_list_is_compared_in_linear_work() -> None:
    lines = "The table of prices for wheat and barley. " * 1200
    one, other = article(lines), article(lines, title="Again")
    [found] = find_derivations(**tables([one, other]))["derivations"]  # type: ignore[arg-type]
    assert found.kind == "duplicate"
