"""Who said what, each utterance once, and how often nobody is named."""

import dataclasses

from newsledger.report import spoken
from newsledger.report.tables import Index
from report import fixture


def test_one_utterance_in_two_articles_stands_once() -> None:
    speakers = {s.name: s for s in spoken.speakers(Index(fixture.tables()))}
    (said,) = speakers["Ana Brel"].utterances
    assert (said.n_articles, said.n_families, len(said.parts)) == (2, 1, 2)
    assert {u.stance for u in speakers["Otto Lund"].utterances} == {"denies", "affirms"}


def test_parts_of_one_utterance_are_joined() -> None:
    tables = fixture.tables()
    second, first = tables["quotations"][2:4]
    first, second = (dataclasses.replace(q, kind="direct", utterance_id=None) for q in (first, second))
    tables["quotations"] = (first, dataclasses.replace(second, continues=first.quotation_id))
    (speaker,) = spoken.speakers(Index(tables))
    assert sorted(len(u.parts) for u in speaker.utterances) == [2]


def test_how_often_nobody_is_named() -> None:
    tables = fixture.tables()
    rows = tables["quotations"]
    assert spoken.silence_words(spoken.silence(Index({}))) == ""
    nobody = dataclasses.replace(rows[0], speaker_id=None, speaker_text=None)
    critics = dataclasses.replace(rows[1], speaker_id=None, speaker_text="critics")
    tables["quotations"] = (nobody, critics, *rows[2:])
    told = spoken.silence(Index(tables))
    assert (told.n_quotations, told.unnamed, told.unresolved) == (len(rows), 1, 1)
    assert "one is left without a speaker" in spoken.silence_words(told)
