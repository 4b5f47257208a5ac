"""What a denial denies in its own words or right before: a charge, half a sentence, a report without a name."""

from __future__ import annotations

import functools
import re

from newsledger.assess.denying.context import NEAR, voice_in
from newsledger.assess.denying.pile import Act, Pile
from newsledger.assess.sides import Said
from newsledger.assess.words import cue_words


def charged(act: Act, pile: Pile) -> list[Said]:
    """The accusation just before "called the charge absurd", whoever it names: "accused the opposition of"."""
    if not act.found.anaphoric or act.found.target is not None or act.article.article_id in pile.disordered:
        return []
    if not set(act.found.words) & cue_words("accusing_nouns"):
        return []
    near = {start for start, _ in pile.sentences.before(act.article.article_id, act.found.start, NEAR)}
    return [
        other.said()
        for other in pile.acts
        if other.article is act.article
        and other.found.act == "accuses"
        and other.found.start in near
        and other.actor_id is not None
        and not pile.camps.allied(other.actor_id, act.actor_id)
        and not pile.camps.may_be_one(other.actor_id, act.actor_id)
        and not pile.camps.is_named(other.target_id)
    ][-1:]


def halved(act: Act, pile: Pile) -> list[Said]:
    """The first half of "the inquiry found that ...; the mayor rejected that finding"."""
    text, start = act.article.text, act.found.start
    end = text.rfind(";", start, act.found.cue.start)
    if not act.found.anaphoric or act.found.target is not None or end < 0:
        return []
    voice = voice_in(act, pile, start, end, pile.mentioned(act.article.article_id, start, end))
    return [Said(article=act.article, start=start, end=end, speaker_id=voice)] if voice else []


def told(act: Act, pile: Pile) -> list[Said]:
    """The report itself, where nobody is named for it: "denied a report that she had offered to go"."""
    content = act.found.content
    if content is None or act.found.anaphoric or act.found.target is not None:
        return []
    if not _report().match(act.article.text, content.start, content.end):
        return []
    return [Said(article=act.article, start=content.start, end=content.end)]


@functools.cache
def _report() -> re.Pattern[str]:
    nouns = "|".join(sorted(cue_words("hearsay_nouns")))
    return re.compile(rf"(?:(?:an?|any|the|some) )?(?:\w+ ){{0,2}}(?:{nouns}) that\b", re.IGNORECASE)
