"""Two wordings of a quotation: are they the same words, a cut, a change, or two utterances?"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from newsledger.link.utterances.changes import diff, flags
from newsledger.link.utterances.words import CUT, Word, clean, wording, words_of

SAME_UTTERANCE = 0.72  # share of the shorter wording's content words that the longer one holds


@dataclass(frozen=True, slots=True)
class Comparison:
    """``relation`` is exact, truncated, altered or unrelated; ``diff`` marks ``[-words-]`` and ``{+words+}``."""

    relation: str
    diff: str
    flags: tuple[str, ...] = ()
    similarity: float = 0.0


class Heard:
    """A wording as it sounds, and what its comparison with others needs, made once and on demand."""

    def __init__(self, text: str) -> None:
        self.text = clean(text)
        self.words = words_of(self.text)

    @functools.cached_property
    def forms(self) -> list[str]:
        """Its words, cuts left out."""
        return [w.form for w in self.words if w.form != CUT]

    @functools.cached_property
    def key(self) -> str:
        """Equal keys sound alike."""
        return "".join(self.forms)

    @functools.cached_property
    def spaced(self) -> str:
        """Its words, a space around each."""
        return f" {' '.join(self.forms)} "

    @functools.cached_property
    def content(self) -> Counter[str]:
        """The stems of the words that tell one utterance from another."""
        common = wording().common
        return Counter(stem(w.form) for w in self.words if w.form not in common and w.form != CUT)

    @functools.cached_property
    def size(self) -> int:
        """How many such words it has."""
        return self.content.total()

    @functools.cached_property
    def segments(self) -> tuple[list[str], list[str]]:
        """What stands between its cuts; and where an editor's words are taken for cuts, too."""
        return _segments(self.words, False), _segments(self.words, True)


@functools.lru_cache(maxsize=1 << 15)  # a quotation is compared with many others
def heard(text: str) -> Heard:
    """The wording of a quotation as it sounds."""
    return Heard(text)


def compare_quotations(a: str, b: str) -> Comparison:
    """Compare two wordings of a quotation.

    exact: the same words when read aloud. truncated: one is left of the other after cuts at an end, or
    inside where a mark shows the cut. altered: a word that was not said, a word dropped without a mark, an
    order that was not said. unrelated: two utterances. ``flags`` name what changed: negation, number,
    modality, name.
    """
    first, second = heard(a), heard(b)
    relation, similarity = relate(first, second)
    if relation == "exact":
        return Comparison(relation, "", (), similarity)
    shown = diff(first.text, first.words, second.text, second.words)
    changed = () if relation == "unrelated" else flags(first.words, second.words, relation)
    return Comparison(relation, shown, changed, similarity)


def relate(a: Heard, b: Heard) -> tuple[str, float]:
    """The relation of two wordings, and how much of their content they share."""
    similarity = overlap(a, b) if a.content or b.content else _run(a, b)
    return _relation(a, b, similarity), similarity


def _relation(a: Heard, b: Heard, similarity: float) -> str:
    if not a.forms or not b.forms:
        return "exact" if a.forms == b.forms else "unrelated"
    if a.key == b.key:
        return "exact"
    short, long = (a, b) if len(a.forms) <= len(b.forms) else (b, a)
    if _fits(short, long):
        return "altered" if _turned(short, long) else "truncated"
    return "altered" if similarity >= SAME_UTTERANCE else "unrelated"


def _fits(short: Heard, long: Heard) -> bool:
    """Whether the segments of the shorter wording between its cuts follow one another in the longer."""
    return bool(short.content) and any(_follow(segments, long.spaced) for segments in short.segments)


def _follow(segments: Sequence[str], text: str) -> bool:
    """Whether the segments stand in a text one after the other."""
    at = 0
    for segment in segments:
        at = text.find(f" {segment} ", at)
        if at < 0:
            return False
        at += len(segment)
    return True


def _turned(short: Heard, long: Heard) -> bool:
    """Whether all that is cut from the front is a bound or a negation: "At least thirty" made "Thirty"."""
    if any(w.form == CUT for w in short.words[:1]):
        return False
    forms, kept = long.forms, short.forms
    cut = forms[: next((i for i in range(len(forms)) if forms[i : i + len(kept)] == kept), 0)]
    turning = wording().classes["bounds"] | wording().classes["negation"]
    return 0 < len(cut) <= 3 and all(form in turning for form in cut)


def _segments(words: Sequence[Word], optional_as_cut: bool) -> list[str]:
    segments: list[list[str]] = [[]]
    for word in words:
        if word.form == CUT or (optional_as_cut and word.optional):
            segments.append([])
        else:
            segments[-1].append(word.form)
    return [" ".join(s) for s in segments if s]


def overlap(a: Heard, b: Heard) -> float:
    """The share of the content words of the shorter wording that the longer holds, inflection aside."""
    if not a.content or not b.content:
        return 0.0
    short, long = (a, b) if a.size <= b.size else (b, a)
    return sum(min(n, long.content[stem]) for stem, n in short.content.items()) / short.size


def _run(a: Heard, b: Heard) -> float:
    """The share of the longer wording that both have in one order: for those without a content word."""
    return in_order(a, b) / max(1, len(a.forms), len(b.forms))


def in_order(a: Heard, b: Heard) -> int:
    """How many words both have in one order: the longest common subsequence."""
    return LCSseq.similarity(a.forms, b.forms)


@functools.lru_cache(maxsize=1 << 15)
def stem(form: str) -> str:
    """A crude stem, enough to match inflections: the ending cut off, five letters kept at least."""
    for ending in (
        "ations",
        "ation",
        "ingly",
        "ments",
        "ment",
        "ings",
        "ing",
        "edly",
        "ies",
        "ed",
        "es",
        "ly",
        "s",
    ):
        if form.endswith(ending) and len(form) - len(ending) >= 3:
            form = form[: -len(ending)]
            break
    return form.removesuffix("'s").removesuffix("e")
