"""Verdicts on publication dates, on invented piles."""

import datetime as dt
import itertools
from dataclasses import replace

import pytest

from newsledger.annotate.annotation import Annotation
from newsledger.annotate.times import find_in_text
from newsledger.link.dates import date_articles
from newsledger.link.dates.candidates import faults, month_away
from newsledger.link.dates.clues import gather
from newsledger.link.dates.verdict import issue_of
from newsledger.link.dates.weigh import Weighed
from newsledger.records import Article, DateEvidence, Derivation, Issue, Passage, Settings

FLOOD = (
    "The river Orla broke its dyke at Hollen on Wednesday and flooded forty farms, the water board said. "
    "“We had the sandbags, but we did not have the hands,” dyke warden Piet Aldersom told reporters. "
    "Some 900 people slept in the sports hall of Hollen. The board will inspect the sluice gates on Friday."
)
REPORT = (
    "Farmers at Hollen counted drowned cattle on Wednesday after the Orla dyke gave way. "
    "“We had the sandbags, but we did not have the hands,” dyke warden Piet Aldersom said again at noon. "
    "The sports hall of Hollen took in about 900 people. The sluice gates had not been inspected since last year."
)
COLUMN = (
    "What the flooded farms of Hollen teach. “We had the sandbags, but we did not have the hands,” said the dyke "
    "warden, Piet Aldersom. The water board must explain why the sluice gates of the Orla were never inspected."
)


def article(number: int, text: str, stated: str | None, **more: str) -> Article:
    day = dt.date.fromisoformat(stated) if stated else None
    return Article(article_id=f"a_{number}", source=f"{number}.txt", text=text, published_stated=day, **more)


def judge(
    articles: list[Article], votes: list[DateEvidence] | None = None, as_of: dt.date | None = None
) -> tuple[dict[str, Article], tuple[DateEvidence, ...], tuple[Issue, ...]]:
    stated = [
        DateEvidence(article_id=a.article_id, vote="metadata", value=str(a.published_stated))
        for a in articles
        if a.published_stated
    ]
    out = date_articles(
        articles=tuple(articles),
        date_evidence=(*stated, *(votes or ())),
        annotations=tuple(Annotation(article_id=a.article_id, times=find_in_text(a.text)) for a in articles),
        passages=(), derivations=(), issues=(), settings=Settings(as_of=as_of),
    )  # fmt: skip
    return {a.article_id: a for a in out["articles"]}, out["date_evidence"], out["issues"]


def test_the_address_overrules_the_statement() -> None:
    url = DateEvidence(article_id="a_1", vote="url", value="2022-05-11")
    found, _, _ = judge([article(1, FLOOD, "2022-11-30")], [url])
    assert (found["a_1"].published, found["a_1"].date_status) == (dt.date(2022, 5, 11), "corrected")
    assert "the address says 11 May 2022" in found["a_1"].date_reason


def test_siblings_put_a_false_year_right() -> None:
    pile = [
        article(1, FLOOD, "2018-05-11"),
        article(2, REPORT, "2022-05-11"),
        article(3, COLUMN, "2022-05-12"),
        article(4, FLOOD.replace("forty", "fifty"), "2022-05-11"),
    ]
    found, votes, _ = judge(pile)
    assert (found["a_1"].published, found["a_1"].date_status) == (dt.date(2022, 5, 11), "corrected")
    assert all(found[f"a_{i}"].date_status == "confirmed" for i in (2, 3, 4))
    assert {"metadata", "sibling", "weekday", "words"} <= {v.vote for v in votes if v.article_id == "a_1"}


def test_a_weekday_alone_corrects_nothing() -> None:
    found, _, _ = judge([article(1, FLOOD, "2022-05-14")])  # a Saturday
    assert (found["a_1"].published, found["a_1"].date_status) == (dt.date(2022, 5, 14), "confirmed")


def test_a_dateline_without_a_year_takes_it_from_the_siblings() -> None:
    dateline = DateEvidence(article_id="a_1", vote="dateline", value="--05-11")
    found, _, _ = judge(
        [article(1, FLOOD, None), article(2, REPORT, "2022-05-11"), article(3, COLUMN, "2022-05-12")],
        [dateline],
    )
    assert (found["a_1"].published, found["a_1"].date_status) == (dt.date(2022, 5, 11), "inferred")


