"""A predicate with its code, before it becomes a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """``trigger`` names the event; ``governor`` is the finite verb whose tense and mood hold for it."""

    trigger: Token
    governor: Token
    type: str
    mode: str | None = None
    actor: Token | None = None
    recipient: Token | None = None
    act: str | None = None
    status: str | None = None  # where the frame decides it
    claimant: Token | None = None
    symmetric: bool = False
    noun: Token | None = None
    bare: bool = False  # an event noun without a light verb: the verb around it is about something else
