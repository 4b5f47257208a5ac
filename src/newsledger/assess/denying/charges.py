"""The searches for what a denial denies, from near to far."""

from __future__ import annotations

from collections.abc import Callable

from newsledger.assess.denying.context import before, beside_it, contradicted
from newsledger.assess.denying.named import beside, itself, names_another, owned, returned, sentences_before
from newsledger.assess.denying.nearby import charged, halved, told
from newsledger.assess.denying.pile import Act, Pile
from newsledger.assess.denying.shared import contested, related, shared
from newsledger.assess.sides import Said
from newsledger.assess.words import content_words, cue_words

Search = Callable[[Act, Pile], list[Said]]

FAR = 6  # sentences before "rejected the claim" in which the claim is looked for


def find_charges(act: Act, pile: Pile) -> tuple[list[Said], str]:
    """The statements that an act denies, by the first search that finds any, and the reason in words.

    What stands just before, about the one who denies, is added as the occasion of a far find.
    """
    if act.found.act == "accuses":
        return returned(act, pile), "an accusation that the accused returns"
    for search, reason in _searches(act):
        charges = search(act, pile)
        if charges:
            far = search in (shared, related)
            return [*(before(act, pile, told=True) if far else []), *charges], reason
    return [], ""


def _searches(act: Act) -> tuple[tuple[Search, str], ...]:
    """An answer in the speaker's own words answers what stands before it; a counter its sentence or its accuser."""
    if act.spoken and act.found.content is None:
        searches = (beside_it, before) if act.found.anaphoric else (contradicted,)
        return tuple((search, "the words before it") for search in searches)
    return SEARCHES[:2] if act.found.act == "counters" else SEARCHES


def _accused(act: Act, pile: Pile) -> list[Said]:
    """An accusation of the one who denies that shares words with the denial, or stands just before it."""
    near = sentences_before(act, pile)
    found = []
    for accusation in pile.accusations_of(act):
        if accusation.article is act.article and accusation.found.cue >= act.found.cue:
            continue
        just_before = accusation.article is act.article and accusation.found.start in near
        if (act.points_back and just_before) or accusation.words & act.words:
            found.append((not just_before, accusation.said()))
    return [said for _, said in sorted(found, key=lambda pair: (pair[0], pair[1].key))]


def _alleged(act: Act, pile: Pile) -> list[Said]:
    """The last allegation before "rejected the claim", by another party."""
    content = act.found.content
    if not act.found.anaphoric or content is None or names_another(act):
        return []
    if act.article.article_id in pile.disordered:
        return []
    if not set(act.found.words) & cue_words("accusing_nouns"):
        return []
    back = pile.sentences.before(act.article.article_id, act.found.start, FAR)
    found = [
        said
        for said in pile.alleged[act.article.article_id]
        if back
        and back[-1][0] <= said.start < act.found.start
        and pile.opposes(said.speaker_id, act.actor_id)
    ]
    return found[-1:]


def _prosecuted(act: Act, pile: Pile) -> list[Said]:
    """What the prosecution says of one who denies counts or charges."""
    if not set(act.found.words) & cue_words("count_nouns") or act.actor_id is None:
        return []
    found = [
        said
        for word in sorted(content_words(pile.camps.name(act.actor_id) or ""))
        for said in pile.about[(act.article.story_id, word)]
        if pile.prosecutes(said.speaker_id) and pile.speaks_of(said, act.actor_id)
    ]
    here = [said for said in found if said.article is act.article]
    return sorted(dict.fromkeys(here or found), key=lambda s: s.key)


SEARCHES: tuple[tuple[Search, str], ...] = (
    (beside, "what its sentence says before it"),
    (_accused, "an accusation of the one who denies"),
    (owned, "a statement of the one whom the denial names"),
    (_prosecuted, "the prosecution's words"),
    (halved, "what the first half of its sentence says"),
    (charged, "the accusation right before it"),
    (_alleged, "the allegation before it"),
    (contested, "a statement near by that calls the thing true"),
    (shared, "a statement of another speaker with the same words"),
    (told, "the report that it names"),
    (before, "the words before it"),
    (related, "a statement of another speaker with a rare word of the denial"),
    (itself, "the charge as the denial names it"),
)
