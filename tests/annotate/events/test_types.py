"""Types, participants and claims of events, on invented sentences."""

from __future__ import annotations

import pytest

from newsledger.annotate.annotation import FoundEvent, Span
from newsledger.annotate.events import find_events
from newsledger.annotate.parse import parse_text
from newsledger.annotate.times import find_times

CASES = [
    # verbs
    ("Norway accused Peru of fraud.", "ACCUSE", "Norway", "Peru"),
    ("Chilean troops shelled Lima on Monday.", "ASSAULT", "Chilean troops", "Lima"),
    ("Police in Quito arrested 40 protesters.", "COERCE", "Police in Quito", "40 protesters"),
    ("Peru expelled the Chilean ambassador.", "SANCTION", "Peru", "the Chilean ambassador"),
    ("Norway donated two ships to Malta.", "AID", "Norway", "Malta"),
    # passives
    ("Forty protesters were arrested by police in Quito.", "COERCE", "police in Quito", "Forty protesters"),
    ("Malta was invaded by Norway.", "ASSAULT", "Norway", "Malta"),
    # light verbs, and heads that carry the event noun
    ("Norway launched an attack on Malta.", "ASSAULT", "Norway", "Malta"),
    ("Norway launched a series of raids on Malta.", "ASSAULT", "Norway", "Malta"),
    ("Chile imposed sanctions on Peru.", "SANCTION", "Chile", "Peru"),
    ("Malta rejected a Norwegian offer.", "REJECT", "Malta", "Norwegian"),
    ("Chile demanded the release of three sailors from Peru.", "REQUEST", "Chile", "Peru"),
    ("Peru called off talks with Chile.", "REJECT", "Peru", "Chile"),
    # nominalisations
    ("Chile announced the arrest of three spies.", "COERCE", "Chile", "three spies"),
    # reciprocal events
    ("The king of Norway and the queen of Denmark met.", "CONSULT", "The king of Norway", "Denmark"),
    ("Norway held talks with Malta.", "CONSULT", "Norway", "Malta"),
    # clauses
    ("Chile demanded that Peru withdraw its ships.", "REQUEST", "Chile", "Peru"),
    ("Chile agreed to send grain to Peru.", "AGREE", "Chile", "Peru"),
    ("Chile threatened to bomb Lima.", "THREATEN", "Chile", "Lima"),
    ("Chile refused to meet the Peruvian envoy.", "REJECT", "Chile", "the Peruvian envoy"),
    ("Chile said it would boycott Peru.", "THREATEN", "Chile", "Peru"),
    ("Chile said Peru must leave the island.", "REQUEST", "Chile", "Peru"),
    # a protest is aimed at the one whose deed it protests
    ("Maltese farmers staged a strike to protest Norway's tariffs.", "PROTEST", "Maltese farmers", "Norway"),
]  # fmt: skip


def events_of(text: str) -> tuple[FoundEvent, ...]:
    parsed = parse_text(text)
    return find_events(parsed, find_times(parsed), ())


def words(text: str, span: Span | None) -> str | None:
    return text[span.start : span.end] if span else None


@pytest.mark.parametrize(("text", "type_", "actor", "recipient"), CASES)
def test_type_and_participants(text: str, type_: str, actor: str, recipient: str) -> None:
    found = events_of(text)
    assert [e.type for e in found] == [type_]
    assert words(text, found[0].actor) == actor
    assert recipient in str(words(text, found[0].recipient))


@pytest.mark.parametrize(
    "text",
    [
        "The economy of Peru grew by 3 percent.",
        "Her novel tells the story of two sisters in Malta.",
        "A storm hit the coast of Malta, killing five people.",
        "Two hundred people were killed in the earthquake.",
        "He died of a heart attack at his home in Quito.",
        "Shares in the bank rallied after the results.",
        "The minister declined to comment.",
        "The last strike on the line lasted nine days.",
        "Wildfires destroyed hundreds of homes.",
    ],
)
def test_no_event(text: str) -> None:
    assert events_of(text) == ()


def test_accusation_and_the_claimed_deed() -> None:
    text = "Malta accused Norway of shelling a hospital."
    accusation, deed = events_of(text)
    assert (accusation.type, deed.type) == ("ACCUSE", "ASSAULT")
    assert words(text, deed.actor) == "Norway"
    assert words(text, deed.claimant) == "Malta"
    assert accusation.claimant is None


def test_what_is_demanded_is_no_event_of_its_own() -> None:
    assert [e.type for e in events_of("Chile urged Peru to release the sailors.")] == ["REQUEST"]
    assert [e.type for e in events_of("Workers marched in Oslo to demand higher wages.")] == ["PROTEST"]


def test_the_same_deed_told_twice_counts_once() -> None:
    assert len(events_of("Rebels attacked a convoy near Quito, killing six soldiers.")) == 1


def test_a_definite_noun_takes_up_the_event_before_it() -> None:
    text = "The envoys of Chile and Peru met in Quito. The meeting lasted until Friday."
    first, second = events_of(text)
    assert (first.type, second.type) == ("CONSULT", "CONSULT")
    assert second.actor == first.actor


def test_who_speaks_stands_behind_it() -> None:
    text = "Chile said it had expelled two diplomats."
    assert words(text, events_of(text)[0].actor) == "Chile"


def test_talks_in_which_one_told_the_other() -> None:
    text = "The Chilean envoy told the Peruvian minister in talks on Thursday that he was tired."
    assert [e.type for e in events_of(text)] == ["CONSULT"]


def test_modes() -> None:
    assert [e.mode for e in events_of("Miners began a hunger strike.")] == ["hunger"]
    assert [e.mode for e in events_of("The mayor resigned on Thursday.")] == ["resign"]


def test_a_span_of_time_carries_no_event() -> None:
    text = "Norway ended two days of talks with Malta. It was the sixth day of raids on Lima."
    assert "day" not in [words(text, e.trigger) for e in events_of(text)]
