"""Pronouns of the third person, resolved where the text leaves little doubt, and left alone elsewhere.

Salience in the manner of Lappin and Leass (1994): candidates of the right gender and number score by
sentence distance, grammatical role and how often they were named; a narrow lead is no answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsledger.annotate.mentions import tables
from newsledger.annotate.mentions.nominals import SUBJECTS

if TYPE_CHECKING:
    import spacy.tokens

WINDOW = 4  # sentences looked back
LEAD = 12  # points by which the best must lead
SUBJECT, NEAR, OWNER, QUOTED, UNKNOWN, NAMED = 30, 28, -12, -40, -8, 2


@dataclass(slots=True)
class Seen:
    """A mention that a pronoun may refer to."""

    chain: int
    start: int
    head: int
    sentence: int
    subject: bool
    owner: bool
    quoted: bool
    kind: str
    plural: bool
    passed: bool = False  # somebody unknown who was no mention


@dataclass(slots=True)
class Standing:
    """What is known of the chains so far."""

    gender: dict[int, str]
    count: dict[int, int]


def is_subject(token: spacy.tokens.Token) -> bool:
    return token.dep_ in SUBJECTS or (token.dep_ == "pobj" and token.head.dep_ == "agent")


def resolve(
    token: spacy.tokens.Token, sentence: int, seen: Sequence[Seen], standing: Standing, quoted: bool
) -> int | None:
    """The chain of the pronoun at ``token``, or None."""
    if quoted:
        return None
    word = token.lower_
    if word in tables.relatives():
        return antecedent(token, sentence, seen)
    if word in tables.personal():
        return person(token, tables.personal()[word], sentence, seen, standing)
    return body(token, tables.bodily()[word], sentence, seen)


def person(
    token: spacy.tokens.Token, gender: str, sentence: int, seen: Sequence[Seen], standing: Standing
) -> int | None:
    named = named_in_report(token, sentence, seen)
    seen = [s for s in seen if s.chain not in named]
    recent = [s for s in seen if s.kind == "PERSON" and not s.plural and sentence - s.sentence <= WINDOW]
    recent = [s for s in recent if not s.quoted]  # Whom a quotation names, only its speaker speaks of.
    fits = [s for s in recent if standing.gender.get(s.chain, gender) == gender]
    bound = speaker_of(token, fits)
    if bound is not None:
        return bound
    scores: dict[int, float] = {}
    for mention in fits:
        if reflexive_clash(token, mention):
            continue
        points = score(mention, sentence, standing)
        scores[mention.chain] = max(scores.get(mention.chain, -99.0), points)
    best = leader(scores)
    return only_one(gender, seen, standing, recent) if best is None else best


def named_in_report(token: spacy.tokens.Token, sentence: int, seen: Sequence[Seen]) -> set[int]:
    """The chains that a report names as an object before its speaker: "The board has briefed Roe, he said"."""
    if token.dep_ != "nsubj" or token.head.lower_ not in tables.words("say"):
        return set()
    told = next((c for c in token.head.children if c.dep_ == "ccomp" and c.i < token.i), None)
    if told is None:
        return set()
    start, end = told.left_edge.idx, told.right_edge.idx
    inside = (s for s in seen if s.sentence == sentence and start <= s.start <= end)
    return {s.chain for s in inside if s.start < s.head and not (s.owner or s.subject)}


def score(mention: Seen, sentence: int, standing: Standing) -> float:
    points = 100.0 - NEAR * (sentence - mention.sentence)
    points += SUBJECT if mention.subject else 0
    points += OWNER if mention.owner else 0
    points += QUOTED if mention.quoted else 0
    points += UNKNOWN if mention.chain not in standing.gender else 0
    return points + NAMED * min(standing.count.get(mention.chain, 0), 5)


def only_one(gender: str, seen: Sequence[Seen], standing: Standing, recent: Sequence[Seen]) -> int | None:
    """The only person of the gender so far, where nobody of unknown gender is near."""
    if any(s.chain not in standing.gender and not s.passed for s in recent):
        return None
    known = {
        s.chain
        for s in seen
        if s.kind == "PERSON" and not (s.plural or s.passed) and standing.gender.get(s.chain) == gender
    }
    return known.pop() if len(known) == 1 else None


def leader(scores: dict[int, float]) -> int | None:
    """The chain with a clear lead."""
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked:
        return None
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < LEAD:
        return None
    return ranked[0][0]


def speaker_of(token: spacy.tokens.Token, fits: Sequence[Seen]) -> int | None:
    """ "X said she ...": the subject of what was said is the speaker, where gender allows."""
    if token.dep_ not in SUBJECTS or token.head.dep_ != "ccomp":
        return None
    above = token.head.head
    if above.lower_ not in tables.words("say"):
        return None
    subjects = [child.idx for child in above.children if child.dep_ == "nsubj"]
    inside = [
        s.chain
        for s in fits
        if s.subject and any(s.start <= i < s.start + 80 and covers(s, i) for i in subjects)
    ]
    return inside[-1] if inside else None


def covers(mention: Seen, offset: int) -> bool:
    return mention.start <= offset <= mention.start + 60


def reflexive_clash(token: spacy.tokens.Token, mention: Seen) -> bool:
    """ "X told him": an object is not its own subject."""
    if token.dep_ not in ("dobj", "dative", "pobj") or token.lower_.endswith("self"):
        return False
    verb = token.head if token.dep_ != "pobj" else token.head.head
    return any(child.dep_ in SUBJECTS and child.idx == mention.start for child in verb.children)


def body(token: spacy.tokens.Token, number: str, sentence: int, seen: Sequence[Seen]) -> int | None:
    """ "The union said it had warned": only the subject of the saying, or the subject just before."""
    if token.dep_ not in SUBJECTS:
        return None
    bodies = [s for s in seen if s.kind in ("ORG", "GPE") or s.plural]
    if token.head.dep_ == "ccomp" and token.head.head.lower_ in tables.words("say"):
        subjects = [child for child in token.head.head.children if child.dep_ == "nsubj"]
        for subject in subjects:
            left = subject.left_edge.idx
            same = [
                s for s in bodies if left <= s.start <= subject.idx and s.sentence == sentence and s.subject
            ]
            if same and agrees(same[-1], number):
                return same[-1].chain
        return None
    if token.head.lower_ not in tables.words("say"):
        return None
    before = [s for s in seen if s.subject and not s.quoted and s.sentence in (sentence, sentence - 1)]
    if before and before[-1] in bodies and agrees(before[-1], number):
        return before[-1].chain
    return None


def agrees(mention: Seen, number: str) -> bool:
    return mention.plural == (number == "plural")


def pronouns_of(sentence: spacy.tokens.Span) -> Iterable[spacy.tokens.Token]:
    """The pronouns that may be resolved, relative ones where they speak."""
    return (
        t
        for t in sentence
        if t.pos_ == "PRON" and (t.lower_ in tables.personal() or t.lower_ in tables.bodily() or speaks(t))
    )


def speaks(token: spacy.tokens.Token) -> bool:
    """ "..., who said": a relative pronoun as the subject of saying."""
    if token.lower_ not in tables.relatives() or token.dep_ != "nsubj" or token.head.dep_ != "relcl":
        return False
    return token.head.lower_ in tables.words("say") or any(c.dep_ == "ccomp" for c in token.head.children)


def antecedent(token: spacy.tokens.Token, sentence: int, seen: Sequence[Seen]) -> int | None:
    """The chain of the words that the relative clause hangs on."""
    offset = token.head.head.idx
    over = [s.chain for s in seen if s.sentence == sentence and s.start <= offset <= s.head]
    return over[-1] if over else None
