"""Write tagged text as TimeML (version 1.2 as TempEval-3 uses it)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from newsledger.records import Time

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2

# A value of TIMEX3: dates and times of ISO 8601 with X for what is unknown, the standard's own parts of the day,
# seasons, quarters and references, and lengths of time.
CLOCK = r"T(?:MO|MI|AF|EV|NI|DT|XX|\d\d:\d\d(?:Z|[+-]\d\d(?::?\d\d)?)?)"
DAY = r"-(?:\d\d|XX)(?:-(?:\d\d|XX))?|-W(?:\d\d|XX)(?:-(?:WE|\d))?|-(?:Q[1-4X]|H[12]|SP|SU|FA|WI)"
LENGTH = (
    r"P(?:X|\d+(?:\.\d+)?)(?:Y|M|W|D|Q|DE|CE)|PT(?:X|\d+(?:\.\d+)?)[HMS]|P\d+Y6M|P\d+DT12H|PT\d+[HM]30[MS]"
)
VALUE = re.compile(
    rf"(?:PAST|PRESENT|FUTURE)_REF|(?:BC)?(?:\d{{2,4}}|XXXX)(?:{DAY})?(?:{CLOCK})?|BC\d{{2,3}}|{LENGTH}"
)


def to_timeml(text: str, times: Sequence[Time], published: dt.date | None = None) -> str:
    """A TimeML document: the creation time as t0, the expressions as t1, t2, ... in the order of the text.

    Characters that XML 1.0 forbids (most control characters, lone surrogates) are left out: no escape exists.
    """
    ordered = sorted(times, key=lambda t: (t.start, t.end))
    ids = {published.isoformat(): "t0"} if published else {}
    for i, time in enumerate(ordered, 1):
        ids.setdefault(time.value, f"t{i}")
    parts, at = [], 0
    for i, time in enumerate(ordered, 1):
        parts += [content(text[at : time.start]), element(f"t{i}", time, ids)]
        at = time.end
    parts.append(content(text[at:]))
    created = "" if published is None else (
        f'<DCT><TIMEX3 tid="t0" type="DATE" value="{published}" temporalFunction="false" '
        f'functionInDocument="CREATION_TIME">{published}</TIMEX3></DCT>\n'
    )  # fmt: skip
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n{created}<TEXT>{"".join(parts)}</TEXT>\n</TimeML>\n'


def content(text: str) -> str:
    """Text as XML content. A carriage return is escaped: a bare one would be read as a line feed."""
    return escape(FORBIDDEN.sub("", text), {"\r": "&#13;"})


def element(tid: str, time: Time, ids: dict[str, str]) -> str:
    """One TIMEX3 element; a point that is no expression of the text is left out."""
    counted = "counted from" in time.reason
    anchor = ids.get(time.reason.rpartition("counted from ")[2]) if counted else None
    optional = {
        "temporalFunction": "true" if counted else "",
        "anchorTimeID": anchor,
        "mod": time.mod,
        "quant": time.quant,
        "freq": time.freq,
        "beginPoint": ids.get(time.begin_point or ""),
        "endPoint": ids.get(time.end_point or ""),
    }
    attributes = "".join(f" {name}={quoteattr(value)}" for name, value in optional.items() if value)
    return (
        f'<TIMEX3 tid="{tid}" type="{time.timex_type}" value={quoteattr(time.value)}{attributes}>'
        f"{content(time.text)}</TIMEX3>"
    )
