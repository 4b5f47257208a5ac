"""What is new between two states of a pile: claims, support, figures, dates, statuses, disputes, stories.

Rows are matched by the evidence that they share, not by their ids: a claim that grows keeps its words in the
articles, whatever its canonical text has become.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Tables = Mapping[str, tuple[Any, ...]]
Place = tuple[str, int, int]  # article_id, start, end


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is otherwise than before."""

    kind: str  # article, date, claim, support, figure, event, dispute, story
    row_id: str  # in the later state; `explain` shows it
    text: str  # in words
    before: str | None = None
    after: str | None = None


def find_changes(before: Tables, after: Tables) -> tuple[Change, ...]:
    """Everything that changed, kind by kind, each in the later state's own order."""
    return (
        *new_articles(before, after),
        *moved_dates(before, after),
        *moved_claims(before, after),
        *moved_figures(before, after),
        *moved_events(before, after),
        *new_disputes(before, after),
        *moved_stories(before, after),
    )


def new_articles(before: Tables, after: Tables) -> Iterator[Change]:
    """Articles that were not there, each with the known one that it goes back to or shares a text with."""
    known = {a.article_id: a for a in before["articles"]}
    kin = _kin(known, after["derivations"])
    for a in after["articles"]:
        if a.article_id not in known:
            words = f"new article: {a.title or a.source}"
            if d := kin.get(a.article_id):
                words += f" ({_kinship(d, known[_other(d, a.article_id)])})"
            yield Change(kind="article", row_id=a.article_id, text=words)


def _kin(known: Collection[str], derivations: Iterable[Any]) -> dict[str, Any]:
    """For each article that is not known the closest textual pair with a known one: its original first."""
    found: dict[str, Any] = {}
    for d in derivations:
        for new in (d.article_a, d.article_b):
            other = _other(d, new)
            if d.kind != "link" and new not in known and other in known:
                rank = (d.likely_original == other, d.coverage, other)
                old = found.get(new)
                if old is None or rank > (
                    old.likely_original == _other(old, new),
                    old.coverage,
                    _other(old, new),
                ):
                    found[new] = d
    return found


def _other(d: Any, article_id: str) -> str:
    return str(d.article_a if d.article_b == article_id else d.article_b)


def _kinship(d: Any, known: Any) -> str:
    """What a new article is to a known one: a copy is no second source."""
    name = f"“{known.title}”" if known.title else known.source
    where = f"{name} in {known.outlet}" if known.outlet else name
    if d.likely_original == known.article_id:
        return f"{'a later version of' if d.is_update else 'goes back to'} {where}"
    return f"one text with {where}: no second source"


def moved_dates(before: Tables, after: Tables) -> Iterator[Change]:
    """Publication dates whose verdict is another one now."""
    known = {a.article_id: a for a in before["articles"]}
    for a in after["articles"]:
        old = known.get(a.article_id)
        if old is not None and old.published != a.published:
            yield Change(
                kind="date",
                row_id=a.article_id,
                text=f"{a.source}: {a.date_reason}",
                before=str(old.published),
                after=str(a.published),
            )


def moved_claims(before: Tables, after: Tables) -> Iterator[Change]:
    """New claims, and claims that more independent families carry now."""
    old = {c.claim_id: c for c in before["claims"]}
    shared = _by_shared_evidence(before["claim_evidence"], after["claim_evidence"], "claim_id")
    for c in after["claims"]:
        ancestors = [old[i] for i in shared.get(c.claim_id, ()) if i in old]
        if not ancestors:
            yield Change(kind="claim", row_id=c.claim_id, text=f"new: {c.text}")
            continue
        families = max(a.n_families for a in ancestors)
        if c.n_families > families:
            yield Change(
                kind="support",
                row_id=c.claim_id,
                text=f"carried by more independent sources: {c.text}",
                before=_families(families),
                after=_families(c.n_families),
            )


def _families(n: int) -> str:
    return "one family" if n == 1 else f"{n} families"


def moved_figures(before: Tables, after: Tables) -> Iterator[Change]:
    """A claimant's figure for the same quantity that has another value than any before."""
    now = _ids_now(before, after)
    old: dict[tuple[Any, ...], dict[str, None]] = {}
    for f in before["figures"]:
        old.setdefault(_quantity(f, now), {})[_number(f)] = None
    told = set()
    for f in after["figures"]:
        quantity, number = _quantity(f, {}), _number(f)
        if quantity in old and number not in old[quantity] and (quantity, number) not in told:
            told.add((quantity, number))
            yield Change(
                kind="figure",
                row_id=f.figure_id,
                text=f"{_counted(f)}: {f.text}",
                before=", ".join(old[quantity]),
                after=number,
            )


