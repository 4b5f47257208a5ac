"""Searches for a charge by what the denial itself names: whose statement it denies, and what that says."""

from __future__ import annotations

import re
from collections.abc import Container

from newsledger.assess.denying.context import NEAR
from newsledger.assess.denying.pile import Act, Pile
from newsledger.assess.sides import Said
from newsledger.assess.words import content_words, cue_words, stems

LONG_ENOUGH = 2  # words of a charge that stands for itself


def returned(act: Act, pile: Pile) -> list[Said]:
    """Accusations of the accuser by the one whom he now accuses, made before."""
    return [
        other.said()
        for other in pile.accusations_of(act)
        if pile.camps.allied(other.actor_id, act.target_id) and other.is_before(act)
    ]


def sentences_before(act: Act, pile: Pile) -> dict[int, int]:
    """Start and end of the sentences before a denial, nearest first, and of its own."""
    own = {act.found.start: act.found.end}
    return own | dict(pile.sentences.before(act.article.article_id, act.found.start, NEAR))


def owned(act: Act, pile: Pile) -> list[Said]:
    """Statements of the one whom the denial names: figures, where it denies a figure."""
    if act.target_id is None:
        return []
    near = sentences_before(act, pile)
    if act.words & stems(cue_words("number_nouns")):
        return _figures_of(act.target_id, act, pile, near)
    matter = _matter(act, pile)
    found = [
        said
        for said, text in pile.sayings[act.article.article_id]
        if pile.camps.allied(said.speaker_id, act.target_id)
        and not act.is_in(said)
        and (content_words(text) & matter or (said.start in near and not act.found.follows and not matter))
    ]
    if act.found.content is not None:
        return found
    last = max((s.start for s in found), default=0)  # "contradicted her": what she said last
    return [] if act.article.article_id in pile.disordered else [s for s in found if s.start == last]


def _figures_of(target_id: str, act: Act, pile: Pile, near: Container[int]) -> list[Said]:
    """Figures of a party: the one just told, else those of the article, else those published by then."""
    found = [
        Said(article=pile.articles[f.article_id], start=start, end=end, speaker_id=f.claimant_id)
        for f in pile.figures[(act.article.story_id, pile.camps.voice(target_id))]
        for start, end in [pile.sentences.around(f.article_id, f.start, f.end)]
    ]
    same = [s for s in found if s.article is act.article]
    close = [s for s in same if s.start in near and s.start < act.found.start]
    if close:
        last = max(s.start for s in close)  # "the ministry's figure" is the one just told
        return [s for s in close if s.start == last]
    day = act.article.published
    earlier = [s for s in found if day is None or s.article.published is None or s.article.published <= day]
    return sorted(same or earlier, key=lambda s: s.key)


def names_another(act: Act) -> bool:
    """Whether the denial says whose statement it denies: "the union's claim"."""
    return act.found.target is not None


def beside(act: Act, pile: Pile) -> list[Said]:
    """What the sentence says before a relative clause that denies it."""
    content = act.found.content
    if not act.found.relative or content is None:
        return []
    start, end = (
        act.found.start,
        act.found.start + len(act.article.text[act.found.start : content.start].rstrip(" ,;—–")),
    )
    speaker = next(
        (
            said.speaker_id
            for said, _ in pile.sayings[act.article.article_id]
            if said.start == start and pile.opposes(said.speaker_id, act.actor_id)
        ),
        None,
    )
    return (
        [Said(article=act.article, start=start, end=end, speaker_id=speaker)]
        if speaker and end > start
        else []
    )


def itself(act: Act, pile: Pile) -> list[Said]:
    """The charge as the denial names it, and whose it is where it says so."""
    content = act.found.content
    if content is None or act.found.anaphoric or act.found.act != "denies":
        return []
    if not _tells(act, pile) or pile.camps.allied(act.target_id, act.actor_id):
        return []
    owner = act.target_id if pile.opposes(act.target_id, act.actor_id) else None
    return [Said(article=act.article, start=content.start, end=content.end, speaker_id=owner)]


def _tells(act: Act, pile: Pile) -> bool:
    """Whether the content says what is denied: "rumours of sabotage", no bare "the company's statement"."""
    found, text = act.found, act.article.text
    if found.content is None:
        return False
    joined = re.search(r"\b(?:that|of)\b", text[found.content.start : found.content.end])
    return len(_matter(act, pile)) >= (1 if joined else LONG_ENOUGH)


def _matter(act: Act, pile: Pile) -> frozenset[str]:
    """The words of a denial but for the noun of the statement and whose it is."""
    nouns = cue_words("statement_nouns") | cue_words("hearsay_nouns") | cue_words("accusing_nouns")
    words = list(act.found.words)
    noun = next((n for n, word in enumerate(words) if word in nouns), len(words))
    target = act.found.target
    owner = content_words(act.article.text[target.start : target.end]) if target else frozenset()
    return (
        stems(words[:noun] + words[noun + 1 :]) - owner - content_words(pile.camps.name(act.target_id) or "")
    )
