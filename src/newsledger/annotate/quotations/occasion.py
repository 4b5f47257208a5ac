"""The occasion of an utterance: the words beside its cue that tell where, when and to whom it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsledger.annotate.quotations.layout import Layout
from newsledger.annotate.quotations.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 40  # tokens


def occasion_of(layout: Layout, cue: int, content: frozenset[int]) -> tuple[int, int] | None:
    """The tokens behind a cue that name whom it was said to, where and when; they end where the content begins.

    "told reporters in Tarvik on Monday": reporters in Tarvik on Monday.
    """
    verb = layout.doc[cue]
    if verb.pos_ not in ("VERB", "AUX") or verb.lower_ == "according":
        return None
    start = end = cue + 1
    children = {c.left_edge.i: c for c in verb.rights}
    while (child := children.get(end)) is not None and _is_circumstance(child):
        stop = child.right_edge.i + 1
        if stop - start > _LONGEST or any(layout.owner[i] >= 0 or i in content for i in range(end, stop)):
            break
        end = stop
    return (start, end) if end > start else None


def _is_circumstance(child: Token) -> bool:
    words = lexicon().circumstances
    if child.dep_ in ("dobj", "dative"):
        return child.head.lemma_.lower() in lexicon().addressing
    if child.dep_ == "npadvmod":
        return child.ent_type_ in ("DATE", "TIME") or any(
            t.ent_type_ in ("DATE", "TIME") for t in child.lefts
        )
    if child.dep_ == "advcl":
        return any(c.lower_ in words and c.dep_ == "mark" for c in child.lefts)
    governed = lexicon().preposition.get(child.head.lemma_.lower(), frozenset())
    return child.dep_ == "prep" and child.lower_ in words - governed
