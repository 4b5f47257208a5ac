"""How often each stem stands in a text, for the grouping into stories.

A text is read twice: whole, and by its beginning alone, for news tells its matter first and its background after.
Names and places are words like others here: rare ones, which weigh much.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from newsledger.annotate.fingerprint.stems import function_words

STEM = 6  # letters that stand for a word's stem: "destabilise" and "destabilisation" agree
LEAD = 400  # characters that count as the beginning
WIDTH = 8  # bytes by which a stem is told from others
MOST = 255  # the largest count that is kept
TOKEN = re.compile(r"[^\W_]\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The stems of a text as bytes, from which a pile's are put together without a loop.

    ``stems`` has ``WIDTH`` bytes for each distinct stem, in the order of their first places; ``whole`` and ``lead``
    have one byte for each: how often it stands in the text, and how often in the first ``LEAD`` characters.
    """

    stems: bytes
    whole: bytes
    lead: bytes


def take_tally(text: str) -> Tally:
    """The tally of a text."""
    words = [(m.group(), m.end()) for m in TOKEN.finditer(text.lower())]
    empty = function_words()
    telling = [(word[:STEM], end) for word, end in words if word not in empty]
    whole = Counter(stem for stem, _ in telling)
    lead = Counter(stem for stem, end in telling if end <= LEAD)
    return Tally(
        stems=b"".join(s.encode("utf-8", "surrogatepass")[:WIDTH].ljust(WIDTH, b"\0") for s in whole),
        whole=bytes(min(MOST, n) for n in whole.values()),
        lead=bytes(min(MOST, lead[stem]) for stem in whole),
    )
