"""Attributions that the grammar shows: a cue with its source and its content, from the dependency parse.

Content is a set of token ranges, since the attribution may split it: "The institute, he claimed, had ...".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsledger.annotate.quotations.lexicon import Lexicon, lexicon
from newsledger.annotate.quotations.sources import Source, source_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_OBJECTS = frozenset({"dobj", "dative", "oprd", "xcomp", "ccomp", "attr", "acomp", "pobj", "obj"})
_OBJECT_PREPOSITIONS = frozenset({"of", "for", "as", "with", "over"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """``content`` are half-open token ranges; ``cue`` the token that introduces them."""

    cue: int
    frame: str
    content: tuple[tuple[int, int], ...]
    source: Source | None
    stance: str = "affirms"
    addressee: tuple[int, int] | None = None
    tokens: frozenset[int] = field(default=frozenset())


def find_attributions(doc: Doc, sentences: Iterable[Span]) -> Iterator[Attribution]:
    """The attributions of the prose sentences, in order of their cues."""
    cues = lexicon()
    for sentence in sentences:
        for token in sentence:
            if token.pos_ in ("VERB", "AUX"):
                yield from _of_verb(doc, token, cues)
            elif token.pos_ == "NOUN" and token.lemma_ in cues.nouns:
                yield from _of_noun(doc, token, cues)
            elif token.lower_ == "according":
                yield from _according(doc, token)


def _of_verb(doc: Doc, verb: Token, cues: Lexicon) -> Iterator[Attribution]:
    lemma = verb.lemma_.lower()
    for frame, content in _frames(verb, lemma, cues):
        ranges = _ranges(doc, content)
        if ranges:
            yield Attribution(
                cue=verb.i,
                frame=frame,
                content=ranges,
                source=source_of(verb),
                stance=cues.stance(lemma),
                addressee=_addressee(verb, lemma, cues),
                tokens=frozenset(content),
            )
            return


def _frames(verb: Token, lemma: str, cues: Lexicon) -> Iterator[tuple[str, set[int]]]:
    """The content of a verb in each frame that it has, the surest first."""
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and _has_verb(c)]
    if clauses and lemma in cues.reporting:
        yield "clause", _subtrees(clauses)
    if clauses and lemma in cues.opinion and not _is_own_view(verb):
        yield "opinion", _subtrees(clauses)
    if lemma in cues.infinitive:
        yield "infinitive", _infinitive(verb)
    if lemma in cues.preposition:
        yield "preposition", _prepositional(verb, cues.preposition[lemma])
    if lemma in cues.naming:
        yield "naming", _naming(verb)
    if lemma in cues.object:
        yield "object", _objects(verb)
    if lemma in cues.judging:
        yield "judging", _objects(verb)


def _is_own_view(verb: Token) -> bool:
    """I think, you would believe: no third party's opinion."""
    return any(c.dep_ == "nsubj" and c.lower_ in ("i", "you", "we", "it", "that", "this") for c in verb.lefts)


def _has_verb(clause: Token) -> bool:
    return clause.pos_ in ("VERB", "AUX") or any(t.pos_ in ("VERB", "AUX") for t in clause.subtree)


def _infinitive(verb: Token) -> set[int]:
    infinitives = [c for c in verb.children if c.dep_ == "xcomp" and any(a.dep_ == "aux" for a in c.children)]
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    return _subtrees(objects + infinitives) if infinitives else set()


def _prepositional(verb: Token, allowed: frozenset[str]) -> set[int]:
    right = [c for c in verb.rights if c.dep_ in ("prep", "prt", "agent") and c.lower_ in allowed]
    if not right:
        return set()
    first = right[0]
    rest = [c for c in verb.rights if c.i >= first.i and c.dep_ in (*_OBJECTS, "prep", "pcomp")]
    return _subtrees(rest) - {first.i}


