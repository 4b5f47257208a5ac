"""What the search for a denied statement looks through: acts, words, figures, mentions by place and story."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from newsledger.annotate.annotation import Annotation, FoundStance
from newsledger.annotate.mentions import tables
from newsledger.assess.affiliation import Affiliations
from newsledger.assess.denying.answers import find_answers
from newsledger.assess.sentences import Sentences
from newsledger.assess.sides import Said
from newsledger.assess.words import WORD, content_words, cue_words, is_negative, stems
from newsledger.link.figures import Names
from newsledger.records import Article, Derivation, Figure, Mention, Quotation


@dataclass(frozen=True, slots=True)
class Act:
    """A stance with its participants resolved."""

    article: Article
    found: FoundStance
    actor_id: str | None
    target_id: str | None
    words: frozenset[str]
    spoken: bool = False  # the speaker's own words: "That is a lie"

    def said(self) -> Said:
        """As evidence."""
        return Said(
            article=self.article, start=self.found.start, end=self.found.end, speaker_id=self.actor_id
        )

    def is_before(self, other: Act) -> bool:
        """Whether this was said before the other, by publication and place."""
        return _moment(self) < _moment(other)

    def is_in(self, said: Said) -> bool:
        """Whether this is the act's own sentence."""
        return said.article is self.article and said.start == self.found.start

    @property
    def points_back(self) -> bool:
        """Whether it answers what was said just before: "denied those claims", "replied that"."""
        return self.found.anaphoric or self.found.act == "counters"


def _moment(act: Act) -> tuple[str, str, int]:
    return (str(act.article.published or ""), act.article.article_id, act.found.cue.start)


def _stems_of_names(found: FoundStance, text: str) -> frozenset[str]:
    """The stems of the capitalised words of what is denied: names, which join any two sentences of a story."""
    if found.content is None:
        return frozenset()
    words = WORD.findall(text[found.content.start : found.content.end])
    return stems(w.lower() for w in words if w[:1].isupper())


def _stems_of_roles(found: FoundStance) -> frozenset[str]:
    """The stems of its nouns for persons and bodies: who takes part, not what is said of them."""
    roles = tables.roles()
    return stems(word for word in found.words if word in roles.person or word in roles.org)


