"""A reader's timeline: a few entries that can be read by themselves, background first and plans last."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from newsledger.assess.timeline.building import UNDATED
from newsledger.assess.timeline.sifting import is_dangling, is_quoted, is_state
from newsledger.records import TimelineEntry

# Entries of a reader's timeline: GROWTH times the root of the number of articles, within bounds.
SHORTEST, LONGEST, GROWTH = 8, 40, 5.0
SHARE = 4  # background has at most this part of a timeline, and plans have as much
SAME_DAY = 0.5  # what each entry already chosen for the same day leaves of an entry's weight
NEIGHBOUR = 0.6  # what a chosen entry on the day before or after leaves of it
NARROW = dt.timedelta(days=31)  # something wider that happened is no news of a day
POOL = 20  # candidates looked at for each place in a timeline
FEWEST_WORDS = 4
END = re.compile(r"[.!?…][\"'”’»)\]]*$")


def for_reader(entries: Sequence[TimelineEntry], n_articles: int) -> list[TimelineEntry]:
    """A few entries: no sentence twice, days apart before neighbours; background, then reports, then plans."""
    most = max(SHORTEST, min(LONGEST, round(GROWTH * n_articles**0.5)))
    fit = [e for e in for_all(entries, n_articles) if e.earliest and can_be_read(e) and has_day(e)]
    left = sorted(once(fit), key=weight, reverse=True)[: most * POOL]
    chosen: list[TimelineEntry] = []
    days: Counter[tuple[int, dt.date | None]] = Counter()
    taken: Counter[int] = Counter()
    while left and len(chosen) < most:
        best = max(left, key=lambda e: weight(e) * freshness(e, days))
        left.remove(best)
        if part(best) != 1 and taken[part(best)] >= most // SHARE:
            continue
        chosen.append(best)
        taken[part(best)] += 1
        days[part(best), best.earliest] += 1
    return sorted(chosen, key=lambda e: (part(e), e.earliest, e.latest, -e.salience, e.entry_id))


def for_all(entries: Sequence[TimelineEntry], n_articles: int) -> list[TimelineEntry]:
    """Every entry in a reader's order."""
    return sorted(
        entries,
        key=lambda e: (part(e), e.earliest or dt.date.max, e.latest or dt.date.max, -e.salience, e.entry_id),
    )


def part(entry: TimelineEntry) -> int:
    """Where in a reader's timeline: 0 background, 1 what was reported, 2 planned."""
    return {"historical": 0, "planned": 2}.get(entry.status, 1)


def too_wide(entry: TimelineEntry) -> bool:
    """Whether it happened in a span too wide for news of a day; background may have one."""
    wide = bool(entry.earliest and entry.latest and entry.latest - entry.earliest > NARROW)
    return wide and entry.status != "historical"


def has_day(entry: TimelineEntry) -> bool:
    """Whether something can be said to have happened, or to be due, on the entry's day.

    Not in a span too wide for news; not a fact that holds on any day, nor a plan, under the day of its report alone.
    """
    undated = entry.reason.startswith(UNDATED)
    return not too_wide(entry) and not is_standing(entry) and not (undated and entry.status == "planned")


def is_standing(entry: TimelineEntry) -> bool:
    """A fact that holds on any day, under the day of a report alone: "Norland is part of a large island"."""
    return entry.n_families == 1 and entry.reason.startswith(UNDATED) and is_state(entry.text)


def can_be_read(entry: TimelineEntry) -> bool:
    """A whole sentence that needs no other: no fragment or heading, nobody's bare words, no "He said"."""
    text = entry.text.strip()
    whole = not text[:1].islower() and END.search(text) is not None and len(text.split()) >= FEWEST_WORDS
    return whole and marks_close(text) and not is_dangling(text) and not is_quoted(text)


def marks_close(text: str) -> bool:
    """Whether no quotation runs into a sentence from the one before, or out of it."""
    return text.count('"') % 2 == 0 and text.count("“") == text.count("”")


def once(entries: Iterable[TimelineEntry]) -> list[TimelineEntry]:
    """A sentence that names several days stands under one: what is planned, else the last, which its verb is about.

    "The minister admitted on Monday that the letter had come on 3 May" is of Monday.
    """
    chosen: dict[str, TimelineEntry] = {}
    for entry in entries:
        words = " ".join(entry.text.split())
        if words not in chosen or precedence(entry) > precedence(chosen[words]):
            chosen[words] = entry
    return list(chosen.values())


def precedence(entry: TimelineEntry) -> tuple[bool, bool, dt.date]:
    """Of the days that one sentence names, which it stands under: the highest."""
    a_day = entry.earliest == entry.latest
    return (entry.status == "planned", a_day, entry.earliest or dt.date.min)


def weight(entry: TimelineEntry) -> float:
    """For a reader, what independent texts carry comes first; a copy adds nothing."""
    return entry.salience * max(1, entry.n_families)


def freshness(entry: TimelineEntry, days: Counter[tuple[int, dt.date | None]]) -> float:
    """What the entries already chosen for its day and for the days beside it leave of an entry's weight."""
    number = entry.earliest.toordinal() if entry.earliest else 0
    beside = [dt.date.fromordinal(n) for n in (number - 1, number + 1) if 0 < n <= dt.date.max.toordinal()]
    neighbours = any((part(entry), day) in days for day in beside)
    return float(SAME_DAY ** days[part(entry), entry.earliest] * (NEIGHBOUR if neighbours else 1.0))
