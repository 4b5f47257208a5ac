"""Finds the predicates of a sentence that stand for events: verbs, event nouns with light verbs, bare nouns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsledger.annotate.events import roles, scope, syntax
from newsledger.annotate.events.coded import Coded
from newsledger.annotate.events.frames import Frame, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

COOPERATION = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
YIELDING = frozenset({"RETREAT", "CONCEDE"})
CONFLICT = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})
ENDED = {
    "PROTEST": "CONCEDE",
    "COERCE": "CONCEDE",
    "SANCTION": "CONCEDE",
    "REQUEST": "CONCEDE",
    "THREATEN": "CONCEDE",
    "ASSAULT": "RETREAT",
    "MOBILIZE": "RETREAT",
}
FUTURE = frozenset({"will", "shall", "'ll", "wo", "would", "'d", "’ll", "’d"})


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
            if scope.tells(token):
                coded = embedded(token, self.consumed) or light(token, self.consumed) or verb_event(token)
                self.add(future(scope.completed(coded)) if coded else None)
        elif token.pos_ == "NOUN":
            self.add(noun_event(token))

    def add(self, coded: Coded | None) -> None:
        if coded is None:
            return
        self.consumed |= scope.content(coded)
        if not any(scope.repeats(coded, other) for other in self.found):
            self.found.append(coded)
        if coded.type == "ACCUSE" and coded.governor.pos_ == "VERB":
            self.add_claimed(coded)

    def add_claimed(self, accusation: Coded) -> None:
        """ "Accused them of shelling": the shelling too, done by the accused, as the accuser claims."""
        for preposition in accusation.governor.children:
            deed = syntax.child(preposition, "pcomp") if preposition.lower_ in ("of", "for", "with") else None
            act = (light(deed, self.consumed) or verb_event(deed)) if deed is not None else None
            if deed is None or act is None or act.type not in CONFLICT:
                continue
            doer = accusation.recipient
            found = replace(act, actor=doer, claimant=accusation.actor)
            if found.recipient is not None and doer is not None and found.recipient.i == doer.i:
                found = replace(found, recipient=None)
            self.found.append(scope.completed(found))
            self.consumed |= {t.i for t in deed.subtree}


def verb_event(verb: Token) -> Coded | None:
    """A verb with a frame of its own."""
    frame = next((f for f in lexicon().verbs.get(_lemma(verb), ()) if roles.matches(f, verb)), None)
    if (
        frame is None
        or verb.dep_ in ("aux", "auxpass", "amod", "compound")
        or roles.needs_object(frame, verb)
    ):
        return None
    actor = roles.verb_actor(frame, verb)
    if actor is not None and (not can_act(actor) or (frame.type == "ASSAULT" and actor.lower_ == "it")):
        return None
    recipient = roles.verb_recipient(frame, verb, actor)
    return Coded(
        trigger=verb,
        governor=verb,
        type=frame.type,
        mode=frame.mode,
        actor=actor,
        recipient=recipient,
        symmetric=frame.symmetric,
    )


def can_act(actor: Token) -> bool:
    """Whether a subject is somebody, a weapon, or an event that stands for who is behind it."""
    if syntax.is_entity(actor) or actor.pos_ != "NOUN" or noun_frame(actor) is not None:
        return True
    return (
        actor.lemma_.lower() in lexicon().classes["arms"] | lexicon().classes["place"]
        or syntax.owner(actor) is not None
    )


def _lemma(token: Token) -> str:
    return token.lemma_.lower()


def noun_frame(noun: Token) -> Frame | None:
    """The frame of an event noun, with its compound ("hunger strike") where there is one."""
    nouns = lexicon().nouns
    noun = syntax.core(noun, lexicon().classes["carrier"])
    before = noun.nbor(-1) if noun.i > 0 else None
    if before is not None and before.dep_ in ("compound", "amod"):
        found = nouns.get(f"{before.lemma_.lower()}-{_lemma(noun)}")
        if found:
            return found[0]
    return next((f for f in nouns.get(_lemma(noun), ()) if roles.noun_matches(f, noun)), None)


def light(verb: Token, consumed: set[int]) -> Coded | None:
    """A light verb and its event noun: one event, named by the noun, done by the verb's subject."""
    noun, effect = _light_object(verb)
    if noun is None or effect is None:
        return None
    frame = noun_frame(noun)
    if frame is None:
        return None
    noun = syntax.core(noun, lexicon().classes["carrier"])
    consumed.update((verb.i, noun.i))
    actor = syntax.grammatical_subject(verb) if effect == "suffer" else roles.verb_actor(None, verb)
    coded = Coded(
        trigger=noun if effect in ("neutral", "suffer") else verb,
        governor=verb,
        type=frame.type,
        mode=frame.mode,
        actor=actor,
        recipient=roles.noun_recipient(frame, noun, verb, actor),
        symmetric=frame.symmetric,
        noun=noun,
    )
    return _changed(coded, effect, frame, noun)