def _naming(verb: Token) -> set[int]:
    """He called it X: object and complement. It was called X by him: subject and complement."""
    passive = [c for c in verb.lefts if c.dep_ == "nsubjpass"]
    complements = [
        c
        for c in verb.rights
        if c.dep_ in ("oprd", "ccomp", "attr", "acomp", "xcomp") or (c.dep_ == "prep" and c.lower_ == "as")
    ]
    objects = [c for c in verb.rights if c.dep_ in ("dobj", "obj", "dative")]
    if passive:
        named = any(c.dep_ == "agent" for c in verb.rights)
        return _subtrees(passive + complements + objects) if complements or (objects and named) else set()
    if complements or len(objects) > 1:
        return _subtrees(objects + complements)
    return set()


def _objects(verb: Token) -> set[int]:
    if any(c.dep_ == "nsubjpass" for c in verb.lefts):
        return set()
    objects = [c for c in verb.rights if c.dep_ in _OBJECTS]
    if not objects:
        return set()
    prepositions = [c for c in verb.rights if c.dep_ == "prep" and c.lower_ in _OBJECT_PREPOSITIONS]
    return _subtrees(objects + prepositions)


def _of_noun(doc: Doc, noun: Token, cues: Lexicon) -> Iterator[Attribution]:
    clauses = [
        c
        for c in noun.rights
        if c.dep_ in ("acl", "ccomp", "relcl")
        and any(m.lower_ == "that" and m.dep_ == "mark" for m in c.children)
    ]
    if clauses:
        content = _subtrees(clauses)
        yield Attribution(
            cue=noun.i,
            frame="noun",
            content=_ranges(doc, content),
            source=source_of(noun),
            stance=cues.stance(noun.lemma_),
            tokens=frozenset(content),
        )


def _according(doc: Doc, token: Token) -> Iterator[Attribution]:
    """According to X, ...; ..., according to X."""
    to = next((c for c in token.children if c.lower_ == "to"), None)
    named = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
    if named is None:
        return
    head = token
    while head.head.i != head.i and head.dep_ in ("prep", "pcomp", "advmod", "pobj", "npadvmod", "nmod"):
        head = head.head
        if head.pos_ in ("VERB", "AUX"):
            break
    phrase = {t.i for t in token.subtree}
    content = _subtrees([head]) - phrase if head.i != token.i else set()
    content -= _other_clauses(head, token)
    ranges = _ranges(doc, content)
    if ranges:
        yield Attribution(
            cue=token.i,
            frame="according",
            content=ranges,
            source=Source.of(named),
            tokens=frozenset(content),
        )


def _other_clauses(head: Token, token: Token) -> set[int]:
    """Coordinate clauses with a subject of their own, on the other side of a head from the phrase."""
    return _subtrees(
        c
        for c in head.rights
        if c.dep_ == "conj" and c.i > token.i and any(s.dep_.startswith("nsubj") for s in c.lefts)
    )


def _subtrees(tokens: Iterable[Token]) -> set[int]:
    return {t.i for token in tokens for t in token.subtree}


def _addressee(verb: Token, lemma: str, cues: Lexicon) -> tuple[int, int] | None:
    if lemma not in cues.addressing:
        return None
    for child in verb.rights:
        if child.dep_ in ("dobj", "dative"):
            return child.left_edge.i, child.i + 1
    return None


def _ranges(doc: Doc, tokens: set[int]) -> tuple[tuple[int, int], ...]:
    """Runs of neighbouring tokens, less white space and punctuation at either end."""
    runs: list[list[int]] = []
    for i in sorted(tokens):
        if runs and all(doc[k].is_space or doc[k].is_punct for k in range(runs[-1][1], i)):
            runs[-1][1] = i + 1
        else:
            runs.append([i, i + 1])
    trimmed = []
    for start, end in runs:
        while start < end and (doc[start].is_space or doc[start].is_punct):
            start += 1
        while start < end and (doc[end - 1].is_space or doc[end - 1].is_punct):
            end -= 1
        if start < end:
            trimmed.append((start, end))
    return tuple(trimmed)
