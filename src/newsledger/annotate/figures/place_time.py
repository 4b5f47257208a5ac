"""Where and when a figure holds: the place and the date that the parse hangs on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsledger.annotate.annotation import FoundTime, Span
from newsledger.annotate.figures.clause import CORE, VERBAL, Clause
from newsledger.annotate.figures.moments import Times
from newsledger.annotate.figures.phrases import entity_span, vouches
from newsledger.annotate.figures.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PLACES = frozenset(("GPE", "LOC", "FAC"))
BEFORE_NOUN = frozenset(("compound", "amod", "nmod", "poss", "nummod"))
HEADS = frozenset((":", "-", "–", "—"))  # behind the day that heads an entry
FRONT = 4  # tokens of a line in which a time that stands first opens it
MEASURED = 1
STEPS = 5  # prepositions and nouns between a name and what it hangs on
Ranked = tuple[int, int]


def find_place(clause: Clause, whole: bool = False) -> Span | None:
    """The place in, at or near which the number was counted; None rather than a name that is near by only.

    What is told of a part of a ``whole`` ("most of the 80 million people live in") gives it no place.
    """
    found: list[tuple[Ranked, int]] = []
    doc = clause.doc
    for i in range(clause.floor, clause.limit):
        if doc[i].ent_type_ not in PLACES or doc[i].ent_iob_ != "B" or clause.first <= i < clause.end:
            continue
        rank = None if _tells_of_part(doc, clause.end, i) else _rank_of_place(clause, i)
        if rank is not None and not (whole and rank):
            found.append(((rank, abs(i - clause.first)), i))
    return entity_span(doc, min(found)[1]) if found else None


def _tells_of_part(doc: Doc, end: int, i: int) -> bool:
    """``80 people, most of them in Norland``."""
    return any(t.lower_ in ("them", "whom", "which") for t in doc[end:i] if doc[t.i - 1].lower_ == "of")


def _rank_of_place(clause: Clause, i: int) -> int | None:
    doc = clause.doc
    if clause.parenthesis(i) or _parted(clause, i):
        return None
    last = i
    while last + 1 < clause.limit and doc[last + 1].ent_iob_ == "I":
        last += 1
    token = doc[i : last + 1].root
    if clause.end < i <= clause.end + 2 and doc[clause.end].lower_ in ("in", "at", "near"):
        return 0  # "41 miners in Norland"
    if any(t.i == token.i for t in clause.above):  # "Norland, where 40 people died"
        return 1 if any(c.lower_ == "where" for c in doc[token.i : clause.first]) else None
    verb = clause.verb
    for target in _hung_on(token):
        rank = clause.holds(target, i)
        if rank is None:
            continue
        said = target.pos_ in VERBAL and (vouches(target) or (verb is not None and vouches(verb)))
        if said and i < clause.first:
            return None  # where it was said is not where it happened
        return None if rank == 4 else rank
    return None


def _hung_on(token: Token) -> Iterator[Token]:
    """What a place is in, at or near: "in Norland", "off the coast of Norland", "at a pit near Norland"."""
    for _ in range(STEPS):
        while token.dep_ in ("appos", "conj") and token.head.ent_type_ in PLACES:
            token = token.head
        if token.dep_ in ("compound", "nmod", "amod") and token.head.pos_ == "NOUN":
            token = token.head  # "in a Norland hospital"
        if token.lower_ in words("locations") and token.dep_ in ("advmod", "npadvmod"):
            yield token.head  # "30 km north of Norland"
            return
        if token.dep_ != "pobj":
            return
        prep = token.head
        if prep.lower_ == "of" and prep.head.lemma_.lower() in words("locations"):
            token = prep.head
            continue
        if prep.lower_ not in words("place_prepositions") or (prep.lower_ == "outside" and token.ent_type_):
            return  # what is outside Norland is not in it
        while prep.head.pos_ in ("ADP", "ADV") and prep.head.i != prep.i:
            prep = prep.head
        yield prep.head
        token = prep.head


def _parted(clause: Clause, i: int) -> bool:
    """A semicolon between a token and the number."""
    return any(t.text == ";" for t in clause.doc[min(i, clause.end) : max(i, clause.first)])


def find_time(times: Times, clause: Clause, measured: bool = False) -> Span | None:
    """The date on which the number holds; a day since, after or before which it holds is none.

    What is ``measured`` (a depth, a distance) takes the day of its own verb only: it lasts.
    """
    doc, at = clause.doc, clause.doc[clause.first].idx
    start, end = doc[clause.floor].idx, doc[clause.limit - 1].idx + 1
    dated = [t for t in times.within(start, end) if t.timex_type in ("DATE", "TIME")]
    ranked = [(rank, abs(t.start - at), t) for t in dated if (rank := _rank_of_time(clause, t)) is not None]
    ranked = [r for r in ranked if not (measured and r[0] > MEASURED)]
    if ranked:
        best = min(ranked, key=lambda r: (r[0], r[1], r[2].start))[2]
        return Span(best.start, best.end)
    return None


def _rank_of_time(clause: Clause, time: FoundTime) -> int | None:
    doc = clause.doc
    span = doc.char_span(time.start, time.end, alignment_mode="expand")
    if span is None or clause.parenthesis(span.start):
        return None
    if span.start - clause.floor < FRONT and doc[span.end].text in HEADS:
        return 5  # "* April 20 - A blast at the rig; 11 workers missing"
    if _parted(clause, span.start):
        return None
    token = span.root
    before = token.dep_ in BEFORE_NOUN and token.head.i > token.i
    if before:
        return _rank_of_event(clause, token.head)
    if span.start > clause.floor and doc[span.start - 1].lower_ in words("other_times"):
        return None
    if span.start == clause.end + 1 and doc[clause.end].lower_ in ("in", "on"):
        return 0  # "down from 71 percent in 2018"
    prep = token.head if token.dep_ == "pobj" else token
    if prep.head.pos_ in VERBAL and _opens_clause(clause, span.end):
        return 1
    return _rank_by_climbing(clause, token, span.start)


def _rank_by_climbing(clause: Clause, token: Token, at: int) -> int | None:
    """The rank of a time by what it hangs on, up from its head ``token``; it begins at the token ``at``."""
    apart = any(t.dep_ == "relcl" for t in clause.above)
    front = 5 if at - clause.floor < FRONT and not apart else None
    for _ in range(STEPS):
        target = token.head
        if target.i == token.i:
            return front
        if target.pos_ in ("ADP", "SCONJ"):
            if target.lower_ in words("other_times_above"):
                return None
        elif target.pos_ in VERBAL or target.pos_ in ("NOUN", "PROPN", "NUM", "SYM"):
            rank = clause.holds(target, at)
            if rank is not None:
                return rank
            if target.dep_ in CORE and target.head in clause.above[:3]:
                return 2
            if target.pos_ in VERBAL:
                return None if target in clause.above else front
        token = target
    return front


def _opens_clause(clause: Clause, end: int) -> bool:
    """``in May 2002 the firm was fined``: the day right before the subject of the number's verb."""
    verb = clause.verb
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None) if verb else None
    comma = clause.doc[end].text == "," if end < clause.limit else False
    return subject is not None and subject.left_edge.i == end + comma


def _rank_of_event(clause: Clause, noun: Token) -> int | None:
    """``the 1918 outbreak killed 40``: the day of what struck; ``the 1918 law`` dates no other number."""
    if noun.i == clause.head or noun in clause.above[:2]:
        return 0
    verb = clause.verb
    strikes = verb is not None and verb.lemma_.lower() in words("striking")
    return 3 if verb is not None and strikes and noun.head.i == verb.i and noun.dep_ == "nsubj" else None
