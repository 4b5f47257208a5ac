"""Denials and what they deny: who says it, where, and in words that the denial shares.

The accusing statement is sought from near to far: an accusation of the denier, the statement of the one
whom the denial names, the sentence before, then any statement of the story with shared content words.
"""

from __future__ import annotations

import bisect
import functools
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import resources

from newsledger.annotate.annotation import Annotation, FoundStance, Span
from newsledger.assess.affiliation import Affiliations
from newsledger.assess.sides import Said
from newsledger.assess.statements import Sentences, Statement
from newsledger.assess.words import content_words, normal, stems
from newsledger.link.figures import Names
from newsledger.records import Article, Figure, Mention, Quotation

NEAR = 3  # sentences before a denial in which its charge is looked for
DENYING = frozenset(("denies", "counters", "questions"))
MOST_POSTINGS = 200  # statements that one word is looked up in
CONTEST = 1500  # characters within which papers answer one another
RARE = 8  # statements with a word that joins a denial by itself
LONG_ENOUGH = 2  # words of a charge that stands for itself
NEAREST = 2  # sentences that "that" points back over
TITLE = 25  # characters of a title between a nationality and a name
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

    def is_in(self, said: Said) -> bool:
        """Whether this is the act's own sentence."""
        return said.article is self.article and said.start == self.found.start


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
                voice = camps.voice(figure.claimant_id)
                self.figures[(self.articles[figure.article_id].story_id, voice)].append(figure)
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
        self.sayings: dict[str, list[tuple[Said, str]]] = defaultdict(list)
        self.said: dict[tuple[str | None, str], list[Said]] = defaultdict(list)
        for q in sorted(quotations, key=lambda q: (q.article_id, q.start, q.end)):
            article = self.articles[q.article_id]
            start, end = self.sentences.around(q.article_id, q.start, q.end)
            said = Said(article=article, start=start, end=end, speaker_id=q.speaker_id)
            self.sayings[q.article_id].append((said, q.text))
            if q.stance == "affirms":
                for word in content_words(q.text):
                    self.said[(article.story_id, word)].append(said)

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
    """Every denial with a speaker and at least one statement that it denies.

    The nearest search that finds anything gives the charges; what stands just before, about the one who
    denies, is added as the occasion.
    """
    accusations: dict[str | None, list[Act]] = defaultdict(list)
    for act in pile.acts:
        if act.found.act == "accuses":
            accusations[act.article.story_id].append(act)
    for act in pile.acts:
        if act.found.act not in DENYING or act.actor_id is None:
            continue
        for search in SEARCHES if act.found.act != "counters" else (_accused,):
            charges = search(act, pile, accusations[act.article.story_id])
            if charges:
                if search in (_shared, _related):
                    charges = [*_before(act, pile, []), *charges]
                reason = (search.__doc__ or "").split(":")[0].strip()
                yield Denial(act=act, charges=tuple(dict.fromkeys(charges))[:MOST], reason=reason)
                break


def _accused(act: Act, pile: Pile, accusations: list[Act]) -> list[Said]:
    """an accusation of the one who denies: it shares words with the denial, or stands just before it."""
    near = _sentences_before(act, pile)
    back = act.found.anaphoric or act.found.act == "counters"
    found = []
    for accusation in accusations:
        if accusation.target_id is None or not pile.camps.allied(accusation.target_id, act.actor_id):
            continue
        if accusation.article is act.article and accusation.found.cue >= act.found.cue:
            continue
        just_before = accusation.article is act.article and accusation.found.start in near
        if (back and just_before) or accusation.words & act.words:
            found.append((not just_before, accusation.said()))
    return [said for _, said in sorted(found, key=lambda pair: (pair[0], pair[1].key))]


def _sentences_before(act: Act, pile: Pile) -> dict[int, int]:
    """Start and end of the sentences before a denial, nearest first, and of its own."""
    own = {act.found.start: act.found.end}
    return own | dict(pile.sentences.before(act.article.article_id, act.found.start, NEAR))


def _owned(act: Act, pile: Pile, accusations: list[Act]) -> list[Said]:
    """a statement of the one whom the denial names: figures and words of that source."""
    if act.target_id is None:
        return []
    found = [
        Said(article=pile.articles[f.article_id], start=start, end=end, speaker_id=f.claimant_id)
        for f in pile.figures[(act.article.story_id, pile.camps.voice(act.target_id))]
        for start, end in [pile.sentences.around(f.article_id, f.start, f.end)]
    ]
    day = act.article.published
    same = [s for s in found if s.article is act.article]
    earlier = [s for s in found if day is None or s.article.published is None or s.article.published <= day]
    return sorted(same or earlier, key=lambda s: s.key)


def _shared(act: Act, pile: Pile, accusations: list[Act]) -> list[Said]:
    """a statement of another speaker: it shares content words with the denial."""
    return _sharing(act, pile, at_least=2)


def _related(act: Act, pile: Pile, accusations: list[Act]) -> list[Said]:
    """a statement of another speaker: it shares a word with the denial."""
    return _sharing(act, pile, at_least=1)


