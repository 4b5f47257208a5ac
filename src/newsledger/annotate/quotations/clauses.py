"""Attributions that the grammar shows: a cue with its source and its content, from the dependency parse.

Content is a set of token ranges, since the attribution may split it: "The institute, he claimed, had ...".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsledger.annotate.quotations.attribution import Attribution, ranges_of, subtrees
from newsledger.annotate.quotations.frames import contents
from newsledger.annotate.quotations.lexicon import Lexicon, lexicon
from newsledger.annotate.quotations.phrases import according_to, by_account
from newsledger.annotate.quotations.relays import misplaced_under, relayed_source
from newsledger.annotate.quotations.sources import source_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


_FINITE = ("VBD", "VBZ", "VBP")


def find_attributions(doc: Doc, sentences: Iterable[Span]) -> Iterator[Attribution]:
    """The attributions of the prose sentences, in order of their cues."""
    cues = lexicon()
    for sentence in sentences:
        for token in sentence:
            if token.lower_ == "according":
                found = according_to(doc, token)
            elif token.pos_ in ("VERB", "AUX"):
                found = _of_verb(doc, token, cues)
            elif token.pos_ == "NOUN" and token.lemma_ in cues.nouns:
                found = _of_noun(doc, token, cues)
            elif token.pos_ == "NOUN" and token.lemma_ in cues.account_nouns:
                found = by_account(doc, token)
            else:
                continue
            if found is not None:
                yield found


def _of_verb(doc: Doc, verb: Token, cues: Lexicon) -> Attribution | None:
    lemma, source = verb.lemma_.lower(), source_of(misplaced_under(verb) or verb)
    source = relayed_source(verb, source) or source
    named = set(range(source.start, source.end)) if source is not None else set[int]()
    for frame, content in contents(verb, cues):
        ranges = ranges_of(doc, content - _asides(verb, content) - _time_of_saying(verb, content) - named)
        if ranges and not _is_idiom(doc, ranges, cues.idioms.get(lemma, frozenset())):
            return Attribution(
                cue=verb.i,
                frame=frame,
                content=ranges,
                source=source,
                stance=_stance(verb, cues),
                addressee=addressee_of(verb, cues),
            )
    return None


def _stance(verb: Token, cues: Lexicon) -> str:
    """What the verb does to its content; "did not say" and "declined to say" leave it open."""
    negated = any(c.dep_ == "neg" for c in verb.children)
    negated = negated or (verb.i > 0 and verb.nbor(-1).lower_ in ("nor", "neither"))
    unsaid = verb.dep_ == "xcomp" and verb.head.lemma_.lower() in cues.refuses
    lemma = verb.lemma_.lower()
    if lemma in cues.dismisses and any(
        c.dep_ == "dobj" and c.lemma_.lower() in cues.statements for c in verb.rights
    ):
        return "denies"
    return cues.stance(lemma, negated=negated or unsaid)


def _is_idiom(doc: Doc, ranges: tuple[tuple[int, int], ...], heads: frozenset[str]) -> bool:
    """He claimed the lives of many: no words of his."""
    start, end = ranges[0]
    return bool(heads) and any(doc[i].lemma_.lower() in heads for i in range(start, min(end, start + 4)))


def _time_of_saying(verb: Token, content: set[int]) -> set[int]:
    """A date right behind the cue tells when it was said: she said on Friday it was lost."""
    doc = verb.doc
    end = verb.i + 1
    while end < len(doc) and (
        doc[end].ent_type_ in ("DATE", "TIME") or (end == verb.i + 1 and doc[end].pos_ == "ADP")
    ):
        end += 1
    dated = end > verb.i + 1 and doc[end - 1].ent_type_ in ("DATE", "TIME")
    return set(range(verb.i + 1, end)) & content if dated and end in content else set()


def _asides(verb: Token, content: set[int]) -> set[int]:
    """Participles behind a comma within the content go on from the speaker: he warned that ..., accusing them."""
    cues, doc = lexicon(), verb.doc
    inside = [doc[i] for i in content]
    asides = [t for t in inside if _is_aside(t) and t.lemma_.lower() in cues.verbs]
    asides += [t for t in inside if misplaced_under(t) == verb]
    return subtrees(asides)


def _is_aside(token: Token) -> bool:
    """A participle behind a comma; or a finite verb that the parse has coordinated with one that is not."""
    if token.dep_ == "advcl":
        return token.tag_ == "VBG" and token.i > 0 and token.nbor(-1).text == ","
    finite = token.tag_ in _FINITE and token.head.tag_ not in _FINITE
    return (
        token.dep_ == "conj"
        and finite
        and not any(c.dep_ == "nsubj" for c in token.lefts)
        and not _has_auxiliary(token.head)
    )


def _has_auxiliary(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.tag_ in (*_FINITE, "MD") for c in verb.lefts)


def _of_noun(doc: Doc, noun: Token, cues: Lexicon) -> Attribution | None:
    clauses = [
        c
        for c in noun.rights
        if c.dep_ in ("acl", "ccomp", "relcl")
        and any(m.lower_ == "that" and m.dep_ == "mark" for m in c.children)
    ]
    source = source_of(noun) if clauses else None
    if source is None:
        return None
    return Attribution(
        cue=noun.i,
        frame="noun",
        content=ranges_of(doc, subtrees(clauses)),
        source=source,
        stance=cues.stance(noun.lemma_),
    )


def addressee_of(verb: Token, cues: Lexicon) -> tuple[int, int] | None:
    """Whom the words are spoken to: the object of telling."""
    if verb.lemma_.lower() not in cues.addressing:
        return None
    for child in verb.rights:
        if child.dep_ in ("dobj", "dative"):
            return child.left_edge.i, child.i + 1
    return None
