"""Which mentions are one event: type, head, participants and days compatible, inside a story."""

from __future__ import annotations

import datetime as dt
import functools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from importlib.resources import files

from newsledger.link.events.occurrences import SAYING, Occurrence

SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE"})
DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "AID", "RETREAT"})
AHEAD = dt.timedelta(days=14)  # within which an undated plan may come true
BACK = dt.timedelta(days=14)  # within which an undated past may lie
SLACK = dt.timedelta(days=1)  # an event dated by the reporting day may have been the day before
LATE = dt.timedelta(days=3)  # after its day within which it is still told that a plan was called off
RECENT = 50  # groups of one participant that are tried
TRIED = 12  # members of a group that are compared
STEM = 4


def groups(occurrences: Sequence[Occurrence]) -> list[list[Occurrence]]:
    """Greedy, in order of publication: each mention joins the first group whose members it all fits."""
    out: list[list[Occurrence]] = []
    index: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for one in occurrences:
        keys = [
            (one.article.story_id, one.core, who) for who in (one.actor, one.recipient, _else(one)) if who
        ]
        candidates = sorted({i for key in keys for i in index[key][-RECENT:]})
        chosen = next((i for i in candidates if all(same(one, other) for other in standing(out[i]))), None)
        if chosen is None:
            chosen = len(out)
            out.append([])
        out[chosen].append(one)
        for key in keys:
            if chosen not in index[key][-RECENT:]:
                index[key].append(chosen)
    return out


def standing(group: Sequence[Occurrence]) -> Sequence[Occurrence]:
    """The members that still hold: once a plan is put off, what was said of its first day no longer does."""
    last = next((n for n in reversed(range(len(group))) if group[n].moves), 0)
    return group[last : last + TRIED]


def _else(one: Occurrence) -> str | None:
    """What a mention without participants is looked up by: its place, else its words."""
    if one.actor or one.recipient:
        return None
    return one.place or one.article.text[one.found.start : one.found.end].lower()


def same(a: Occurrence, b: Occurrence) -> bool:
    """Whether two mentions can be of one event."""
    if not same_heads(a, b) or not same_parties(a, b):
        return False
    if a.cancels != b.cancels:
        off, other = (a, b) if a.cancels else (b, a)
        return still_ahead(off, other) or takes_place(off, other)
    if a.status == "hypothetical" or b.status == "hypothetical":
        if a.status != b.status:
            return False
    elif not (same_days(a, b) or told_again(a, b) or copied(a, b)):
        return False
    return a.article.article_id == b.article.article_id or aligned(a, b) or vouched(a, b)


def still_ahead(off: Occurrence, plan: Occurrence) -> bool:
    """Whether one mention undoes what the other has planned for a day that had not long passed then."""
    if plan.status not in ("planned", "denied") or (off.moves and _follows(off, plan)):
        return False
    day = off.article.published
    return day is None or plan.latest is None or plan.latest + LATE >= day


def takes_place(off: Occurrence, other: Occurrence) -> bool:
    """Whether what one mention put off is what the other tells of: on the new day, or on a later one."""
    if not off.moves or not _follows(off, other) or other.status not in ("planned", "occurred"):
        return False
    if {off.actor, off.recipient} != {other.actor, other.recipient}:
        return False
    return same_days(off, other) if off.dated else span_of(other)[1] >= span_of(off)[0]


def _follows(off: Occurrence, other: Occurrence) -> bool:
    mine, theirs = off.article.published, other.article.published
    return mine is not None and theirs is not None and mine < theirs


def vouched(a: Occurrence, b: Occurrence) -> bool:
    """Whether two articles tell of one event: both parties known and equal, and a word in common."""
    mine, theirs = (a.actor, a.recipient), (b.actor, b.recipient)
    if a.actor and a.actor == b.actor and _one_journey(a, b):
        return True
    if None in mine or None in theirs or (set(mine) != set(theirs)):
        return False
    x, y = a.trigger.lower(), b.trigger.lower()
    return x[:STEM] == y[:STEM] or bool(heads_of(x) & heads_of(y)) or bool(a.matter & b.matter)


def _one_journey(a: Occurrence, b: Occurrence) -> bool:
    """Nobody visits two places on one day: "will visit Orle on Friday", "is to travel to the town on Friday"."""
    if "journey" not in heads_of(a.trigger.lower()) & heads_of(b.trigger.lower()):
        return False
    of_a_day = a.dated and b.dated and a.earliest == a.latest
    return of_a_day and (a.earliest, a.latest) == (b.earliest, b.latest)


