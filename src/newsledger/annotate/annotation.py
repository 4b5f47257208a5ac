"""What the per-article stages find: spans that refer to one another, not yet to entities or dates.

All offsets are into ``Article.text``. A span that names something (a speaker, an actor, a place) is
resolved in ``link`` through the mention that covers its head.
"""

from __future__ import annotations

from dataclasses import dataclass

from newsledger.annotate.fingerprint import Fingerprint, Tally


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open offsets in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTime:
    """A temporal expression before it is anchored; ``link.times`` gives it a value.

    ``meaning`` is the rule's reading as JSON-like plain data, understood by ``annotate.times`` alone.
    ``tense`` is that of the governing verb: past, present, future or None. ``value`` is set where it
    needs no anchor ("1 December 2021").
    """

    start: int
    end: int
    text: str
    timex_type: str
    rule: str
    meaning: tuple[tuple[str, object], ...]
    tense: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundMention:
    """A mention, with the number of its within-article chain: equal ``chain``, one referent."""

    start: int
    end: int
    text: str
    form: str  # name, nominal, pronoun
    kind: str  # PERSON, ORG, GPE, LOC, NORP, EVENT, OTHER; the parser's and the tables' view
    chain: int
    head: int  # offset of the head word
    role: str | None = None  # "Russian Foreign Minister", from a title or an apposition
    gender: str | None = None  # female, male
    number: str = "singular"
    weight: float = 0.0  # how much the text speaks for the kind; the pile's vote adds it up
    why: str = ""  # of a name: the rule that made it one with another form of the article: "surname"
    roles: tuple[Span, ...] = ()  # all titles and appositions beside the name, ``role`` among them


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundQuotation:
    """A quotation with its source (PolNeAR's terms: source, cue, content)."""

    start: int
    end: int
    text: str
    kind: str  # direct, mixed, indirect
    cue: str | None = None
    cue_span: Span | None = None
    speaker: Span | None = None  # the words that name the speaker, whole noun phrase
    speaker_head: int | None = None  # offset of its head word, where the mention is looked up
    addressee: Span | None = None
    said: Span | None = None  # the temporal expression of the saying
    occasion: Span | None = None  # where, when and to whom it was said: "reporters after the talks"
    continues: Span | None = None  # the part before
    stance: str = "affirms"  # affirms, denies, questions
    asserts: bool = True  # False for reported words that are no clause: "an account of [his escape]"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFigure:
    """A number with what it counts; ``start, end`` cover bound, number and counted noun.

    ``value`` is None for ranges and vague counts, which have ``low`` or ``high``; all three are in ``unit``.
    Offsets are characters of the article's text.
    """

    start: int
    end: int
    text: str
    value: float | None
    low: float | None
    high: float | None
    bound: str
    unit: str
    counted: str = ""  # the words of the counted, where the unit is an outcome: "people hurt"
    currency: str | None = None  # ISO 4217, where the words tell it
    per: str | None = None  # of a rate: day, year, head
    retracted: bool = False  # a correction takes it back
    subject: Span | None = None  # whose
    place: Span | None = None
    claimant: Span | None = None  # "according to the army"; a containing quotation is found in link
    time: Span | None = None  # the temporal expression that governs it
    aside: bool = False  # in a relative clause that is the paper's own inside reported speech
    sentence: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEvent:
    """A coded predicate. ``start, end`` cover the clause; ``trigger`` is the verb or noun."""

    start: int
    end: int
    text: str
    trigger: Span
    type: str  # PLOVER
    mode: str | None
    status: str  # occurred, planned, hypothetical, denied, historical
    actor: Span | None = None
    recipient: Span | None = None
    place: Span | None = None
    time: Span | None = None
    moved_to: Span | None = None  # the expression of the new day of what is put off
    tense: str | None = None
    claimant: Span | None = None
    reciprocal: bool = False
    actor_head: int | None = None  # offset of the head word, where the mention is looked up
    recipient_head: int | None = None
    place_head: int | None = None
    act: str | None = None  # what is promised, threatened or asked for, coded as if it happened
    contexts: tuple[str, ...] = ()  # PLOVER's, sorted
    actor_kind: str | None = None  # PERSON or ORG, where the head is a noun for somebody: "gunmen"
    recipient_kind: str | None = None
    sentence: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStance:
    """An act of denying, accusing or countering. ``start, end`` cover the sentence; ``cue`` is the verb."""

    start: int
    end: int
    text: str
    act: str  # denies, questions, counters, accuses
    cue: Span
    actor: Span | None = None
    target: Span | None = None  # the accused, or whose statement is denied
    content: Span | None = None  # the charge, or what is denied
    words: tuple[str, ...] = ()  # lemmas of the content's words
    anaphoric: bool = False  # it points back: "denied those claims"
    relative: bool = False  # it hangs on what it denies: "an allegation that the firm dismissed"
    follows: bool = (
        False  # the target says it in a clause with "as": "denied it, as the builder had suggested"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """Everything found in one article. Plain and picklable: it crosses process borders."""

    article_id: str
    sentences: tuple[Span, ...] = ()
    times: tuple[FoundTime, ...] = ()
    mentions: tuple[FoundMention, ...] = ()
    quotations: tuple[FoundQuotation, ...] = ()
    figures: tuple[FoundFigure, ...] = ()
    events: tuple[FoundEvent, ...] = ()
    stances: tuple[FoundStance, ...] = ()
    fingerprint: Fingerprint | None = None
    tally: Tally | None = None  # of the sentences
