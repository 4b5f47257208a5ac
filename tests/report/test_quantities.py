"""Series of figures: units side by side, what was taken back, and what is settled."""

from __future__ import annotations

import dataclasses
from typing import Any

from newsledger.records import Dispute, DisputeSide, Entity, Figure
from newsledger.report.quantities import Quantity, quantities, value_words
from newsledger.report.tables import Index
from report import fixture

TEXT = "The club counted 40 boats. The guild counted 52 boats. In July the club counted 52 boats."
SLICK = "The club saw a slick of 10 miles. The guild saw one of 16 kilometres and one of 10 miles."


def figure(text: str, words: str, value: float, unit: str, claimant: str, **more: Any) -> Figure:
    start = text.index(words) if "at" not in more else more.pop("at")
    fields: dict[str, Any] = {"bound": "exact", "subject": "of the port", **more}
    return Figure(
        figure_id=f"fig_{start}_{words}",
        article_id="art_1",
        start=start,
        end=start + len(words),
        text=words,
        value=value,
        unit=unit,
        claimant_id=claimant,
        **fields,
    )


def series(text: str, *figures: Figure, **tables: Any) -> tuple[Quantity, ...]:
    article = dataclasses.replace(fixture.tables()["articles"][0], article_id="art_1", text=text)
    names = {"c": "club", "g": "guild"}
    entities = tuple(Entity(entity_id=i, name=n, kind="ORG") for i, n in names.items())
    return quantities(Index({"articles": (article,), "entities": entities, "figures": figures, **tables}))


def test_a_series_in_two_units_shows_both() -> None:
    (slick,) = series(
        SLICK,
        figure(SLICK, "10 miles", 10, "miles", "c"),
        figure(SLICK, "16 kilometres", 16, "kilometres", "g"),
        figure(SLICK, "10 miles", 10, "miles", "g", at=SLICK.rindex("10 miles")),
    )
    assert slick.unit == "miles"
    assert sorted(value_words(r) for r in slick.rows) == ["10", "10", "9.94 (16 kilometres)"]


def test_a_place_that_takes_a_number_back_does_not_support_it() -> None:
    (boats,) = series(
        TEXT,
        figure(TEXT, "40", 40, "boats", "c", retracted=True),
        figure(TEXT, "52", 52, "boats", "c"),
    )
    old, new = boats.rows
    assert (old.n_articles, old.evidence, len(old.taken_back)) == (0, (), 1)
    assert (new.n_articles, len(new.evidence), new.taken_back) == (1, 1, ())


def test_a_settled_dispute_is_told_beside_its_figures() -> None:
    early = figure(TEXT, "40", 40, "boats", "c")
    rival = figure(TEXT, "52", 52, "boats", "g")
    later = figure(TEXT, "52", 52, "boats", "c", at=TEXT.rindex("52"), updates=early.figure_id)
    sides = [
        DisputeSide(
            dispute_id="d", side=letter, speaker_id=f.claimant_id, article_id="art_1",
            start=f.start, end=f.end, text=f.text, value=f.text,
        )
        for letter, f in (("a", early), ("b", rival))
    ]  # fmt: skip
    dispute = Dispute(dispute_id="d", kind="figure", summary="boats: 40 against 52", reason="")
    tables = {"disputes": (dispute,), "dispute_sides": tuple(sides)}
    (boats,) = series(TEXT, early, rival, later, **tables)
    assert not boats.disputed and "club gives 52, too" in boats.settled
    (open_one,) = series(TEXT, early, rival, **tables)
    assert open_one.disputed and not open_one.settled