def test_nothing_known_is_unknown_and_an_issue() -> None:
    found, _, issues = judge([article(1, "A short text about nothing in particular.", None)])
    assert (found["a_1"].published, found["a_1"].date_status) == (None, "unknown")
    assert [i.source for i in issues] == ["1.txt"]


def test_nothing_is_published_after_as_of() -> None:
    url = DateEvidence(article_id="a_1", vote="url", value="2030-01-01")
    found, _, _ = judge([article(1, FLOOD, "2022-05-11")], [url], as_of=dt.date(2023, 1, 1))
    assert found["a_1"].published == dt.date(2022, 5, 11)


def test_the_order_of_the_input_changes_nothing() -> None:
    pile = [article(1, FLOOD, "2018-05-11"), article(2, REPORT, "2022-05-11"), article(3, COLUMN, None)]
    results = [judge(list(order)) for order in itertools.permutations(pile)]
    assert all(r[0] == results[0][0] and r[1] == results[0][1] for r in results)


def test_votes_from_the_text_carry_their_words() -> None:
    _, votes, _ = judge([article(1, FLOOD, "2022-05-11")])
    placed = [v for v in votes if v.start is not None]
    assert placed
    assert all(FLOOD[v.start : v.end] == v.text for v in placed)


def test_faults_of_a_stated_date() -> None:
    known = faults(dt.date(2022, 3, 5))
    assert known[dt.date(2022, 5, 3)][1] == "day and month are swapped"
    assert known[dt.date(2022, 4, 5)][1] == "the month is off by one"
    assert known[dt.date(2021, 3, 5)][1] == "the year is off by one"
    assert month_away(dt.date(2022, 2, 28), -1) == [dt.date(2022, 1, d) for d in (28, 29, 30, 31)]


def test_clues_know_a_date_stamp_from_a_date_told() -> None:
    text = "Friday 6 May 2022 10.30 CET The dyke was built on 3 June 1953 and held."
    clues = gather(article(1, text, None), (), Annotation(article_id="a_1", times=find_in_text(text)))
    assert dt.date(2022, 5, 6) in [day for day, _ in clues.stamps]


def versions(pile: list[Article], **more: tuple) -> tuple[dict[str, Article], tuple[DateEvidence, ...]]:
    tables = {"date_evidence": (), "passages": (), "derivations": ()} | more
    notes = tuple(Annotation(article_id=a.article_id, times=find_in_text(a.text)) for a in pile)
    out = date_articles(
        articles=tuple(pile), annotations=notes, issues=(), settings=Settings(), **tables
    )  # fmt: skip
    return {a.article_id: a for a in out["articles"]}, out["date_evidence"]


@pytest.mark.parametrize(
    ("note", "day"),
    [
        ("Correction, May 13: An earlier version misspelt the name of the warden.", dt.date(2022, 5, 13)),
        ("Correction (14 May 2022): the dyke is nine metres high.", dt.date(2022, 5, 14)),
        ("This article was amended on 16 May 2022 to put the name right.", dt.date(2022, 5, 16)),
        ("Updated: May 12, 2022, 14:32", dt.date(2022, 5, 12)),
        ("Correction: May 13 was not the day of the flood.", None),
        ("Correction, May 11: An earlier version misspelt the name of the warden.", None),
        ("Correction: The dyke will be mended by June 3, not July 3.", None),
    ],
)
def test_a_note_tells_the_day_of_the_version(note: str, day: dt.date | None) -> None:
    text = f"{FLOOD}\n{note}"
    passage = Passage(article_id="a_1", start=len(FLOOD) + 1, end=len(text), text=note, kind="correction")
    found, votes = versions([article(1, text, "2022-05-11")], passages=(passage,))
    assert (found["a_1"].published, found["a_1"].updated) == (dt.date(2022, 5, 11), day)
    assert [v.value for v in votes if v.vote == "correction"] == ([day.isoformat()] if day else [])
    assert all(text[v.start : v.end] == v.text for v in votes if v.start is not None)


