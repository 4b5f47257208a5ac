"""Which pairs of quotations are one utterance, and how their wordings relate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsledger.link.utterances.compare import Comparison, compare_quotations
from newsledger.link.utterances.spoken import Spoken

RARE = 12  # wordings of one speaker that may share a word before it says nothing
NEAR_DAYS = 60  # between two reports of one utterance; beyond, only the same words are taken
RELATED = 0.34  # overlap that will do where the articles go back to one text
UNALIGNED = 0.6  # where nothing but speaker and words speaks for one utterance
CONTEXT = 0.3  # share of the smaller sentence's content words
PARAPHRASE = 0.6
FEW = 2  # content words, below which a fragment needs its context to be recognised


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """``a`` is the earlier one."""

    a: Spoken
    b: Spoken
    relation: str
    comparison: Comparison
    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the pile says of the articles: aligned sentences, and pairs that go back to one text."""

    aligned: frozenset[tuple[str, str]]
    related: frozenset[tuple[str, str]]

    def is_aligned(self, a: Spoken, b: Spoken) -> bool:
        return any((s, t) in self.aligned for s in a.sentences for t in b.sentences)

    def is_related(self, a: Spoken, b: Spoken) -> bool:
        return (a.quotation.article_id, b.quotation.article_id) in self.related


def find_matches(rows: Sequence[Spoken], known: Known) -> list[Match]:
    """The matches of all blocks; a quotation has at most one partner in another article that is not exact."""
    blocks: dict[str, list[Spoken]] = defaultdict(list)
    for row in rows:
        blocks[row.block].append(row)
    found: list[Match] = []
    for block in sorted(blocks):
        members = sorted(blocks[block], key=lambda r: r.order)
        matches = [m for a, b in _candidates(members, known) if (m := _match(a, b, known)) is not None]
        found += _one_to_one(matches)
    return found


def _candidates(members: Sequence[Spoken], known: Known) -> Iterator[tuple[Spoken, Spoken]]:
    """Pairs that share their key, a rare word or aligned sentences, each once, the earlier first."""
    seen: set[tuple[int, int]] = set()
    for numbers in _postings(members, known):
        for n, i in enumerate(numbers):
            for j in numbers[n + 1 :]:
                if members[i].quotation.article_id != members[j].quotation.article_id and (i, j) not in seen:
                    seen.add((i, j))
                    yield members[i], members[j]


def _postings(members: Sequence[Spoken], known: Known) -> Iterator[list[int]]:
    keys: dict[str, list[int]] = defaultdict(list)
    stems: dict[str, list[int]] = defaultdict(list)
    sentences: dict[str, list[int]] = defaultdict(list)
    for i, member in enumerate(members):
        keys[member.key].append(i)
        for stem in sorted(member.stems):
            stems[stem].append(i)
        for sentence in sorted(member.sentences):
            sentences[sentence].append(i)
    yield from (_star(numbers) for numbers in keys.values())
    distinct = {stem: len({members[i].key for i in numbers}) for stem, numbers in stems.items()}
    yield from (
        numbers for stem, numbers in stems.items() if distinct[stem] <= RARE and len(numbers) <= RARE * RARE
    )
    for s, t in sorted(known.aligned):
        if s in sentences and t in sentences:
            yield sorted({*sentences[s], *sentences[t]})


def _star(numbers: list[int]) -> list[int]:
    return numbers if len(numbers) <= RARE else numbers[:RARE]


def _match(a: Spoken, b: Spoken, known: Known) -> Match | None:
    if not a.marked and not b.marked:
        return None
    comparison = compare_quotations(a.wording, b.wording)
    if a.marked != b.marked:
        return _paraphrase(a, b, comparison)
    relation, score, reason = _relation(a, b, comparison, known)
    if relation is None:
        return None
    return Match(a=a, b=b, relation=relation, comparison=comparison, score=score, reason=reason)


def _relation(a: Spoken, b: Spoken, c: Comparison, known: Known) -> tuple[str | None, float, str]:
    aligned, related = known.is_aligned(a, b), known.is_related(a, b)
    few = min(len(a.stems), len(b.stems)) < FEW
    near = _share(a.context, b.context) >= CONTEXT
    if c.relation in ("exact", "truncated"):
        supported = not few or aligned or near
        if c.relation == "exact" and (supported or _close(a, b)):
            return "exact", 3.0, "the same words"
        return (
            (c.relation, 2.0, "one wording fits into the other")
            if supported and _close(a, b)
            else (None, 0, "")
        )
    if not _close(a, b):
        return None, 0, ""
    if c.similarity >= UNALIGNED and not few:
        return "altered", 1 + c.similarity, "the same speaker and most of the words"
    if related and c.similarity >= RELATED and (aligned or near):
        return (
            "altered",
            1 + c.similarity,
            "the same speaker in two texts that go back to one, and a like sentence",
        )
    if aligned:
        return (
            "altered",
            c.similarity,
            "the same speaker in aligned sentences of two texts that go back to one",
        )
    return None, 0, ""


def _paraphrase(a: Spoken, b: Spoken, comparison: Comparison) -> Match | None:
    shared = len(a.stems & b.stems)
    if shared < 3 or comparison.similarity < PARAPHRASE or not _close(a, b):
        return None
    return Match(
        a=a,
        b=b,
        relation="paraphrase",
        comparison=comparison,
        score=0.5 * comparison.similarity,
        reason=f"in marks in one article only; {shared} content words are shared",
    )


def _close(a: Spoken, b: Spoken) -> bool:
    if a.published is None or b.published is None:
        return True
    return abs((a.published - b.published).days) <= NEAR_DAYS


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


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
