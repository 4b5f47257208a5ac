"""From coded predicates to records: spans, governing time, claimant, place, tense."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from newsledger.annotate.annotation import FoundEvent, FoundQuotation, FoundTime
from newsledger.annotate.annotation import Span as Offsets
from newsledger.annotate.events import predicates, roles, syntax
from newsledger.annotate.events.agents import kind_of
from newsledger.annotate.events.coded import Coded
from newsledger.annotate.events.contexts import contexts_of
from newsledger.annotate.events.doubt import is_sure
from newsledger.annotate.events.frames import lexicon
from newsledger.annotate.events.plain import is_alone, is_definite
from newsledger.annotate.events.reported import is_reported
from newsledger.annotate.events.scope import VERBAL
from newsledger.annotate.events.status import status_of
from newsledger.annotate.events.when import (
    BACKGROUND,
    governing_time,
    is_past,
    moved_to,
    names_day,
    narrated,
    past_named,
    told_tense,
)
from newsledger.annotate.parse import Parsed, span

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

RESUMED = 6  # events before a definite noun among which its first mention is sought
LONG_PHRASE = 10  # tokens after a head beyond which only the head of what follows is taken
LONG_SENTENCE = 2_000  # characters of a sentence that are searched for its contexts
NEAR = 400  # characters between them at most


def find_events(
    parsed: Parsed, times: tuple[FoundTime, ...], quotations: tuple[FoundQuotation, ...]
) -> tuple[FoundEvent, ...]:
    """The events of an article, in order; see ``FoundEvent`` for the fields."""
    out: list[FoundEvent] = []
    ahead, before = 0, 0
    anchor: FoundTime | None = None  # of the narrative in which a sentence stands
    for sentence in parsed.sentences:
        if "\n" in parsed.article.text[before : sentence.start_char]:
            anchor = None
        before = sentence.end_char
        while ahead < len(times) and times[ahead].end <= sentence.start_char:
            ahead += 1
        here = [t for t in times[ahead : ahead + 40] if t.start < sentence.end_char]
        said = [q for q in quotations if q.start < sentence.end_char and sentence.start_char < q.end]
        for coded in predicates.find(sentence):
            record: FoundEvent | None = _record(parsed, sentence, coded, here, said)
            if record is not None and anchor is not None and not any(t.timex_type == "DATE" for t in here):
                record = in_narrative(record, anchor)
            if record is not None and _takes_up(coded):
                record = resumed(record, out, coded) or (None if is_alone(coded) else record)
            if record is not None and is_sure(coded, record, said):
                out.append(record)
        anchor = narrated(sentence, here) or past_named(here) or anchor
    return tuple(out)


def in_narrative(event: FoundEvent, anchor: FoundTime) -> FoundEvent:
    """An undated deed of the past after a dated one in its paragraph: of that day, or of an unknown one."""
    if event.time is not None or event.tense != "past" or event.type in VERBAL:
        return event
    if not names_day(anchor) or is_past(anchor):
        return replace(event, tense=BACKGROUND)
    return replace(event, time=Offsets(anchor.start, anchor.end))


def _takes_up(coded: Coded) -> bool:
    """Whether the event is "the meeting", "that visit", with nobody named."""
    return (
        coded.noun is not None and coded.actor is None and coded.recipient is None and is_definite(coded.noun)
    )


def resumed(event: FoundEvent, before: Sequence[FoundEvent], coded: Coded) -> FoundEvent | None:
    """A definite event noun takes the participants of the last event of its kind just before it."""
    kind = coded.act or coded.type
    for earlier in reversed(before[-RESUMED:]):
        if event.start - earlier.end > NEAR:
            break
        same = kind == earlier.type and earlier.mode in (event.mode, None)
        promised = earlier.type == "AGREE" and kind == earlier.act
        if (same or promised) and (earlier.actor or earlier.recipient):
            return replace(
                event,
                actor=earlier.actor,
                actor_head=earlier.actor_head,
                recipient=earlier.recipient,
                recipient_head=earlier.recipient_head,
                reciprocal=earlier.reciprocal,
                time=event.time or (earlier.time if event.tense != "future" else None),
            )
    return None


def _record(
    parsed: Parsed, sentence: Span, coded: Coded, times: Sequence[FoundTime], said: Sequence[FoundQuotation]
) -> FoundEvent:
    time, later = governing_time(coded, sentence, times), moved_to(coded, sentence, times)
    start, end = clause(coded)
    place = roles.place_in(syntax.prepositions(coded.trigger, coded.governor))
    return FoundEvent(
        start=start,
        end=end,
        text=parsed.article.text[start:end],
        trigger=span(coded.trigger),
        type=coded.type,
        mode=coded.mode,
        status=status_of(coded, time),
        actor=phrase(coded.actor),
        recipient=phrase(coded.recipient),
        place=phrase(place),
        time=Offsets(time.start, time.end) if time else None,
        moved_to=Offsets(later.start, later.end) if later else None,
        tense=told_tense(coded, time, times),
        claimant=_claimant(coded, said),
        reciprocal=coded.symmetric,
        actor_head=coded.actor.idx if coded.actor is not None else None,
        recipient_head=coded.recipient.idx if coded.recipient is not None else None,
        place_head=place.idx if place is not None else None,
        act=coded.act,
        sentence=span(sentence),
        actor_kind=kind_of(coded.actor),
        recipient_kind=kind_of(coded.recipient),
        contexts=contexts_of(sentence.text[:LONG_SENTENCE]),
    )


def clause(coded: Coded) -> tuple[int, int]:
    """The offsets that hold the trigger and its participants."""
    tokens = [
        t for t in (coded.trigger, coded.governor, coded.noun, coded.actor, coded.recipient) if t is not None
    ]
    same = [t for t in tokens if t.sent.start == coded.trigger.sent.start]
    start = min(_beginning(t) for t in same)
    last = max(same, key=lambda t: t.i)
    return start, last.idx + len(last)


def _beginning(token: Token) -> int:
    """Where a word begins, a name with all its words: "Ana Vidal", not "Vidal"."""
    while (
        token.i > token.sent.start and token.nbor(-1).dep_ == "compound" and token.nbor(-1).head.i >= token.i
    ):
        token = token.nbor(-1)
    return token.idx


def phrase(token: Token | None) -> Offsets | None:
    """The noun phrase around a head with what follows it closely, without clauses."""
    if token is None:
        return None
    left = _after_dateline(token)
    right = token
    for c in token.children:
        if c.left_edge.i == right.i + 1 and _belongs(c, token):
            inner = syntax.child(c, "pobj")
            short = c.right_edge.i - token.i <= LONG_PHRASE
            right = c.right_edge if short else (inner if inner is not None else right)
    if left.is_space:
        left = token
    return Offsets(left.idx, right.idx + len(right))


def _after_dateline(head: Token) -> Token:
    """Where a noun phrase begins: behind the dash or colon of a dateline or a heading that the parse glued to it."""
    left = head.left_edge
    for token in head.doc[left.i + 1 : head.i]:
        if token.pos_ == "DET" and token.text in ("A", "An", "The"):
            return token  # what stands before it is the end of a heading
    for token in reversed(head.doc[left.i : head.i]):
        if token.text in ("-", "--", "—", "–", ":") and token.nbor(1).is_sent_start is not True:
            return token.nbor(1) if token.whitespace_ or token.text in ("--", "—") else left
    return left


def _belongs(after: Token, head: Token) -> bool:
    """Whether what follows a head tells who it is: "police in Lima", not "people on the streets of Lima"."""
    if after.dep_ != "prep":
        return after.dep_ == "appos" or (after.dep_ == "acl" and after.tag_ == "VBN")
    classes = lexicon().classes
    if after.lower_ != "of" and head.tag_ == "NN" and head.lemma_.lower() in lexicon().persons:
        return False  # an officer in Lima is not Lima
    return after.lower_ in classes["belonging"] and head.lemma_.lower() not in classes["apart"]


def _claimant(coded: Coded, said: Sequence[FoundQuotation]) -> Offsets | None:
    if coded.claimant is not None:
        return phrase(coded.claimant)
    at = coded.trigger.idx
    return next(
        (
            q.speaker
            for q in said
            if q.speaker is not None
            and q.start <= at < q.end
            and (q.kind != "indirect" or is_reported(coded.trigger, q.speaker))
        ),
        None,
    )
