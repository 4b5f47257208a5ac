"""What each kind of evidence says for candidate days, in nats against any other day."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Mapping, Sequence

import numpy as np

from newsledger.link.dates.candidates import safe
from newsledger.link.dates.clues import Clues
from newsledger.link.dates.grid import Floats, Grid, Ints
from newsledger.link.dates.shared import Sharing
from newsledger.link.dates.weights import SPAN, against_any_day, weights

NO_DAY = -10 * SPAN  # an ordinal before all days


def url(grid: Grid) -> Floats:
    """The address: the day itself, a day beside it, or at least the month."""
    table, out = weights()["url"], grid.zeros()
    near = [against_any_day(share) for share in (table["same"], table["beside"], table["other"] / SPAN)]
    month = [against_any_day(share) for share in ((1 - table["month"]) / SPAN, table["month"] / 30)]
    for clues, at in grid.each():
        if clues.url_month:
            first = dt.date(*clues.url_month, 1).toordinal()
            inside = (grid.days[at] >= first) & (grid.days[at] - first < days_in(*clues.url_month))
            out[at] = np.where(inside, month[1], month[0])
        elif clues.url_day:
            gap = np.abs(grid.days[at] - clues.url_day.toordinal())
            out[at] = np.array(near)[np.minimum(gap, 2)]
    return out


def days_in(year: int, month: int) -> int:
    """The days of a month."""
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return (following - dt.date(year, month, 1)).days


def dateline(grid: Grid) -> Floats:
    """The dateline: published that day or soon after."""
    table, out = weights()["dateline"], grid.zeros()
    for clues, at in grid.each():
        full = clues.dateline_day is not None
        if not full and not clues.dateline:
            continue
        span = SPAN if full else 365
        if clues.dateline_day and not clues.dateline:
            gap = grid.days[at] - clues.dateline_day.toordinal()
        else:
            gap = grid.days[at] - latest(*(clues.dateline or (1, 1)), grid, at)
        known = np.array([*table["after"], table["other"] / span])
        said = np.log(span * known[soon(gap, len(table["after"]))])
        out[at] = np.where(gap < SPAN, said, 0.0) if not full else said  # 29 February: in no such year
    return out


def soon(gap: Ints, steps: int) -> Ints:
    """The step of a table that a number of days falls in; the one behind it where it is negative or beyond."""
    return np.where((gap >= 0) & (gap < steps), gap, steps)


def latest(month: int, number: int, grid: Grid, at: slice) -> Ints:
    """For each day the last such day of a month that is not after it, in its own year or the one before."""
    days, years = grid.days[at], grid.years[at]
    if not len(days):
        return days
    first, last = int(years.min()) - 1, int(years.max())
    known = [safe(year, month, number) for year in range(first, last + 1)]
    ordinals = np.array([day.toordinal() if day else NO_DAY for day in known])
    this, before = ordinals[years - first], ordinals[years - first - 1]
    return np.where((this <= days) & (this > NO_DAY), this, before)


def stamp(grid: Grid) -> Floats:
    """A date that may be the page's own; and datelines further down the text."""
    table, after, out = weights()["stamp"], weights()["dateline"]["after"], grid.zeros()
    stamped = np.array([against_any_day(share) for share in (*table["after"], table["other"] / SPAN)])
    lined = np.log([*(365 * share for share in after), table["other"]])
    for clues, at in grid.each():
        for month, number, _ in clues.datelines[:1]:
            gap = grid.days[at] - latest(month, number, grid, at)
            out[at] += lined[soon(gap, len(after))]
        if clues.stamps:
            gaps = [grid.days[at] - told.toordinal() for told, _ in clues.stamps]
            out[at] += np.max([stamped[soon(gap, len(table["after"]))] for gap in gaps], axis=0)
    return out


def weekday(grid: Grid) -> Floats:
    """The weekdays in the text: a flag, never a proof."""
    out = grid.zeros()
    names = grid.days % 7
    for clues, at in grid.each():
        if clues.weekdays or clues.plans:
            named = tuple(w for w, _ in clues.weekdays)
            out[at] = named_days(named, tuple(w for w, _ in clues.plans))[names[at]]
    return out


@functools.lru_cache(maxsize=4096)
def named_days(past: tuple[int, ...], plans: tuple[int, ...]) -> Floats:
    """What named weekdays say for a Sunday, a Monday, ... a Saturday."""
    table = weights()["weekday"]
    out = np.zeros(7)
    for named, key, sign in ((past, "after", 1), (plans, "plan", -1)):
        for w in named:
            out += np.log([7 * table[key][sign * (day - w) % 7] for day in range(7)]) / len(named)
    return out


