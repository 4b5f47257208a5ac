"""Searches for a charge by words: statements of another speaker that share a denial's, or call the thing true."""

from __future__ import annotations

import functools
import re
from collections import defaultdict

from newsledger.assess.denying.named import names_another
from newsledger.assess.denying.pile import Act, Pile
from newsledger.assess.sides import Said
from newsledger.assess.words import content_words, cue_words, normal

MOST_POSTINGS = 200  # statements that one word is looked up in
CONTEST = 1500  # characters within which papers answer one another
RARE = 8  # statements with a word that joins a denial by itself


def shared(act: Act, pile: Pile) -> list[Said]:
    """Statements of another speaker that share two words with the denial."""
    return _sharing(act, pile, at_least=2)


def related(act: Act, pile: Pile) -> list[Said]:
    """Statements of another speaker that share a rare word with the denial."""
    return _sharing(act, pile, at_least=1)


def contested(act: Act, pile: Pile) -> list[Said]:
    """Statements of another speaker near by that call the thing true, or the denier a liar."""
    if not any(w in cue_words("false_words") for w in words_of(act)):
        return []
    return [
        said
        for said, text in pile.sayings[act.article.article_id]
        if said.speaker_id
        and not pile.camps.allied(said.speaker_id, act.actor_id)
        and abs(said.start - act.found.start) <= CONTEST
        and _genuine().search(text)
    ]


@functools.cache
def _genuine() -> re.Pattern[str]:
    """``it is real``, ``was genuine``, ``both were lying``."""
    true = "|".join(sorted(cue_words("true_words")))
    return re.compile(
        rf"\b(?:is|was|are|were|'s|’s) (?:\w+ ){{0,2}}(?:{true})\b|\bthe truth\b", re.IGNORECASE
    )


def words_of(act: Act) -> list[str]:
    """The words of a denial from its verb on."""
    return normal(act.article.text[act.found.cue.start : act.found.end]).split()


def _sharing(act: Act, pile: Pile, at_least: int) -> list[Said]:
    """Statements with most of the denial's words, or with some of them and about the one who denies."""
    if names_another(act):
        return []
    words = act.words - content_words(pile.camps.name(act.actor_id) or "")
    telling = words & pile.telling(act)
    shared: dict[Said, set[str]] = defaultdict(set)
    for word in sorted(words):
        postings = pile.said[(act.article.story_id, word)]
        if at_least == 1 and len(postings) > RARE:
            continue
        for said in postings[:MOST_POSTINGS]:
            if pile.opposes(said.speaker_id, act.actor_id) and not act.is_in(said):
                shared[said].add(word)
    good = []
    for said, found in shared.items():
        found &= pile.words_of_others(said.article, said.start, said.end, act.actor_id)
        found &= pile.matter(act)
        enough = at_least > 1 and 2 * len(found) >= len(words)
        if len(found) >= at_least and found & telling and (enough or pile.speaks_of(said, act.actor_id)):
            good.append((len(found), said))
    best = max((n for n, _ in good), default=0)
    return sorted((s for n, s in good if n == best), key=lambda s: (s.article is not act.article, s.key))
