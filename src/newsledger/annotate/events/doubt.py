"""Which coded predicates are too doubtful to enter: a missing event row harms less than a wrong one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsledger.annotate.annotation import FoundEvent, FoundQuotation
from newsledger.annotate.events import scope, syntax
from newsledger.annotate.events.coded import Coded
from newsledger.annotate.events.frames import lexicon
from newsledger.annotate.events.plausible import is_plausible
from newsledger.annotate.events.violence import is_violence

if TYPE_CHECKING:
    from spacy.tokens import Token

UNREAL = frozenset({"denied", "hypothetical", "planned"})
MUTUAL = frozenset({"COOPERATE"})


def is_sure(coded: Coded, event: FoundEvent, said: Sequence[FoundQuotation]) -> bool:
    """Whether an event is told plainly enough: by whom, of whom, and as a happening rather than a notion."""
    if event.actor is None and event.recipient is None and event.type in scope.VERBAL | MUTUAL:
        return False
    taken_up = coded.actor is None and event.actor is not None  # "the meeting" of those named before
    if not taken_up and not is_plausible(coded):
        return False
    if taken_up and coded.type == "ASSAULT" and not is_violence(coded):
        return False
    if taken_up and coded.bare and event.status in UNREAL:
        return False  # "whether the rallies will fizzle"
    if event.status == "hypothetical" and _ought(coded):
        return False
    if coded.type in MUTUAL and coded.symmetric and event.recipient is None:
        return False
    if any(t.text == "?" for t in coded.trigger.sent[-2:]):
        return False  # who asks whether it was so does not tell that it was
    if _is_glued(coded):
        return False
    if _bare_leave(event) or _habit(coded, event):
        return False
    return not _rhetoric(coded, event, said)


def _is_glued(coded: Coded) -> bool:
    """Whether a heading without a full stop runs into the next sentence between an event and its parties."""
    near = [t for t in (coded.trigger, coded.governor, coded.actor, coded.recipient) if t is not None]
    near = [t for t in near if t.sent.start == coded.trigger.sent.start]
    first, last = min(t.i for t in near), max(t.i for t in near)
    if coded.bare:
        first, last = coded.trigger.sent.start, coded.trigger.sent.end - 1
    return any(_opens(t) for t in coded.trigger.doc[first + 1 : last + 1])


def _opens(token: Token) -> bool:
    """A word that opens a sentence, with its capital, behind a word without a stop."""
    opener = token.lower_ in lexicon().status["opener"] and token.is_title and not token.ent_type_
    opener = opener or (token.tag_ == "NNS" and token.is_title and not token.ent_type_)
    before = token.nbor(-1)
    return opener and before.is_alpha and (before.is_lower or token.pos_ != "ADP")


def _ought(coded: Coded) -> bool:
    """ "Should have prevented it": what ought to be is a wish, whoever has it."""
    return any(c.dep_ == "aux" and c.lower_ == "should" for c in coded.governor.children)


def _bare_leave(event: FoundEvent) -> bool:
    """ "Was not allowed to speak": leave refused by nobody in particular concedes and rejects nothing."""
    return event.status == "denied" and event.actor is None and event.type in scope.VERBAL - {"ACCUSE"}


def _habit(coded: Coded, event: FoundEvent) -> bool:
    """ "Does not impose sanctions": what one never does is no event that did not come about."""
    going_on = coded.governor.tag_ == "VBG"  # "is not hosting the talks"
    present = event.tense == "present" and not going_on
    if present and event.type == "AID" and coded.governor.dep_ == "relcl":
        return True  # "a charity, which provides shelter": what it is for
    return event.status == "denied" and present and event.type not in scope.VERBAL


def _rhetoric(coded: Coded, event: FoundEvent, said: Sequence[FoundQuotation]) -> bool:
    """What a quoted voice wishes, rules out or says of "us" is a quotation, not an event of its own."""
    at = coded.trigger.idx
    if not any(q.kind != "indirect" and _quoted(coded.trigger, q) for q in said if q.start <= at < q.end):
        return False
    return event.status in UNREAL or _nobody(coded.actor)


def _quoted(trigger: Token, quotation: FoundQuotation) -> bool:
    """Whether the trigger stands between quote marks: in a mixed quotation only some words do."""
    if quotation.kind == "direct":
        return True
    before = quotation.text[: trigger.idx - quotation.start]
    marks = lexicon().status
    opened = sum(before.count(mark) for mark in marks["opening-mark"])
    closed = sum(before.count(mark) for mark in marks["closing-mark"])
    return opened > closed or sum(before.count(mark) for mark in marks["even-mark"]) % 2 == 1


def _nobody(actor: Token | None) -> bool:
    return actor is None or (actor.pos_ == "PRON" and actor.dep_ in syntax.SUBJECTS)
