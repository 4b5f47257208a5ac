"""How somebody denies: outright, by dismissal, by a doubt, by accusing in turn, by an answer, on a condition."""

from __future__ import annotations

from newsledger.assess.denying.find import Denial
from newsledger.assess.denying.pile import cue_words
from newsledger.assess.words import normal, stem

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
    outright = {stem(verb) for verb in cue_words("deny")}
    return "denial" if stem(text[cue.start : cue.end].lower()) in outright else "dismissal"
