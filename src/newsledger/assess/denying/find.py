"""Denials and what they deny: who says it, where, and in words that the denial shares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsledger.assess.denying.charges import find_charges
from newsledger.assess.denying.pile import Act, Pile
from newsledger.assess.sides import Said
from newsledger.assess.statements import Statement
from newsledger.assess.words import content_words

DENYING = frozenset(("denies", "counters", "questions", "accuses"))
MOST = 6  # pieces of evidence for a side


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A denial and the statements that it denies."""

    act: Act
    charges: tuple[Said, ...]
    reason: str


def find_denials(pile: Pile) -> Iterator[Denial]:
    """Every denial with a speaker and at least one statement that it denies."""
    for act in pile.acts:
        if act.found.act in DENYING and act.actor_id is not None:
            charges, reason = find_charges(act, pile)
            if charges:
                yield Denial(act=act, charges=tuple(dict.fromkeys(charges))[:MOST], reason=reason)


class Denied:
    """Denials by the place of what they deny, to be shown with the claim."""

    def __init__(self, pile: Pile) -> None:
        self._at: dict[tuple[str, int], list[Denial]] = defaultdict(list)
        self._pile = pile
        for denial in find_denials(pile):
            for charge in denial.charges:
                self._at[(charge.article.article_id, charge.start)].append(denial)

    def denials_of(self, statements: Iterable[Statement]) -> list[Statement]:
        """The denials of what is said in these places, where speaker or words agree."""
        found: dict[tuple[str, int], Statement] = {}
        for said in statements:
            start, _ = self._pile.sentences.around(said.article.article_id, said.start, said.end)
            for denial in self._at.get((said.article.article_id, start), ()):
                act = denial.act
                by_it = any(c.speaker_id == said.speaker_id for c in denial.charges if c.start == start)
                if said.kind == "event" or act.actor_id == said.speaker_id or act.found.act == "accuses":
                    continue
                if (act.found.anaphoric and by_it) or act.words & content_words(said.said):
                    found[(act.article.article_id, act.found.cue.start)] = _as_statement(act)
        return [found[key] for key in sorted(found)]


def _as_statement(act: Act) -> Statement:
    return Statement(
        kind="report",
        ref="",
        article=act.article,
        start=act.found.start,
        end=act.found.end,
        text=act.found.text,
        speaker_id=act.actor_id,
        stance="questions" if act.found.act == "questions" else "denies",
    )
