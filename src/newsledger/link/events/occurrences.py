"""One mention of an event with its participants resolved and its day."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files

from newsledger.annotate.annotation import Annotation, FoundEvent, Span
from newsledger.annotate.events.agents import is_private
from newsledger.annotate.events.frames import lexicon, undoing
from newsledger.link.events.participants import Participants
from newsledger.records import Article, Entity, Mention, Quotation, Time

PROMISES = frozenset({"AGREE", "THREATEN"})
SAYING = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE", "SUPPORT", "CONCEDE", "CONSULT"})
UPON = frozenset(  # a state in which it is done is the one to which it is done
    {"AID", "ASSAULT", "COERCE", "CONCEDE", "MOBILIZE", "RETREAT", "SANCTION", "THREATEN"}
)
STEM = 5  # letters by which words are compared
LONG_PAST = dt.timedelta(days=180)  # an event further back than this from its report is history
BASED = "-based "
_LETTERS = re.compile(r"[A-Za-z-]+")
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")


@functools.lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    return frozenset(words_of("newsledger.data.copies", "function_words.txt"))


def words_of(package: str, name: str) -> tuple[str, ...]:
    """The words of a data file without its comments."""
    text = files(package).joinpath(name).read_text(encoding="utf-8")
    return tuple(word for line in text.splitlines() for word in line.partition("#")[0].split())


@functools.lru_cache(maxsize=20_000)
def content(text: str) -> frozenset[str]:
    """The beginnings of the content words of a text."""
    return frozenset(w[:STEM] for w in _WORD.findall(text.lower()) if w not in _function_words())


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """A mention; ``dated`` tells a date given by an expression from one given by tense and reporting day."""

    article: Article
    found: FoundEvent
    status: str
    actor: str | None
    recipient: str | None
    place: str | None
    claimant: str | None
    earliest: dt.date | None
    latest: dt.date | None
    dated: bool
    unnamed: frozenset[str] = (
        frozenset()
    )  # of actor and recipient those that are known by a description alone

    @property
    def core(self) -> str:
        """The type under which it is compared: a promised meeting is compared with meetings."""
        found = self.found
        if found.act and self.cancels:
            return found.act
        promised = found.act and found.type in PROMISES and found.status == "planned"
        return found.act if promised and found.act else found.type

    @property
    def cancels(self) -> bool:
        """Whether it calls off or puts off what was planned."""
        return self._undoes("ends", "moves")

    @property
    def moves(self) -> bool:
        """Whether it puts off what was planned; ``earliest`` and ``latest`` are of the new day, if one is named."""
        return self._undoes("moves")

    def _undoes(self, *how: str) -> bool:
        """Not where something is asked for: who "called for talks" called nothing off."""
        if self.found.act is None or self.found.type == "REQUEST":
            return False
        return self.trigger.lower().startswith(undoing(*how))

    @property
    def words(self) -> frozenset[str]:
        """The beginnings of the content words of its sentence."""
        span = self.found.sentence or self.found
        return content(self.article.text[span.start : span.end])

    @property
    def matter(self) -> frozenset[str]:
        """What it is about: the content words of its clause that name neither party nor place."""
        named = (self.found.actor, self.found.recipient, self.found.place)
        parties = [content(self.article.text[s.start : s.end]) for s in named if s]
        return content(self.article.text[self.found.start : self.found.end]).difference(*parties)

    @property
    def trigger(self) -> str:
        span = self.found.trigger
        return self.article.text[span.start : span.end]


def occurrences(
    articles: Sequence[Article],
    annotations: Sequence[Annotation],
    mentions: Sequence[Mention],
    times: Sequence[Time],
    quotations: Sequence[Quotation],
    entities: Sequence[Entity],
) -> list[Occurrence]:
    """Every event of every article, in order of publication."""
    who = Participants(mentions, entities)
    when = {(t.article_id, t.start): t for t in times}
    said: dict[str, list[Quotation]] = defaultdict(list)
    for q in quotations:
        said[q.article_id].append(q)
    by_id = {a.article_id: a for a in articles}
    out = [
        _occurrence(by_id[note.article_id], found, who, when, said[note.article_id])
        for note in annotations
        if note.article_id in by_id
        for found in note.events
    ]
    out.sort(key=lambda o: (str(o.article.published), o.article.article_id, o.found.trigger, o.found.type))
    return out


def _occurrence(
    article: Article,
    found: FoundEvent,
    who: Participants,
    when: Mapping[tuple[str, int], Time],
    said: Sequence[Quotation],
) -> Occurrence:
    words = found.moved_to or found.time
    time = when.get((article.article_id, words.start)) if words else None
    if found.moved_to is not None:
        found = replace(found, status="planned")
    dated = time is not None and time.earliest is not None
    earliest, latest = (
        _told(article, found, time) if time is not None and dated else _by_tense(article, found)
    )
    at = found.trigger.start
    speaker = next((q.speaker_id for q in said if _vouches(q, found) and q.start <= at < q.end), None)
    found = _without_scene(found)
    actor, recipient = _parties(article, found, who)
    return Occurrence(
        article=article,
        found=found,
        status=_status(article, found, latest if dated else None),
        actor=actor,
        recipient=recipient,
        place=who.find(article.article_id, found.place, found.place_head, place=True),
        claimant=speaker or who.voice(article.article_id, found.claimant),
        earliest=earliest,
        latest=latest,
        dated=dated,
    )


def _without_scene(found: FoundEvent) -> FoundEvent:
    """Without a recipient that is the place of the event: where it is is no party."""
    placed = found.recipient_head is not None and found.recipient_head == found.place_head
    if not placed or found.type in UPON or found.mode == "visit":
        return found
    return replace(found, recipient=None, recipient_head=None, recipient_kind=None)


def _parties(article: Article, found: FoundEvent, who: Participants) -> tuple[str | None, str | None]:
    """The entities of actor and recipient; who is the actor again is no recipient."""
    actor = _party(article, found.actor, found.actor_head, who, crowd=found.type == "PROTEST")
    if found.recipient is not None and _text(article, found.actor) == _text(article, found.recipient):
        return actor, None
    recipient = _party(article, found.recipient, found.recipient_head, who)
    return actor, None if recipient == actor and recipient in who.single else recipient


def _party(
    article: Article, span: Span | None, head: int | None, who: Participants, *, crowd: bool = False
) -> str | None:
    own, state = _for_itself(article, span, head), _of_state(article, span, head)
    return who.find(article.article_id, span, head, own=own, state=state, crowd=crowd)


def _vouches(quotation: Quotation, found: FoundEvent) -> bool:
    """Whether a quotation's speaker tells the event: of reported speech only what hangs on its verb."""
    return bool(quotation.speaker_id) and (quotation.kind != "indirect" or found.claimant is not None)


