"""When an event was: the expression of time that hangs on it, and what its tense tells."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from newsledger.annotate.annotation import FoundTime
from newsledger.annotate.events import syntax
from newsledger.annotate.events.coded import Coded
from newsledger.annotate.events.frames import lexicon, undoing

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

STEPS = 12
HOPS = 3  # nouns between an event and its time, beyond which the time is of something else
_LONG = frozenset({"long", "repeatedly", "always", "often"})  # has been so for years
BACKGROUND = "background"  # told in passing: its day is not that of the report


def governing_time(coded: Coded, sentence: Span, times: Sequence[FoundTime]) -> FoundTime | None:
    """The expression that hangs on the event's verb or noun, nearest first."""
    own = {coded.trigger.i, coded.governor.i} if not coded.bare else {coded.trigger.i}
    best: tuple[int, FoundTime] | None = None
    ahead, charge = moved_to(coded, sentence, times), _charge(coded)
    for time in times:
        if time is ahead:
            continue
        tokens = sentence.doc.char_span(time.start, time.end, alignment_mode="expand")
        if tokens is None or time.timex_type not in ("DATE", "TIME"):
            continue
        if charge is not None and (coded.trigger.i == charge[0].i) == (time.start > charge[1].idx):
            continue  # "accused them of shelling the town in June": the day of the shelling
        steps = _steps(tokens.root, own | {charge[0].i} if charge is not None else own)
        if steps is not None and (best is None or steps < best[0]):
            best = (steps, time)
    return best[1] if best else None


def _charge(coded: Coded) -> tuple[Token, Token] | None:
    """The accusing verb and the verb of the deed, of an accusation or of what somebody is accused of."""
    if coded.type == "ACCUSE" and coded.noun is None:
        deeds = [t for p, t in syntax.prepositions(coded.trigger) if p == "of" and t.tag_ == "VBG"]
        deeds += [
            c
            for p, t in syntax.prepositions(coded.trigger)
            if p == "of"
            for c in t.children
            if c.tag_ == "VBG"
        ]
        return (coded.trigger, deeds[0]) if deeds else None
    for up in islice(coded.trigger.ancestors, 3):
        if (
            up.dep_ == "prep"
            and up.lower_ == "of"
            and lexicon().embedding.get(syntax.lemma(up.head)) == "accuse"
        ):
            return up.head, coded.trigger
    return None


def moved_to(coded: Coded, sentence: Span, times: Sequence[FoundTime]) -> FoundTime | None:
    """The new day of what is put off: "postponed the visit from Friday to 20 May"."""
    if coded.act is None or coded.type == "REQUEST" or not coded.trigger.lower_.startswith(undoing("moves")):
        return None
    for time in times:
        tokens = sentence.doc.char_span(time.start, time.end, alignment_mode="expand")
        if tokens is None or tokens.start <= coded.trigger.i or time.timex_type not in ("DATE", "TIME"):
            continue
        before = tokens[0].nbor(-1)
        on_verb = before.head.i == coded.trigger.i  # "a visit planned for Friday" is moved from Friday
        if before.lower_ in undoing("to") and (on_verb or before.lower_ != "for"):
            return time
    return None


def _steps(token: Token, own: set[int]) -> int | None:
    """How far above a time its event stands, or None: not across a verb, nor from "in power since 1981"."""
    hops = 0
    for steps in range(STEPS):
        if token.i in own:
            return steps
        if token.lower_ in lexicon().status["lasting"] or token.head.i == token.i:
            return None
        if steps and token.pos_ in ("VERB", "AUX") and not _when(token):
            return None
        hops += bool(steps) and token.pos_ in ("NOUN", "PROPN")
        told = token.lemma_.lower() in lexicon().nouns and not _circumstance(token, own)
        if hops > HOPS or (steps and told):
            return None
        token = token.head
    return None


def _when(verb: Token) -> bool:
    """ "Were hurt when police fired on Sunday": such a clause has the day of the one above it."""
    return verb.dep_ == "advcl" and any(c.lower_ in lexicon().status["same-time"] for c in verb.children)


def _circumstance(noun: Token, own: set[int]) -> bool:
    """ "During the war of 1998": the circumstances of an event share its time."""
    return noun.dep_ == "pobj" and noun.head.lower_ in ("during", "in", "amid") and noun.head.head.i in own


