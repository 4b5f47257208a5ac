"""Stretches between quotation marks, as far as mentions need them."""

from __future__ import annotations

import re


def quoted_spans(text: str) -> list[tuple[int, float]]:
    """Stretches between marks, paragraph by paragraph; an unclosed double mark counts to the paragraph's end.

    Single marks count where punctuation closes them.
    """
    spans: list[tuple[int, float]] = []
    singles: list[tuple[int, float]] = []
    opened: int | None = None
    for offset, char in enumerate(text):
        if char == "\n" and opened is not None:
            spans.append((opened, offset))
            opened = None
        elif char == "“" or (char == '"' and opened is None):
            opened = offset if opened is None else opened
        elif char in "‘'" and opened is None and is_single(text, offset):
            end = single_end(text, offset + 1)
            if end is not None:
                singles.append((offset, end))
        elif char in '”"' and opened is not None:
            spans.append((opened, offset))
            opened = None
    if opened is not None:
        spans.append((opened, len(text)))
    return sorted(spans + singles)


def is_single(text: str, offset: int) -> bool:
    """Whether a single mark may open a stretch: no letter before it, and one behind."""
    return not text[offset - 1 : offset].isalnum() and text[offset + 1 : offset + 2].isalnum()


CLOSES = re.compile(r"(?:(?<=[.,?!…—])[’'](?!\w)|[’'](?=[.,;:]))|\n")
LONGEST = 2000  # characters between single marks


def single_end(text: str, start: int) -> int | None:
    """Where the stretch ends that a single mark opened; apostrophes end none."""
    found = CLOSES.search(text, start, start + LONGEST)
    return None if found is None or found.group() == "\n" else found.start()
