"""The word diff of two wordings, read from the ledger's notation ``[-deleted-]{+inserted+}``."""

from __future__ import annotations

import difflib
import itertools
import re
from dataclasses import dataclass, replace

from newsledger.report.wording import one_line, quoted

PIECES = re.compile(r"\[-(?P<deleted>.*?)-\]|\{\+(?P<inserted>.*?)\+\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that both wordings have, or one alone: same, deleted (left only), inserted (right only)."""

    kind: str
    text: str


def read_diff(diff: str) -> tuple[Piece, ...]:
    """The pieces of a diff in the ledger's notation, in order."""
    pieces: list[Piece] = []
    ahead = 0
    for match in PIECES.finditer(diff):
        pieces.append(Piece("same", diff[ahead : match.start()]))
        kind = "deleted" if match["deleted"] is not None else "inserted"
        pieces.append(Piece(kind, match[kind]))
        ahead = match.end()
    pieces.append(Piece("same", diff[ahead:]))
    return tuple(replace(p, text=one_line(p.text)) for p in pieces if p.text.strip())


def word_diff(left: str, right: str) -> tuple[Piece, ...]:
    """The word diff of two texts, for a row that carries none."""
    a, b = left.split(), right.split()
    pieces: list[Piece] = []
    for kind, i, j, k, m in difflib.SequenceMatcher(a=a, b=b, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("same", " ".join(a[i:j])))
            continue
        pieces += [Piece("deleted", " ".join(a[i:j]))] if j > i else []
        pieces += [Piece("inserted", " ".join(b[k:m]))] if m > k else []
    return tuple(pieces)


def turned(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The same diff from the other side: what was inserted is deleted; in each change deletions come first."""
    other: list[Piece] = []
    for same, run in itertools.groupby(pieces, key=lambda p: p.kind == "same"):
        change = list(run)
        if same:
            other += change
            continue
        for before, after in (("inserted", "deleted"), ("deleted", "inserted")):
            words = " ".join(p.text for p in change if p.kind == before)
            other += [Piece(after, words)] if words else []
    return tuple(other)


def changes(pieces: tuple[Piece, ...]) -> tuple[tuple[str, str], ...]:
    """The pairs (left words, right words) of each change; an empty string where a side has none."""
    pairs: list[tuple[str, str]] = []
    deleted = ""
    for piece in (*pieces, Piece("same", "")):
        if piece.kind == "inserted":
            pairs.append((deleted, piece.text))
            deleted = ""
            continue
        if deleted:
            pairs.append((deleted, ""))
        deleted = piece.text if piece.kind == "deleted" else ""
    return tuple(pairs)


def change_words(pairs: tuple[tuple[str, str], ...]) -> list[str]:
    """Each change in words, once: “danger” for “threat”; “deeply” added; “also” left out."""
    words = []
    for pair in pairs:
        left, right = without_shared_stop(*pair)
        if left and right:
            words.append(f"{quoted(right)} for {quoted(left)}")
        elif left or right:
            words.append(f"{quoted(right)} added" if right else f"{quoted(left)} left out")
    return list(dict.fromkeys(words))


def without_shared_stop(left: str, right: str) -> tuple[str, str]:
    """The two sides of a change without the punctuation that both end on."""
    while left and right and left[-1] == right[-1] and left[-1] in ",.;:!?":
        left, right = left[:-1], right[:-1]
    return left, right
