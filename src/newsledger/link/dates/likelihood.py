"""What each kind of evidence says for a candidate day, in nats against any other day."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence

from newsledger.link.dates.candidates import safe
from newsledger.link.dates.clues import Clues
from newsledger.link.dates.shared import Sharing
from newsledger.link.dates.weights import SPAN, against_any_day, stepwise, weights


def url(clues: Clues, day: dt.date) -> float:
    """The address: the day itself, a day beside it, or at least the month."""
    table = weights()["url"]
    if clues.url_month:
        inside = (day.year, day.month) == clues.url_month
        return against_any_day(table["month"] / 30 if inside else (1 - table["month"]) / SPAN)
    if clues.url_day is None:
        return 0.0
    gap = abs((day - clues.url_day).days)
    return against_any_day(
        table["same"] if gap == 0 else table["beside"] if gap == 1 else table["other"] / SPAN
    )


def dateline(clues: Clues, day: dt.date) -> float:
    """The dateline: published that day or soon after."""
    table = weights()["dateline"]
    written = clues.dateline_day or (safe(day.year, *clues.dateline) if clues.dateline else None)
    if clues.dateline and written and written > day:
        written = safe(day.year - 1, *clues.dateline)
    if written is None:
        return 0.0
    gap = (day - written).days
    full = clues.dateline_day is not None
    share = (
        table["after"][gap] if 0 <= gap < len(table["after"]) else table["other"] / (SPAN if full else 365)
    )
    return math.log(share * (SPAN if full else 365))


def stamp(clues: Clues, day: dt.date) -> float:
    """A date that may be the page's own; and datelines further down the text."""
    table, total = weights()["stamp"], 0.0
    if clues.stamps:
        gaps = [(day - told).days for told, _ in clues.stamps]
        total += against_any_day(
            max(table["after"][g] if 0 <= g < len(table["after"]) else table["other"] / SPAN for g in gaps)
        )
    for month, d, _ in clues.datelines[:1]:
        written = [x for y in (day.year, day.year - 1) if (x := safe(y, month, d)) and x <= day]
        gap = (day - written[0]).days if written else SPAN
        after = weights()["dateline"]["after"]
        total += math.log(365 * (after[gap] if gap < len(after) else table["other"] / 365))
    return total


def weekday(clues: Clues, day: dt.date) -> float:
    """The weekdays in the text: a flag, never a proof."""
    table, total = weights()["weekday"], 0.0
    for named, key, sign in ((clues.weekdays, "after", 1), (clues.plans, "plan", -1)):
        if named:
            total += sum(math.log(7 * table[key][sign * (day.isoweekday() - w) % 7]) for w, _ in named) / len(
                named
            )
    return total


def calendar(clues: Clues, day: dt.date) -> float:
    """ "Tuesday, September 3": whether that date is a Tuesday in the year of the candidate."""
    table, total = weights()["calendar"], 0.0
    for w, month, d, _ in clues.calendar:
        near = [x for y in (day.year - 1, day.year, day.year + 1) if (x := safe(y, month, d))]
        if near:
            closest = min(near, key=lambda x: (abs((x - day).days), x))
            total += table["fits"] if closest.isoweekday() == w else table["fails"]
    return total


def past(clues: Clues, day: dt.date) -> float:
    """Days told as past: most lie within weeks before the publication, none after it."""
    table = weights()["past_date"]
    scores = []
    for month, d, _ in clues.past_days:
        before = [x for y in (day.year, day.year - 1) if (x := safe(y, month, d)) and x <= day]
        if before:
            scores.append(math.log(365 * stepwise(table, (day - before[0]).days)))
    chosen = sorted(scores, key=abs, reverse=True)[: table["most"]]
    return float(table["discount"]) * sum(chosen) + floor(clues, day)


def floor(clues: Clues, day: dt.date) -> float:
    """Full dates told as past, the last update and the fetch: nothing is published before what it tells."""
    table, total = weights()["floor"], 0.0
    total += table["day"] * sum(told > day for told, _ in clues.past_dates)
    total += table["year"] * sum(year > day.year for year, _ in clues.past_years)
    total = max(total, table["least"])
    if clues.modified and day > clues.modified:
        total += table["modified"]
    if clues.fetched and day > clues.fetched:
        total += table["fetched"]
    return float(total)


def pile(density: float) -> float:
    """How many of the pile's articles are of these days: piles are gathered on what happens at one time."""
    table = weights()["pile"]
    return float(table["weight"]) * math.log(((1 - table["stray"]) * density + table["stray"] / SPAN) * SPAN)


def shared(
    near: Sequence[Sharing], day: dt.date, dates: Mapping[str, dt.date], trust: Mapping[str, float]
) -> float:
    """Articles with the same words: each says that its own day is near, as far as it can be trusted."""
    table = weights()["shared"]
    total, used = 0.0, 0
    for other in near:
        if used >= table["most"]:
            break
        if other.article_id not in dates:
            continue
        gap = abs((day - dates[other.article_id]).days)
        sure = trust.get(other.article_id, 0.0)
        likely = sure * stepwise(table, gap) + (1 - sure) / SPAN
        total += (table["copy"] if other.kind else table["quotation"]) * math.log(likely * SPAN)
        used += 1
    return total / math.sqrt(used) if used else 0.0  # they copy from one another: not independent
