"""Verbs and adjectives with a clause: "agreed to send", "said it would shell", "demanded that they leave"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsledger.annotate.events import remote, roles, syntax
from newsledger.annotate.events.coded import Coded
from newsledger.annotate.events.frames import lexicon
from newsledger.annotate.events.light import light
from newsledger.annotate.events.manner import KEPT
from newsledger.annotate.events.plain import noun_frame, verb_event
from newsledger.annotate.events.promises import FUTURE, promised

if TYPE_CHECKING:
    from spacy.tokens import Token


def embedded(verb: Token, consumed: set[int]) -> Coded | None:
    """A verb or adjective with a clause: "agreed to send", "said it would shell", "demanded that they leave"."""
    effect = lexicon().embedding.get(syntax.lemma(verb)) or lexicon().embedding.get(verb.lower_)
    clause = syntax.child(verb, "xcomp", "ccomp", "pcomp", "advcl") if effect else None
    if clause is not None and clause.dep_ == "advcl" and not any(c.tag_ == "TO" for c in clause.children):
        return None  # "stopped work, since a blast ..."
    if effect is None or clause is None or clause.i < verb.i:
        return None
    noun = syntax.child(verb, "dobj")
    if clause.dep_ in ("xcomp", "advcl") and noun is not None and noun_frame(noun) is not None:
        return None  # "demanded a meeting to discuss it": the noun is what is demanded
    handler = {
        "commit": _commit,
        "intend": _intend,
        "threaten": _threaten,
        "announce": _announce,
        "refuse": _refuse,
        "ask": _ask,
    }.get(effect)
    coded = handler(verb, clause, consumed) if handler else None
    if coded is not None:
        consumed.update(t.i for t in clause.subtree)
        consumed.add(verb.i)
    return coded


def _act(clause: Token, actor: Token | None) -> Coded | None:
    """The code of an embedded act, done by the embedding verb's subject."""
    seen: set[int] = set()
    act = embedded(clause, seen) or light(clause, seen) or verb_event(clause)
    return act if act is None or actor is None or syntax.is_passive(clause) else replace(act, actor=actor)


def _commit(verb: Token, clause: Token, consumed: set[int]) -> Coded | None:
    actor = roles.verb_actor(None, verb)
    if actor is None and syntax.is_passive(verb):
        actor = syntax.grammatical_subject(verb)  # "is committed to opening"
    if verb.pos_ == "ADJ":
        actor = (
            syntax.grammatical_subject(verb.head)
            if verb.dep_ == "acomp"
            else syntax.grammatical_subject(verb)
        )
    act = _act(clause, actor)
    if act is None:
        return Coded(
            trigger=verb,
            governor=verb,
            type="AGREE",
            actor=actor,
            recipient=remote.anybody(clause, actor) or (roles.partner(actor) if actor is not None else None),
        )
    mutual = act.symmetric or syntax.lemma(verb) == "agree"
    both = roles.partner(actor) if actor is not None and mutual else None
    told = syntax.child(verb, "dobj", "dative")  # "promised Japan that it would"
    both = both or (roles.somebody(told) if told is not None and clause.dep_ == "ccomp" else None)
    return replace(promised(act, strong=True), trigger=verb, governor=verb, recipient=both or act.recipient)


def _intend(verb: Token, clause: Token, consumed: set[int]) -> Coded | None:
    actor = syntax.grammatical_subject(verb)
    act = _act(clause, actor)
    if act is None:
        return None
    return replace(act, trigger=clause, governor=verb, status="planned")  # a plan is no promise


def _threaten(verb: Token, clause: Token, consumed: set[int]) -> Coded | None:
    actor = roles.verb_actor(None, verb)
    act = _act(clause, actor)
    told = syntax.child(verb, "dobj", "dative")  # "warned Peru"
    recipient = roles.somebody(told) if told is not None else None
    recipient = recipient or (act.recipient if act else None) or remote.anybody(clause, actor)
    return Coded(
        trigger=verb,
        governor=verb,
        type="THREATEN",
        mode=act.mode if act and act.mode in KEPT else None,
        actor=actor,
        recipient=recipient,
        act=act.type if act else None,
    )


