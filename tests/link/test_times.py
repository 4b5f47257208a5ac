"""Anchoring follows the verdict on the article's date, and only that."""

import dataclasses
import datetime as dt

from newsledger.annotate.annotation import Annotation
from newsledger.annotate.times import find_in_text
from newsledger.link.times import anchor_times
from newsledger.records import Article, Time

TEXT = (
    "The mayor resigned on Wednesday. He had been elected in May. The council will meet on Friday. "
    "The bridge was closed two days ago, and sales rose from 3 million a year earlier."
)


def rows(published: dt.date | None, text: str = TEXT) -> dict[str, Time]:
    article = Article(article_id="a_1", source="one.txt", text=text, published=published)
    annotation = Annotation(article_id="a_1", times=find_in_text(text))
    return {t.text: t for t in anchor_times(articles=(article,), annotations=(annotation,))["times"]}


def test_everything_relative_moves_with_the_verdict() -> None:
    before, after = rows(dt.date(2013, 3, 20)), rows(dt.date(2013, 4, 18))
    assert (before["Wednesday"].value, after["Wednesday"].value) == ("2013-03-20", "2013-04-17")
    assert (before["Friday"].value, after["Friday"].value) == ("2013-03-22", "2013-04-19")
    assert (before["May"].value, after["May"].value) == ("2012-05", "2012-05")
    assert before["two days ago"].earliest == dt.date(2013, 3, 18)


def test_a_year_earlier_is_a_length_with_its_points() -> None:
    time = rows(dt.date(2013, 3, 20))["a year earlier"]
    assert (time.timex_type, time.value, time.begin_point) == ("DURATION", "P1Y", "2012")
    assert time.earliest == dt.date(2012, 1, 1)


def test_without_a_publication_date_weekdays_stay_open() -> None:
    found = rows(None)
    assert found["Wednesday"].value == "XXXX-WXX-3"
    assert found["Wednesday"].earliest is None


def test_the_last_explicit_year_carries_forward() -> None:
    found = rows(
        None, "In 1936 the war began. In July the city fell. The next day the army left for 3 August."
    )
    assert found["July"].value == "1936-07"
    assert found["3 August"].value == "1936-08-03"


def test_rows_are_in_order_of_content_whatever_the_input() -> None:
    articles = tuple(
        Article(article_id=f"a_{i}", source=f"{i}.txt", text=TEXT, published=dt.date(2013, 3, i + 1))
        for i in range(3)
    )
    annotations = tuple(Annotation(article_id=a.article_id, times=find_in_text(TEXT)) for a in articles)
    forward = anchor_times(articles=articles, annotations=annotations)
    assert forward == anchor_times(articles=articles[::-1], annotations=annotations[::-1])
    assert all(t.text == TEXT[t.start : t.end] for t in forward["times"])
    assert dataclasses.fields(Time)[0].name == "time_id"
