"""Every vote as a row: those that came in, with their weight, and those found here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from newsledger.annotate.annotation import FoundTime
from newsledger.link.dates import likelihood
from newsledger.link.dates.candidates import faults
from newsledger.link.dates.clues import STATEMENTS, Clues, iso
from newsledger.link.dates.grid import Floats, Grid
from newsledger.link.dates.reason import WEEKDAYS, long_date
from newsledger.link.dates.shared import Sharing
from newsledger.link.dates.weigh import Weighed
from newsledger.link.dates.weights import against_any_day, weights
from newsledger.records import DateEvidence

MOST = 6  # sibling votes shown


def vote_rows(
    weighed: Weighed, near: Sequence[Sharing], pile: Mapping[str, Weighed]
) -> Iterator[DateEvidence]:
    """The votes on one article's date; weights are nats for the voted day against any other."""
    yield from (weighted(row, weighed) for row in weighed.clues.rows)
    best = weighed.best
    if best is None:
        return
    yield from text_votes(weighed, best)
    yield from sibling_votes(weighed, near, pile)
    words = weighed.said(best).get("words", 0.0)
    yield vote(
        weighed, "words", best.isoformat(), words, "the names and phrases of the days around it in the pile"
    )
    stated = weighed.clues.stated
    early = weighed.said(stated).get("unborn", 0.0) if stated else 0.0
    if stated and early:
        note = "names and phrases that the pile knows only from later days"
        yield vote(weighed, "words", stated.isoformat(), early, note)
    if stated and best in faults(stated):
        share, name = faults(stated)[best]
        yield vote(
            weighed, "fault", best.isoformat(), against_any_day(share), f"{name} in {long_date(stated)}"
        )


def weighted(row: DateEvidence, weighed: Weighed) -> DateEvidence:
    """A vote that came in, with its weight."""
    day, clues = iso(row.value), weighed.clues
    if row.vote in STATEMENTS and day:
        share = weights()["stated"]["right" if day != clues.fetched else "crawled_right"]
        return replace(row, weight=round(against_any_day(share), 2))
    if row.vote == "url":
        at = day or (dt.date(*clues.url_month, 1) if clues.url_month else None)
        return replace(row, weight=round(of_day(likelihood.url, clues, at), 2) if at else 0.0)
    if row.vote == "dateline" and weighed.best:
        return replace(row, weight=round(of_day(likelihood.dateline, clues, weighed.best), 2))
    return row


def vote(
    weighed: Weighed, kind: str, value: str, weight: float, note: str, at: FoundTime | None = None
) -> DateEvidence:
    """A vote found here, with its words where there are any."""
    return DateEvidence(
        article_id=weighed.clues.article.article_id, vote=kind, value=value, weight=round(weight, 2), note=note,
        start=at.start if at else None, end=at.end if at else None, text=at.text if at else None,
    )  # fmt: skip


def text_votes(weighed: Weighed, best: dt.date) -> Iterator[DateEvidence]:
    """Weekdays, weekdays with dates, and dates told as past."""
    clues, parts = weighed.clues, weighed.said(best)
    for day, time in clues.weekdays:
        fits = "fits" if day == best.isoweekday() else "does not name"
        note = f"{fits} {long_date(best)}, a {WEEKDAYS[best.isoweekday() - 1]}; a flag, never a proof"
        yield vote(weighed, "weekday", WEEKDAYS[day - 1], parts["weekday"] / len(clues.weekdays), note, time)
    for day, month, number, time in clues.calendar:
        note = f"a {WEEKDAYS[day - 1]} in some years only"
        yield vote(
            weighed,
            "calendar",
            f"{month:02}-{number:02}",
            parts["calendar"] / len(clues.calendar),
            note,
            time,
        )
    for told, time in clues.stamps:
        yield vote(
            weighed, "text_date", told.isoformat(), parts["stamp"], "a date at the head or the foot", time
        )
    for month, number, time in clues.datelines:
        yield vote(weighed, "dateline", f"--{month:02}-{number:02}", parts["stamp"], "before an agency", time)
    for told, time in clues.past_dates[-3:]:
        weight = weights()["floor"]["day"] if told > best else 0.0
        yield vote(
            weighed, "text_date", told.isoformat(), weight, "told as past: not published before it", time
        )
    for month, number, time in clues.past_days[:4]:
        weight = parts["past"] / max(1, len(clues.past_days))
        yield vote(
            weighed, "text_date", f"{month:02}-{number:02}", weight, "told as past, without a year", time
        )


def sibling_votes(
    weighed: Weighed, near: Sequence[Sharing], pile: Mapping[str, Weighed]
) -> Iterator[DateEvidence]:
    """The dates of articles with the same words."""
    for other in near[:MOST]:
        sibling = pile[other.article_id]
        if sibling.best is None:
            continue
        title = sibling.clues.article.title or sibling.clues.article.outlet or other.article_id
        how = (
            f"one text behind both ({other.kind})"
            if other.kind
            else f"{other.stretches} shared stretches of words"
        )
        weight = weights()["shared"]["copy" if other.kind else "quotation"] * sibling.sure
        yield vote(weighed, "sibling", sibling.best.isoformat(), weight, f"{title}: {how}")


def of_day(kind: Callable[[Grid], Floats], clues: Clues, day: dt.date) -> float:
    """What one kind of evidence says for one day."""
    return float(kind(Grid([clues], [[day]]))[0])