def _announce(verb: Token, clause: Token, consumed: set[int]) -> Coded | None:
    """ "X said it would": a promise or a threat; "X said Y must": a demand; "X said it would not": a refusal."""
    actor = syntax.grammatical_subject(verb)
    auxiliaries = {c.lower_ for c in clause.children if c.dep_ == "aux"}
    own = syntax.child(clause, *syntax.SUBJECTS)
    telling = syntax.lemma(verb) in lexicon().classes["telling"]
    if telling and auxiliaries & {"must", "should"} and own is not None and not _same(own, actor):
        return Coded(
            trigger=verb,
            governor=verb,
            type="REQUEST",
            actor=actor,
            recipient=roles.somebody(own) or own,
        )
    if not (auxiliaries & FUTURE and own is not None and _same(own, actor)):
        return None
    if syntax.lemma(verb) == "warn":
        if own.lower_ == "it" and clause.pos_ == "AUX":
            return None  # "warned that it will be difficult"
        return _threaten(verb, clause, consumed)  # "warned Peru that it would answer with force"
    act = _act(clause, actor)
    if syntax.child(clause, "neg") is not None:
        if act is None and (
            clause.pos_ == "AUX" or clause.lemma_ == "do" or syntax.direct_object(clause) is None
        ):
            return None
        recipient = act.recipient if act else remote.anybody(clause, actor)
        return Coded(
            trigger=verb,
            governor=verb,
            type="REJECT",
            actor=actor,
            recipient=recipient,
            act=act.type if act else None,
        )
    if act is None:
        return None
    if act.type == "REQUEST":
        return replace(act, status="planned")
    return replace(promised(act, strong=True), trigger=clause, governor=clause, status="planned")


def _same(own: Token, actor: Token | None) -> bool:
    """Whether the clause's subject is the speaker: a pronoun that can be, or the same word."""
    if actor is None:
        return False
    if own.lower_ in ("it", "he", "she", "they", "we", "i"):
        return True
    possessor = syntax.child(own, "poss")
    return own.lower_ == actor.lower_ or (possessor is not None and possessor.pos_ == "PRON")


def _refuse(verb: Token, clause: Token, consumed: set[int]) -> Coded | None:
    if clause.dep_ not in ("xcomp", "ccomp") or syntax.lemma(clause) in lexicon().classes["answer"]:
        return None
    actor = syntax.grammatical_subject(verb)
    act = _act(clause, None)
    recipient = next(
        (p for p in ((act.recipient, act.actor) if act else ()) if p is not None and p != actor), None
    )
    recipient = recipient or remote.anybody(clause, actor)
    return Coded(
        trigger=verb,
        governor=verb,
        type="REJECT",
        actor=actor,
        recipient=recipient,
        act=act.type if act else None,
    )


def _ask(verb: Token, clause: Token, consumed: set[int]) -> Coded | None:
    if clause.dep_ not in ("xcomp", "ccomp", "advcl") or (
        clause.dep_ == "advcl" and syntax.lemma(verb) not in ("urge", "demand")
    ):
        return None
    if clause.pos_ not in ("VERB", "AUX"):
        return None  # "called it a sad day"
    bare = clause.tag_ in ("VB", "VBP") or any(
        c.dep_ == "aux" or (c.dep_ == "auxpass" and c.tag_ == "VB") for c in clause.children
    )
    if clause.dep_ == "ccomp" and not bare:
        return None
    actor = roles.verb_actor(None, verb)
    if syntax.is_passive(verb):
        target = syntax.grammatical_subject(verb)
    else:
        target = (
            roles.complement_subject(verb) or roles.fill("on", verb, None) or roles.fill("to", verb, None)
        )
    act = _act(clause, target)
    if target is None or target == actor:
        own = act is not None and act.type in ("MOBILIZE", "AID")  # "asked for money to deploy soldiers"
        target = None if own else act.recipient if act else remote.anybody(clause, actor)
    return Coded(
        trigger=verb,
        governor=verb,
        type="REQUEST",
        actor=actor,
        recipient=target,
        act=act.type if act else None,
    )
