"""Who denies, dismisses, counters or accuses: the acts behind a dispute, read from the parse."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING

from newsledger.annotate.annotation import FoundStance, Span
from newsledger.annotate.parse import Parsed, span

if TYPE_CHECKING:
    import spacy.tokens
    from spacy.tokens import Token

CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM"))
NOUN_MODIFIERS = frozenset(("det", "amod", "compound", "poss", "nmod", "nummod"))


@functools.cache
def cues(key: str) -> frozenset[str]:
    """One list of cue lemmas."""
    text = (resources.files("newsledger") / "data" / "claims" / "stances.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[key])


def find_stances(parsed: Parsed) -> tuple[FoundStance, ...]:
    """The denials, dismissals, counters and accusations of an article, in order."""
    found: list[FoundStance] = []
    for sentence in parsed.sentences:
        for token in sentence:
            if token.pos_ in ("VERB", "AUX"):
                found += _read(parsed, sentence, token)
    return tuple(sorted(found, key=lambda s: (s.start, s.cue.start)))


def _read(parsed: Parsed, sentence: spacy.tokens.Span, verb: Token) -> Iterator[FoundStance]:
    lemma = verb.lemma_.lower()
    if _is_negated(verb):
        return
    if lemma in cues("accuse"):
        accusation = _accusation(verb)
        if accusation:
            actor, target, content = accusation
            yield _stance(parsed, sentence, verb, "accuses", actor, target, content)
    elif lemma in cues("deny"):
        content = _content(verb)
        if content is not None and _is_person(content):  # "the captain contradicted her"
            yield _stance(parsed, sentence, verb, "denies", _actor(verb), content, None)
            return
        target = _source(verb) or _owner(content)
        yield _stance(parsed, sentence, verb, "denies", _actor(verb), target, content)
    elif lemma in cues("disagree"):
        actor = _actor(verb)
        if actor is not None and actor.tag_ not in ("NNS", "NNPS") and actor.lower_ not in ("they", "we"):
            yield _stance(parsed, sentence, verb, "denies", actor, None, None)
    elif lemma in cues("dismiss"):
        content = _content(verb)
        if content is not None and _is_statement(verb, content):
            act = "questions" if lemma in cues("question") else "denies"
            yield _stance(parsed, sentence, verb, act, _actor(verb), _owner(content), content)
    elif lemma in cues("naming"):
        named = _naming(verb)
        if named:
            actor, content = named
            yield _stance(parsed, sentence, verb, "denies", actor, _owner(content), content)
    elif lemma in cues("counter"):
        content = _content(verb)
        if content is not None:
            yield _stance(parsed, sentence, verb, "counters", _actor(verb), None, content)


def _stance(
    parsed: Parsed,
    sentence: spacy.tokens.Span,
    verb: Token,
    act: str,
    actor: Token | None,
    target: Token | None,
    content: Token | None,
) -> FoundStance:
    start, end = sentence.start_char, sentence.end_char
    relative = content is not None and verb.dep_ == "relcl" and content.i == verb.head.i
    words = () if content is None else tuple(_words(content, verb))
    anaphoric = content is None or _points_back(content, words)
    return FoundStance(
        start=start,
        end=end,
        text=parsed.article.text[start:end],
        act=act,
        cue=span(verb),
        actor=None if actor is None else _phrase(_by_name(actor)),
        target=None if target is None else _phrase(target),
        content=None if content is None else _phrase(content) if relative else _subtree(content),
        words=words,
        anaphoric=anaphoric or relative,
        relative=relative,
        follows=target is not None and target == _source(verb),
    )


def _points_back(content: Token, words: tuple[str, ...]) -> bool:
    """``denied it``, ``rejected the charge``, ``rejected that finding``, ``dismissed the remark as gossip``."""
    if content.lower_ in cues("anaphors") and content.pos_ == "PRON":
        return True
    if content.lemma_.lower() in cues("anaphors"):
        return not any(w not in cues("anaphors") for w in words)
    shown = any(c.dep_ == "det" and c.lower_ in cues("pointing") for c in content.children)
    if content.lemma_.lower() in cues("things"):
        shown = any(c.dep_ == "det" and c.lower_ != "the" for c in content.children)
    return shown and len(words) == 1 and content.lemma_.lower() in cues("statement_nouns")


def _words(content: Token, verb: Token) -> Iterator[str]:
    clause = _as_clause(verb)
    skipped = {t.i for t in (verb.subtree if content.i == verb.head.i else clause.subtree if clause else ())}
    for token in content.subtree:
        if token.i in skipped or token.i == verb.i:
            continue
        if token.pos_ in CONTENT and not token.is_stop and token.is_alpha:
            yield token.lemma_.lower()


def _is_negated(verb: Token) -> bool:
    """``did not deny``, ``declined to deny``, ``neither confirmed nor denied``."""
    if any(c.dep_ == "neg" for c in verb.children) or (
        verb.i > 0 and verb.nbor(-1).lower_ in ("nor", "neither")
    ):
        return True
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in ("decline", "refuse", "fail")


def _actor(verb: Token) -> Token | None:
    """The subject, or the agent of a passive; shared over conjuncts and open complements."""
    for _ in range(4):
        agent = next((c for c in verb.children if c.dep_ == "agent"), None)
        if agent is not None:
            return next((c for c in agent.children if c.dep_ == "pobj"), None)
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if subject is not None:
            return _after_semicolon(verb) if _is_cut(subject, verb) else _antecedent(subject, verb)
        if any(c.dep_ == "nsubjpass" for c in verb.children):
            return None  # "this has been denied": nobody is named
        if verb.dep_ not in ("conj", "xcomp", "advcl", "ccomp") or verb.head.pos_ not in ("VERB", "AUX"):
            return None
        if _is_cut(verb.head, verb):
            return _after_semicolon(verb)
        finite, verb = verb.tag_ in ("VBD", "VBZ"), verb.head
        if finite and verb.tag_ == "VB" and verb.head.pos_ in ("VERB", "AUX"):
            verb = verb.head  # "said he should listen but rejected": the finite verb goes with "said"
    return None


def _is_cut(before: Token, verb: Token) -> bool:
    """Whether a semicolon stands between, so that the two are of different statements."""
    return any(t.text == ";" for t in verb.doc[before.i : verb.i])


def _after_semicolon(verb: Token) -> Token | None:
    """The noun that opens the verb's own half of the sentence, where the parse gives the verb no subject."""
    first = next((i for i in range(verb.i - 1, verb.sent.start - 1, -1) if verb.doc[i].text == ";"), None)
    if first is None or first + 1 >= verb.i:
        return None
    comma = next((i for i in range(first + 1, verb.i) if verb.doc[i].text == ","), verb.i)
    root = verb.doc[first + 1 : comma].root
    return root if root.pos_ in ("NOUN", "PROPN") else None


