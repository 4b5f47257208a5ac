"""What is drawn from one article's words for the stages across articles."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newsledger.annotate.annotation import Annotation
from newsledger.annotate.fingerprint import keys_in, print_of, take_fingerprint

TEXT = "The ferry Aurelia sank off Port Hollen. “He has three days to leave,” said Karla Venn of the line."


@given(st.text())
def test_any_text_has_one_and_its_keys_are_in_order(text: str) -> None:
    taken = take_fingerprint(text)
    for kept in (taken.features, taken.stretches):
        keys = keys_in(kept)
        assert (keys[1:] > keys[:-1]).all()
    assert take_fingerprint(text) == taken


def test_keys_follow_from_the_words_alone() -> None:
    one, longer = take_fingerprint(TEXT), take_fingerprint(f"{TEXT} A second ship was near.")
    assert np.isin(keys_in(one.features), keys_in(longer.features)).all()
    assert np.isin(keys_in(one.stretches), keys_in(longer.stretches)).all()
    assert not np.isin(keys_in(one.stretches), keys_in(take_fingerprint("Nothing of it.").stretches)).any()


def test_a_kept_one_is_not_taken_again() -> None:
    kept = take_fingerprint("Another text.")
    assert print_of(TEXT, Annotation(article_id="a", fingerprint=kept)) is kept
    assert print_of(TEXT, Annotation(article_id="a")) == print_of(TEXT, None) == take_fingerprint(TEXT)
