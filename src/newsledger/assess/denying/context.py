"""The words before a denial: whose they are, and whether the denial speaks of them."""

from __future__ import annotations

from newsledger.assess.denying.pile import Act, Pile, cue_words
from newsledger.assess.sides import Said
from newsledger.assess.words import stems
from newsledger.records import Mention

NEAR = 3  # sentences before a denial in which its charge is looked for
NEAREST = 2  # sentences that "that" points back over
SUBJECT = 30  # characters of a sentence within which its subject begins
POSSESSIVE = ("'s", "’s", "s'", "s’")
TITLE = 25  # characters of a title between a nationality and a name


def before(act: Act, pile: Pile, told: bool = False) -> list[Said]:
    """The sentence before, where another voice speaks of the same, or of the one who denies.

    With ``told`` the other may also be the subject of what the paper tells itself.
    """
    if act.found.target is not None or act.article.article_id in pile.disordered:
        return []  # it says whose statement it denies, or its neighbours are not those that it was written with
    reach = NEAREST if act.found.anaphoric else NEAR
    sentences = pile.sentences.before(act.article.article_id, act.found.start, reach)
    for start, end in sentences:
        mentions = pile.mentioned(act.article.article_id, start, end)
        voice = voice_in(act, pile, start, end, mentions)
        words = pile.words_of_others(act.article, start, end, act.actor_id)
        shares = words & act.words
        if told and not shares and not words & stems(cue_words("statement_nouns")):
            continue  # the occasion of a denial speaks of what is denied, or of a charge
        named = any(pile.means(m, act.actor_id) for m in mentions)
        said = {s.speaker_id for s, _ in pile.sayings[act.article.article_id] if s.start == start}
        if voice is not None and (act.found.anaphoric or shares or (named and (told or voice in said))):
            return [Said(article=act.article, start=start, end=end, speaker_id=voice)]
    return _reported(act, pile, *sentences[0]) if sentences and not told and _is_any(act) else []


def _reported(act: Act, pile: Pile, start: int, end: int) -> list[Said]:
    """The report right before "denied that any date had been set", where it is another's words and no quotation."""
    voice = voice_in(act, pile, start, end, pile.mentioned(act.article.article_id, start, end))
    said = {s.speaker_id for s, _ in pile.sayings[act.article.article_id] if s.start == start}
    if voice is None or voice not in said or any(mark in act.article.text[start:end] for mark in '"“'):
        return []
    return [Said(article=act.article, start=start, end=end, speaker_id=voice)]


def _is_any(act: Act) -> bool:
    """``denied that any date had been set``: it takes up what was said right before."""
    content = act.found.content
    words = act.article.text[content.start : content.end].lower().split() if content else []
    return any(word in cue_words("any") for word in words)


def voice_in(act: Act, pile: Pile, start: int, end: int, mentions: list[Mention]) -> str | None:
    """Who speaks in a sentence, other than the denier: the speaker of its words, else its first name."""
    speakers = [
        said.speaker_id
        for said, _ in pile.sayings[act.article.article_id]
        if said.speaker_id and said.start < end and start < said.end
    ]
    if speakers:
        return next((s for s in speakers if pile.opposes(s, act.actor_id)), None)
    text = act.article.text
    able = [m for m in mentions if pile.camps.can_speak(m.entity_id)]
    first = able[0] if able else None
    if (
        first
        and len(able) > 1
        and pile.camps.is_people(first.entity_id)
        and able[1].start - first.end <= TITLE
    ):
        first = able[1]  # "Norlandic President Ann Lee"
    if first is None or first.form == "pronoun" or not pile.opposes(first.entity_id, act.actor_id):
        return None
    if first.start - start > SUBJECT or text[first.end : first.end + 2] in POSSESSIVE:
        return None
    return first.entity_id