def _antecedent(subject: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if subject.lower_ in ("which", "who", "that") and verb.dep_ == "relcl":
        return verb.head
    return subject


def _content(verb: Token) -> Token | None:
    """What is denied: a clause before an object."""
    children = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp", "dobj", "nsubjpass", "advcl")]
    for wanted in ("dobj", "ccomp", "xcomp", "nsubjpass"):
        child = next((c for c in children if c.dep_ == wanted), None)
        if child is not None:
            return _antecedent(child, verb)
    if verb.dep_ == "relcl" and verb.head.lemma_.lower() in cues("statement_nouns"):
        return verb.head  # "an allegation that the firm dismissed", where the parser misses the object
    return None


def _as_clause(verb: Token) -> Token | None:
    """The head of "as the builder had suggested" behind a denial."""
    return next((t for t in verb.subtree if t.i > verb.i and _says_as(t)), None)


def _says_as(token: Token) -> bool:
    if token.dep_ != "advcl" or token.lemma_.lower() not in cues("as_verbs"):
        return False
    return any(c.lower_ == "as" and c.dep_ in ("mark", "advmod") for c in token.children)


def _source(verb: Token) -> Token | None:
    """Who says, in a clause with "as", what is denied."""
    clause = _as_clause(verb)
    subjects = (c for c in clause.children if c.dep_ == "nsubj") if clause is not None else ()
    return next(iter(subjects), None)


def _is_statement(verb: Token, content: Token) -> bool:
    judged = any(c.dep_ == "prep" and c.lower_ == "as" and not _says_false(c) for c in verb.children)
    if content.pos_ == "PRON" and judged:
        return False  # "dismissed them as a band of dreamers"
    if content.lemma_.lower() in cues("statement_nouns") or content.lower_ in cues("statement_nouns"):
        return True
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "as" and _says_false(child):
            return True
    return content.dep_ == "ccomp" and verb.lemma_.lower() in ("dispute", "question")


def _says_false(token: Token, but: frozenset[str] = frozenset()) -> bool:
    """Whether a complement holds a word for what is false, other than ``but``."""
    false = cues("false_words") - but
    return any(t.lemma_.lower() in false or t.lower_ in false for t in token.subtree)


def _naming(verb: Token) -> tuple[Token | None, Token] | None:
    """``called the memo a forgery``, ``the figure was described by the agency as ...``."""
    passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    thing = passive or next((c for c in verb.children if c.dep_ in ("dobj", "nsubj") and c.i > verb.i), None)
    complement = [
        c
        for c in verb.children
        if c.dep_ in ("oprd", "attr", "prep", "ccomp", "xcomp", "dobj") and c.i > verb.i
    ]
    if thing is None:
        # The parser reads "called a leaked memo a forgery" as a small clause.
        clause = next((c for c in complement if c.dep_ == "ccomp"), None)
        thing = next((c for c in clause.children if c.dep_ == "nsubj"), None) if clause is not None else None
    if thing is None:
        return None
    said_of_statement = thing.lemma_.lower() in cues("statement_nouns")
    if not any(_says_false(c) for c in complement) and not (
        passive is not None
        and thing.lemma_.lower()
        in ("figure", "number", "claim", "count", "report", "accusation", "allegation")
    ):
        return None
    if not said_of_statement and thing.pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    if not said_of_statement and not any(_says_false(c, cues("slights")) for c in complement):
        return None  # "a sum that the union called an insult": what is judged, not what is denied
    return _actor(verb), thing


def _accusation(verb: Token) -> tuple[Token | None, Token | None, Token | None] | None:
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children) or (
        verb.tag_ == "VBN" and verb.dep_ == "acl"
    )
    if passive:
        target = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
        target = _antecedent(target, verb) if target is not None else verb.head
        agent = next((c for c in verb.children if c.dep_ == "agent"), None)
        actor = next((c for c in agent.children if c.dep_ == "pobj"), None) if agent is not None else None
    else:
        actor = _actor(verb)
        target = next((c for c in verb.children if c.dep_ == "dobj"), None)
    charge = None
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in cues("accuse_prepositions") and child.i > verb.i:
            charge = next((c for c in child.children if c.dep_ in ("pcomp", "pobj")), None)
            break
    if charge is None and target is not None:  # "accused Moscow of ..." hung on the noun
        for child in target.children:
            if child.dep_ == "prep" and child.lower_ in ("of", "for"):
                charge = next((c for c in child.children if c.dep_ in ("pcomp", "pobj")), None)
    if charge is None or (target is None and not passive):
        return None
    if verb.lemma_.lower() in cues("accuse_needs_charge") and charge.dep_ != "pcomp":
        return None
    return actor, target, charge


