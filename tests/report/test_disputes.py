"""Disputes: who asserts stands first, what is settled is told so, and nothing is told twice."""

import dataclasses
from typing import Any

from newsledger.records import Dispute, DisputeSide, Entity, Figure, Quotation
from newsledger.report.disputes import disagreements
from newsledger.report.tables import Index
from report import fixture

TEXT = (
    "The union accused the yard of hiding a leak. The yard denied it. "
    "“The tank is dry,” Ana Brel said. The council counted 40 boats. The guild counted 52 boats. "
    "In July the council counted 52 boats."
)
SPEAKERS = {"ent_union": "union", "ent_yard": "yard", "ent_1": "Ana Brel", "c": "council", "g": "guild"}


def side(letter: str, speaker: str | None, words: str, value: str | None = None) -> DisputeSide:
    start = TEXT.index(words)
    return DisputeSide(
        dispute_id="dis_1",
        side=letter,
        speaker_id=speaker,
        article_id="art_1",
        start=start,
        end=start + len(words),
        text=words,
        value=value,
    )


def counted(number: str, sentence: str, **more: Any) -> Figure:
    start = TEXT.index(sentence) + sentence.index(number)
    return Figure(
        figure_id=f"fig_{start}",
        article_id="art_1",
        start=start,
        end=start + len(number),
        text=number,
        value=float(number),
        bound="exact",
        unit="boats",
        **more,
    )


def index(kind: str, summary: str, *sides: DisputeSide, **tables: Any) -> Index:
    article = dataclasses.replace(fixture.tables()["articles"][0], article_id="art_1", text=TEXT)
    return Index(
        {
            "articles": (article,),
            "entities": tuple(Entity(entity_id=i, name=n, kind="ORG") for i, n in SPEAKERS.items()),
            "disputes": (Dispute(dispute_id="dis_1", kind=kind, summary=summary, reason=""),),
            "dispute_sides": sides,
            **tables,
        }
    )


def test_who_asserts_stands_before_the_denial() -> None:
    accusation = side("a", "ent_union", "The union accused the yard of hiding a leak.")
    denial = side("b", "ent_yard", "The yard denied it.")
    (row,) = disagreements(index("denial", "yard denied it; said by union", accusation, denial))
    assert row.sentence == "The union accused the yard of hiding a leak. The yard denied it."


def test_quoted_words_get_their_speaker() -> None:
    said = side("a", "ent_1", "The tank is dry,")
    quotation = Quotation(
        quotation_id="q",
        article_id="art_1",
        start=said.start,
        end=said.end,
        text=said.text,
        kind="direct",
        speaker_id="ent_1",
    )
    denial = side("b", "ent_yard", "The yard denied it.")
    told = index("denial", "yard denied it; said by Ana Brel", said, denial, quotations=(quotation,))
    assert disagreements(told)[0].sentence == "Ana Brel says: “The tank is dry”. The yard denied it."


def test_a_sentence_that_tells_both_sides_is_told_once() -> None:
    whole = "The union accused the yard of hiding a leak."
    told = index(
        "denial", "yard disputes: a leak", side("a", "ent_union", "a leak"), side("b", "ent_yard", whole)
    )
    assert disagreements(told)[0].sentence == f"Union against yard: {whole}"


BOATS = (
    side("a", "c", "The council counted 40 boats.", "40"),
    side("b", "g", "The guild counted 52 boats.", "52"),
)
COUNCIL = counted("40", "The council counted 40 boats.", claimant_id="c")
GUILD = counted("52", "The guild counted 52 boats.", claimant_id="g")


def test_a_claimant_who_takes_over_the_other_number_settles_it() -> None:
    later = counted("52", "the council counted 52 boats.", claimant_id="c", updates=COUNCIL.figure_id)
    summary = "boats: 40 (council) against 52 (guild)"
    (open_one,) = disagreements(index("figure", summary, *BOATS, figures=(COUNCIL, GUILD)))
    (settled,) = disagreements(index("figure", summary, *BOATS, figures=(COUNCIL, GUILD, later)))
    assert not open_one.settled
    assert settled.settled.startswith("since then council gives 52, too")


def test_a_correction_settles_a_dispute_of_the_old_number() -> None:
    correction = Dispute(
        dispute_id="dis_2",
        kind="figure",
        summary="boats: 40 was corrected to 52",
        reason="a correction in the article takes back 40 and gives 52",
    )
    told = index("figure", "boats: 40 (council) against 52 (guild)", *BOATS, figures=(COUNCIL, GUILD))
    own = tuple(dataclasses.replace(s, dispute_id="dis_2", speaker_id=None) for s in BOATS)
    tables = {
        **told.tables,
        "disputes": (*told.rows("disputes"), correction),
        "dispute_sides": (*BOATS, *own),
    }
    rows = {r.dispute.dispute_id: r for r in disagreements(Index(tables))}
    assert rows["dis_2"].settled == "corrected in the article"
    assert rows["dis_1"].sentence.endswith("(guild); since then 40 was corrected to 52.")


def test_the_same_numbers_of_the_same_claimants_are_told_once() -> None:
    told = index("figure", "boats: 40 (council) against 52 (guild)", *BOATS, figures=(COUNCIL, GUILD))
    (first,) = told.rows("disputes")
    twin = tuple(dataclasses.replace(s, dispute_id="dis_2") for s in BOATS)
    tables = {
        **told.tables,
        "disputes": (first, dataclasses.replace(first, dispute_id="dis_2")),
        "dispute_sides": (*BOATS, *twin),
    }
    assert len(disagreements(Index(tables))) == 1