def told_tense(coded: Coded, time: FoundTime | None, times: Sequence[FoundTime]) -> str | None:
    """The tense of an event's verb; ``background`` where the report's day says nothing of its own."""
    found = tense(coded.governor)
    if found in ("past", "perfect") and (coded.bare or _in_passing(coded.governor)):
        return BACKGROUND
    if found == "past" and (is_before(coded.governor) or _recounted(coded.governor)):
        return BACKGROUND
    if found in ("past", "perfect") and any(c.lower_ in _LONG for c in coded.governor.children):
        return BACKGROUND
    dated = any(_elsewhere(coded, t) for t in times)
    dated = dated or bool(_back_then().search(syntax.around(coded.trigger).text))
    return BACKGROUND if found == "past" and time is None and dated else found


def _elsewhere(coded: Coded, time: FoundTime) -> bool:
    """Whether a time in the sentence that is not the event's leaves its day open: no time of saying does."""
    tokens = coded.trigger.doc.char_span(time.start, time.end, alignment_mode="expand")
    if tokens is None or time.timex_type not in ("DATE", "DURATION", "SET"):
        return False
    above = syntax.climb(tokens.root.head)
    if above is None:
        return time.timex_type == "DATE"
    if time.timex_type != "DATE":
        return above.i == coded.governor.i
    return lexicon().embedding.get(syntax.lemma(above)) != "announce"


def _recounted(verb: Token) -> bool:
    """ "She said she asked them": what one tells of oneself was before, on a day that is not told."""
    subject = syntax.child(verb, "nsubj")
    return verb.dep_ == "ccomp" and subject is not None and subject.lower_ in lexicon().classes["oneself"]


def is_before(verb: Token) -> bool:
    """Whether a verb tells of what was before what is told: "had fled"."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return any(a.lower_ in ("had", "'d", "’d") and a.tag_ == "VBD" for a in auxiliaries)


def narrated(sentence: Span, times: Sequence[FoundTime]) -> FoundTime | None:
    """The time of a narrative: that of a main verb in the past that is not one of saying."""
    for time in times:
        tokens = sentence.doc.char_span(time.start, time.end, alignment_mode="expand")
        if tokens is None or time.timex_type not in ("DATE", "TIME"):
            continue
        above = syntax.climb(tokens.root.head)
        if above is None or above.i != sentence.root.i or tense(above) != "past" or is_before(above):
            continue
        if lexicon().embedding.get(syntax.lemma(above)) != "announce":
            return time
    return None


def past_named(times: Sequence[FoundTime]) -> FoundTime | None:
    """An expression that takes a paragraph back to another time, wherever it stands: "in March 2005", "on 14 May"."""
    return next((t for t in times if t.timex_type == "DATE" and is_past(t)), None)


def is_past(time: FoundTime) -> bool:
    """Whether an expression counts days or years from another point than the report: "14 May", "two years ago"."""
    return bool(_past().search(time.text)) and time.tense != "future"


@functools.lru_cache(maxsize=1)
def _past() -> re.Pattern[str]:
    words = lexicon().status
    return re.compile("|".join(sorted(words["historical-time"] | words["past-time"])), re.IGNORECASE)


def names_day(time: FoundTime) -> bool:
    """Whether an expression is of a day: "on Tuesday", not "last year"."""
    return bool(_day().search(time.text))


@functools.lru_cache(maxsize=1)
def _day() -> re.Pattern[str]:
    return re.compile("|".join(sorted(lexicon().status["day-time"])), re.IGNORECASE)


@functools.lru_cache(maxsize=1)
def _back_then() -> re.Pattern[str]:
    return re.compile("|".join(sorted(lexicon().status["back-then"])), re.IGNORECASE)


def _in_passing(verb: Token) -> bool:
    """Whether a verb stands in a relative clause, or in one with "after" or "since"."""
    for _ in range(STEPS):
        if verb.dep_ in ("relcl", "acl"):
            return True
        if verb.dep_ == "advcl" and any(
            c.dep_ == "mark" and c.lower_ in lexicon().status["earlier-mark"] for c in verb.children
        ):
            return True
        if verb.dep_ == "pcomp":
            return verb.head.lower_ in lexicon().status["earlier-mark"]
        if verb.dep_ not in ("conj", "xcomp", "ccomp", "advcl") or verb.head.i == verb.i:
            return False
        verb = verb.head
    return False


def tense(verb: Token) -> str | None:
    """past, perfect, present or future of the finite verb."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(a.lower_ in ("will", "shall", "'ll", "’ll", "wo") for a in auxiliaries):
        return "future"
    tags = {verb.tag_, *(a.tag_ for a in auxiliaries)}
    if tags & {"VBN"} and any(a.lower_ in ("has", "have", "'ve", "’ve") for a in auxiliaries):
        return "perfect"
    if tags & {"VBD"} or ("VBN" in tags and auxiliaries):
        return "past"
    return "present" if tags & {"VBZ", "VBP"} else None
