"""From an alignment to a verdict: no copy, or which kind, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsledger.link.copies.alignment import Match, align, kendall_tau, longest_run
from newsledger.link.copies.prose import Prose

# A copy keeps the names and numbers and may change the words; a template keeps the words and changes these.
SPECIFICS = 0.6  # share of the names and numbers in aligned sentences that a copy must keep
FEW = 3  # names and numbers; with fewer there is nothing to tell a template by
CONTAINED = 0.11  # share of an article's 3-grams that the other carries: independent reports stay under .1
IN_ORDER = 0.07  # ... where the aligned sentences stand in one order and keep names and numbers
MOSTLY = 0.5  # ... where one aligned sentence is enough, for it is most of the article's own words
ALONE = 0.2  # ... or this much, where it keeps names and numbers and is half of one article's content words
KEPT = 0.85  # share of names and numbers that little evidence must keep
LITTLE = 15  # content words; fewer of an article's own prove nothing
LONG = 12  # 3-grams that a single aligned sentence must share
UNCHANGED = (
    0.5  # share of unchanged 3-grams below which few aligned sentences (``ENOUGH``) need more evidence
)
LEAST_UNCHANGED = 0.2  # two reports of one event, told in the same order, share about a tenth
WHOLE = 0.85  # coverage from which an article counts as carried whole
VERBATIM = 0.76  # mean share of 3-grams from which the sentences of a part count as unchanged ...
SAME = 0.85  # ... and from which those of a whole text do: a typing slip changes three sequences of twenty
SHUFFLED = 0.45  # Kendall tau below which the order was changed
PART = 0.6  # coverage below which only a part was taken over: one passage, in its order, not bits of many
DENSE = 0.5  # share of the sentences from the first to the last of a passage that must be aligned
IN_PLACE = 0.4  # Kendall tau that a passage keeps
ENOUGH = 4  # aligned sentences that an order needs


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What two articles have in common, measured."""

    matches: tuple[Match, ...]
    contained_a: float  # share of a's 3-grams in aligned sentences that b carries
    contained_b: float
    coverage_a: float  # share of a's content words in aligned sentences
    coverage_b: float
    verbatim: float  # mean over the aligned sentences, weighed by length
    specifics: float | None  # share of names and numbers that aligned sentences agree on
    tau: float
    run: int


def compare_articles(a: Prose, b: Prose) -> Comparison:
    """Measure what two articles share."""
    return measure(a, b, align(a, b))


def verified(a: Prose, b: Prose) -> Comparison | None:
    """The comparison of two articles with one text behind both, None for any others."""
    found = compare_articles(a, b)
    if is_copy(found) and (a.quoted or b.quoted):
        own = tuple(m for m in found.matches if not either_quotes(a, b, m))
        found = found if len(own) == len(found.matches) else measure(a, b, own)
    return found if is_copy(found) else same_interview(a, b)


def measure(a: Prose, b: Prose, matches: tuple[Match, ...]) -> Comparison:
    """The measurements of an alignment."""
    left, right = {m.a for m in matches}, {m.b for m in matches}
    grams = sum(m.grams for m in matches)
    shorter = sum(min(len(a.grams[m.a]), len(b.grams[m.b])) for m in matches)
    return Comparison(
        matches=matches,
        contained_a=min(1.0, grams / max(1, sum(map(len, a.grams)))),
        contained_b=min(1.0, grams / max(1, sum(map(len, b.grams)))),
        coverage_a=sum(len(a.stems[i]) for i in left) / max(1, a.size),
        coverage_b=sum(len(b.stems[j]) for j in right) / max(1, b.size),
        verbatim=grams / max(1, shorter),
        specifics=agreement(a, b, matches),
        tau=kendall_tau(matches),
        run=longest_run(matches),
    )


def either_quotes(a: Prose, b: Prose, m: Match) -> bool:
    """Whether what two sentences share stands in one of the articles as a quotation: then it is no evidence."""
    shared = a.grams[m.a] & b.grams[m.b]
    quoted = max(len(shared & a.said), len(shared & b.said))
    return quoted > len(shared) / 2


def agreement(a: Prose, b: Prose, matches: Sequence[Match]) -> float | None:
    """The share of names and numbers on which aligned sentences agree; None where there are too few."""
    common = total = 0
    for m in matches:
        left, right = a.specifics(m.a), b.specifics(m.b)
        common += len(left & right)
        total += min(len(left), len(right))
    return common / total if total >= FEW else None