def _owner(content: Token | None) -> Token | None:
    """``the agency's figure``, ``the figure of the group``: whose statement it is."""
    if content is None:
        return None
    owner = next((c for c in content.children if c.dep_ == "poss"), None)
    if owner is not None or content.lemma_.lower() not in cues("statement_nouns"):
        return owner
    of = next((c for c in content.children if c.dep_ == "prep" and c.lower_ in ("of", "by", "from")), None)
    owner = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    return owner if owner is not None and _is_somebody(owner) else None


def _is_person(noun: Token) -> bool:
    return noun.lower_ in ("him", "her") or (noun.pos_ == "PROPN" and noun.ent_type_ == "PERSON")


def _is_somebody(noun: Token) -> bool:
    """A name or "the union"; "claims of curfews" and "a figure of 300" are nobody's."""
    return noun.pos_ == "PROPN" or any(c.dep_ == "det" for c in noun.children)


def _by_name(head: Token) -> Token:
    """The name beside a description: "the returning officer, Ann Lee"."""
    beside = [c for c in head.children if c.dep_ == "appos"]
    beside += [c for b in beside for c in b.children if c.dep_ == "appos"]  # "its owner, the firm Orlo Mills"
    named = (c for c in beside if c.pos_ == "PROPN")
    return head if head.pos_ == "PROPN" else next(named, head)


def _phrase(head: Token) -> Span:
    first = head
    for child in head.children:
        if child.i < first.i and child.dep_ in NOUN_MODIFIERS:
            first = child
    left = first.left_edge if first.dep_ == "poss" else first
    return Span(left.idx, head.idx + len(head))


def _subtree(token: Token) -> Span:
    left, right = token.left_edge, token.right_edge
    return Span(left.idx, right.idx + len(right))
