"""Stretches between quotation marks, as far as mentions need them."""

from __future__ import annotations


def quoted_spans(text: str) -> list[tuple[int, float]]:
    """Stretches between double marks, paragraph by paragraph; an unclosed mark counts to the paragraph's end."""
    spans: list[tuple[int, float]] = []
    opened: int | None = None
    for offset, char in enumerate(text):
        if char == "\n" and opened is not None:
            spans.append((opened, offset))
            opened = None
        elif char == "“" or (char == '"' and opened is None):
            opened = offset if opened is None else opened
        elif char in '”"' and opened is not None:
            spans.append((opened, offset))
            opened = None
    if opened is not None:
        spans.append((opened, len(text)))
    return spans
