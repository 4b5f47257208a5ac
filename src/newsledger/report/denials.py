"""A denial in two sentences: what one side says, in its own words, and then what the other makes of it."""

from __future__ import annotations

from collections.abc import Sequence

from newsledger.records import Dispute, DisputeSide
from newsledger.report.tables import Index
from newsledger.report.wording import listed, one_line, quoted, sentence

Side = Sequence[DisputeSide]
AGAINST = "; said by "  # in a summary, before the names of those who assert
TURNED = " disputes: "  # in a summary, where the denial names its object first
TAIL = ",”\"' "  # of quoted words before "she said"
LEAST = 4  # letters of a word that is taken for part of a name


def denial_words(index: Index, dispute: Dispute, affirms: Side, denies: Side) -> str:
    """Both parties, the one who asserts first: the denial's "it" is then what stands before it."""
    answer = denies[0]
    claim = next((s for s in affirms if s.article_id == answer.article_id), affirms[0])
    if within(claim, answer) and not any(s.speaker_id for s in affirms):
        return sentence(answer.text)
    if within(claim, answer):
        return f"{parties(index, affirms)} against {parties(index, denies)}: {one_line(answer.text)}"
    return f"{assertion(index, claim)} {reply(index, dispute, answer)}"


def within(claim: DisputeSide, answer: DisputeSide) -> bool:
    """Whether one sentence of an article tells both sides."""
    return claim.article_id == answer.article_id and answer.start <= claim.start and claim.end <= answer.end


def parties(index: Index, side: Side) -> str:
    names = dict.fromkeys(index.name(s.speaker_id) for s in side)
    return listed([name for name in names if name][:3]) or "somebody who is not named"


def assertion(index: Index, claim: DisputeSide) -> str:
    """Quoted words with their speaker; a report that names the speaker as the paper has it."""
    who = index.name(claim.speaker_id)
    if is_quoted(index, claim):
        said = quoted(one_line(claim.text).rstrip(TAIL))
        return sentence(f"{who or 'Somebody'} says: {said}")
    if not who or names_speaker(who, claim.text):
        return sentence(claim.text)
    return f"{who} says, in the words of {index.name_of(claim.article_id)}: {sentence(claim.text)}"


def is_quoted(index: Index, claim: DisputeSide) -> bool:
    """Whether all of it stood between the speaker's quotation marks."""
    own = index.quotations_in.get(claim.article_id, ())
    return any(
        q.start <= claim.start + 1
        and claim.end - 1 <= q.end
        and q.speaker_id == claim.speaker_id
        and index.verbatim(q)
        for q in own
    )


def names_speaker(who: str, text: str) -> bool:
    told = text.casefold()
    return any(word in told for word in who.casefold().split() if len(word) >= LEAST)


def reply(index: Index, dispute: Dispute, answer: DisputeSide) -> str:
    """The denial's own clause with the full name; its whole sentence where the clause does not stand alone."""
    who = index.name(answer.speaker_id)
    clause, _, _ = one_line(dispute.summary).partition(AGAINST)
    named = who[:1].isupper()  # "a spokeswoman" keeps the words of the paper
    if named and clause.startswith(f"{who} ") and TURNED not in clause:
        return sentence(clause)
    text = sentence(answer.text)
    return text if not who or names_speaker(who, text) else f"{who} answers: {text}"