def aligned(a: Occurrence, b: Occurrence) -> bool:
    """Whether two sentences of one family are one sentence, copied or rewritten: half their words in common."""
    family = a.article.family_id
    if family is None or family != b.article.family_id:
        return False
    mine, theirs = a.words, b.words
    return 2 * len(mine & theirs) >= max(len(mine), len(theirs), 1)


def same_parties(a: Occurrence, b: Occurrence) -> bool:
    """Actor and recipient equal or open, one of them equal; for reciprocal events either way round."""
    if not (a.actor or a.recipient or b.actor or b.recipient):
        return _else(a) == _else(b)
    if a.core in SYMMETRIC:
        mine, theirs = ({x for x in (o.actor, o.recipient) if x} for o in (a, b))
        if a.cancels != b.cancels:
            return bool(mine & theirs)  # a state calls off what its president has planned
        return bool(mine & theirs) and (mine <= theirs or theirs <= mine)
    pairs = ((a.actor, b.actor), (a.recipient, b.recipient))
    loose = a.unnamed | b.unnamed | {None}  # "gunmen" may be called otherwise elsewhere
    return all(x == y or x in loose or y in loose for x, y in pairs) and any(x and x == y for x, y in pairs)


def same_heads(a: Occurrence, b: Occurrence) -> bool:
    """Whether the words can name one deed: equal stems, one group of ``heads.txt``, or a general word."""
    if a.core not in DEEDS or a.cancels != b.cancels:
        return True
    if a.found.mode and b.found.mode and a.found.mode != b.found.mode:
        return False
    x, y = a.trigger.lower(), b.trigger.lower()
    mine, theirs = heads_of(x), heads_of(y)
    return x[:STEM] == y[:STEM] or bool(mine & theirs) or "any" in mine | theirs


@functools.lru_cache(maxsize=1)
def _heads() -> Mapping[str, frozenset[str]]:
    out: dict[str, set[str]] = defaultdict(set)
    text = files("newsledger.data.events").joinpath("heads.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        group, colon, words = line.partition("#")[0].partition(":")
        for word in words.split() if colon else ():
            out[word].add(group.strip())
    return {word: frozenset(found) for word, found in out.items()}


def _single(base: str) -> str:
    """ "Expell" as "expel"."""
    return base[:-1] if base[-1:] == base[-2:-1] else base


@functools.lru_cache(maxsize=10_000)
def heads_of(word: str) -> frozenset[str]:
    """The groups of a form: of itself, or of the base that its ending leaves."""
    known = _heads()
    for ending, instead in (
        ("", ""),
        ("s", ""),
        ("es", ""),
        ("d", ""),
        ("ed", ""),
        ("ing", ""),
        ("ing", "e"),
    ):
        base = word.removesuffix(ending) + instead
        if word.endswith(ending) and (found := known.get(base) or known.get(_single(base))):
            return found
    return frozenset()


def same_days(a: Occurrence, b: Occurrence) -> bool:
    """Whether the days can be one; an undated mention may lie a little around its report."""
    (first, until), (other_first, other_until) = span_of(a), span_of(b)
    exact = (a.dated and b.dated) or (a.core in SAYING and a.core != "CONSULT" and a.earliest and b.earliest)
    slack = dt.timedelta(0) if exact else SLACK
    return first - slack <= other_until and other_first - slack <= until


def span_of(o: Occurrence) -> tuple[dt.date, dt.date]:
    """The days on which an event can have been."""
    if o.earliest and o.latest:
        return o.earliest, o.latest
    if o.article.published is None:
        return dt.date.min + SLACK, dt.date.max - SLACK
    if o.status == "planned":
        return o.article.published, o.article.published + AHEAD
    return o.article.published - BACK, o.article.published


def copied(a: Occurrence, b: Occurrence) -> bool:
    """Two articles of one family tell one event, whatever day the copy was published."""
    family = a.article.family_id
    return family is not None and family == b.article.family_id and not (a.dated and b.dated)


def told_again(a: Occurrence, b: Occurrence) -> bool:
    """A dated event named again without its date: both participants equal, no saying, one side undated."""
    if a.core in SAYING or (a.dated and b.dated) or (a.earliest and b.earliest):
        return False
    return a.actor == b.actor is not None and a.recipient == b.recipient is not None
