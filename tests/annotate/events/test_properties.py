"""What holds for any text: exact spans, heads inside spans, order, time that grows with the length."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.annotate.events import find_events
from newsledger.annotate.events.conditions import NO_EVENT
from newsledger.annotate.events.frames import lexicon
from newsledger.annotate.parse import parse_text

TYPES = frozenset(
    [
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "CONCEDE",
        "COOPERATE",
        "AID",
        "RETREAT",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
    ]
)
STATUSES = frozenset({"occurred", "planned", "hypothetical", "denied", "historical"})
FIRST = "Chile Peru the army rebels will may not attacked shelled met talks with"
SECOND = "on against of by to if said that an attack sanctions , ."
THIRD = "“ ” denied accused agreed demanded release 40 people it who was were 2014"
WORDS = f"{FIRST} {SECOND} {THIRD}".split()
PIECES = st.sampled_from([*WORDS, "\n"])


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_spans_are_exact(text: str) -> None:
    for event in find_events(parse_text(text), (), ()):
        assert text[event.start : event.end] == event.text
        assert event.type in TYPES and event.status in STATUSES
        for span, head in ((event.actor, event.actor_head), (event.recipient, event.recipient_head)):
            assert (span is None) == (head is None)
            assert span is None or (head is not None and span.start <= head < span.end)


@settings(derandomize=True, deadline=None, max_examples=20)
@given(st.text(max_size=80))
def test_any_text_is_survived(text: str) -> None:
    for event in find_events(parse_text(text), (), ()):
        assert text[event.start : event.end] == event.text


def test_an_endless_sentence_is_survived() -> None:
    found = find_events(parse_text("Troops attacked the town and " * 500), (), ())
    assert found and {e.type for e in found} == {"ASSAULT"}


def test_frames_name_types_and_known_classes() -> None:
    words = lexicon()
    frames = [f for found in (*words.verbs.values(), *words.nouns.values()) for f in found]
    assert {f.type for f in frames} - {NO_EVENT} == TYPES
    assert all(allowed for f in frames for _, allowed in f.conditions)
