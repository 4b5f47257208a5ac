"""Denials and what they deny: who says it, where, and in words that the denial shares.

The accusing statement is sought from near to far: an accusation of the denier, the statement of the one
whom the denial names, the sentence before, then any statement of the story with shared content words.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsledger.annotate.annotation import Annotation, FoundStance, Span
from newsledger.assess.affiliation import Affiliations
from newsledger.assess.sides import Said
from newsledger.assess.statements import Sentences
from newsledger.assess.words import content_words, stems
from newsledger.link.figures import Names
from newsledger.records import Article, Figure, Mention, Quotation

NEAR = 3  # sentences before a denial in which its charge is looked for
MOST = 6  # pieces of evidence for a side


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A stance with its participants resolved."""

    article: Article
    found: FoundStance
    actor_id: str | None
    target_id: str | None
    words: frozenset[str]

    def said(self) -> Said:
        """As evidence."""
        return Said(
            article=self.article, start=self.found.start, end=self.found.end, speaker_id=self.actor_id
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A denial and the statements that it denies."""

    act: Act
    charges: tuple[Said, ...]
    reason: str


class Pile:
    """What the search for a charge looks through, indexed by story and word."""

    def __init__(
        self,
        articles: Iterable[Article],
        annotations: Iterable[Annotation],
        mentions: Iterable[Mention],
        quotations: Iterable[Quotation],
        figures: Iterable[Figure],
        sentences: Sentences,
        camps: Affiliations,
    ) -> None:
        self.articles = {a.article_id: a for a in articles}
        self.sentences = sentences
        self.camps = camps
        by_article: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            by_article[mention.article_id].append(mention)
        self.mentions = {a: sorted(ms, key=lambda m: (m.start, m.end)) for a, ms in by_article.items()}
        self.names = {a: Names(ms) for a, ms in by_article.items()}
        self.acts = [
            self._act(annotation, found)
            for annotation in sorted(annotations, key=lambda a: a.article_id)
            for found in annotation.stances
        ]
        self.figures: dict[tuple[str | None, str], list[Figure]] = defaultdict(list)
        for figure in figures:
            if figure.claimant_id and not figure.retracted:
                self.figures[(self.articles[figure.article_id].story_id, figure.claimant_id)].append(figure)
        self._index(quotations)

    def _act(self, annotation: Annotation, found: FoundStance) -> Act:
        names = self.names.get(annotation.article_id, Names(()))
        return Act(
            article=self.articles[annotation.article_id],
            found=found,
            actor_id=names.resolve(found.actor),
            target_id=names.resolve(found.target),
            words=stems(found.words),
        )

    def _index(self, quotations: Iterable[Quotation]) -> None:
        self.said: dict[tuple[str | None, str], list[tuple[Said, frozenset[str]]]] = defaultdict(list)
        for q in sorted(quotations, key=lambda q: (q.article_id, q.start, q.end)):
            article = self.articles[q.article_id]
            start, end = self.sentences.around(q.article_id, q.start, q.end)
            said = Said(article=article, start=start, end=end, speaker_id=q.speaker_id)
            words = content_words(q.text)
            if q.stance == "affirms":
                for word in words:
                    self.said[(article.story_id, word)].append((said, words))

    def mentioned(self, article_id: str, start: int, end: int) -> list[Mention]:
        """The mentions inside a span."""
        mentions = self.mentions.get(article_id, [])
        at = bisect.bisect_left(mentions, start, key=lambda m: m.start)
        found = []
        while at < len(mentions) and mentions[at].start < end:
            found.append(mentions[at])
            at += 1
        return found


def find_denials(pile: Pile) -> Iterator[Denial]:
    """Every denial with a speaker and at least one statement that it denies."""
    accusations: dict[str | None, list[Act]] = defaultdict(list)
    for act in pile.acts:
        if act.found.act == "accuses":
            accusations[act.article.story_id].append(act)
    for act in pile.acts:
        if act.found.act not in ("denies", "counters", "questions") or act.actor_id is None:
            continue
        for search in (_accused, _owned, _shared, _before, _related):
            charges = search(act, pile, accusations[act.article.story_id])
            if charges:
                reason = (search.__doc__ or "").split(":")[0].strip()
                yield Denial(act=act, charges=tuple(dict.fromkeys(charges))[:MOST], reason=reason)
                break


def _accused(act: Act, pile: Pile, accusations: list[Act]) -> list[Said]:
    """an accusation of the one who denies: it shares words with the denial, or stands just before it."""
    found = []
    for accusation in accusations:
        if (
            accusation.found.start == act.found.start
            and accusation.found.cue >= act.found.cue
            and accusation.article is act.article
        ):
            continue
        if accusation.target_id is None or not pile.camps.allied(accusation.target_id, act.actor_id):
            continue
        near = (
            accusation.article is act.article
            and act.found.start - accusation.found.start >= 0
            and any(
                start <= accusation.found.start < end
                for start, end in pile.sentences.before(act.article.article_id, act.found.start, NEAR)
            )
        )
        back = act.found.anaphoric or act.found.act == "counters"
        if (back and near) or len(accusation.words & act.words) >= 1:
            found.append((0 if near else 1, accusation.said()))
    return [said for _, said in sorted(found, key=lambda pair: (pair[0], pair[1].key))]


def _owned(act: Act, pile: Pile, accusations: list[Act]) -> list[Said]:
    """a statement of the one whom the denial names: figures and words of that source."""
    if act.target_id is None or act.found.act == "counters":
        return []
    found: list[Said] = []
    for owner in sorted(pile.camps.camp(act.target_id)):
        for figure in pile.figures[(act.article.story_id, owner)]:
            start, end = pile.sentences.around(figure.article_id, figure.start, figure.end)
            found.append(
                Said(
                    article=pile.articles[figure.article_id],
                    start=start,
                    end=end,
                    speaker_id=figure.claimant_id,
                )
            )
    same = [s for s in found if s.article is act.article] or [
        s
        for s in found
        if s.article.published and s.article.published <= (act.article.published or s.article.published)
    ]
    return sorted(same, key=lambda s: s.key)


def _shared(act: Act, pile: Pile, accusations: list[Act]) -> list[Said]:
    """a statement of another speaker: it shares content words with the denial."""
    return _sharing(act, pile, at_least=2)


def _related(act: Act, pile: Pile, accusations: list[Act]) -> list[Said]:
    """a statement of another speaker: it shares a word with the denial."""
    return _sharing(act, pile, at_least=1)


def _sharing(act: Act, pile: Pile, at_least: int) -> list[Said]:
    words = act.words - _names_of(act, pile)
    scores: dict[Said, int] = defaultdict(int)
    for word in sorted(words):
        for said, _ in pile.said[(act.article.story_id, word)]:
            if said.speaker_id and not pile.camps.allied(said.speaker_id, act.actor_id):
                scores[said] += 1
    good = [
        (n, s)
        for s, n in scores.items()
        if n >= at_least and (s.start, s.article) != (act.found.start, act.article)
    ]
    good.sort(key=lambda pair: (-pair[0], pair[1].article is not act.article, pair[1].key))
    best = good[0][0] if good else 0
    return [s for n, s in good if n == best]


def _names_of(act: Act, pile: Pile) -> frozenset[str]:
    return content_words(pile.camps.name(act.actor_id) or "")


def _before(act: Act, pile: Pile, accusations: list[Act]) -> list[Said]:
    """the sentence before: it names the one who denies, or speaks with another voice."""
    if act.found.act == "counters":
        return []
    for start, end in pile.sentences.before(act.article.article_id, act.found.start, NEAR):
        others = [
            m
            for m in pile.mentioned(act.article.article_id, start, end)
            if m.form != "pronoun" and not pile.camps.allied(m.entity_id, act.actor_id)
        ]
        text = act.article.text[start:end]
        related = (
            act.found.anaphoric
            or content_words(text) & act.words
            or any(
                pile.camps.allied(m.entity_id, act.actor_id)
                for m in pile.mentioned(act.article.article_id, start, end)
            )
        )
        if others and related:
            return [Said(article=act.article, start=start, end=end, speaker_id=others[0].entity_id)]
    return []


def span_text(article: Article, span: Span | None) -> str:
    """The words of a span."""
    return article.text[span.start : span.end] if span else ""