def _light_object(verb: Token) -> tuple[Token | None, str | None]:
    effects = lexicon().light
    lemma = _lemma(verb)
    part = syntax.particle(verb)
    if part and f"{lemma}-{part}" in effects:
        return syntax.direct_object(verb), effects[f"{lemma}-{part}"]
    for p, token in syntax.prepositions(verb):
        if f"{lemma}-{p}" in effects and noun_frame(token) is not None:
            return token, effects[f"{lemma}-{p}"]
        if p == "under" and noun_frame(token) is not None:
            return token, "suffer"
        if p in ("in", "with", "out") and effects.get(lemma) == "neutral" and noun_frame(token) is not None:
            return token, "neutral"
    noun = syntax.direct_object(verb)
    return (noun, effects.get(lemma)) if noun is not None and noun.pos_ == "NOUN" else (None, None)


def _changed(coded: Coded, effect: str, frame: Frame, noun: Token) -> Coded | None:
    """What the light verb makes of the event."""
    theirs = syntax.owner(noun) or roles.noun_actor(frame, noun) or coded.recipient
    if effect == "neutral":
        clause = syntax.child(noun, "acl", "ccomp", "relcl")
        asked = (
            syntax.child(clause, *syntax.SUBJECTS) if clause is not None and frame.type == "REQUEST" else None
        )
        if asked is not None and asked.pos_ in ("NOUN", "PROPN"):
            coded = replace(coded, recipient=asked)
        if coded.actor is None or not syntax.is_entity(coded.actor):
            coded = replace(coded, actor=roles.noun_actor(frame, noun) or coded.actor)
        return coded
    if effect == "end":
        type_ = ENDED.get(coded.type, "SANCTION")
        if coded.type == "CONSULT" and _lemma(coded.governor) in ("cancel", "call", "postpone"):
            type_ = "REJECT"
        return replace(coded, type=type_, mode=None, act=coded.type)
    if effect == "suffer":
        return replace(coded, actor=roles.noun_actor(frame, noun), recipient=coded.actor)
    if effect == "foil":
        return replace(coded, status="denied", actor=roles.noun_actor(frame, noun))
    if effect == "refuse" and syntax.child(coded.governor, "neg") is not None:
        return replace(coded, status="hypothetical", actor=roles.noun_actor(frame, noun) or coded.actor)
    verbal = {"refuse": "REJECT", "ask": "REQUEST", "blame": "ACCUSE", "threaten": "THREATEN"}.get(effect)
    if verbal:
        mode = "disapprove" if verbal == "ACCUSE" else None
        recipient = theirs if theirs != coded.actor else coded.recipient
        return replace(coded, type=verbal, mode=mode, act=coded.type, recipient=recipient, symmetric=False)
    if effect == "deny":
        actor = roles.noun_actor(frame, noun) or coded.actor
        return None if coded.type == "ACCUSE" else replace(coded, status="denied", actor=actor)
    if effect == "doubt":
        return replace(coded, status="hypothetical", actor=roles.noun_actor(frame, noun))
    if effect == "plan":
        return replace(coded, status="planned")
    return promised(coded, strong=True)