def moved_events(before: Tables, after: Tables) -> Iterator[Change]:
    """Events whose status is another one now: a planned meeting that was held or called off."""
    old = {e.event_id: e for e in before["events"]}
    shared = _by_shared_evidence(before["event_mentions"], after["event_mentions"], "event_id")
    words = {m.event_id: m.text for m in reversed(after["event_mentions"])}
    for e in after["events"]:
        states = sorted({_state(old[i]) for i in shared.get(e.event_id, ()) if i in old})
        if states and _state(e) not in states:
            yield Change(
                kind="event",
                row_id=e.event_id,
                text=words.get(e.event_id, e.type),
                before=", ".join(states),
                after=_state(e),
            )


def _state(event: Any) -> str:
    """The status, with what became of a plan where the status alone does not tell."""
    return (
        f"{event.status}, {event.outcome}" if event.outcome in ("overdue", "postponed") else str(event.status)
    )


def new_disputes(before: Tables, after: Tables) -> Iterator[Change]:
    """Disputes none of whose words stood in one before."""
    shared = _by_shared_evidence(before["dispute_sides"], after["dispute_sides"], "dispute_id")
    for d in after["disputes"]:
        if d.dispute_id not in shared:
            yield Change(kind="dispute", row_id=d.dispute_id, text=d.summary)


def moved_stories(before: Tables, after: Tables) -> Iterator[Change]:
    """Stories that merged, split or began; told by where their articles were and are, whatever the ids."""
    old = {a.article_id: a.story_id for a in before["articles"]}
    was = {s.story_id: s.title for s in before["stories"]}
    now = {s.story_id: s.title for s in after["stories"]}
    parents: dict[str, dict[str, None]] = {s.story_id: {} for s in after["stories"]}
    heirs: dict[str, dict[str, None]] = {}
    for a in after["articles"]:
        if (parent := old.get(a.article_id)) and a.story_id in parents:
            parents[a.story_id][parent] = None
            heirs.setdefault(parent, {})[a.story_id] = None
    for story, came_from in parents.items():
        if not came_from:
            yield Change(kind="story", row_id=story, text=f"a new story: {now[story]}")
        elif len(came_from) > 1:
            names = "; ".join(was.get(p, p) for p in came_from)
            yield Change(kind="story", row_id=story, text=f"merged into one story: {names}")
    for parent, parts in heirs.items():
        if len(parts) > 1:
            names = "; ".join(now[p] for p in parts)
            text = f"split into {len(parts)} stories: {was.get(parent, parent)}"
            yield Change(
                kind="story", row_id=next(iter(parts)), text=text, before=was.get(parent), after=names
            )


def _by_shared_evidence(before: Iterable[Any], after: Iterable[Any], key: str) -> dict[str, dict[str, None]]:
    """For each later id, the earlier ids that rest on a piece of the same words."""
    at: dict[Place, dict[str, None]] = {}
    for row in before:
        at.setdefault((row.article_id, row.start, row.end), {})[getattr(row, key)] = None
    found: dict[str, dict[str, None]] = {}
    for row in after:
        if earlier := at.get((row.article_id, row.start, row.end)):
            found.setdefault(getattr(row, key), {}).update(earlier)
    return found


def _ids_now(before: Tables, after: Tables) -> dict[str, str]:
    """The later id of each entity, where a mention tells it: an entity that gains mentions may change its id."""
    shared = _by_shared_evidence(before["mentions"], after["mentions"], "entity_id")
    now: dict[str, str] = {}
    for new, olds in shared.items():
        for old in olds:
            now[old] = new if new == old else now.get(old, new)
    return now


def _quantity(figure: Any, now: Mapping[str, str]) -> tuple[Any, ...]:
    """What a figure counts, and who says so, its entities by their ids ``now``."""
    subject, place, claimant = (
        now.get(i, i) for i in (figure.subject_id, figure.place_id, figure.claimant_id)
    )
    return figure.unit, subject or figure.subject.lower(), place, claimant


def _counted(figure: Any) -> str:
    """What is counted, in words: "people killed" names its unit."""
    named = figure.unit in figure.subject.split()
    return str(figure.subject) if named else f"{figure.subject} {figure.unit}".strip()


def _number(figure: Any) -> str:
    low, high = figure.low, figure.high
    numbers = [figure.value] if figure.value is not None else [n for n in (low, high) if n is not None]
    return f"{figure.bound} " + " to ".join(f"{n:,.10g}" for n in numbers)
