"""Whose word an event is: only the verb of saying that governs its clause tells."""

from __future__ import annotations

import pytest

from newsledger.annotate.article import annotate
from newsledger.annotate.parse import parse_text


@pytest.mark.parametrize(
    ("text", "type_", "claimant"),
    [
        ("Ana Vidal said that Chile had shelled the town.", "ASSAULT", "Ana Vidal"),
        ("According to Ana Vidal, Chile shelled the town.", "ASSAULT", "Ana Vidal"),
        (
            "President Ana Vidal said she asked the cabinet to resign after thousands defied the curfew.",
            "REJECT",
            None,
        ),
        ("The president faces widespread protests. The army cannot win, Ana Vidal says.", "PROTEST", None),
    ],
)
def test_the_claimant_governs_the_clause(text: str, type_: str, claimant: str | None) -> None:
    event = next(e for e in annotate(parse_text(text)).events if e.type == type_)
    assert (text[event.claimant.start : event.claimant.end] if event.claimant else None) == claimant
