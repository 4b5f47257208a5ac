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
    owned = is_owner(token)
    preposition, planned = "", False
    for _ in range(CLIMB):
        if token.pos_ in ("VERB", "AUX") and token.dep_ != "aux":
            if planned and (owned or token.lemma_.lower() in words["appoint"]):
                tense = verb_tense(token, preposition)
                return "future" if tense != "past" or not owned else "past"
            tense = verb_tense(token, preposition)
            return "past" if owned and not has_future(token) else tense
        planned = planned or token.lemma_.lower() in words["planned_nouns"]
        if token.pos_ == "ADP" and not preposition:
            preposition = token.lower_
            if preposition in words["look_back"]:
                return "past"
        if token.head is token:
            return "past" if owned else None
        token = token.head
    return None


def is_owner(token: spacy.tokens.Token) -> bool:
    """ "Tuesday's declaration": what is a day's own has happened, unless it is a plan's or the verb looks ahead."""
    return token.dep_ == "poss" or any(child.tag_ == "POS" for child in token.children)


def has_future(verb: spacy.tokens.Token) -> bool:
    """Whether a verb has an auxiliary that looks ahead."""
    return any(
        child.dep_ == "aux" and child.lower_ in ("will", "shall", "'ll", "’ll") for child in verb.children
    )


def verb_tense(verb: spacy.tokens.Token, preposition: str) -> str | None:
    """The tense of a verb group."""
    words = lists()
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    lemma = verb.lemma_.lower()
    if helpers & PERFECT and helpers & (words["future_aux"] | {"to"}):
        return "past"  # "may have fled on Friday", "was to have visited on Friday"
    if helpers & words["future_aux"]:
        return "past" if is_silence(verb, helpers) else "future"
    if "to" in helpers or (verb.tag_ == "VB" and verb.dep_ in ("xcomp", "ccomp")):
        return infinitive_tense(verb, preposition, helpers)
    plans = lemma in words["plans"] and is_for(verb, preposition)
    if plans or lemma in words["always_plans"] or is_moved(verb, preposition):
        return "planned" if is_dropped(verb, helpers) else "future"
    if verb.lower_ in words["planned"] and verb.tag_ == "VBN":
        return "planned" if is_dropped(verb, helpers) else "future"
    return finite_tense(verb, preposition, helpers)


def is_for(verb: spacy.tokens.Token, preposition: str) -> bool:
    """Whether a plan's day or place follows "for" or "until": "put off until May", "set for the capital in May"."""
    known = lists()["plan_prepositions"]
    passive = verb.tag_ == "VBN" and any(c.lower_ in known for c in verb.children if c.dep_ == "prep")
    return preposition in known or passive


def is_moved(verb: spacy.tokens.Token, preposition: str) -> bool:
    """ "was adjourned to 12 April", "was extended until Friday"."""
    return verb.lemma_.lower() in lists()["moves"] and preposition in ("to", "until", "till")


def infinitive_tense(verb: spacy.tokens.Token, preposition: str, helpers: set[str]) -> str | None:
    """Ahead, unless its head lends it its own tense or says that the plan is over."""
    words, head = lists(), verb.head
    if head != verb and (head.lemma_.lower() in words["same_tense"] or is_bare(verb, helpers)):
        return verb_tense(head, preposition)
    over = head != verb and any(
        c.lower_ in ("had", "'d", "’d") for h in (head, head.head) for c in h.children if c.dep_ == "aux"
    )
    return "planned" if over else "future"


def is_bare(verb: spacy.tokens.Token, helpers: set[str]) -> bool:
    """ "let the offensive begin"."""
    return "to" not in helpers and verb.head.lemma_.lower() in lists()["bare"]


def is_dropped(verb: spacy.tokens.Token, helpers: set[str]) -> bool:
    """Whether a plan was over when it was told of: "had been due on Friday", "planned for Friday was cancelled"."""
    if helpers & {"had", "'d", "’d"}:
        return True
    owner = verb.head.head if verb.dep_ in ("acl", "relcl") else verb.head
    called_off = owner.lemma_.lower() == "call" and any(c.lower_ == "off" for c in owner.children)
    gone = called_off or owner.lemma_.lower() in lists()["dropped"]
    return owner != verb and gone and owner.tag_ in ("VBD", "VBN")


def finite_tense(verb: spacy.tokens.Token, preposition: str, helpers: set[str]) -> str | None:
    """The tense of a verb that is no plan."""
    words = lists()
    if is_state(verb, helpers):
        return verb_tense(verb.head, preposition)
    if verb.tag_ == "VBN" and helpers & words["present_aux"] and not helpers & words["past_aux"]:
        return "present"
    if helpers & words["past_aux"] or verb.tag_ in ("VBD", "VBN"):
        return "past"
    if verb.tag_ in ("VBZ", "VBP"):
        return "past" if verb.lemma_.lower() in words["reports"] else "present"
    if verb.tag_ == "VBG":
        if helpers & words["present_aux"]:
            return "present"
        if verb.lemma_.lower() in words["speech"] and not helpers:
            return "past"
        governed = verb.head.pos_ in ("VERB", "AUX") and verb.head != verb
        return verb_tense(verb.head, preposition) if governed else "past"
    return "present" if verb.tag_ == "VB" else None


def is_state(verb: spacy.tokens.Token, helpers: set[str]) -> bool:
    """ "kept its doors shut": a participle that tells how something is kept."""
    return (
        not helpers
        and verb.tag_ in ("VBN", "VBD")
        and verb.dep_ in ("ccomp", "xcomp", "oprd", "acomp")
        and verb.head.lemma_.lower() in lists()["states"]
    )


def is_silence(verb: spacy.tokens.Token, helpers: set[str]) -> bool:
    """ "could not be reached on Friday", "would not comment": a refusal told of as past."""
    words = lists()
    negated = any(
        c.dep_ == "neg" or (c.dep_ in ("nsubj", "nsubjpass", "preconj") and is_negative(c))
        for c in verb.children
    )
    if not negated or not helpers & words["past_modals"]:
        return False
    return "could" in helpers or verb.lemma_.lower() in words["speech"]


def is_negative(subject: spacy.tokens.Token) -> bool:
    """ "neither", "no one", "neither of them"."""
    return bool({t.lower_ for t in (subject, *subject.children)} & lists()["negative"])
