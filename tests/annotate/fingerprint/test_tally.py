"""The stems of a text: all of it, and its beginning."""

from hypothesis import given
from hypothesis import strategies as st

from newsledger.annotate.fingerprint.tally import LEAD, MOST, STEM, WIDTH, Tally, take_tally


def counts(taken: Tally) -> dict[str, tuple[int, int]]:
    cut = (taken.stems[n : n + WIDTH] for n in range(0, len(taken.stems), WIDTH))
    names = (stem.rstrip(b"\0").decode("utf-8", "ignore") for stem in cut)
    return dict(zip(names, zip(taken.whole, taken.lead, strict=True), strict=True))


def test_words_of_one_stem_count_together_and_function_words_not_at_all() -> None:
    assert counts(take_tally("The ferry and the Ferry: destabilised, destabilising.")) == {
        "ferry": (2, 2),
        "destab": (2, 2),
    }


def test_what_comes_late_is_not_of_the_beginning() -> None:
    text = "Harbour closed. " + "x " * LEAD + "harbour crane"
    assert counts(take_tally(text)) == {"harbou": (2, 1), "closed": (1, 1), "crane": (1, 0)}


def test_a_count_has_a_bound() -> None:
    assert counts(take_tally("crane " * (MOST + 9)))["crane"][0] == MOST


@given(st.text())
def test_any_text_has_stems_of_one_width(text: str) -> None:
    taken = take_tally(text)
    assert len(taken.stems) == WIDTH * len(taken.whole) == WIDTH * len(taken.lead)
    assert all(len(stem) <= STEM for stem in counts(taken))
    assert take_tally(text) == taken
