"""The words before a denial: whose they are, and whether the denial speaks of them."""

from __future__ import annotations

from newsledger.assess.denying.pile import Act, Pile
from newsledger.assess.sides import Said
from newsledger.assess.words import (
    WORD,
    content_words,
    cue_words,
    is_negative,
    literal_words,
    stems,
    stopwords,
)
from newsledger.records import Mention

NEAR = 3  # sentences before a denial in which its charge is looked for
TWO = 2  # words of a denial that no sentence has by chance, whatever they are
NEAREST = 2  # sentences that "that" points back over
SUBJECT = 30  # characters of a sentence within which its subject begins
POSSESSIVE = ("'s", "’s", "s'", "s’")
TITLE = 25  # characters of a title between a nationality and a name


def before(act: Act, pile: Pile, told: bool = False) -> list[Said]:
    """The sentence before, where another voice says what the denial takes up: by a word, or by pointing back.

    With ``told`` the other may also be the subject of what the paper tells itself.
    """
    if act.found.target is not None or act.article.article_id in pile.disordered:
        return []  # it says whose statement it denies, or its neighbours are not those that it was written with
    reach = NEAREST if act.found.anaphoric else NEAR
    for start, end in pile.sentences.before(act.article.article_id, act.found.start, reach):
        mentions = pile.mentioned(act.article.article_id, start, end)
        voice = voice_in(act, pile, start, end, mentions)
        if voice is None:
            continue
        if act.found.anaphoric:
            return _with_opening(act, pile, Said(article=act.article, start=start, end=end, speaker_id=voice))
        if _takes_up(act, pile, start, end, mentions, told) and (
            told or voice in _speakers(act, pile, start)
        ):
            return [Said(article=act.article, start=start, end=end, speaker_id=voice)]
    return _reported(act, pile) if not told and _is_any(act) else []


def beside_it(act: Act, pile: Pile) -> list[Said]:
    """What other voices say earlier in the sentence of an answer: "..., while her rival called that a lie"."""
    start, end = act.found.start, act.found.cue.start
    return [
        Said(
            article=act.article,
            start=start,
            end=start + len(act.article.text[start:end].rstrip(" ,;")),
            speaker_id=q,
        )
        for q in pile.speaking(act.article.article_id, start, end)
        if pile.opposes(q, act.actor_id)
    ]


def contradicted(act: Act, pile: Pile) -> list[Said]:
    """The statement of another voice that a short negative answer repeats: "they had agreed", "Nothing was agreed"."""
    article = act.article.article_id
    near = pile.sentences.before(article, act.found.start, NEAREST) if article not in pile.disordered else []
    for start, end in near:
        for said, words in pile.sayings[article]:
            other = said.start == start and pile.opposes(said.speaker_id, act.actor_id)
            if other and act.words and act.words <= content_words(words) and not is_negative(words):
                return [Said(article=act.article, start=start, end=end, speaker_id=said.speaker_id)]
    return []


def _takes_up(act: Act, pile: Pile, start: int, end: int, mentions: list[Mention], told: bool) -> bool:
    """Whether a denial that names its matter takes up a sentence: by a word of the matter, or of the denier.

    What a paper tells of a charge against the denier is the occasion of his denial in any words.
    """
    words = pile.words_of_others(act.article, start, end, act.actor_id)
    shared = act.words & words
    if len(shared) >= TWO or (
        shared & pile.telling(act) and (_is_any(act) or _share_a_word(act, start, end))
    ):
        return True
    charges = shared or (told and words & stems(cue_words("statement_nouns")))
    return bool(charges) and any(pile.means(m, act.actor_id) for m in mentions)


def _share_a_word(act: Act, start: int, end: int) -> bool:
    """Whether one word of the matter stands in the sentence as it is: "sent" is not "the letter"."""
    text, content = act.article.text, act.found.content
    return content is not None and bool(
        literal_words(text[content.start : content.end]) & literal_words(text[start:end])
    )


def _with_opening(act: Act, pile: Pile, said: Said) -> list[Said]:
    """What is answered, with the sentence before it where the same speaker begins there."""
    for start, end in pile.sentences.before(act.article.article_id, said.start, 1):
        if said.speaker_id in _speakers(act, pile, said.start) & _speakers(act, pile, start):
            return [Said(article=act.article, start=start, end=end, speaker_id=said.speaker_id), said]
    return [said]


def _speakers(act: Act, pile: Pile, start: int) -> set[str | None]:
    """Who says something in the sentence that begins there."""
    return {s.speaker_id for s, _ in pile.sayings[act.article.article_id] if s.start == start}


def _reported(act: Act, pile: Pile) -> list[Said]:
    """The report right before "denied that any date had been set", where it is another's words and no quotation."""
    for start, end in pile.sentences.before(act.article.article_id, act.found.start, 1):
        voice = voice_in(act, pile, start, end, pile.mentioned(act.article.article_id, start, end))
        if voice in _speakers(act, pile, start) - {None} and not any(
            mark in act.article.text[start:end] for mark in '"“'
        ):
            return [Said(article=act.article, start=start, end=end, speaker_id=voice)]
    return []


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
    opening = {w.lower() for w in WORD.findall(text[start : first.start])} & stopwords()
    if (
        first.start - start > SUBJECT
        or opening - cue_words("determiners")
        or text[first.end : first.end + 2] in POSSESSIVE
    ):
        return None
    return first.entity_id