def _contested(act: Act, pile: Pile, accusations: list[Act]) -> list[Said]:
    """a statement of another speaker in the article: it says that the thing is true, or that the denier lies."""
    if not any(w in truth_words("false") for w in words_of(act)):
        return []
    truth = truth_words("true") | truth_words("false")
    return [
        said
        for said, text in pile.sayings[act.article.article_id]
        if said.speaker_id
        and not pile.camps.allied(said.speaker_id, act.actor_id)
        and abs(said.start - act.found.start) <= CONTEST
        and truth & set(normal(text).split())
    ]


def words_of(act: Act) -> list[str]:
    """The words of a denial from its verb on."""
    return normal(act.article.text[act.found.cue.start : act.found.end]).split()


@functools.cache
def truth_words(side: str) -> frozenset[str]:
    """Words that call a statement or a paper true, or false."""
    text = (resources.files("newsledger") / "data" / "claims" / "stances.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[f"{side}_words"])


def _sharing(act: Act, pile: Pile, at_least: int) -> list[Said]:
    words = act.words - content_words(pile.camps.name(act.actor_id) or "")
    scores: dict[Said, int] = defaultdict(int)
    for word in sorted(words):
        postings = pile.said[(act.article.story_id, word)]
        if at_least == 1 and len(postings) > RARE:
            continue
        for said in postings[:MOST_POSTINGS]:
            if said.speaker_id and not pile.camps.allied(said.speaker_id, act.actor_id):
                scores[said] += 1
    good = [(n, s) for s, n in scores.items() if n >= at_least and not act.is_in(s)]
    best = max((n for n, _ in good), default=0)
    return sorted((s for n, s in good if n == best), key=lambda s: (s.article is not act.article, s.key))


def _before(act: Act, pile: Pile, accusations: list[Act]) -> list[Said]:
    """the sentence before: another voice there speaks of the same, or of the one who denies."""
    reach = NEAREST if act.found.anaphoric else NEAR
    for start, end in pile.sentences.before(act.article.article_id, act.found.start, reach):
        mentions = pile.mentioned(act.article.article_id, start, end)
        voice = _voice_in(act, pile, start, end, mentions)
        shares = content_words(act.article.text[start:end]) & act.words
        named = any(pile.camps.allied(m.entity_id, act.actor_id) for m in mentions)
        if voice is not None and (act.found.anaphoric or shares or named):
            return [Said(article=act.article, start=start, end=end, speaker_id=voice)]
    return []


def _voice_in(act: Act, pile: Pile, start: int, end: int, mentions: list[Mention]) -> str | None:
    """Who speaks in a sentence, other than the denier: the speaker of its words, else its first name."""
    speakers = [
        said.speaker_id
        for said, _ in pile.sayings[act.article.article_id]
        if said.speaker_id and said.start < end and start < said.end
    ]
    if speakers:
        return next((s for s in speakers if not pile.camps.allied(s, act.actor_id)), None)
    able = [m for m in mentions if pile.camps.can_speak(m.entity_id)]
    first = able[0] if able else None
    if (
        first
        and len(able) > 1
        and pile.camps.is_people(first.entity_id)
        and able[1].start - first.end <= TITLE
    ):
        first = able[1]  # "Norlandic President Ann Lee"
    if first is None or first.form == "pronoun" or pile.camps.allied(first.entity_id, act.actor_id):
        return None
    return first.entity_id


def _itself(act: Act, pile: Pile, accusations: list[Act]) -> list[Said]:
    """the charge as the denial names it: nobody else in the pile is found to make it."""
    content = act.found.content
    if content is None or act.found.anaphoric or len(act.words) < LONG_ENOUGH:
        return []
    return [Said(article=act.article, start=content.start, end=content.end, speaker_id=act.target_id)]


SEARCHES = (_accused, _owned, _contested, _shared, _before, _related, _itself)


def span_text(article: Article, span: Span | None) -> str:
    """The words of a span."""
    return article.text[span.start : span.end] if span else ""


class Denied:
    """Denials by the place of what they deny, to be shown with the claim."""

    def __init__(self, pile: Pile) -> None:
        self._at: dict[tuple[str, int], list[Denial]] = defaultdict(list)
        self._pile = pile
        for denial in find_denials(pile):
            for charge in denial.charges:
                self._at[(charge.article.article_id, charge.start)].append(denial)

    def denials_of(self, statements: Iterable[Statement]) -> list[Statement]:
        """The denials of what is said in these places, where speaker or words agree."""
        found: dict[tuple[str, int], Statement] = {}
        for said in statements:
            start, _ = self._pile.sentences.around(said.article.article_id, said.start, said.end)
            for denial in self._at.get((said.article.article_id, start), ()):
                act = denial.act
                by_it = any(c.speaker_id == said.speaker_id for c in denial.charges if c.start == start)
                if said.kind == "event" or act.actor_id == said.speaker_id:
                    continue
                if (act.found.anaphoric and by_it) or act.words & content_words(said.said):
                    found[(act.article.article_id, act.found.cue.start)] = _as_statement(act)
        return [found[key] for key in sorted(found)]


def _as_statement(act: Act) -> Statement:
    return Statement(
        kind="report",
        ref="",
        article=act.article,
        start=act.found.start,
        end=act.found.end,
        text=act.found.text,
        speaker_id=act.actor_id,
        stance="questions" if act.found.act == "questions" else "denies",
    )
