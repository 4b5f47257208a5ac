"""Finds the predicates of a sentence that stand for events, from the main clause down."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsledger.annotate.events import completion, scope, syntax
from newsledger.annotate.events.coded import Coded
from newsledger.annotate.events.denial import denies_report
from newsledger.annotate.events.embedded import embedded
from newsledger.annotate.events.frames import lexicon
from newsledger.annotate.events.light import light
from newsledger.annotate.events.manner import with_mode
from newsledger.annotate.events.plain import noun_event, verb_event
from newsledger.annotate.events.promises import CONFLICT, future
from newsledger.annotate.events.remote import is_named

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


REPEATED = 12  # events before this one that it may tell again


def find(sentence: Span) -> list[Coded]:
    """Coded predicates in the order of the text; what lies inside a promise or demand is not coded twice."""
    finder = _Finder()
    for token in sorted(sentence, key=lambda t: (_depth(t), t.i)):
        if token.i not in finder.consumed:
            finder.visit(token)
    return sorted(finder.found, key=lambda c: (c.trigger.i, c.type))


def _depth(token: Token) -> int:
    depth = 0
    while token.head.i != token.i and depth < 60:
        token, depth = token.head, depth + 1
    return depth


class _Finder:
    """The walk down one sentence: what was found, and the tokens that are used up."""

    def __init__(self) -> None:
        self.found: list[Coded] = []
        self.consumed: set[int] = set()

    def visit(self, token: Token) -> None:
        verbal = token.pos_ in ("VERB", "AUX")
        if verbal or (token.pos_ == "ADJ" and token.dep_ in ("acomp", "ccomp", "conj", "ROOT")):
            if scope.tells(token) and not denies_report(token) and not scope.names(token):
                coded = embedded(token, self.consumed) or light(token, self.consumed) or verb_event(token)
                self.add(future(completion.completed(coded)) if coded else None)
        elif token.pos_ == "NOUN":
            self.add(noun_event(token))

    def add(self, coded: Coded | None) -> None:
        if coded is None:
            return
        coded = with_mode(completion.without_self(coded))
        self.consumed |= scope.content(coded)
        near = range(max(0, len(self.found) - REPEATED), len(self.found))
        again = next((n for n in near if scope.repeats(coded, self.found[n])), None)
        if again is None:
            self.found.append(coded)
        else:
            self.found[again] = completion.filled(self.found[again], coded)
        if coded.type == "ACCUSE" and coded.governor.pos_ == "VERB":
            self.add_claimed(coded)

    def add_claimed(self, accusation: Coded) -> None:
        """ "Accused them of shelling": the shelling too, done by the accused, as the accuser claims."""
        for preposition in accusation.governor.children:
            deed = syntax.child(preposition, "pcomp") if preposition.lower_ in ("of", "for", "with") else None
            act = (light(deed, self.consumed) or verb_event(deed)) if deed is not None else None
            if deed is None:
                act = _misread_deed(preposition)
                deed = act.trigger if act is not None else None
            if deed is None or act is None or act.type not in CONFLICT:
                continue
            doer, accuser = accusation.recipient, accusation.actor
            if accuser is None or not (accuser.lower_ in ("he", "she") or is_named(accuser)):
                continue  # a charge without a voice would stand as a fact
            found = replace(act, actor=doer, claimant=accusation.actor)
            if found.recipient is not None and doer is not None and found.recipient.i == doer.i:
                found = replace(found, recipient=None)
            self.found.append(completion.completed(found))
            self.consumed |= {t.i for t in deed.subtree}


def _misread_deed(preposition: Token) -> Coded | None:
    """In "accused of massacring civilians" the deed, where the parse has it as what the civilians are like."""
    suffered = syntax.child(preposition, "pobj") if preposition.lower_ in ("of", "for", "with") else None
    deed = preposition.nbor(1) if suffered is not None and suffered.i > preposition.i + 1 else None
    if suffered is None or deed is None or deed.tag_ != "VBG" or deed.head.i != suffered.i:
        return None
    frames = lexicon().verbs.get(syntax.lemma(deed), ())
    frame = next((f for f in frames if not f.conditions and not f.particle and "obj" in f.recipients), None)
    if frame is None:
        return None
    return Coded(trigger=deed, governor=deed, type=frame.type, mode=frame.mode, recipient=suffered)
