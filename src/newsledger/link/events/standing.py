"""What became of an event through the days of publication: its status, its outcome, and the history of both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsledger.link.events.occurrences import Occurrence

RISING = ("hypothetical", "planned", "occurred")  # each stronger than the one before
DONE = ("occurred", "historical")
FORESEEN = ("planned", "hypothetical")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """``current`` are the mentions that still hold: where a plan was put off, those from the last time on."""

    status: str
    outcome: str
    told: str
    mentions: Sequence[Occurrence]
    current: Sequence[Occurrence]


def bears_out(status: str, mention: str) -> bool:
    """Whether a mention of one status counts for an event of another: a forecast is no report."""
    return status not in DONE or mention not in ("planned", "hypothetical", "denied")


def follow(group: Sequence[Occurrence]) -> Standing:
    """Follow an event's mentions in order: done outlasts planned, what is called or put off does not take place."""
    group = [_of_plan(o) for o in group] if any(not o.cancels for o in group) else group
    status, outcome, since = group[0].status, "", 0
    history: dict[str, list[Occurrence]] = {}
    for n, o in enumerate(group):
        history.setdefault(_step(o), []).append(o)
        since = n if o.moves else since
        if o.cancels:
            if o.status in ("planned", "denied"):
                status, outcome = _undone(o, status, outcome)
            continue
        before, status = status, _risen(status, o.status, outcome)
        outcome = _outcome(before, status, outcome)
    if status == "occurred" and _taken_back(group):
        status, outcome = "denied", "retracted"
    told = "; then ".join(
        f"{name} in {_articles(found)}, first on {found[0].article.published}"
        for name, found in history.items()
    )
    if "denied" in history and status in DONE:
        told += "; somebody denies it"
    current = group[since:] if status != "denied" else group
    return Standing(status=status, outcome=outcome, told=told, mentions=group, current=current)


def _of_plan(o: Occurrence) -> Occurrence:
    """Beside the plan that it undoes a mention is no event of its own, but denies that the plan comes about."""
    return replace(o, status="denied") if o.cancels and o.status != "planned" else o


def _step(o: Occurrence) -> str:
    """What a mention tells of the event, for its history."""
    if not o.cancels:
        return o.status
    if not o.moves:
        return "called off"
    return f"put off to {o.earliest}" if o.found.moved_to and o.earliest else "put off"


def _undone(o: Occurrence, status: str, outcome: str) -> tuple[str, str]:
    """After a mention that calls the event off or puts it off, unless it has been reported already."""
    if status in DONE:
        return status, outcome
    if not o.moves:
        return "denied", "cancelled"
    return ("planned" if o.found.moved_to and o.earliest else "denied"), "postponed"


def _risen(status: str, other: str, outcome: str) -> str:
    """The status after one more mention."""
    if status in RISING and other in RISING:
        return max(status, other, key=RISING.index)
    if other == "denied" and status in FORESEEN:
        return "denied"
    if other in DONE and status == "denied":
        return other
    return "planned" if outcome == "postponed" and other == "planned" else status


def _outcome(before: str, status: str, outcome: str) -> str:
    """What a change of the status makes of a plan."""
    if status in DONE and (before == "planned" or outcome):
        return "reported"
    return "cancelled" if (before, status) == ("planned", "denied") else outcome


def _taken_back(group: Sequence[Occurrence]) -> bool:
    """Whether every outlet that reported it says itself, in a later article, that it was not so."""
    reported: dict[str | None, str] = {}
    for o in group:
        outlet, article_id = o.article.outlet, o.article.article_id
        if o.status in DONE:
            reported[outlet] = article_id
        elif (
            o.status == "denied"
            and not o.claimant
            and outlet
            and reported.get(outlet, article_id) != article_id
        ):
            del reported[outlet]
    return not reported


def _articles(found: Sequence[Occurrence]) -> str:
    n = len({o.article.article_id for o in found})
    return "one article" if n == 1 else f"{n} articles"