def promised(act: Coded, *, strong: bool) -> Coded:
    """An act promised (``strong``) or announced: cooperation is AGREE, conflict promised is THREATEN."""
    if act.type in COOPERATION or (strong and act.type in YIELDING):
        return replace(act, type="AGREE", mode=None, act=act.type)
    if act.type == "REQUEST" and strong:
        return replace(act, type="CONCEDE", mode=None, act=act.type)
    if act.type in CONFLICT and strong:
        return replace(act, type="THREATEN", mode=None, act=act.type, symmetric=False)
    return replace(act, type="AGREE", mode=None, act=act.type) if strong and act.type in scope.VERBAL else act


def future(coded: Coded) -> Coded:
    """ "Will help": cooperation in the future tense is an agreement to it (PLOVER manual, AGREE)."""
    tells_future = any(
        c.dep_ == "aux" and c.lower_ in FUTURE - {"would", "'d", "’d"} for c in coded.governor.children
    )
    if tells_future and coded.type in COOPERATION and syntax.child(coded.governor, "neg") is None:
        return replace(coded, type="AGREE", mode=None, act=coded.type)
    return coded


def noun_event(noun: Token) -> Coded | None:
    """An event noun without a light verb, if somebody takes part in it."""
    frame = noun_frame(noun)
    if frame is None or noun.dep_ in ("compound", "npadvmod"):
        return None
    actor = roles.noun_actor(frame, noun)
    recipient = roles.noun_recipient(frame, noun, None, actor)
    if frame.symmetric and actor is None and recipient is None:
        actor, recipient = _speakers(noun)
    alone = recipient is None and (actor is None or frame.weak)
    if alone and (frame.type in scope.VERBAL or not _dated(noun)):
        return None
    governor = syntax.climb(noun.head) or noun
    return Coded(
        trigger=noun,
        governor=governor,
        type=frame.type,
        mode=frame.mode,
        actor=actor,
        recipient=recipient,
        symmetric=frame.symmetric,
        noun=noun,
    )


def _speakers(noun: Token) -> tuple[Token | None, Token | None]:
    """Who takes part in talks in which one told the other something."""
    verb = (
        noun.head.head
        if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "during", "at", "after")
        else None
    )
    if verb is None or lexicon().embedding.get(_lemma(verb)) != "announce":
        return None, None
    other = syntax.child(verb, "dobj", "dative")
    if other is None or not syntax.is_entity(other):
        return None, None
    return syntax.grammatical_subject(verb), other


def _dated(noun: Token) -> bool:
    """Whether a date hangs on the noun itself: "the talks scheduled for Friday"."""
    return any(t.ent_type_ == "DATE" for t, _ in zip(noun.subtree, range(30), strict=False) if t.i != noun.i)


def embedded(verb: Token, consumed: set[int]) -> Coded | None:
    """A verb or adjective with a clause: "agreed to send", "said it would shell", "demanded that they leave"."""
    effect = lexicon().embedding.get(_lemma(verb)) or lexicon().embedding.get(verb.lower_)
    clause = syntax.child(verb, "xcomp", "ccomp", "pcomp", "advcl") if effect else None
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


def _act(clause: Token, actor: Token | None, consumed: set[int]) -> Coded | None:
    """The code of an embedded act, done by the embedding verb's subject."""
    seen: set[int] = set()
    act = embedded(clause, seen) or light(clause, seen) or verb_event(clause)
    return act if act is None or syntax.is_passive(clause) else replace(act, actor=actor)


