"""What a promise, a plan or an end makes of an act."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsledger.annotate.events import scope, syntax
from newsledger.annotate.events.coded import Coded
from newsledger.annotate.events.manner import KEPT

if TYPE_CHECKING:
    pass

COOPERATION = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
YIELDING = frozenset({"RETREAT", "CONCEDE"})
CONFLICT = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})
ENDED = {
    "PROTEST": "CONCEDE",
    "COERCE": "CONCEDE",
    "SANCTION": "CONCEDE",
    "REQUEST": "CONCEDE",
    "THREATEN": "CONCEDE",
    "ASSAULT": "RETREAT",
    "MOBILIZE": "RETREAT",
}
CALLED_OFF = frozenset({"CONSULT", "PROTEST", "COOPERATE"})  # by nobody in particular: they do not come about
GATHERING = frozenset({"demo", "strike", "hunger", "riot"})  # announced, these are planned, not threatened
FUTURE = frozenset({"will", "shall", "'ll", "wo", "would", "'d", "’ll", "’d"})


def promised(act: Coded, *, strong: bool) -> Coded:
    """An act promised (``strong``) or announced: cooperation is AGREE, conflict promised is THREATEN."""
    if act.type in COOPERATION or (strong and act.type in YIELDING):
        return replace(act, type="AGREE", mode=None, act=act.type)
    if act.type == "REQUEST" and strong:
        return replace(act, type="CONCEDE", mode=None, act=act.type)
    if act.type in CONFLICT and strong and act.mode not in GATHERING:
        mode = act.mode if act.mode in KEPT else None
        return replace(act, type="THREATEN", mode=mode, act=act.type, symmetric=False)
    return replace(act, type="AGREE", mode=None, act=act.type) if strong and act.type in scope.VERBAL else act


def future(coded: Coded) -> Coded:
    """ "Will help": cooperation in the future tense is an agreement to it (PLOVER manual, AGREE)."""
    tells_future = any(
        c.dep_ == "aux" and c.lower_ in FUTURE - {"would", "'d", "’d"} for c in coded.governor.children
    )
    if tells_future and coded.type in COOPERATION and syntax.child(coded.governor, "neg") is None:
        return replace(coded, type="AGREE", mode=None, act=coded.type)
    return coded
