"""What changed between two wordings: the words, and of which kind they are."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Sequence

from newsledger.link.utterances.words import Word, wording

CUT_WORDS = 4  # words at an end that an altered wording merely leaves off
LONG = 1000  # words; beyond, difflib's own heuristic keeps the alignment linear


def diff(text_a: str, a: Sequence[Word], text_b: str, b: Sequence[Word]) -> str:
    """The words of both, punctuation included: ``[-of a only-]``, ``{+of b only+}``."""
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


def flags(a: Sequence[Word], b: Sequence[Word], relation: str) -> tuple[str, ...]:
    """Which kinds of words changed. What a truncation leaves off at the ends is no change."""
    classes = wording().classes
    least = 1 if relation == "truncated" else CUT_WORDS
    codes = _without_cuts(_opcodes(a, b), least)
    found = set()
    moved = Counter(w.form for w in a), Counter(w.form for w in b)
    for _, i, j, k, m in (code for code in codes if code[0] != "equal"):
        gone, new = Counter(w.form for w in a[i:j]), Counter(w.form for w in b[k:m])
        changed = set((gone - new) + (new - gone))
        found |= {"negation"} if changed & classes["negation"] else set()
        # A modal that only moved changes nothing; a negation that moved may.
        found |= (
            {"modality"}
            if {f for f in changed if moved[0][f] != moved[1][f]} & classes["modality"]
            else set()
        )
        found |= {"number"} if any(f[0].isdigit() or f in classes["bounds"] for f in changed) else set()
        if relation == "altered" and _names(a[i:j]) != _names(b[k:m]):
            found.add("name")
    return tuple(sorted(found))


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
