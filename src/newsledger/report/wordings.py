"""One utterance in two wordings: what changed inside quotation marks, and in whose article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsledger.assess.words import normal
from newsledger.link.copies.components import components
from newsledger.records import Quotation, QuotationVariant
from newsledger.report.diff import Piece, change_words, changes, read_diff, turned, word_diff
from newsledger.report.tables import Evidence, Index, place
from newsledger.report.wording import listed

FEW_CHANGES = 3  # up to this many, the words are named; beyond, both wordings are given whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Altered:
    """One utterance in two wordings; ``left`` is the earlier text where the ledger knows it."""

    variant: QuotationVariant
    left: Quotation
    right: Quotation
    pieces: tuple[Piece, ...]
    speaker: str
    in_copy: bool  # a copy joins the two articles
    sentence: str
    evidence: tuple[Evidence, ...]


def altered_quotations(index: Index) -> tuple[Altered, ...]:
    """Utterances whose words differ between articles, those between copies first.

    Each article that has other words than the utterance's first text stands once, beside a text that has those.
    """
    pairs: list[tuple[QuotationVariant, Quotation, Quotation]] = []
    for variant in index.rows("quotation_variants"):
        a, b = index.quotations.get(variant.quotation_a), index.quotations.get(variant.quotation_b)
        if variant.relation == "altered" and a and b and a.article_id != b.article_id:
            pairs.append((variant, a, b))
    rows = [altered(index, variant, a, b) for variant, a, b in against_the_first(index, pairs)]
    return tuple(sorted(rows, key=lambda r: not r.in_copy))


Pair = tuple[QuotationVariant, Quotation, Quotation]


def against_the_first(index: Index, pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Of the pairs of each utterance one for each text that has other words than the first, that text behind."""
    said = {q.quotation_id: q for _, a, b in pairs for q in (a, b)}
    edges = [(a.quotation_id, b.quotation_id) for _, a, b in pairs]
    edges += same_wordings(said.values())
    group_of = {i: n for n, group in enumerate(components(sorted(said), edges)) for i in group}
    first: dict[int, Quotation] = {}
    for q in sorted(said.values(), key=lambda q: originality(index, q)):
        first.setdefault(group_of[q.quotation_id], q)
    told: set[str] = set()
    for variant, a, b in sorted(pairs, key=lambda p: sorted(originality(index, q) for q in p[1:])):
        words = normal(first[group_of[a.quotation_id]].text)
        ordered = sorted((a, b), key=lambda q: (normal(q.text) != words, originality(index, q)))
        left, right = ordered
        if right.quotation_id not in told:
            told.add(right.quotation_id)
            yield variant, left, right


def same_wordings(said: Iterable[Quotation]) -> Iterator[tuple[str, str]]:
    """One speaker's equal words, in whose article ever."""
    first: dict[tuple[str | None, str], str] = {}
    for q in said:
        yield first.setdefault((q.speaker_id, normal(q.text)), q.quotation_id), q.quotation_id


def originality(index: Index, quotation: Quotation) -> tuple[bool, int, int]:
    """The likely original of a family before its copies, then what was published first."""
    article = index.articles[quotation.article_id]
    original = index.originals.get(article.family_id or "")
    return (original not in (None, article.article_id), index.rank[article.article_id], quotation.start)


def altered(index: Index, variant: QuotationVariant, left: Quotation, right: Quotation) -> Altered:
    """The pair with the words of the first text to the left."""
    a, b = index.quotations[variant.quotation_a], index.quotations[variant.quotation_b]
    pieces = read_diff(variant.diff) or word_diff(a.text, b.text)
    pieces = turned(pieces) if left is b else pieces
    derivation = index.derivations.get(frozenset((a.article_id, b.article_id)))
    speaker = index.speaker(left) or index.speaker(right)
    text = altered_sentence(index, speaker, left, right, changes(pieces))
    return Altered(
        variant=variant,
        left=left,
        right=right,
        pieces=pieces,
        speaker=speaker,
        in_copy=derivation is not None,
        sentence=text,
        evidence=(place(left), place(right)),
    )


def altered_sentence(
    index: Index, speaker: str, left: Quotation, right: Quotation, pairs: tuple[tuple[str, str], ...]
) -> str:
    head = f"A quotation of {speaker}" if speaker else "A quotation"
    first, second = index.name_of(left.article_id), index.name_of(right.article_id)
    if 0 < len(pairs) <= FEW_CHANGES:
        return f"{head} differs: {second} has {listed(change_words(pairs))}, compared with {first}."
    return f"{head} differs: {second} has {index.words(right)}, {first} has {index.words(left)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherWords:
    """Everything that one article has in other words inside quotation marks, in one sentence."""

    article_id: str
    sentence: str
    reason: str
    evidence: tuple[Evidence, ...]


def other_words(index: Index) -> tuple[OtherWords, ...]:
    """One finding for each article that differs from an earlier one; of three versions, from the first."""
    pairs: dict[tuple[str, str], list[Altered]] = {}
    for row in altered_quotations(index):
        pairs.setdefault((row.right.article_id, row.left.article_id), []).append(row)
    told: dict[str, OtherWords] = {}
    for right, left in sorted(pairs, key=lambda p: (index.rank[p[0]], index.rank[p[1]])):
        if right not in told:
            told[right] = told_at_once(index, left, right, pairs[right, left])
    return tuple(told.values())


def told_at_once(index: Index, left: str, right: str, rows: Sequence[Altered]) -> OtherWords:
    """Every change by speaker: the words where they are few, both wordings where they are many."""
    spoken: dict[str, list[str]] = {}
    for row in rows:
        spoken.setdefault(row.speaker or "Speaker not named", []).append(changed_words(index, row))
    by_speaker = [f"{who}: {'; '.join(words)}." for who, words in spoken.items()]
    head = f"{index.name_of(right)} differs from {index.name_of(left)} inside quotation marks."
    return OtherWords(
        article_id=right,
        sentence=" ".join([head, *by_speaker]),
        reason=rows[0].variant.reason,
        evidence=tuple(e for row in rows for e in row.evidence),
    )


def changed_words(index: Index, row: Altered) -> str:
    """The change in words where it is short, else both wordings."""
    pairs = changes(row.pieces)
    if 0 < len(pairs) <= FEW_CHANGES:
        return listed(change_words(pairs))
    return f"{index.words(row.right)} for {index.words(row.left)}"
