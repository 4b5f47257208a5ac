"""Which pairs of quotations are one utterance, and how their wordings relate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsledger.link.utterances.candidates import candidates, combined
from newsledger.link.utterances.compare import in_order, relate
from newsledger.link.utterances.known import Known
from newsledger.link.utterances.spoken import Spoken
from newsledger.link.utterances.words import wording

NEAR_DAYS = 60  # between two reports of one utterance; beyond, only the same words are taken
UNALIGNED = 0.6  # share of content words, where nothing but speaker and words speaks for one utterance
RELATED = 0.34  # the same, where the articles go back to one text and the sentences are alike
CONTEXT = 0.3  # share of the smaller sentence's content words from which sentences are alike
PARAPHRASE = 0.6
PARAPHRASE_WORDS = 3
FEW = 2  # content words, below which a fragment needs its context to be recognised
WORDING = 0.38  # share of the words of both that follow one another alike in two wordings of one utterance
ALIGNED = 0.3  # the same, where the sentences are aligned or alike
EXCERPT = 0.65  # or of the shorter one's words, where it is a part of the longer
FRAGMENT = 4  # words, up to which the sentences around a wording tell more than its own words do
TELLING = 5  # words that copies of one text repeat whoever is named as their speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """``a`` is the earlier one; ``score`` ranks matches that compete for a quotation."""

    a: Spoken
    b: Spoken
    relation: str
    score: float
    reason: str


def find_matches(rows: Sequence[Spoken], known: Known) -> list[Match]:
    """The matches of all blocks; in one other article a quotation has one partner that is not exact."""
    blocks: dict[str, list[Spoken]] = defaultdict(list)
    for row in rows:
        if row.block is not None:
            blocks[row.block].append(row)
    found = _copied(rows, known)
    seen = {(m.a.id, m.b.id) for m in found}
    for block in sorted(blocks):
        if len({row.article_id for row in blocks[block]}) < 2:
            continue
        members = sorted(blocks[block], key=lambda r: r.order)
        pairs = ((a, b) for a, b in candidates(members, known) if (a.id, b.id) not in seen)
        found += [m for a, b in pairs if (m := _match(a, b, known)) is not None]
    return _one_to_one(found)


def _copied(rows: Sequence[Spoken], known: Known) -> list[Match]:
    """The same words in marks, where copying or an unnamed speaker explains that the speakers seem to differ."""
    keys: dict[str, list[Spoken]] = defaultdict(list)
    for row in sorted(rows, key=lambda r: r.order):
        if row.marked and len(row.heard.words) >= TELLING:
            keys[row.heard.key].append(row)
    pairs = (pair for key in sorted(keys) for pair in combined(keys[key]))
    return [
        Match(a=a, b=b, relation="exact", score=3.0, reason=_REASONS[ground])
        for a, b in pairs
        if a.article_id != b.article_id and (ground := _copying(a, b, known)) is not None
    ]


def _copying(a: Spoken, b: Spoken, known: Known) -> str | None:
    if known.is_related(a, b):
        return "copied"
    return "unnamed" if _may_be_one(a, b) else None


def _may_be_one(a: Spoken, b: Spoken) -> bool:
    """Whether the speakers may be the same: one of them has no name, and the reports are near in time."""
    return not (a.named and b.named) and _close(a, b)


_REASONS = {
    "copied": "the same words in two texts that go back to one",
    "unnamed": "the same words, whose speaker one article leaves without a name",
    "exact": "the same speaker and the same words",
    "truncated": "the same speaker, and one wording fits into the other",
    "words": "the same speaker and most of the words",
    "alike": "the same speaker in like sentences of two texts that go back to one",
    "aligned": "the same speaker in aligned sentences of two texts that go back to one",
    "anchored": "the same speaker at the same place of two texts that go back to one",
}


def _match(a: Spoken, b: Spoken, known: Known) -> Match | None:
    if not a.marked and not b.marked:
        return None
    if _answers(a.wording, b.wording) or _answers(b.wording, a.wording):
        return None
    relation, similarity = relate(a.heard, b.heard)
    if a.marked != b.marked:
        return _paraphrase(a, b, similarity)
    if relation in ("exact", "truncated"):
        return _same_words(a, b, relation, known)
    if not (_close(a, b) or known.is_related(a, b)):
        return None
    ground, score = _ground(a, b, similarity, known)
    if ground is None:
        return None
    return Match(a=a, b=b, relation="altered", score=score, reason=_REASONS[ground])


def _answers(one: str, other: str) -> bool:
    """ "I never called it a circus": words about the speaker's earlier ones, unless those are about saying, too."""
    table = wording()
    return (
        table.disowned.search(one) is not None
        and table.disowned.search(other) is None
        and table.owned.search(other) is None
    )


