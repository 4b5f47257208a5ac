"""The frames of a cue verb: which of its dependents are what was said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsledger.annotate.quotations.attribution import subtrees
from newsledger.annotate.quotations.lexicon import Lexicon, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_OBJECTS = frozenset({"dobj", "dative", "oprd", "xcomp", "ccomp", "attr", "acomp", "pobj", "obj"})
_ENDS = frozenset(".;?!")
_VERBS = ("VERB", "AUX")


def contents(verb: Token, cues: Lexicon) -> Iterator[tuple[str, set[int]]]:
    """The frames in which a verb may stand here, the surest first, each with its content."""
    lemma = verb.lemma_.lower()
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and _has_verb(c) and not _is_cut_off(c, verb)]
    if lemma in cues.reporting:
        yield "clause", subtrees(clauses)
        yield "clause", _beside_addressee(verb)
    if cues.introduces(lemma):
        yield "clause", _parenthetical(verb)
    if lemma in cues.finding and verb.tag_ != "VB":
        yield "finding", subtrees(c for c in clauses if not _is_question(c))
    if lemma in cues.opinion and not _is_own_view(verb):
        yield "opinion", subtrees(clauses)
    if lemma in cues.infinitive:
        yield "infinitive", _infinitive(verb)
    if lemma in cues.object and lemma in cues.preposition:
        yield "object", _objects(verb)
    if lemma in cues.preposition:
        yield "preposition", _prepositional(verb, cues.preposition[lemma])
    if lemma in cues.naming:
        yield "naming", _naming(verb)
    if lemma in cues.object:
        yield "object", _objects(verb)
    if lemma in cues.judging:
        yield "judging", _objects(verb)


def _has_verb(clause: Token) -> bool:
    return clause.pos_ in _VERBS or any(t.pos_ in _VERBS for t in clause.subtree)


def _is_cut_off(clause: Token, verb: Token) -> bool:
    """The ward counts 40; the firm says 30: what stands before a semicolon is a statement of its own."""
    last = clause.right_edge.i
    return last < verb.i and any(t.text == ";" for t in verb.doc[last : verb.i])


def _is_own_view(verb: Token) -> bool:
    """I think, you would believe: no third party's opinion."""
    return any(c.dep_ == "nsubj" and c.lower_ in lexicon().closed["own"] for c in verb.lefts)


def _is_question(clause: Token) -> bool:
    """Whether it happened, how it did: what is to be found out, not what was."""
    return any(t.lower_ in lexicon().closed["questions"] for t in clause.lefts)


def _parenthetical(verb: Token) -> set[int]:
    """The institute, he claimed, had been warned: what the aside hangs on; at its end, what stands before."""
    if verb.dep_ not in ("parataxis", "advcl") or not any(c.dep_ == "nsubj" for c in verb.children):
        return set()
    if verb.dep_ == "advcl":  # as the mayor put it
        return subtrees([verb.head]) - subtrees([verb]) if _is_as_clause(verb) else set()
    if verb.head.pos_ not in _VERBS:
        return set()
    doc, first = verb.doc, next(t.i for t in verb.subtree if not t.is_punct)
    last = max(t.i for t in verb.subtree if not t.is_punct)
    if last + 1 < len(doc) and doc[last + 1].text in _ENDS and first > verb.sent.start:
        start = first
        while start > verb.sent.start and doc[start - 1].text not in (";", ":"):
            start -= 1
        return set(range(start, first))
    return subtrees([verb.head]) - subtrees([verb])


def _is_as_clause(verb: Token) -> bool:
    """As the mayor put it: nothing but "it" completes the verb."""
    if verb.head.pos_ not in _VERBS or not any(c.lower_ == "as" and c.dep_ == "mark" for c in verb.lefts):
        return False
    return not any(c.dep_ in (*_OBJECTS, "prep") and c.lower_ != "it" for c in verb.rights)


def _beside_addressee(verb: Token) -> set[int]:
    """He told a briefing that ...: the clause that the parse has hung on whom he told."""
    for child in verb.rights:
        if child.dep_ in ("dobj", "dative"):
            for token in child.subtree:
                marked = any(m.lower_ == "that" and m.dep_ == "mark" for m in token.lefts)
                if token.dep_ in ("relcl", "acl", "ccomp") and marked:
                    return subtrees([token])
    return set()


def _infinitive(verb: Token) -> set[int]:
    infinitives = [c for c in verb.children if c.dep_ == "xcomp" and any(a.dep_ == "aux" for a in c.children)]
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    return subtrees(objects + infinitives) if infinitives else set()


def _prepositional(verb: Token, allowed: frozenset[str]) -> set[int]:
    first = next((c for c in verb.rights if c.dep_ in ("prep", "prt") and c.lower_ in allowed), None)
    if first is None:
        return set()
    rest = [
        c
        for c in verb.rights
        if c.i >= first.i and (c.dep_ in (*_OBJECTS, "prep", "pcomp") or _is_condition(c))
    ]
    return subtrees(rest) - {first.i}


def _is_condition(clause: Token) -> bool:
    return clause.dep_ == "advcl" and any(m.lower_ in lexicon().closed["conditions"] for m in clause.lefts)


def _naming(verb: Token) -> set[int]:
    """He called it X: object and complement. It was called X by him: subject and complement."""
    passive = [c for c in verb.lefts if c.dep_ == "nsubjpass"]
    if any(c.lower_ in ("what", "so") for c in verb.lefts):  # what he calls a duel, so called
        return set()
    complements = [
        c
        for c in verb.rights
        if c.dep_ in ("oprd", "ccomp", "attr", "acomp", "xcomp") or (c.dep_ == "prep" and c.lower_ == "as")
    ]
    objects = [c for c in verb.rights if c.dep_ in ("dobj", "obj", "dative")]
    if passive:
        by = any(c.dep_ == "agent" for c in verb.rights)
        return subtrees(passive + complements + objects) if complements or (objects and by) else set()
    return subtrees(objects + complements) if complements or len(objects) > 1 else set()


def _objects(verb: Token) -> set[int]:
    if any(c.dep_ == "nsubjpass" for c in verb.lefts):
        return set()
    objects = [c for c in verb.rights if c.dep_ in _OBJECTS]
    if not objects:
        return set()
    completing = [c for c in verb.rights if c.dep_ == "prep" and c.lower_ in lexicon().closed["completing"]]
    return subtrees(objects + completing)
