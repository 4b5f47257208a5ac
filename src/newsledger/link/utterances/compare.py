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


def compare_quotations(a: str, b: str) -> Comparison:
    """Compare two wordings of a quotation.

    exact: the same words when read aloud. truncated: one is left of the other after cuts at an end, or
    inside where a mark shows the cut. altered: a word that was not said, a word dropped without a mark, an
    order that was not said. unrelated: two utterances. ``flags`` name what changed: negation, number,
    modality, name.
    """
    first, second = words_of(a), words_of(b)
    similarity = overlap(first, second) if content(first) or content(second) else _run(first, second)
    relation = _relation(first, second, similarity)
    if relation == "exact":
        return Comparison(relation, "", (), similarity)
    shown = diff(clean(a), first, clean(b), second)
    changed = () if relation == "unrelated" else flags(first, second, relation)
    return Comparison(relation, shown, changed, similarity)


def _relation(a: Sequence[Word], b: Sequence[Word], similarity: float) -> str:
    bare_a, bare_b = _forms(a), _forms(b)
    if not bare_a or not bare_b:
        return "exact" if bare_a == bare_b else "unrelated"
    if "".join(bare_a) == "".join(bare_b):
        return "exact"
    short, long = (a, b) if len(bare_a) <= len(bare_b) else (b, a)
    if _fits(short, long):
        return "altered" if _turned(short, long) else "truncated"
    return "altered" if similarity >= SAME_UTTERANCE else "unrelated"


def _forms(words: Sequence[Word]) -> list[str]:
    return [w.form for w in words if w.form != CUT]


def _fits(short: Sequence[Word], long: Sequence[Word]) -> bool:
    """Whether the segments of the shorter wording between its cuts follow one another in the longer."""
    if all(w.form in wording().common or w.form == CUT for w in short):
        return False
    text = " " + " ".join(_forms(long)) + " "
    for optional_as_cut in (False, True):
        at = 0
        for segment in _segments(short, optional_as_cut):
            at = text.find(f" {segment} ", at)
            if at < 0:
                break
            at += len(segment)
        else:
            return True
    return False


def _turned(short: Sequence[Word], long: Sequence[Word]) -> bool:
    """Whether all that is cut from the front is a bound or a negation: "At least thirty" made "Thirty"."""
    if any(w.form == CUT for w in short[:1]):
        return False
    forms, kept = _forms(long), _forms(short)
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


def overlap(a: Sequence[Word], b: Sequence[Word]) -> float:
    """The share of the content words of the shorter wording that the longer holds, inflection aside."""
    first, second = content(a), content(b)
    if not first or not second:
        return 0.0
    short, long = sorted((first, second), key=lambda c: (sum(c.values()), sorted(c)))
    shared = sum(min(n, long[stem]) for stem, n in short.items())
    return shared / sum(short.values())


def _run(a: Sequence[Word], b: Sequence[Word]) -> float:
    """The share of the longer wording that both have in one order: for those without a content word."""
    return in_order(a, b) / max(1, len(_forms(a)), len(_forms(b)))


def in_order(a: Sequence[Word], b: Sequence[Word]) -> int:
    """How many words both have in one order: the longest common subsequence."""
    return LCSseq.similarity(_forms(a), _forms(b))


def content(words: Sequence[Word]) -> Counter[str]:
    """The stems of the words that tell one utterance from another."""
    common = wording().common
    return Counter(stem(w.form) for w in words if w.form not in common and w.form != CUT)


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