def is_copy(c: Comparison) -> bool:
    """Whether one text lies behind both."""
    if is_template(c) or is_thin(c) or is_scattered(c):
        return False
    contained, n = max(c.contained_a, c.contained_b), len(c.matches)
    if n >= 2 and contained >= CONTAINED:
        return True
    if n >= 3 and c.tau >= 0.9 and contained >= IN_ORDER and (c.specifics or 0.0) >= 0.9:
        return max(c.coverage_a, c.coverage_b) >= 0.18
    if n == 1 and contained >= ALONE and max(c.coverage_a, c.coverage_b) >= MOSTLY:
        return (c.specifics or 0.0) >= KEPT or contained >= MOSTLY
    return contained >= MOSTLY and sum(m.grams for m in c.matches) >= LONG


def is_template(c: Comparison) -> bool:
    """Whether the aligned sentences share their words but not their names and numbers."""
    return c.specifics is not None and c.specifics < SPECIFICS


def is_scattered(c: Comparison) -> bool:
    """Whether two articles share bits here and there, as the reports of one desk on one matter do.

    Who takes over a part takes a passage; a text that was shuffled or rewritten is taken over for the most
    part.
    """
    if max(c.coverage_a, c.coverage_b) >= PART:
        return False
    dense = max(density(m.a for m in c.matches), density(m.b for m in c.matches))
    return len(c.matches) < 2 or dense < DENSE or c.tau < IN_PLACE


def density(numbers: Iterable[int]) -> float:
    """The share of the sentences from the first to the last that are among ``numbers``."""
    found = set(numbers)
    return len(found) / (max(found) - min(found) + 1) if found else 0.0


def same_interview(a: Prose, b: Prose) -> Comparison | None:
    """The comparison of two articles that are mostly quotation, with their quotations left in.

    Such articles have few words of their own. They are copies where the whole text agrees and what is
    their own agrees as well; None where they do not.
    """
    if not (a.mostly_quoted or b.mostly_quoted):
        return None
    own, whole = compare_articles(a, b), compare_articles(a.unmarked, b.unmarked)
    little = min(a.size, b.size) < LITTLE
    if max(own.contained_a, own.contained_b) < MOSTLY and not little:
        return None
    contained = max(whole.contained_a, whole.contained_b)
    return whole if contained >= MOSTLY and len(whole.matches) >= 2 and not is_template(whole) else None


def is_thin(c: Comparison) -> bool:
    """Whether the aligned sentences are so changed and so few that two reports of one event may look like it."""
    whole = max(c.coverage_a, c.coverage_b) >= 0.9
    if c.verbatim < LEAST_UNCHANGED and not whole:
        return True
    if c.verbatim >= UNCHANGED or len(c.matches) > ENOUGH:
        return False
    if c.specifics is None and c.tau >= 0.9 and max(c.coverage_a, c.coverage_b) >= MOSTLY:
        return False
    return (c.tau < SHUFFLED and not whole) or (c.specifics or 0.0) < KEPT


def kind_of(c: Comparison) -> str:
    """Duplicate, excerpt, rewrite or reordered."""
    if len(c.matches) >= ENOUGH and c.tau < SHUFFLED:
        return "reordered"
    whole = min(c.coverage_a, c.coverage_b) >= WHOLE
    if c.verbatim < (SAME if whole else VERBATIM):
        return "rewrite"
    return "duplicate" if whole else "excerpt"


def reason_of(kind: str, c: Comparison) -> str:
    """The verdict in words, with its measurements."""
    n = len({m.a for m in c.matches})
    words = {
        "duplicate": "the same text",
        "excerpt": "a part of one stands in the other",
        "rewrite": "the same sentences with words exchanged",
        "reordered": "the same sentences in another order",
    }[kind]
    parts = [
        f"{words}: {n} sentences aligned, covering {c.coverage_a:.0%} and {c.coverage_b:.0%}",
        f"{c.verbatim:.0%} of their word sequences unchanged",
        f"order kept {c.tau:+.2f} (Kendall tau), longest run {c.run}",
    ]
    if c.specifics is not None:
        parts.append(f"{c.specifics:.0%} of names and numbers agree")
    return "; ".join(parts)