def _same_words(a: Spoken, b: Spoken, relation: str, known: Known) -> Match | None:
    """The same words or a cut; a word or two need their context, since anybody says them often."""
    enough = min(len(a.stems), len(b.stems)) >= FEW or known.is_aligned(a, b) or _are_alike(a, b)
    if not enough or (relation == "truncated" and not _close(a, b)):
        return None
    score = 3.0 if relation == "exact" else 2.0
    return Match(a=a, b=b, relation=relation, score=score, reason=_REASONS[relation])


def _ground(a: Spoken, b: Spoken, similarity: float, known: Known) -> tuple[str | None, float]:
    """What speaks for one utterance in two wordings, and how much.

    The same place alone does not: a copy may put one utterance of a speaker where the other has another.
    """
    aligned, related = known.is_aligned(a, b), known.is_related(a, b)
    if (
        similarity >= UNALIGNED
        and min(len(a.stems), len(b.stems)) >= FEW
        and _are_worded_alike(a, b, WORDING)
    ):
        return "words", 1 + similarity
    if related and similarity >= RELATED and (aligned or _are_alike(a, b)) and _are_worded_alike(a, b):
        return "alike", 1 + similarity
    if aligned and _are_worded_alike(a, b):
        return "aligned", similarity
    if related and known.is_anchored(a, b) and _are_worded_alike(a, b, WORDING):
        return "anchored", 0.5 * similarity
    return None, 0.0


def _are_worded_alike(a: Spoken, b: Spoken, least: float = ALIGNED) -> bool:
    """Whether the words of both, small ones included, follow one another alike; of fragments, their sentences'."""
    small, large = sorted((len(a.heard.words), len(b.heard.words)))
    if large <= FRAGMENT:
        return _are_alike(a, b)
    shared, both = in_order(a.heard, b.heard), small + large
    return 2 * shared >= least * both or shared >= EXCERPT * small


def _paraphrase(a: Spoken, b: Spoken, similarity: float) -> Match | None:
    shared = len(a.stems & b.stems)
    if shared < PARAPHRASE_WORDS or similarity < PARAPHRASE or not _close(a, b):
        return None
    return Match(
        a=a,
        b=b,
        relation="paraphrase",
        score=0.4 * similarity,
        reason=f"the same speaker, in marks in one article only; {shared} content words are shared",
    )


def _close(a: Spoken, b: Spoken) -> bool:
    if a.published is None or b.published is None:
        return True
    return abs((a.published - b.published).days) <= NEAR_DAYS


def _are_alike(a: Spoken, b: Spoken) -> bool:
    small = min(len(a.context), len(b.context))
    return small > 0 and len(a.context & b.context) / small >= CONTEXT


def _one_to_one(matches: Iterable[Match]) -> list[Match]:
    """The best first: in one pair of articles a quotation matches one other; exact matches are all kept."""
    taken: set[tuple[str, str]] = set()
    kept = []
    for match in sorted(matches, key=lambda m: (-m.score, m.a.order, m.b.order)):
        a, b = match.a.quotation, match.b.quotation
        slots = ((a.quotation_id, b.article_id), (b.quotation_id, a.article_id))
        if match.relation != "exact" and any(slot in taken for slot in slots):
            continue
        taken.update(slots)
        kept.append(match)
    return kept
