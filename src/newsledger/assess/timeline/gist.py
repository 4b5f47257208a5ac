"""The gist of a sentence: all that a timeline needs to know of its words, a function of its text alone.

Nothing here depends on the pile, so that a gist can be kept as long as the sentence and the program are the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newsledger.assess.timeline import sifting
from newsledger.assess.timeline.words import content_stems
from newsledger.records import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """What a sentence is about, and whether it tells a happening, a plan or a voice; see ``sifting``."""

    stems: tuple[str, ...]  # of its content words, in order, repetitions and all
    length: int  # words
    idle: bool
    state: bool
    quoted: bool
    plan: bool
    ahead: bool
    dangling: bool
    now: bool
    negative: bool


def gist(text: str) -> Gist:
    """The gist of one sentence."""
    return Gist(
        stems=tuple(content_stems(text)),
        length=len(text.split()),
        idle=sifting.is_idle(text),
        state=sifting.is_state(text),
        quoted=sifting.is_quoted(text),
        plan=sifting.is_plan(text),
        ahead=sifting.looks_ahead(text),
        dangling=sifting.is_dangling(text),
        now=sifting.is_now(text),
        negative=sifting.is_negative(text),
    )


def gists(sentences: Iterable[Sentence]) -> dict[str, Gist]:
    """The gist of each wording; one that stands in many articles is read once."""
    found: dict[str, Gist] = {}
    for sentence in sentences:
        if sentence.text not in found:
            found[sentence.text] = gist(sentence.text)
    return found
