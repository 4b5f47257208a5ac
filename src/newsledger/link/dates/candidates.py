"""The days on which an article may have been published, with how likely each fault is beforehand."""

from __future__ import annotations

import datetime as dt
import functools
import math
from collections.abc import Iterable, Mapping

from newsledger.annotate.times.calendar import add_months, month_end
from newsledger.link.dates.clues import Clues
from newsledger.link.dates.weights import SPAN, weights

YEARS_OFF = 6


@functools.lru_cache(maxsize=4096)
def faults(stated: dt.date) -> Mapping[dt.date, tuple[float, str]]:
    """What a wrong statement may stand for: the true day, the share of such faults, its name."""
    table = weights()["stated"]
    out: dict[dt.date, tuple[float, str]] = {}
    for step in (-1, 1):
        days = month_away(stated, step)
        out |= {day: (table["month_off"] / len(days), "the month is off by one") for day in days}
    if stated.day <= 12 and stated.day != stated.month:
        swapped = stated.replace(month=stated.day, day=stated.month)
        out[swapped] = (table["day_month_swap"], "day and month are swapped")
    for step in range(1, YEARS_OFF + 1):
        for sign in (-1, 1):
            if 1 <= stated.year + sign * step <= 9998:
                day = add_months(stated, 12 * sign * step)
                name = "the year is off by one" if step == 1 else f"the year is off by {step}"
                out.setdefault(day, (table["year_off"] / step, name))
    return out


def month_away(stated: dt.date, step: int) -> list[dt.date]:
    """The same day of another month; from the end of a short month, also that month's days beyond it."""
    same = add_months(stated, step)
    if stated != month_end(stated.year, stated.month):
        return [same]
    last = month_end(same.year, same.month)
    return [same.replace(day=d) for d in range(min(same.day, stated.day), last.day + 1)]


def candidates(
    clues: Clues, proposed: Iterable[dt.date], years: Iterable[int], as_of: dt.date | None
) -> dict[dt.date, float]:
    """Every day worth weighing, with the logarithm of its share beforehand."""
    table = weights()["stated"]
    days = set(proposed) | set(clues.others_stated)
    days |= {d for d in (clues.url_day, clues.dateline_day, clues.stated) if d}
    days |= {told + dt.timedelta(days=late) for told, _ in clues.stamps for late in (0, 1)}
    known = faults(clues.stated) if clues.stated else {}
    days |= set(known)
    written = ([clues.dateline] if clues.dateline else []) + [(m, d) for m, d, _ in clues.datelines[:1]]
    for month, number in written:
        for year in sorted({*years, *(d.year for d in days)}):
            for late in (0, 1):
                if (day := safe(year, month, number)) and day.toordinal() + late <= dt.date.max.toordinal():
                    days.add(day + dt.timedelta(days=late))
    if as_of:
        days = {d for d in days if d <= as_of} or ({clues.stated} if clues.stated else set())
    if not clues.stated:
        return {d: -math.log(SPAN) for d in days}
    right = table["crawled_right"] if clues.fetched == clues.stated else table["right"]
    other = table["other"] + max(0.0, table["right"] - right)
    prior = {d: math.log(other / SPAN) for d in days}
    prior |= {d: math.log(share) for d, (share, _) in known.items() if d in days}
    if clues.stated in days:
        prior[clues.stated] = math.log(right)
    return prior


def safe(year: int, month: int, day: int) -> dt.date | None:
    """A day that exists, or None."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
