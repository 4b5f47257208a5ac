"""Denials of reports: "rejected claims that it had shelled", "allegations that ... were called baseless"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsledger.annotate.events import syntax
from newsledger.annotate.events.frames import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token


def denies_report(verb: Token) -> bool:
    """Whether a verb denies a report whose content is told in a clause: the denial is no event besides it."""
    report = syntax.direct_object(verb)
    if report is None:  # "rejected as baseless allegations that"
        report = next((t for p, t in syntax.prepositions(verb) if p == "as"), None)
    if report is None or not _is_report(report):
        return False
    return syntax.lemma(verb) in lexicon().status["denying-verb"] or _called_untrue(verb)


def _is_report(noun: Token) -> bool:
    """ "Claims that they had ...": a report with its content."""
    told = syntax.child(noun, "acl", "ccomp", "relcl") is not None
    return told and noun.lemma_.lower() in lexicon().status["report-noun"]


def _called_untrue(verb: Token) -> bool:
    return any(
        c.dep_ in ("oprd", "acomp", "attr", "advcl", "ccomp", "xcomp", "advmod")
        and c.lemma_.lower() in lexicon().classes["untrue"]
        for c in verb.children
    )


def denied_above(verb: Token) -> bool:
    """Whether a clause is the content of a denied report, or of "it is not true that", "it is untrue that"."""
    head = verb.head
    if verb.dep_ in ("acl", "ccomp", "relcl") and head.lemma_.lower() in lexicon().status["report-noun"]:
        over = head.head.head if head.head.lower_ == "as" else head.head
        return denies_report(over) or over.lemma_.lower() in lexicon().status["denying-verb"]
    if verb.dep_ not in ("ccomp", "csubj", "advcl") or (head.lemma_ != "be" and head.pos_ != "ADJ"):
        return False
    over = head if head.lemma_ == "be" else head.head
    negated = any(c.dep_ == "neg" for c in over.children)
    words = {c.lemma_.lower() for c in over.children if c.dep_ in ("acomp", "attr")} | {head.lemma_.lower()}
    return bool(words & lexicon().classes["untrue"]) or (negated and "true" in words)