def test_the_file_tells_the_day_of_the_version() -> None:
    rows = [
        DateEvidence(article_id="a_1", vote="modified", value="2022-05-12"),
        DateEvidence(article_id="a_2", vote="modified", value="2022-05-11"),
        DateEvidence(article_id="a_3", vote="modified", value="2023-07-01"),
        DateEvidence(article_id="a_3", vote="fetched", value="2023-07-01"),
    ]
    pile = [article(i, FLOOD, "2022-05-11") for i in (1, 2, 3)]
    found, _ = versions(pile, date_evidence=tuple(rows))
    assert [found[f"a_{i}"].updated for i in (1, 2, 3)] == [dt.date(2022, 5, 12), None, None]


def test_an_update_of_an_article_in_the_pile_keeps_its_own_day() -> None:
    pile = [
        article(1, FLOOD, "2022-05-11"),
        article(2, f"{FLOOD} The gates held.", "2022-05-13"),
        article(3, COLUMN, "2022-05-13"),
    ]
    update = Derivation(article_a="a_1", article_b="a_2", kind="duplicate", is_update=True)
    copy = Derivation(article_a="a_1", article_b="a_3", kind="excerpt")
    found, votes = versions(pile, derivations=(update, copy))
    assert found["a_2"].published == found["a_2"].updated == dt.date(2022, 5, 13)
    assert found["a_1"].updated is found["a_3"].updated is None
    assert [v.article_id for v in votes if v.vote == "version"] == ["a_2"]


def weighed(stated: str, shares: dict[str, float]) -> Weighed:
    return Weighed(
        clues=gather(article(1, FLOOD, stated), (), None),
        days=tuple(map(dt.date.fromisoformat, shares)),
        shares=tuple(shares.values()),
    )


def test_a_doubt_names_another_day() -> None:
    kept = article(1, FLOOD, "2022-05-11")
    kept = replace(kept, published=kept.published_stated, date_status="confirmed")
    scattered = weighed(
        "2022-05-11", {"2022-05-11": 0.3, "2022-04-11": 0.25, "2022-06-11": 0.25, "2021-05-11": 0.2}
    )
    beside = weighed(
        "2022-05-11", {"2022-05-11": 0.1, "2022-05-12": 0.3, "2022-06-11": 0.25, "2022-04-11": 0.25}
    )
    other = weighed("2022-05-11", {"2022-05-11": 0.4, "2022-06-11": 0.6})
    assert issue_of(kept, scattered) is None
    assert issue_of(kept, beside) is None
    doubt = issue_of(kept, other)
    assert doubt is not None
    assert doubt.message == "the stated date 11 May 2022 is in doubt: 11 June 2022 fits better"


MATTER = (
    "The Hollen dyke inquiry heard {who} on {weekday}. Judge Ines Terwald asked about sluice gates of the Orla, the "
    "cracked Berrin culvert and the missing Aldersom memorandum. {who} told the Hollen court that {said}. Counsel for "
    "the Orla water board, Joris Maan, called the Berrin culvert repair late, and the Aldersom memorandum a draft."
)
HEARD = (
    ("2022-05-09", "engineer Sara Vink", "Monday", "the steel was ordered too late for that winter"),
    ("2022-05-10", "farmer Bo Henning", "Tuesday", "cattle stood neck deep before a siren was heard"),
    ("2022-05-11", "mayor Lotte Brandt", "Wednesday", "nobody had shown her any letter before the election"),
    ("2022-05-12", "diver Mats Oderwald", "Thursday", "mud hid the bolts and he felt for them by hand"),
    ("2022-05-13", "clerk Hanne Ruys", "Friday", "three boxes of files went to the cellar unread"),
)


@pytest.mark.parametrize(("stated", "status"), [("2022-04-11", "corrected"), ("2022-05-11", "confirmed")])
def test_nobody_writes_of_a_matter_before_it_came_up(stated: str, status: str) -> None:
    pile = [
        article(n, MATTER.format(who=who, weekday=weekday, said=said), stated if n == 2 else day)
        for n, (day, who, weekday, said) in enumerate(HEARD)
    ]
    found, votes, _ = judge(pile)
    assert (found["a_2"].published, found["a_2"].date_status) == (dt.date(2022, 5, 11), status)
    early = [v for v in votes if v.article_id == "a_2" and "only from later days" in v.note]
    assert bool(early) == (status == "corrected")
    assert all(found[f"a_{n}"].date_status == "confirmed" for n in (0, 1, 3, 4))
