"""An attribution as the grammar shows it, and token ranges.

Content is a set of token ranges, since the attribution may split it: "The institute, he claimed, had ...".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsledger.annotate.quotations.lexicon import lexicon
from newsledger.annotate.quotations.sources import Source

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """``content`` are half-open token ranges; ``cue`` the token that introduces them."""

    cue: int
    frame: str  # clause, opinion, infinitive, preposition, naming, object, judging, noun, phrase
    content: tuple[tuple[int, int], ...]
    source: Source | None
    stance: str = "affirms"
    addressee: tuple[int, int] | None = None


def subtrees(tokens: Iterable[Token]) -> set[int]:
    """The tokens below some tokens, themselves included."""
    return {t.i for token in tokens for t in token.subtree}


def ranges_of(doc: Doc, tokens: set[int]) -> tuple[tuple[int, int], ...]:
    """Runs of neighbouring tokens, less white space and punctuation at either end; a lone pronoun is none."""
    runs: list[list[int]] = []
    for i in sorted(tokens):
        if runs and all(doc[k].is_space or doc[k].is_punct for k in range(runs[-1][1], i)):
            runs[-1][1] = i + 1
        else:
            runs.append([i, i + 1])
    return tuple(run for run in (_trimmed(doc, *run) for run in runs) if run is not None)


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    while start < end and (doc[start].is_space or doc[start].is_punct):
        start += 1
    while start < end and (doc[end - 1].is_space or doc[end - 1].is_punct):
        end -= 1
    if start == end or (end - start == 1 and doc[start].lower_ in lexicon().closed["fronted"]):
        return None
    return start, end
