"""How somebody denies: outright, by dismissal, by a doubt, by accusing in turn, by an answer, on a condition."""

from __future__ import annotations

import functools

from newsledger.assess.denying.find import Denial
from newsledger.assess.words import cue_words, normal

BY_ACT = {"accuses": "counter-accusation", "questions": "doubt"}


def form_of(denial: Denial) -> str:
    """The form of a denial, by its act, its verb and the conditions in its words."""
    act = denial.act
    text, cue = act.article.text, act.found.cue
    if act.found.act == "counters":
        words = normal(text[cue.end : act.found.end]).split()
        return "conditional answer" if any(w in cue_words("conditions") for w in words) else "answer"
    if act.found.act in BY_ACT:
        return BY_ACT[act.found.act]
    return "denial" if act.spoken or text[cue.start : cue.end].lower() in _outright() else "dismissal"


@functools.cache
def _outright() -> frozenset[str]:
    """The forms of the verbs that deny whatever follows."""
    verbs = cue_words("deny") | cue_words("disagree")
    forms = {verb + ending for verb in verbs for ending in ("", "s", "d", "ed", "ing")}
    forms |= {verb[:-1] + ending for verb in verbs for ending in ("ies", "ied", "ing")}
    return frozenset(forms | {verb + verb[-1] + ending for verb in verbs for ending in ("ed", "ing")})
