"""What counts as told: not purposes, not the contents of demands and offers, nothing twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsledger.annotate.events import syntax
from newsledger.annotate.events.coded import Coded
from newsledger.annotate.events.frames import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBAL = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE", "SUPPORT", "CONCEDE"})
MATERIAL = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION", "MOBILIZE"})
LICENSING = frozenset({"manage", "try", "fail", "doubt", "deny", "intend", "accuse"})
# In ", allowing it to grow" and "by supporting them" what tells has no doer of its own.
CONSEQUENT = frozenset({"SUPPORT", "CONCEDE", "THREATEN"})


def tells(verb: Token) -> bool:
    """Whether a verb form tells of an event rather than of a purpose or a notion."""
    if is_counterfactual(verb):
        return False
    form = verb
    while form.dep_ == "conj" and form.head.pos_ == "VERB" and not _own_mood(form):
        form = form.head
    if form.i != verb.i and form.dep_ == "advcl" and form.tag_ == "VBG" and _effect(form.head) == "ask":
        return False  # "demanded raising the wage, sacking the minister and scrapping the law"
    if any(c.tag_ == "TO" for c in form.children):
        if _shown(form) or _is_said_to_have(form):
            return True
        return form.dep_ in ("xcomp", "ccomp") and (
            _effect(form.head) in LICENSING
            or (form.head.lemma_ == "be" and syntax.child(form.head, "acomp") is None)
        )
    if form.tag_ == "VBG" and not any(c.dep_ == "aux" for c in form.children):
        return _gerund_tells(form)
    if form.tag_ == "VBN" and form.dep_ in ("acl", "amod") and not _own_mood(form):
        return form.dep_ == "acl" and (
            syntax.agent(form) is not None or syntax.is_misread(form) or _on_a_day(form)
        )
    return form.dep_ not in ("compound",)


def _shown(purpose: Token) -> bool:
    """ "Formed a chain to protest against the law": what is done to protest is the protest."""
    deed = purpose.head.head if purpose.dep_ == "relcl" else purpose.head
    shown = syntax.lemma(purpose) in lexicon().classes["showing"] and purpose.dep_ in (
        "advcl",
        "xcomp",
        "relcl",
    )
    return shown and deed.pos_ == "VERB" and deed.tag_ in ("VBD", "VBN") and _effect(deed) is None


def _is_said_to_have(form: Token) -> bool:
    """ "Is thought to have killed six": it is told as done."""
    done = any(c.dep_ == "aux" and c.lower_ == "have" for c in form.children)
    return done and form.dep_ == "xcomp" and form.head.pos_ == "VERB" and syntax.is_passive(form.head)


def is_counterfactual(verb: Token) -> bool:
    """ "Had the generals refused, ...": what was not."""
    subject = syntax.child(verb, "nsubj", "nsubjpass")
    before = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ == "had"), None)
    if before is None or subject is None or before.i > subject.i:
        return False
    return before.i == verb.left_edge.i and verb.sent[-1].text != "?"


def _on_a_day(participle: Token) -> bool:
    """ "The minister, jailed in 2019", "the men arrested on Monday": it happened, for it has a day."""
    times = [t for p, t in syntax.prepositions(participle) if p in ("in", "on")]
    times += [c for c in participle.children if c.dep_ == "npadvmod"]
    return any(t.ent_type_ == "DATE" for t in times)


def names(verb: Token) -> bool:
    """ "Called it a sad day": a verb that only gives its object a name."""
    if syntax.lemma(verb) not in lexicon().classes["naming"] or syntax.particle(verb):
        return False
    return any(
        c.dep_ in ("oprd", "acomp") or (c.dep_ in ("ccomp", "xcomp") and not _clausal(c))
        for c in verb.children
    )


def _clausal(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and any(
        c.tag_ == "TO" or c.dep_ in ("aux", "nsubj") for c in token.children
    )


def _own_mood(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for c in verb.children)


def _gerund_tells(form: Token) -> bool:
    if form.dep_ == "pcomp":
        return form.head.lower_ in lexicon().status["consequent"] or _accused(form) is not None
    if form.dep_ in ("xcomp", "dobj", "ccomp"):
        return _effect(form.head) in LICENSING
    if form.dep_ == "advcl" and _effect(form.head) == "ask" and form.nbor(-1).lower_ in ("and", "or"):
        return False  # the last of what they demand: "demanded raising the wage and scrapping the law"
    return form.dep_ in ("advcl", "conj", "ROOT", "relcl", "dep", "acl")


def _accused(form: Token) -> Token | None:
    """The verb of accusation above "of shelling"."""
    above = form.head.head
    return above if _effect(above) == "accuse" else None


def _effect(token: Token) -> str | None:
    effects = lexicon().embedding
    return effects.get(syntax.lemma(token)) or effects.get(token.lower_)


def content(coded: Coded) -> set[int]:
    """The tokens that belong to an event already: its trigger, its purpose, what it demands or offers."""
    used = {coded.trigger.i} | ({coded.noun.i} if coded.noun is not None else set())
    verb = coded.governor
    verbal = coded.type in VERBAL
    for c in verb.children:
        purpose = c.dep_ in ("advcl", "xcomp") and any(g.tag_ == "TO" for g in c.children)
        topic = coded.type in ("PROTEST", "REQUEST") and c.dep_ == "advcl" and c.tag_ == "VBG"
        said = verbal and c.dep_ in ("dobj", "prep", "xcomp", "ccomp", "pobj", "nsubjpass")
        said = said and not (
            c.dep_ == "prep" and (c.i < verb.i or c.lower_ in lexicon().status["consequent"])
        )
        if purpose or topic or (said and coded.trigger.i in (verb.i, c.i)):
            used |= set(_clause_tokens(c))
    if coded.noun is not None and verbal:
        used |= set(_clause_tokens(coded.noun))
    return used


def _clause_tokens(top: Token) -> Iterator[int]:
    """The tokens below a word, without finite relative and adverbial clauses, which tell their own events."""
    stack = [top]
    seen = 0
    while stack and seen < 4 * syntax.WINDOW:
        token = stack.pop()
        seen += 1
        yield token.i
        stack.extend(
            c
            for c in token.children
            if c.dep_ not in ("relcl", "advcl") or any(g.tag_ == "TO" for g in c.children)
        )


def repeats(coded: Coded, other: Coded) -> bool:
    """Whether one sentence tells the same thing twice ("killed four in an attack"): one type, no other party."""
    if coded.type != other.type or coded.status != other.status:
        return False
    verb = coded.governor
    undone = other.actor is None and syntax.is_passive(other.governor)  # "killed when gunmen opened fire"
    if verb.dep_ == "advcl" and verb.head.i == other.governor.i and (verb.tag_ == "VBG" or undone):
        return True
    if coded.type == "CONSULT" and verb.i == other.governor.i and (coded.actor is None or other.noun is None):
        return True  # "arrived for talks with the minister", "brokered the talks"
    if _in_course(coded, other) or _in_course(other, coded):
        return True
    return all(
        a is None
        or b is None
        or a.i == b.i
        or a.lower_ == b.lower_
        or a.pos_ == "PRON"
        or _within(a, b)
        or _within(b, a)
        for a, b in ((coded.actor, other.actor), (coded.recipient, other.recipient))
    )


def _in_course(coded: Coded, other: Coded) -> bool:
    """ "Killed four in a raid near the town": the raid is the killing."""
    noun = coded.noun
    return (
        noun is not None
        and coded.bare
        and noun.dep_ == "pobj"
        and noun.head.lower_ in ("in", "during")
        and noun.head.head.i == other.trigger.i
        and coded.actor is None
    )


def _within(a: Token, b: Token) -> bool:
    return any(up.i == b.i for up, _ in zip(a.ancestors, range(6), strict=False))
