"""The tense that governs an expression, with the parser and without."""

import datetime as dt

import pytest

from newsledger.annotate.parse import parse_text
from newsledger.annotate.times import find_in_text, find_times, tag_times

PARSED = [
    ("The mayor resigned on Monday.", "Monday", "past"),
    ("The mayor will resign on Monday.", "Monday", "future"),
    ("The minister is due to visit the camp on Friday.", "Friday", "future"),
    ("The minister was to have visited the camp on Friday, but stayed at home.", "Friday", "past"),
    ("Troops began to shell the town on Tuesday.", "Tuesday", "past"),
    ("The mediator has invited both sides to a meeting on Thursday.", "Thursday", "future"),
    ("Parliament votes on Tuesday on a new budget.", "Tuesday", "present"),
    ("The unions called for a strike on Tuesday.", "Tuesday", "past"),
    ("An election was called on Tuesday.", "Tuesday", "past"),
    ("A strike called on Tuesday shut the port.", "Tuesday", "past"),
    ("An election called for Tuesday may be delayed.", "Tuesday", "future"),
    ("The rally was postponed on Tuesday.", "Tuesday", "past"),
    ("The rally was postponed until Tuesday.", "Tuesday", "future"),
    ("Arrested on Tuesday, he was soon released.", "Tuesday", "past"),
    ("The thieves may have fled on Tuesday.", "Tuesday", "past"),
    ("Speaking on Tuesday, the warden would not say who knew.", "Tuesday", "past"),
    ("The company could not be reached on Tuesday.", "Tuesday", "past"),
    ("The board said the gates would not open on Tuesday.", "Tuesday", "future"),
    ("Divers called off the search on Saturday.", "Saturday", "past"),
    ("Farmers planned a march through the port on Saturday.", "Saturday", "future"),
    ("The trial was adjourned until 19 April.", "19 April", "future"),
    ("The trial was adjourned to 12 April.", "12 April", "future"),
    ("A summit set for the capital in April may be delayed.", "April", "future"),
    ("The union said it would stop work on Thursday.", "Thursday", "future"),
    ("The union was to stop work on Thursday.", "Thursday", "future"),
    ("Neither of the boys could be located on Wednesday.", "Wednesday", "past"),
    ("The court's spokesman defends Tuesday's ruling.", "Tuesday", "past"),
    ("The party needs a miracle in Sunday's election.", "Sunday", "future"),
    ("The general let the attack begin on Saturday.", "Saturday", "past"),
    ("Inspectors had been allowed in since Monday.", "Monday", "past"),
]


@pytest.mark.parametrize(("text", "expression", "tense"), PARSED)
def test_tense_by_the_parse(text: str, expression: str, tense: str) -> None:
    assert {f.text: f.tense for f in find_times(parse_text(text))}[expression] == tense


# An article of Wednesday 2013-03-20. A plan that was over when it was told may lie just behind its teller.
DATED = [
    ("The licence had been due to expire on Monday.", "Monday", "2013-03-18"),
    ("The licence is due to expire on Monday.", "Monday", "2013-03-25"),
    ("A march planned for Monday was cancelled.", "Monday", "2013-03-18"),
    ("A march planned for Friday was called off.", "Friday", "2013-03-22"),
    ("The visit on May 16 was called off.", "May 16", "2013-05-16"),
    ("He was expected in court on Wednesday.", "Wednesday", "2013-03-20"),
    ("The trial was adjourned until 19 April.", "19 April", "2013-04-19"),
    ("4 March (Agency) - Rain fell on the town on Sunday.", "4 March", "2013-03-04"),
    ("PORTO, 4 March (Agency) - Rain fell on the town on Sunday.", "4 March", "2013-03-04"),
    ("A girl feeds geese at a pond, Thursday, March 14, 2013.", "Thursday, March 14, 2013", "2013-03-14"),
    ("He planted the wood in the spring.", "the spring", "2012-SP"),
    ("He planted the wood in the autumn.", "the autumn", "2012-FA"),
    ("He had been elected in May.", "May", "2012-05"),
    ("It opened its doors at Christmas.", "Christmas", "2012-12-25"),
    ("The third quarter was worse than the same quarter last year.", "the same quarter last year", "2011-Q3"),
    ("Rain began at 10 p.m. on Monday. Two boats were missing at noon.", "noon", "2013-03-19T12:00"),
    ("Rain began shortly after 9 p.m. on Monday in the hills.", "9 p.m. on Monday", "2013-03-18T21:00"),
    ("The club said it would keep its gates closed on Friday.", "Friday", "2013-03-22"),
    ("The club kept its gates closed on Friday.", "Friday", "2013-03-15"),
    ("A gale rose in the hour. Half an hour later it was calm.", "Half an hour later", "PT30M"),
]


@pytest.mark.parametrize(("text", "expression", "value"), DATED)
def test_days_of_plans_and_bare_dates(text: str, expression: str, value: str) -> None:
    assert {t.text: t.value for t in tag_times(text, dt.date(2013, 3, 20))}[expression] == value


@pytest.mark.parametrize(
    ("published", "day"), [(dt.date(2013, 1, 3), "2012-12-25"), (dt.date(2014, 12, 20), "2014-12-25")]
)
def test_a_holiday_moves_with_the_year_of_the_article(published: dt.date, day: str) -> None:
    (found,) = tag_times("They meet on Christmas Day.", published)
    assert found.value == day


@pytest.mark.parametrize(("text", "expression", "tense"), [PARSED[0], PARSED[1], PARSED[2]])
def test_tense_by_the_words_nearby(text: str, expression: str, tense: str) -> None:
    assert {f.text: f.tense for f in find_in_text(text)}[expression] == tense
