"""Two wordings of a quotation: are they the same words, a cut, a change, or two utterances?"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from newsledger.link.utterances.words import CUT, Word, clean, wording, words_of

SAME_UTTERANCE = 0.72  # share of the shorter wording's content words that the longer one holds
CUT_WORDS = 4  # words at an end that an altered wording merely leaves off
LONG = 1000  # words; beyond, difflib's own heuristic keeps the alignment linear


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
    similarity = overlap(first, second)
    relation = _relation(first, second, similarity)
    if relation == "exact":
        return Comparison(relation, "", (), similarity)
    diff = _diff(clean(a), first, clean(b), second)
    flags = () if relation == "unrelated" else _flags(first, second, relation)
    return Comparison(relation, diff, flags, similarity)


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


def content(words: Sequence[Word]) -> Counter[str]:
    """The stems of the words that tell one utterance from another."""
    common = wording().common
    return Counter(stem(w.form) for w in words if w.form not in common and w.form != CUT)


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


def _diff(text_a: str, a: Sequence[Word], text_b: str, b: Sequence[Word]) -> str:
    out: list[str] = []
    for tag, i, j, k, m in _opcodes(a, b):
        if tag == "equal":
            out.append(_slice(text_a, a, i, j))
            continue
        if gone := _slice(text_a, a, i, j):
            out.append(f"[-{gone}-]")
        if new := _slice(text_b, b, k, m):
            out.append(f"{{+{new}+}}")
    return " ".join(part for part in out if part)


def _slice(text: str, words: Sequence[Word], first: int, last: int) -> str:
    """The words with the punctuation behind each."""
    if first == last:
        return ""
    end = words[last].start if last < len(words) else len(text)
    return " ".join(text[words[first].start : max(end, words[last - 1].end)].split()).rstrip(" \"'“”‘’«»")


def _opcodes(a: Sequence[Word], b: Sequence[Word]) -> Sequence[tuple[str, int, int, int, int]]:
    matcher = difflib.SequenceMatcher(
        None, [w.form for w in a], [w.form for w in b], autojunk=max(len(a), len(b)) > LONG
    )
    return matcher.get_opcodes()


def _flags(a: Sequence[Word], b: Sequence[Word], relation: str) -> tuple[str, ...]:
    """Which kinds of words changed. What a truncation leaves off at the ends is no change."""
    classes = wording().classes
    least = 1 if relation == "truncated" else CUT_WORDS
    codes = _without_cuts(_opcodes(a, b), least)
    flags = set()
    moved = Counter(w.form for w in a), Counter(w.form for w in b)
    for _, i, j, k, m in (code for code in codes if code[0] != "equal"):
        gone, new = Counter(w.form for w in a[i:j]), Counter(w.form for w in b[k:m])
        changed = set((gone - new) + (new - gone))
        flags |= {"negation"} if changed & classes["negation"] else set()
        # A modal that only moved changes nothing; a negation that moved may.
        flags |= (
            {"modality"}
            if {f for f in changed if moved[0][f] != moved[1][f]} & classes["modality"]
            else set()
        )
        flags |= {"number"} if any(f[0].isdigit() or f in classes["bounds"] for f in changed) else set()
        if relation == "altered" and _names(a[i:j]) != _names(b[k:m]):
            flags.add("name")
    return tuple(sorted(flags))


def _without_cuts(
    codes: Sequence[tuple[str, int, int, int, int]], least: int
) -> Sequence[tuple[str, int, int, int, int]]:
    """The operations less what is merely left off, ``least`` words or more, at either end."""

    def is_cut(code: tuple[str, int, int, int, int]) -> bool:
        tag, i, j, k, m = code
        return tag in ("delete", "insert") and (j - i) + (m - k) >= least

    start = 1 if codes and is_cut(codes[0]) else 0
    end = len(codes) - 1 if codes and is_cut(codes[-1]) else len(codes)
    return codes[start:end]


def _names(words: Sequence[Word]) -> set[str]:
    return {w.form for w in words if w.shown[:1].isupper() and w.start > 0 and w.form not in wording().common}
