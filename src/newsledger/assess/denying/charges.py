"""The searches for what a denial denies, from near to far."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable

from newsledger.assess.denying.context import NEAR, before, beside_it, contradicted
from newsledger.assess.denying.nearby import charged, halved, told
from newsledger.assess.denying.pile import Act, Pile
from newsledger.assess.sides import Said
from newsledger.assess.words import content_words, cue_words, normal, stems

Search = Callable[[Act, Pile], list[Said]]

MOST_POSTINGS = 200  # statements that one word is looked up in
CONTEST = 1500  # characters within which papers answer one another
FAR = 6  # sentences before "rejected the claim" in which the claim is looked for
RARE = 8  # statements with a word that joins a denial by itself
LONG_ENOUGH = 2  # words of a charge that stands for itself


def find_charges(act: Act, pile: Pile) -> tuple[list[Said], str]:
    """The statements that an act denies, by the first search that finds any, and the reason in words.

    What stands just before, about the one who denies, is added as the occasion of a far find.
    """
    if act.found.act == "accuses":
        return _returned(act, pile), "an accusation that the accused returns"
    for search, reason in _searches(act):
        charges = search(act, pile)
        if charges:
            far = search in (_shared, _related)
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
    near = _sentences_before(act, pile)
    found = []
    for accusation in pile.accusations_of(act):
        if accusation.article is act.article and accusation.found.cue >= act.found.cue:
            continue
        just_before = accusation.article is act.article and accusation.found.start in near
        if (act.points_back and just_before) or accusation.words & act.words:
            found.append((not just_before, accusation.said()))
    return [said for _, said in sorted(found, key=lambda pair: (pair[0], pair[1].key))]


def _returned(act: Act, pile: Pile) -> list[Said]:
    """Accusations of the accuser by the one whom he now accuses, made before."""
    return [
        other.said()
        for other in pile.accusations_of(act)
        if pile.camps.allied(other.actor_id, act.target_id) and other.is_before(act)
    ]


def _sentences_before(act: Act, pile: Pile) -> dict[int, int]:
    """Start and end of the sentences before a denial, nearest first, and of its own."""
    own = {act.found.start: act.found.end}
    return own | dict(pile.sentences.before(act.article.article_id, act.found.start, NEAR))


def _owned(act: Act, pile: Pile) -> list[Said]:
    """Statements of the one whom the denial names: figures, where it denies a figure."""
    if act.target_id is None:
        return []
    if not act.words & stems(cue_words("number_nouns")):
        near = _sentences_before(act, pile)
        matter = _matter(act, pile)
        found = [
            said
            for said, text in pile.sayings[act.article.article_id]
            if pile.camps.allied(said.speaker_id, act.target_id)
            and not act.is_in(said)
            and (
                content_words(text) & matter or (said.start in near and not act.found.follows and not matter)
            )
        ]
        if act.found.content is None:  # "contradicted her": what she said last
            last = max((s.start for s in found), default=0)
            return [] if act.article.article_id in pile.disordered else [s for s in found if s.start == last]
        return found
    found = [
        Said(article=pile.articles[f.article_id], start=start, end=end, speaker_id=f.claimant_id)
        for f in pile.figures[(act.article.story_id, pile.camps.voice(act.target_id))]
        for start, end in [pile.sentences.around(f.article_id, f.start, f.end)]
    ]
    day = act.article.published
    same = [s for s in found if s.article is act.article]
    near = _sentences_before(act, pile)
    close = [s for s in same if s.start in near and s.start < act.found.start]
    if close:
        last = max(s.start for s in close)  # "the ministry's figure" is the one just told
        return [s for s in close if s.start == last]
    earlier = [s for s in found if day is None or s.article.published is None or s.article.published <= day]
    return sorted(same or earlier, key=lambda s: s.key)


def _shared(act: Act, pile: Pile) -> list[Said]:
    """Statements of another speaker that share two words with the denial."""
    return _sharing(act, pile, at_least=2)


def _related(act: Act, pile: Pile) -> list[Said]:
    """Statements of another speaker that share a rare word with the denial."""
    return _sharing(act, pile, at_least=1)


def _contested(act: Act, pile: Pile) -> list[Said]:
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
    if _names_another(act):
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


def _names_another(act: Act) -> bool:
    """Whether the denial says whose statement it denies: "the union's claim"."""
    return act.found.target is not None


def _beside(act: Act, pile: Pile) -> list[Said]:
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


def _alleged(act: Act, pile: Pile) -> list[Said]:
    """The last allegation before "rejected the claim", by another party."""
    content = act.found.content
    if not act.found.anaphoric or content is None or _names_another(act):
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


def _itself(act: Act, pile: Pile) -> list[Said]:
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


SEARCHES: tuple[tuple[Search, str], ...] = (
    (_beside, "what its sentence says before it"),
    (_accused, "an accusation of the one who denies"),
    (_owned, "a statement of the one whom the denial names"),
    (_prosecuted, "the prosecution's words"),
    (halved, "what the first half of its sentence says"),
    (charged, "the accusation right before it"),
    (_alleged, "the allegation before it"),
    (_contested, "a statement near by that calls the thing true"),
    (_shared, "a statement of another speaker with the same words"),
    (told, "the report that it names"),
    (before, "the words before it"),
    (_related, "a statement of another speaker with a rare word of the denial"),
    (_itself, "the charge as the denial names it"),
)