def by_nothing(one: Occurrence) -> bool:
    """Whether "it" does it and nobody is known to be meant: "it demands attention", of a virus."""
    words = _text(one.article, one.found.actor)
    return one.actor is None and words is not None and words.lower() == "it"


def _for_itself(article: Article, span: Span | None, head: int | None) -> bool:
    """Whether a noun stands for itself: neither "thousands in Lima" nor a "Lima-based charity" are Lima."""
    if span is None or head is None:
        return False
    word = _LETTERS.match(article.text, head)
    if BASED in article.text[span.start : head]:
        return True
    return word is not None and is_private(word[0].lower())


def _of_state(article: Article, span: Span | None, head: int | None) -> bool:
    """Whether a noun acts for the state whose adjective stands before it: "Peruvian police", no "Peruvian rebels"."""
    word = _LETTERS.match(article.text, head) if span is not None and head is not None else None
    words = lexicon().classes["of-state"]
    return word is not None and bool({word[0].lower(), word[0].lower().removesuffix("s")} & words)


def _text(article: Article, span: Span | None) -> str | None:
    return article.text[span.start : span.end] if span else None


def _told(article: Article, found: FoundEvent, time: Time) -> tuple[dt.date | None, dt.date | None]:
    """The dates of an expression, as far as they can be: what happened did so before it was reported."""
    first, until, day = time.earliest, time.latest, article.published
    if day is None or first is None or until is None:
        return first, until
    if found.status == "planned" and until < day:
        return None, None  # the Friday of a plan is no past one
    if found.status not in ("occurred", "historical"):
        return first, until
    return (None, None) if first > day else (first, min(until, day))


def _by_tense(article: Article, found: FoundEvent) -> tuple[dt.date | None, dt.date | None]:
    """Without an expression of time: what is told in the past tense is dated by the reporting day.

    The perfect tells no day ("thousands have been killed"), except of what is said ("has rejected").
    """
    recent = found.tense == "past" or (found.tense in ("present", "perfect") and found.type in SAYING)
    if found.status in ("occurred", "denied") and recent:
        return article.published, article.published
    return None, None


def _status(article: Article, found: FoundEvent, latest: dt.date | None) -> str:
    """The status, put right by the dates: a year that is this year is no history."""
    if latest is None or article.published is None or found.status not in ("occurred", "historical"):
        return found.status
    return "historical" if latest < article.published - LONG_PAST else "occurred"