def _commit(verb: Token, clause: Token, consumed: set[int]) -> Coded | None:
    actor = roles.verb_actor(None, verb)
    if verb.pos_ == "ADJ":
        actor = (
            syntax.grammatical_subject(verb.head)
            if verb.dep_ == "acomp"
            else syntax.grammatical_subject(verb)
        )
    act = _act(clause, actor, consumed)
    if act is None:
        return Coded(
            trigger=verb,
            governor=verb,
            type="AGREE",
            actor=actor,
            recipient=_anybody(clause, actor) or (roles.partner(actor) if actor is not None else None),
        )
    return replace(promised(act, strong=True), trigger=verb, governor=verb)


def _anybody(clause: Token, actor: Token | None) -> Token | None:
    """The first body or place named in a clause, where its verb has no frame."""
    noun = syntax.direct_object(clause)
    if noun is not None and noun != actor and (body := roles.somebody(noun)) is not None:
        return body
    for _, token in syntax.prepositions(clause, noun):
        if (body := roles.somebody(token)) is not None and body != actor:
            return body
    return None


def _intend(verb: Token, clause: Token, consumed: set[int]) -> Coded | None:
    actor = syntax.grammatical_subject(verb)
    act = _act(clause, actor, consumed)
    if act is None:
        return None
    return replace(promised(act, strong=False), trigger=clause, governor=verb, status="planned")


def _threaten(verb: Token, clause: Token, consumed: set[int]) -> Coded | None:
    actor = roles.verb_actor(None, verb)
    act = _act(clause, actor, consumed)
    recipient = (act.recipient if act else None) or _anybody(clause, actor)
    return Coded(
        trigger=verb,
        governor=verb,
        type="THREATEN",
        actor=actor,
        recipient=recipient,
        act=act.type if act else None,
    )


def _announce(verb: Token, clause: Token, consumed: set[int]) -> Coded | None:
    """ "X said it would": a promise or a threat; "X said Y must": a demand; "X said it would not": a refusal."""
    actor = syntax.grammatical_subject(verb)
    auxiliaries = {c.lower_ for c in clause.children if c.dep_ == "aux"}
    own = syntax.child(clause, *syntax.SUBJECTS)
    if auxiliaries & {"must", "should"} and own is not None and not _same(own, actor):
        return Coded(
            trigger=verb,
            governor=verb,
            type="REQUEST",
            actor=actor,
            recipient=roles.somebody(own) or own,
        )
    if not (auxiliaries & FUTURE and own is not None and _same(own, actor)):
        return None
    act = _act(clause, actor, consumed)
    if syntax.child(clause, "neg") is not None:
        if act is None and (clause.pos_ == "AUX" or syntax.direct_object(clause) is None):
            return None
        recipient = act.recipient if act else _anybody(clause, actor)
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
    if clause.dep_ not in ("xcomp", "ccomp") or _lemma(clause) in lexicon().classes["answer"]:
        return None
    actor = syntax.grammatical_subject(verb)
    act = _act(clause, actor, consumed)
    recipient = (act.recipient if act else None) or _anybody(clause, actor)
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
        clause.dep_ == "advcl" and _lemma(verb) not in ("urge", "demand")
    ):
        return None
    bare = clause.tag_ in ("VB", "VBP") or any(c.dep_ == "aux" for c in clause.children)
    if clause.dep_ == "ccomp" and not bare:
        return None
    actor = roles.verb_actor(None, verb)
    if syntax.is_passive(verb):
        target = syntax.grammatical_subject(verb)
    else:
        target = (
            roles.complement_subject(verb) or roles.fill("on", verb, None) or roles.fill("to", verb, None)
        )
    act = _act(clause, target, consumed)
    if target is None or target == actor:
        target = act.recipient if act else _anybody(clause, actor)
    return Coded(
        trigger=verb,
        governor=verb,
        type="REQUEST",
        actor=actor,
        recipient=target,
        act=act.type if act else None,
    )
