"""The tense of the verb that governs an expression: past, present, future or None.

With a parse the governing verb is the nearest verb above the expression; a plan ("is due to visit on
Friday", "a march planned for Sunday") counts as future whatever the tense of the plan. Without one the
words nearby decide. Word lists stand in ``data/times/tense.toml``.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from newsledger.annotate.annotation import FoundTime
from newsledger.annotate.times.lexicon import load

if TYPE_CHECKING:
    import spacy.tokens

REACH = 120  # characters before and after that are read where there is no parse
PERFECT = frozenset({"have", "'ve", "’ve"})
CLIMB = 12  # steps up the tree at most
SENTENCE_END = re.compile(r"[.!?][\"”’]?\s|\n")


@functools.lru_cache(maxsize=1)
def lists() -> Mapping[str, frozenset[str]]:
    """The word lists, and one pattern."""
    raw = load("tense")
    return {name: frozenset(words) for name, words in raw.items()}


@functools.lru_cache(maxsize=1)
def cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of the words of future and past for text without a parse."""
    future = "|".join(sorted(map(re.escape, lists()["future_cues"]), key=lambda w: (-len(w), w)))
    past = "|".join(sorted(map(re.escape, lists()["past_cues"]), key=lambda w: (-len(w), w)))
    return re.compile(rf"\b(?:{future})\b", re.I), re.compile(rf"\b(?:{past}|\w+ed)\b", re.I)


def tense_of(text: str, found: FoundTime, doc: spacy.tokens.Doc | None = None) -> str | None:
    """The tense that governs an expression."""
    if doc is not None:
        span = doc.char_span(found.start, found.end, alignment_mode="expand")
        if span is not None:
            return tense_by_parse(span.root)
    return tense_by_words(text, found.start, found.end)


def tense_by_words(text: str, start: int, end: int) -> str | None:
    """The nearest cue in the same sentence; one before the expression counts before one after it."""
    before = SENTENCE_END.split(text[max(0, start - REACH) : start])[-1]
    after = SENTENCE_END.split(text[end : end + REACH])[0]
    future, past = cues()
    best: tuple[int, str] | None = None
    for pattern, tense in ((future, "future"), (past, "past")):
        for match in pattern.finditer(before):
            distance = len(before) - match.end()
            best = min(best or (distance, tense), (distance, tense))
        for match in pattern.finditer(after):
            distance = match.start() + 20  # the verb before an expression governs it more often
            best = min(best or (distance, tense), (distance, tense))
            break
    return best[1] if best else None


def tense_by_parse(token: spacy.tokens.Token) -> str | None:
    """Climb to the governing verb and read its tense, its auxiliaries and what governs it."""
    words = lists()
    preposition, planned = "", False
    for _ in range(CLIMB):
        if token.pos_ in ("VERB", "AUX") and token.dep_ != "aux":
            if planned and token.lemma_.lower() in words["appoint"]:
                return "future"
            return verb_tense(token, preposition)
        planned = planned or token.lemma_.lower() in words["planned_nouns"]
        if token.pos_ == "ADP" and not preposition:
            preposition = token.lower_
        if token.head is token:
            return None
        token = token.head
    return None


def verb_tense(verb: spacy.tokens.Token, preposition: str) -> str | None:
    """The tense of a verb group."""
    words = lists()
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & PERFECT and helpers & (words["future_aux"] | {"to"}):
        return "past"  # "may have fled on Friday", "was to have visited on Friday"
    if helpers & words["future_aux"]:
        return "past" if is_silence(verb, helpers) else "future"
    if "to" in helpers or (verb.tag_ == "VB" and verb.dep_ == "xcomp"):
        head = verb.head
        if head != verb and head.lemma_.lower() in words["same_tense"]:
            return verb_tense(head, preposition)
        return "future"
    if verb.lemma_.lower() in words["plans"] and preposition in words["plan_prepositions"]:
        return "future"
    if verb.lower_ in words["planned"] and verb.tag_ == "VBN":
        return "future"
    if helpers & words["past_aux"] or verb.tag_ in ("VBD", "VBN"):
        return "past"
    if verb.tag_ in ("VBZ", "VBP"):
        return "past" if verb.lemma_.lower() in words["reports"] else "present"
    if verb.tag_ == "VBG":
        if helpers & words["present_aux"]:
            return "present"
        if verb.lemma_.lower() in words["speech"] and not helpers:
            return "past"
        return (
            verb_tense(verb.head, preposition)
            if verb.head.pos_ in ("VERB", "AUX") and verb.head != verb
            else "past"
        )
    return "present" if verb.tag_ == "VB" else None


def is_silence(verb: spacy.tokens.Token, helpers: set[str]) -> bool:
    """ "could not be reached on Friday", "would not comment": a refusal told of as past."""
    words = lists()
    negated = any(child.dep_ == "neg" for child in verb.children)
    return negated and bool(helpers & words["past_modals"]) and verb.lemma_.lower() in words["speech"]
