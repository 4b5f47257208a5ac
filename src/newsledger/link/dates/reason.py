"""Reasons that a desk editor understands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from newsledger.link.dates.candidates import faults
from newsledger.link.dates.shared import Sharing
from newsledger.link.dates.weigh import Weighed

TELLING = 1.0  # nats from which a kind of evidence is worth a sentence
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def long_date(day: dt.date | None) -> str:
    """ "1 December 2021"."""
    return "no day" if day is None else f"{day.day} {day.strftime('%B')} {day.year}"


def reason_for(weighed: Weighed, day: dt.date, near: Sequence[Sharing], pile: Mapping[str, Weighed]) -> str:
    """What speaks for a day, the strongest first."""
    parts = weighed.said(day)
    clues = weighed.clues
    said = []
    if clues.url_day and abs((clues.url_day - day).days) <= 1:
        said.append(f"the address says {long_date(clues.url_day)}")
    written = [r for r in clues.rows if r.vote == "dateline"]
    if written and parts.get("dateline", 0) > TELLING:
        said.append(f"the dateline says “{written[0].text or written[0].value}”")
    stamped = [t.text for told, t in clues.stamps if 0 <= (day - told).days <= 1]
    if stamped:
        said.append(f"the text carries the date “{stamped[0]}”")
    headed = [t.text for month, d, t in clues.datelines if (month, d) == (day.month, day.day)]
    if headed:
        said.append(f"the dateline says “{headed[0]}”")
    siblings = agreeing(day, near, pile)
    if siblings:
        many = "one article" if len(siblings) == 1 else f"{len(siblings)} articles"
        said.append(f"{many} with the same words, dated within three days ({', '.join(siblings[:3])})")
    if parts.get("words", 0) - weighed.least("words") > TELLING:
        said.append("its names and phrases are those of the days around it in the pile")
    fitting = [t.text for w, t in clues.weekdays if w == day.isoweekday()]
    if fitting:
        said.append(f"“{fitting[0]}” in the text fits, a {WEEKDAYS[day.isoweekday() - 1]}")
    if not said:
        return "Nothing outweighs it."
    return f"For {long_date(day)}: {'; '.join(said)}."


def agreeing(day: dt.date, near: Sequence[Sharing], pile: Mapping[str, Weighed]) -> list[str]:
    """The sources of articles with the same words whose dates lie within three days."""
    out = []
    for other in near[:8]:
        best = pile[other.article_id].best
        if best and abs((best - day).days) <= 3:
            article = pile[other.article_id].clues.article
            out.append(article.outlet or article.source.replace("\\", "/").rsplit("/", 1)[-1])
    return out


def reason_against(weighed: Weighed, day: dt.date) -> str:
    """What speaks against the stated day, and what the fault looks like."""
    clues, stated = weighed.clues, weighed.clues.stated
    if stated is None:
        return ""
    said = []
    known = faults(stated).get(day)
    if known:
        said.append(known[1])
    elif clues.fetched == stated:
        said.append("the stated day is the one on which the page was fetched")
    late = [f"“{t.text}”" for told, t in clues.past_dates if told > stated]
    if late:
        said.append(f"the text tells of {late[0]} as past")
    if weighed.said(stated).get("unborn", 0.0) < -TELLING:
        said.append("the pile knows its names and phrases only from later days")
    misfit = [
        t.text for w, t in clues.weekdays if w not in (stated.isoweekday(), (stated.isoweekday() - 2) % 7 + 1)
    ]
    if misfit:
        said.append(
            f"{long_date(stated)} was a {WEEKDAYS[stated.isoweekday() - 1]}, the text has “{misfit[0]}”"
        )
    return f" Against {long_date(stated)}: {'; '.join(said)}." if said else ""
