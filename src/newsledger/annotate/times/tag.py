"""Tag a bare text: find and anchor in one call."""

from __future__ import annotations

import datetime as dt

from newsledger.annotate.times.anchor import Anchored, anchor
from newsledger.annotate.times.find import find_in_text, find_times
from newsledger.records import Time, make_id


def tag_times(
    text: str, published: dt.date | str | None = None, *, locale: str = "en-US", use_parser: bool = True
) -> tuple[Time, ...]:
    """The temporal expressions of an English text with their TIMEX3 values, in the order of the text.

    ``published`` is the day that "yesterday" counts from, as a date or in ISO form. Offsets are code points into
    ``text``. Without the parser the tense of bare weekdays and months is read off the words nearby: faster, a
    little worse. Raises ``ValueError`` for a ``published`` that is no ISO date, ``ModelMissingError`` where the
    parser is wanted and no English spaCy pipeline is installed.
    """
    day = dt.date.fromisoformat(published) if isinstance(published, str) else published
    if use_parser:
        from newsledger.annotate.parse import parse_text

        found = find_times(parse_text(text))
    else:
        found = find_in_text(text)
    return tuple(as_time("", a) for a in anchor(found, day, locale))


def as_time(article_id: str, a: Anchored) -> Time:
    """The row of the table ``times``."""
    kind = a.value.timex_type or (
        "TIME"
        if "T" in a.value.value.removeprefix("PRESENT") and a.found.timex_type == "TIME"
        else a.found.timex_type
    )
    return Time(
        time_id=make_id("t", article_id, a.found.start, a.found.end),
        article_id=article_id,
        start=a.found.start,
        end=a.found.end,
        text=a.found.text,
        timex_type=kind,
        value=a.value.value,
        earliest=a.earliest,
        latest=a.latest,
        granularity=a.granularity,
        direction=a.direction,
        mod=a.value.mod,
        quant=a.value.quant,
        freq=a.value.freq,
        begin_point=a.value.begin_point,
        end_point=a.value.end_point,
        reason=f"{a.found.rule}: {a.value.reason}" if a.value.reason else a.found.rule,
    )