def _disordered(derivations: Iterable[Derivation]) -> Iterator[str]:
    """Copies with their sentences out of order: no neighbour says what "it" is."""
    for d in derivations:
        if d.kind == "reordered" and d.likely_original:
            yield d.article_b if d.likely_original == d.article_a else d.article_a


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
        derivations: Iterable[Derivation] = (),
    ) -> None:
        self.disordered = frozenset(_disordered(derivations))
        self.articles = {a.article_id: a for a in articles}
        self.sentences = sentences
        self.camps = camps
        by_article: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            by_article[mention.article_id].append(mention)
        self.mentions = {a: sorted(ms, key=lambda m: (m.start, m.end)) for a, ms in by_article.items()}
        self.names = {a: Names(ms) for a, ms in by_article.items()}
        said: dict[str, list[Quotation]] = defaultdict(list)
        for q in sorted(quotations, key=lambda q: (q.article_id, q.start, q.end)):
            said[q.article_id].append(q)
        self._said = said
        self.acts = [
            act
            for annotation in sorted(annotations, key=lambda a: a.article_id)
            for act in self._acts_of(annotation, said[annotation.article_id])
        ]
        self._accusations = self._accusations_by_accused()
        self.figures = self._figures_by_claimant(figures)
        self._index(q for found in said.values() for q in found)

    def _accusations_by_accused(self) -> dict[tuple[str | None, str], list[Act]]:
        """By story and each voice of the camp of who is accused."""
        out: dict[tuple[str | None, str], list[Act]] = defaultdict(list)
        for act in self.acts:
            if act.found.act == "accuses" and act.target_id:
                for accused in {*self.camps.camp(act.target_id), self.camps.voice(act.target_id)}:
                    out[(act.article.story_id, accused)].append(act)
        return out

    def _figures_by_claimant(self, figures: Iterable[Figure]) -> dict[tuple[str | None, str], list[Figure]]:
        """By story and voice, without those taken back."""
        out: dict[tuple[str | None, str], list[Figure]] = defaultdict(list)
        for figure in figures:
            if figure.claimant_id and not figure.retracted:
                voice = self.camps.voice(figure.claimant_id)
                out[(self.articles[figure.article_id].story_id, voice)].append(figure)
        return out

    def _acts_of(self, annotation: Annotation, said: Iterable[Quotation]) -> list[Act]:
        """The stances of an article and its speakers' own answers, in order."""
        article = self.articles[annotation.article_id]
        acts = [self._act(annotation, found) for found in annotation.stances]
        for found, speaker_id in find_answers(said, self.sentences, article.text):
            acts.append(Act(article, found, speaker_id, None, stems(found.words), spoken=True))
        return sorted(acts, key=lambda act: act.found.cue.start)

    def _act(self, annotation: Annotation, found: FoundStance) -> Act:
        names = self.names.get(annotation.article_id, Names(()))
        actor_id, target_id = names.resolve(found.actor), names.resolve(found.target)
        if found.content is None and actor_id is not None and actor_id == target_id:
            found, target_id = (
                replace(found, target=None),
                None,
            )  # nobody contradicts himself: "him" is another
        return Act(self.articles[annotation.article_id], found, actor_id, target_id, stems(found.words))

    def telling(self, act: Act) -> frozenset[str]:
        """The words of a denial that say what is denied: neither names nor nouns for persons and bodies."""
        return self.matter(act) - _stems_of_names(act.found, act.article.text)

    def matter(self, act: Act) -> frozenset[str]:
        """Those words and the names among them."""
        return act.words - _stems_of_roles(act.found)

    def _index(self, quotations: Iterable[Quotation]) -> None:
        self.sayings: dict[str, list[tuple[Said, str]]] = defaultdict(list)
        self.said: dict[tuple[str | None, str], list[Said]] = defaultdict(list)
        self.about: dict[tuple[str | None, str], list[Said]] = defaultdict(list)
        self._open: set[tuple[str, int]] = set()
        self.alleged: dict[str, list[Said]] = defaultdict(list)
        alleging = tuple(verb.removesuffix("e") for verb in sorted(cue_words("alleging_verbs")))
        for q in quotations:
            article = self.articles[q.article_id]
            start, end = self.sentences.around(q.article_id, q.start, q.end)
            said = Said(article=article, start=start, end=end, speaker_id=q.speaker_id)
            self.sayings[q.article_id].append((said, q.text))
            if q.stance == "questions":
                self._open.add((q.article_id, start))
            if self.prosecutes(q.speaker_id):
                for word in content_words(said.text):
                    self.about[(article.story_id, word)].append(said)
            if (q.cue or "").lower().startswith(alleging):
                self.alleged[q.article_id].append(said)
            if q.stance == "affirms" and not is_negative(q.text):
                for word in content_words(q.text):
                    self.said[(article.story_id, word)].append(said)

    def speaking(self, article_id: str, start: int, end: int) -> list[str]:
        """Who says something that lies within a span."""
        spoken = (q for q in self._said[article_id] if start <= q.start and q.end <= end)
        return list(dict.fromkeys(q.speaker_id for q in spoken if q.speaker_id))

    def leaves_open(self, article_id: str, start: int) -> bool:
        """Whether the sentence that begins there only tells what somebody did not say."""
        return (article_id, start) in self._open

    def mentioned(self, article_id: str, start: int, end: int) -> list[Mention]:
        """The mentions inside a span."""
        mentions = self.mentions.get(article_id, [])
        at = bisect.bisect_left(mentions, start, key=lambda m: m.start)
        found = []
        while at < len(mentions) and mentions[at].start < end:
            found.append(mentions[at])
            at += 1
        return found

    def words_of_others(self, article: Article, start: int, end: int, actor_id: str | None) -> frozenset[str]:
        """The content words of a sentence without those that the actor himself says in it."""
        text = article.text[start:end]
        for said, words in self.sayings[article.article_id]:
            if said.start == start and self.camps.allied(said.speaker_id, actor_id):
                text = text.replace(words, " ")
        return content_words(text)

    def speaks_of(self, said: Said, entity_id: str | None) -> bool:
        """Whether a statement's sentence mentions the entity or its camp."""
        mentions = self.mentioned(said.article.article_id, said.start, said.end)
        return any(self.means(m, entity_id) for m in mentions)

    def means(self, mention: Mention, entity_id: str | None) -> bool:
        """Whether a mention is of the entity's camp; "the ministry" may be his who is its minister."""
        if entity_id is None or self.camps.allied(mention.entity_id, entity_id):
            return entity_id is not None
        words = content_words(mention.text)
        body = self.camps.name(self.camps.voice(entity_id)) or ""
        return mention.form == "nominal" and bool(words) and words <= content_words(body)

    def prosecutes(self, speaker_id: str | None) -> bool:
        """Whether a speaker's name or role is the prosecution's."""
        if speaker_id is None:
            return False
        words = content_words(f"{self.camps.name(speaker_id)} {self.camps.calling(speaker_id)}")
        return bool(words & stems(cue_words("prosecution")))

    def opposes(self, speaker_id: str | None, actor_id: str | None) -> bool:
        """Whether a speaker can accuse another: neither of his camp, nor he under a description, nor an advocate."""
        if speaker_id is None or self.camps.allied(speaker_id, actor_id):
            return False
        return not self.camps.may_be_one(speaker_id, actor_id) and not (
            content_words(self.camps.calling(speaker_id)) & stems(cue_words("advocates"))
        )

    def accusations_of(self, act: Act) -> list[Act]:
        """The accusations in the story whose target is the actor's camp."""
        if act.actor_id is None:
            return []
        found: dict[int, Act] = {}
        for accused in self.camps.camp(act.actor_id):
            for accusation in self._accusations.get((act.article.story_id, accused), ()):
                found.setdefault(id(accusation), accusation)
        return sorted(found.values(), key=lambda a: (a.article.article_id, a.found.cue.start))
