"""Disputes by denial: the same statement said and denied, gathered over the pile."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from newsledger.annotate.annotation import Span
from newsledger.assess.altered import Copies
from newsledger.assess.denying import Denial, Pile, find_denials, form_of
from newsledger.assess.sides import Said, make_dispute
from newsledger.assess.words import cue_words, normal, stems
from newsledger.link.copies.components import components
from newsledger.records import Article, Dispute, DisputeSide

Rows = tuple[Dispute, list[DisputeSide]]
OPENERS = frozenset(("it", "its", "he", "his", "she", "her", "they", "their"))
MARKS = " ,.“”\"'"
SHARED = 2  # content words that two denials of one thing share


def denial_disputes(pile: Pile, copies: Copies) -> Iterator[Rows]:
    """One dispute for each thing that somebody denies."""
    denials = list(find_denials(pile))
    for group in _same(denials, copies):
        first = group[0]
        charges = [c for d in group for c in d.charges]
        denied = [said for d in group for said in _denying(d, pile)]
        yield make_dispute("denial", [charges, denied], _summary(first, pile), _reason(group), form_of(first))


def _denying(denial: Denial, pile: Pile) -> Iterator[Said]:
    """The denial, and what the denier says next where that goes on."""
    said = denial.act.said()
    yield said
    following = pile.sentences.after(said.article.article_id, said.end)
    if following and denial.act.found.anaphoric and _goes_on(denial, pile, *following):
        yield Said(article=said.article, start=following[0], end=following[1], speaker_id=said.speaker_id)


def _goes_on(denial: Denial, pile: Pile, start: int, end: int) -> bool:
    """Whether the sentence is still the denier's: it opens with a pronoun, or reports an ally."""
    article, actor = denial.act.article, denial.act.actor_id
    if pile.leaves_open(article.article_id, start):
        return False
    if article.text[start:end].split(" ", 1)[0].lower() in OPENERS:
        return True
    return any(
        said.start == start and pile.camps.allied(said.speaker_id, actor)
        for said, _ in pile.sayings[article.article_id]
    )


def _same(denials: list[Denial], copies: Copies) -> list[list[Denial]]:
    """Denials of one speaker that say the same in one story, or that are one sentence in two copies."""
    index: dict[tuple[str | None, str | None], list[int]] = defaultdict(list)
    at: dict[tuple[str, int], int] = {}
    for number, denial in enumerate(denials):
        index[(denial.act.article.story_id, denial.act.actor_id)].append(number)
        at.setdefault((denial.act.article.article_id, denial.act.found.start), number)
    edges = [
        (one, two)
        for numbers in index.values()
        for i, one in enumerate(numbers)
        for two in numbers[i + 1 : i + 20]
        if _is_one(denials[one], denials[two])
    ]
    edges += [(at[a], at[b]) for a, b in copies.places() if a in at and b in at]
    edges += _verbatim(denials)
    return [[denials[n] for n in group] for group in components(range(len(denials)), edges)]


def _verbatim(denials: Sequence[Denial]) -> Iterator[tuple[int, int]]:
    """Denials in the same words in texts of one family, whoever the "he" of each was taken for."""
    first: dict[tuple[str | None, str, str], int] = {}
    for number, denial in enumerate(denials):
        found = denial.act.found
        before = normal(denial.act.article.text[found.start : found.cue.start])
        yield first.setdefault((_family(denial), normal(found.text), before), number), number


def _is_one(a: Denial, b: Denial) -> bool:
    """One charge, or words in common that are not those of any denial ("the figure", "three counts").

    In two texts of one family it is enough that the same voice is answered with a word that points back.
    """
    if set(a.charges) & set(b.charges):
        return True
    if a.act.article is not b.act.article and _family(a) == _family(b):
        answered = {c.speaker_id for c in a.charges} & {c.speaker_id for c in b.charges} - {None}
        if answered and _points(a) and _points(b):
            return True
    words_a, words_b = (d.act.words - _plain() for d in (a, b))
    return bool(words_a & words_b) and len(words_a & words_b) >= min(SHARED, len(words_a), len(words_b))


def _family(denial: Denial) -> str:
    return denial.act.article.family_id or denial.act.article.article_id


def _points(denial: Denial) -> bool:
    """Whether a denial names no matter of its own: "the charge", "the agency's figure"."""
    return denial.act.found.anaphoric or not denial.act.words - _plain()


@functools.cache
def _plain() -> frozenset[str]:
    """Stems of the words for what can be denied."""
    return stems(word for key in ("anaphors", "number_nouns", "count_nouns") for word in cue_words(key))


def _summary(denial: Denial, pile: Pile) -> str:
    act = denial.act
    who = pile.camps.name(act.actor_id) or span_text(act.article, act.found.actor)
    what = _clause(denial)
    sayers = [n for n in dict.fromkeys(pile.camps.name(c.speaker_id) for c in denial.charges) if n]
    against = f"; said by {', '.join(sayers)}" if sayers else ""
    return f"{who} {what}{against}".strip()


def _clause(denial: Denial) -> str:
    """From the verb to the end of its clause; a passive is turned: "dismissed the ministry's figure"."""
    act = denial.act
    text, cue, content = act.article.text, act.found.cue, act.found.content
    if act.spoken:
        return f"says: “{' '.join(text[cue.start : cue.end].split()).strip(MARKS)}”"
    if content is not None and content.start < cue.start:
        return f"disputes: {text[content.start : content.end]}"
    last = max(cue.end, content.end if content else cue.end)
    end = next((i for i in range(last, act.found.end) if text[i] in ",.;:"), act.found.end)
    return " ".join(text[cue.start : end].split())


def _reason(group: Iterable[Denial]) -> str:
    first = next(iter(group))
    cue = span_text(first.act.article, first.act.found.cue)
    return f"the cue “{cue}” against {first.reason}"


def span_text(article: Article, span: Span | None) -> str:
    """The words of a span."""
    return article.text[span.start : span.end] if span else ""
