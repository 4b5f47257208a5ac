"""From an alignment to a verdict: no copy, or which kind, and why."""

from __future__ import annotations

from newsledger.link.copies.measures import Comparison

# A copy keeps the names and numbers and may change the words; a template keeps the words and changes these.
SPECIFICS = 0.6  # share of the names and numbers in aligned sentences that a copy must keep
LEAST = 6  # 3-grams in common; fewer prove nothing
CONTAINED = 0.11  # share of an article's 3-grams that the other carries: independent reports stay under .1
IN_ORDER = 0.07  # ... where the aligned sentences stand in one order and keep names and numbers
PASSAGE = 0.15  # ... and these are so much of one article's content words
MOSTLY = 0.5  # ... where one aligned sentence is enough, for it is most of the article's own words
ALONE = 0.2  # ... or this much, where it keeps names and numbers and is half of one article's content words
KEPT = 0.85  # share of names and numbers that little evidence must keep
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


def is_copy(c: Comparison) -> bool:
    """Whether one text lies behind both."""
    if c.grams < LEAST or is_template(c) or is_thin(c) or is_scattered(c):
        return False
    several = c.least >= 2 or (c.matches >= 2 and c.coverage >= PART and keeps_all(c))  # or merged into one
    if several and c.contained >= CONTAINED:
        return True
    if c.least >= 3 and c.contained >= IN_ORDER and keeps_all(c):
        return c.coverage >= PASSAGE
    if is_most(c):
        return True
    return c.contained >= MOSTLY and c.grams >= LONG


def keeps_all(c: Comparison) -> bool:
    """Whether the aligned sentences stand in one order and keep names and numbers."""
    return c.tau >= 0.9 and (c.specifics or 0.0) >= 0.9


def is_most(c: Comparison) -> bool:
    """Whether a single aligned sentence is most of an article, and keeps names and numbers."""
    if c.least != 1 or c.contained < ALONE or c.coverage < MOSTLY:
        return False
    return (c.specifics or 0.0) >= KEPT or c.contained >= MOSTLY


def is_template(c: Comparison) -> bool:
    """Whether the aligned sentences share their words but not their names and numbers."""
    return c.specifics is not None and c.specifics < SPECIFICS


def is_scattered(c: Comparison) -> bool:
    """Whether two articles share bits here and there, as the reports of one desk on one matter do.

    Who takes over a part takes a passage; a text that was shuffled or rewritten is taken over for the most
    part.
    """
    if c.coverage >= PART or (c.contained >= MOSTLY and c.least > 1):
        return False
    if c.matches > ENOUGH and c.coverage >= MOSTLY and keeps_all(c):
        return False
    return c.matches < 2 or c.dense < DENSE or c.tau < IN_PLACE


def is_thin(c: Comparison) -> bool:
    """Whether the aligned sentences are so changed and so few that two reports of one event may look like it."""
    whole = c.coverage >= 0.9
    if c.verbatim < LEAST_UNCHANGED and not whole:
        return True
    if c.verbatim >= UNCHANGED or c.matches > ENOUGH:
        return False
    if c.specifics is None and c.tau >= 0.9 and c.coverage >= MOSTLY:
        return False
    return (c.tau < SHUFFLED and not whole) or (c.specifics or 0.0) < KEPT


def kind_of(c: Comparison) -> str:
    """Duplicate, excerpt, rewrite or reordered."""
    if c.matches >= ENOUGH and c.tau < SHUFFLED:
        return "reordered"
    whole = min(c.coverage_a, c.coverage_b) >= WHOLE
    if c.verbatim < (SAME if whole else VERBATIM):
        return "rewrite"
    return "duplicate" if whole else "excerpt"


def reason_of(kind: str, c: Comparison) -> str:
    """The verdict in words, with its measurements."""
    n = c.sentences
    words = {
        "duplicate": "the same text",
        "excerpt": "a part of one stands in the other" if c.coverage < WHOLE else "one stands in the other",
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
