"""What later versions changed, and the likely order of texts that lost theirs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from newsledger.records import Revision, Sentence, SentencePlace
from newsledger.report.diff import Piece, word_diff
from newsledger.report.tables import Evidence, Index, place
from newsledger.report.wording import counted, listed

VERBS = {"changed": "changed", "added": "added", "removed": "left out"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One sentence that differs: its words before and after, and where they stand."""

    kind: str  # added, removed, changed
    pieces: tuple[Piece, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A later version of an article and all that differs."""

    earlier: str
    later: str
    sentence: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reordered:
    """A text whose sentences lost their order, with these in their likely one."""

    article_id: str
    basis: str  # sibling, or coherence: a guess
    sentence: str
    sentences: tuple[Evidence, ...]


def versions(index: Index) -> tuple[Version, ...]:
    """Each pair of versions, in the ledger's order."""
    sentences: dict[str, Sentence] = {s.sentence_id: s for s in index.rows("sentences")}
    pairs = index.grouped("revisions", lambda r: (r.earlier, r.later))
    return tuple(version(index, sentences, rows) for rows in pairs.values())


def version(index: Index, sentences: dict[str, Sentence], rows: list[Revision]) -> Version:
    """A pair of versions with what differs, counted in words."""
    earlier, later = rows[0].earlier, rows[0].later
    count = Counter(r.kind for r in rows)
    parts = [f"{counted(count[kind], 'sentence')} {verb}" for kind, verb in VERBS.items() if count[kind]]
    return Version(
        earlier=earlier,
        later=later,
        sentence=f"{index.name_of(later)} is a later version of {index.name_of(earlier)}: {listed(parts)}.",
        changes=tuple(change(sentences, row) for row in rows),
    )


def change(sentences: dict[str, Sentence], row: Revision) -> Change:
    """One difference, word by word."""
    before, after = (sentences.get(i or "") for i in (row.sentence_before, row.sentence_after))
    return Change(
        kind=row.kind,
        pieces=word_diff(before.text if before else "", after.text if after else ""),
        evidence=tuple(place(s) for s in (before, after) if s),
    )


def reordered(index: Index) -> tuple[Reordered, ...]:
    """Each text that lost its order, in the ledger's order."""
    sentences = {s.sentence_id: s for s in index.rows("sentences")}
    texts: dict[str, list[SentencePlace]] = index.grouped("sentence_order", lambda p: p.article_id)
    found = []
    for article_id, places in texts.items():
        ordered = [sentences[p.sentence_id] for p in sorted(places, key=lambda p: p.place)]
        found.append(
            Reordered(
                article_id=article_id,
                basis=places[0].basis,
                sentence=order_words(index, places[0]),
                sentences=tuple(place(s) for s in ordered),
            )
        )
    return tuple(found)


def order_words(index: Index, first: SentencePlace) -> str:
    """Where the likely order comes from; a guess is called one."""
    name = index.name_of(first.article_id)
    if first.sibling:
        return f"{name} has its sentences in another order; likely they stood as in {index.name_of(first.sibling)}."
    return (
        f"{name} may have lost the order of its sentences. The one given is a guess from the text alone, "
        "for no other article has them."
    )
