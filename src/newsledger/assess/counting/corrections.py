"""Corrections: a figure that the paper takes back against the one that it gives instead."""

from __future__ import annotations

from collections.abc import Iterator

from newsledger.assess.counting.contrast import MOST_TIMES
from newsledger.assess.counting.rows import Rows, Scene
from newsledger.assess.sides import make_dispute
from newsledger.link.quantities import as_text, conflict, same_number, same_whole, sizes
from newsledger.records import Figure


def corrections(name: str, figures: list[Figure], scene: Scene) -> Iterator[Rows]:
    """One dispute for each figure that a correction takes back."""
    for old in (f for f in figures if f.retracted):
        new = _replacement(old, figures, scene)
        if new is None:
            continue
        like_old = [
            f
            for f in figures
            if not f.retracted and same_number(f, old) and same_whole(f.subject_id, old.subject_id)
        ] or [old]  # who takes it back does not stand by it
        like_new = [f for f in figures if not f.retracted and same_number(f, new)]
        one_sentence = scene.said(old).start == scene.said(new).start and old.article_id == new.article_id
        told = f"{new.text}, not {old.text}" if one_sentence else f"{old.text} was corrected to {new.text}"
        source = "the sentence" if one_sentence else "a correction in the article"
        yield make_dispute(
            "figure",
            [[scene.said(f) for f in like_old], [scene.said(f) for f in like_new]],
            f"{name}: {told}",
            f"{source} takes back {as_text(old)} and gives {as_text(new)}",
        )


def _replacement(old: Figure, figures: list[Figure], scene: Scene) -> Figure | None:
    """The one of the same sentence, the next figure of the correction, else the article's own for the same quantity."""
    same = [
        f
        for f in figures
        if f.article_id == old.article_id and not f.retracted and conflict(f, old) and _is_of_size(f, old)
    ]
    beside = [f for f in same if scene.said(f).start == scene.said(old).start]
    if beside:
        return beside[0]
    after = [f for f in same if f.start > old.end]
    return min(after, key=lambda f: f.start, default=same[-1] if same else None)


def _is_of_size(new: Figure, old: Figure) -> bool:
    """A slip of the pen, or of a digit: no share price in place of a year's loss."""
    low, high = sizes(new, old)
    return high <= low * MOST_TIMES