def calendar(grid: Grid) -> Floats:
    """ "Tuesday, September 3": whether that date is a Tuesday in the year of the candidate."""
    table, out = weights()["calendar"], grid.zeros()
    for clues, at in grid.each():
        for w, month, number, _ in clues.calendar:
            for n in range(at.start, at.stop):
                day, year = int(grid.days[n]), int(grid.years[n])
                near = [x for y in (year - 1, year, year + 1) if (x := safe(y, month, number))]
                if near:
                    closest = min(near, key=lambda x: (abs(x.toordinal() - day), x))
                    out[n] += table["fits"] if closest.isoweekday() == w else table["fails"]
    return out


def past(grid: Grid) -> Floats:
    """Days told as past: most lie within weeks before the publication, none after it."""
    table, out = weights()["past_date"], grid.zeros()
    steps = np.log(365 * np.array([*table["per_day"], table["per_day"][-1]]))
    for clues, at in grid.each():
        if clues.past_days:
            scores = np.zeros((len(clues.past_days), at.stop - at.start))
            for row, (month, number, _) in zip(scores, clues.past_days, strict=True):
                gap = grid.days[at] - latest(month, number, grid, at)
                row[:] = np.where(gap < SPAN, steps[np.searchsorted(table["up_to"], gap)], 0.0)
            if len(scores) > table["most"]:
                order = np.argsort(-np.abs(scores), axis=0, kind="stable")[: table["most"]]
                scores = np.take_along_axis(scores, order, axis=0)
            out[at] = float(table["discount"]) * scores.sum(axis=0)
        if clues.past_dates or clues.past_years or clues.modified or clues.fetched:
            out[at] += floor(clues, grid.days[at], grid.years[at])
    return out


def floor(clues: Clues, days: Ints, years: Ints) -> Floats:
    """Full dates told as past, the last update and the fetch: nothing is published before what it tells."""
    table, total = weights()["floor"], np.zeros(len(days))
    for told, _ in clues.past_dates:
        total += table["day"] * (told.toordinal() > days)
    for year, _ in clues.past_years:
        total += table["year"] * (year > years)
    total = np.maximum(total, table["least"])
    for key, last in (("modified", clues.modified), ("fetched", clues.fetched)):
        if last:
            total += table[key] * (days > last.toordinal())
    return np.asarray(total)


def pile(density: Floats) -> Floats:
    """How many of the pile's articles are of these days: piles are gathered on what happens at one time."""
    table = weights()["pile"]
    return np.asarray(
        float(table["weight"]) * np.log(((1 - table["stray"]) * density + table["stray"] / SPAN) * SPAN)
    )


def shared(
    grid: Grid,
    near: Mapping[str, Sequence[Sharing]],
    dates: Mapping[str, dt.date],
    trust: Mapping[str, float],
) -> Floats:
    """Articles with the same words: each says that its own day is near, as far as it can be trusted."""
    table, out = weights()["shared"], grid.zeros()
    per_day = np.array([*table["per_day"], table["per_day"][-1]])
    used = np.zeros(len(grid.clues))
    rows: list[
        tuple[int, int, float, float]
    ] = []  # article, day of the other, trust in it, weight of the kind
    for n, clues in enumerate(grid.clues):
        others = [s for s in near.get(clues.article.article_id, ()) if s.article_id in dates][: table["most"]]
        used[n] = len(others)
        rows += (
            (
                n,
                dates[s.article_id].toordinal(),
                trust.get(s.article_id, 0.0),
                table["copy" if s.kind else "quotation"],
            )
            for s in others
        )
    if not rows:
        return out
    owner, day, sure, weight = (np.array(column) for column in zip(*rows, strict=True))
    times = grid.lengths[owner]
    ends = np.cumsum(times)
    place = np.repeat(grid.starts[owner] - ends + times, times) + np.arange(ends[-1])
    gap = np.abs(grid.days[place] - np.repeat(day, times))
    likely = np.repeat(sure, times) * per_day[np.searchsorted(table["up_to"], gap)]
    said = np.repeat(weight, times) * np.log((likely + np.repeat((1 - sure) / SPAN, times)) * SPAN)
    # They copy from one another, so they are not independent.
    return np.bincount(place, said, len(out)) / np.sqrt(np.maximum(1, np.repeat(used, grid.lengths)))
