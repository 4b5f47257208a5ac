"""The ledger's diff notation, read and turned around."""

from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.report.diff import Piece, change_words, changes, read_diff, turned, word_diff

WORDS = st.lists(st.sampled_from(["the", "wall", "is", "sound", "not", "dam"]), max_size=12).map(" ".join)


def test_pieces_and_changes() -> None:
    pieces = read_diff("a direct [-threat-]{+danger+} to us [-all-]")
    assert pieces == (
        Piece("same", "a direct"),
        Piece("deleted", "threat"),
        Piece("inserted", "danger"),
        Piece("same", "to us"),
        Piece("deleted", "all"),
    )
    assert changes(pieces) == (("threat", "danger"), ("all", ""))
    assert change_words(changes(pieces)) == ["“danger” for “threat”", "“all” left out"]


def test_a_change_is_told_once_and_without_a_shared_stop() -> None:
    pairs = (("held,", "stood,"), ("held", "stood"), ("a.", "b"))
    assert change_words(pairs) == ["“stood” for “held”", "“b” for “a.”"]


def test_from_the_other_side() -> None:
    assert changes(turned(read_diff("[-threat-]{+danger+} {+now+}"))) == (("danger now", "threat"),)


@settings(derandomize=True, deadline=None)
@given(WORDS, WORDS)
def test_a_diff_holds_both_texts(left: str, right: str) -> None:
    pieces = word_diff(left, right)
    assert " ".join(p.text for p in pieces if p.kind != "inserted") == left
    assert " ".join(p.text for p in pieces if p.kind != "deleted") == right
    back = turned(pieces)
    assert " ".join(p.text for p in back if p.kind != "deleted") == left
