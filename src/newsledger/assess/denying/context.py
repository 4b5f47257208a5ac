"""The words before a denial: whose they are, and whether the denial speaks of them."""

from __future__ import annotations

from newsledger.assess.denying.pile import Act, Pile
from newsledger.assess.sides import Said
from newsledger.assess.words import content_words
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
    if act.found.target is not None:
        return []  # it says whose statement it denies
    reach = NEAREST if act.found.anaphoric else NEAR
    for start, end in pile.sentences.before(act.article.article_id, act.found.start, reach):
        mentions = pile.mentioned(act.article.article_id, start, end)
        voice = _voice_in(act, pile, start, end, mentions)
        shares = content_words(act.article.text[start:end]) & act.words
        named = any(pile.means(m, act.actor_id) for m in mentions)
        said = {s.speaker_id for s, _ in pile.sayings[act.article.article_id] if s.start == start}
        if voice is not None and (act.found.anaphoric or shares or (named and (told or voice in said))):
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
