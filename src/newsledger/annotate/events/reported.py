"""Whose word a clause of reported speech is: the subject of the verb of saying that governs it, and nobody else."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from newsledger.annotate.annotation import Span
from newsledger.annotate.events import syntax
from newsledger.annotate.events.frames import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span as Phrase
    from spacy.tokens import Token

HIGHEST = 20  # clauses above an event among which its verb of saying is sought


def is_reported(event: Token, speaker: Span) -> bool:
    """Whether a speaker vouches for an event: not across sentences, nor for what the paper adds in "after ..."."""
    sentence = event.sent
    if not sentence.start_char <= speaker.start < sentence.end_char:
        return False
    token = event
    for above in islice(event.ancestors, HIGHEST):
        if _is_aside(token):
            return False
        told = token.dep_ in ("ccomp", "parataxis", "advcl") and _says(above)
        subject = syntax.child(above, "nsubj", "nsubjpass") if told else None
        if subject is not None:
            return subject.left_edge.idx < speaker.end and speaker.start <= subject.right_edge.idx
        token = above
    return _beside(event.doc.char_span(speaker.start, speaker.end, alignment_mode="expand"))


def _beside(speaker: Phrase | None) -> bool:
    """ "According to the mayor", and a verb of saying that is set beside the clause."""
    if speaker is None:
        return False
    above = speaker.root.head
    return above.head.lower_ == "according" or above.dep_ == "parataxis"


def _says(verb: Token) -> bool:
    return lexicon().embedding.get(syntax.lemma(verb)) == "announce"


def _is_aside(clause: Token) -> bool:
    """ "After crowds had defied the curfew": a circumstance of the telling."""
    if clause.dep_ != "advcl":
        return False
    marks = lexicon().status["aside-mark"]
    return any(c.dep_ in ("mark", "advmod") and c.lower_ in marks and c.i < clause.i for c in clause.children)
