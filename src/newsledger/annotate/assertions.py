"""Which reported words assert something: a clause with its own subject, or what somebody did, denied or vowed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from newsledger.annotate.annotation import FoundQuotation, Span
from newsledger.annotate.parse import Parsed
from newsledger.annotate.quotations.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl", "csubj", "csubjpass"))
WH = frozenset(("WRB", "WP", "WDT", "WP$"))


def mark_assertions(parsed: Parsed, quotations: Iterable[FoundQuotation]) -> tuple[FoundQuotation, ...]:
    """The quotations, those reports marked that assert nothing, and parts of quoted words without a verb."""
    found = tuple(quotations)
    continued = {q.continues for q in found}
    return tuple(
        q if _claims(parsed, q, Span(q.start, q.end) in continued) else replace(q, asserts=False)
        for q in found
    )


def _claims(parsed: Parsed, q: FoundQuotation, continued: bool) -> bool:
    if q.kind == "indirect":
        return _asserts(parsed, q)
    if q.kind == "direct" and q.text[:1].islower():
        return _has_subject(parsed, q)
    part = q.kind == "mixed" or continued or q.continues is not None
    return not part or _has_verb(parsed, q)


def _has_subject(parsed: Parsed, q: FoundQuotation) -> bool:
    """Whether words that go on from the paper's have a subject of their own: not so "are still unknown"."""
    words = parsed.doc.char_span(q.start, q.end, alignment_mode="expand")
    return words is None or any(t.dep_ in SUBJECTS for t in words)


def _has_verb(parsed: Parsed, q: FoundQuotation) -> bool:
    """Whether words in marks hold a verb: "In the absence of reforms," claims nothing by itself."""
    words = parsed.doc.char_span(q.start, q.end, alignment_mode="expand")
    return words is None or any(t.pos_ in ("VERB", "AUX") for t in words)


def _asserts(parsed: Parsed, q: FoundQuotation) -> bool:
    words = parsed.doc.char_span(q.start, q.end, alignment_mode="expand")
    if words is None or not len(words):
        return True
    asks = q.stance == "questions"
    if words[0].tag_ in WH:
        return False  # "it is too early to say when": nothing is said
    if words[0].lower_ in ("whether", "if") and not _is_doubt(q.cue or ""):
        return False  # "declined to say whether": neither said nor doubted
    heads = [token for token in words if _heads(token, words)]
    charged = [token for token in words if token.dep_ == "pcomp"]
    return any(_is_clause(token, words, finite=asks) for token in (*heads, *charged))


def _is_doubt(cue: str) -> bool:
    """Whether the words themselves doubt: wondered, questioned."""
    return cue.lower().startswith(tuple(lemma.removesuffix("e") for lemma in lexicon().questions))


def _heads(token: Token, words: Words) -> bool:
    """Whether a token hangs on nothing inside the words, or goes on from one that does so."""
    while token.dep_ in ("conj", "parataxis") and words.start <= token.head.i < words.end:
        if token.head.i == token.i:
            return True
        token = token.head
    return token.head.i == token.i or not words.start <= token.head.i < words.end


def _is_clause(token: Token, words: Words, finite: bool) -> bool:
    """A verb: with its subject inside, where it is finite; "having known of it", "to leave" as they are.

    With ``finite`` it must be so: who asks doctors to test anyone only makes a request.
    """
    if token.pos_ not in ("VERB", "AUX"):
        return False
    if token.dep_ == "pcomp":
        return True  # "accused the party of planning a revolt"
    auxiliaries = (c for c in token.children if c.dep_ in ("aux", "auxpass"))
    if (
        token.tag_ == "VBG"
        and token.dep_ in ("ROOT", "advcl", "csubj")
        and not any(c.dep_ in ("aux", "auxpass") for c in token.children)
    ):
        return False  # "noting the strength of the army": what he did while he spoke
    if token.tag_ not in FINITE and not any(c.tag_ in FINITE for c in auxiliaries):
        return not finite
    return any(c.dep_ in SUBJECTS and words.start <= c.i < words.end for c in token.children)
