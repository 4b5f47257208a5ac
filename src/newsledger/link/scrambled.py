"""A text with its sentences out of order means by "he" whom the text in order means.

In a reordered copy a pronoun, a description and a quotation without a name lean on the wrong neighbours. Where
the copy's likely original is known, the same words there say who is meant; where a sentence has no counterpart,
a pronoun of it is left open rather than guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from newsledger.records import Derivation, Entity, Mention, Quotation, Sentence

Place = tuple[str, int, int]  # article_id, start, end
MARKS = str.maketrans("“”‘’", "\"\"''")  # typography is no other wording


def restore_references(
    *,
    sentences: tuple[Sentence, ...],
    derivations: tuple[Derivation, ...],
    mentions: tuple[Mention, ...],
    entities: tuple[Entity, ...],
) -> Mapping[str, tuple[object, ...]]:
    """Mentions of reordered copies, their pronouns and descriptions taken from the original."""
    copies = Counterparts(sentences, derivations)
    known = {(m.article_id, m.start, m.end): m.entity_id for m in mentions}
    kept = []
    for m in mentions:
        if m.form == "name" or m.article_id not in copies:
            kept.append(m)
            continue
        there = copies.counterpart((m.article_id, m.start, m.end))
        entity = known.get(there) if there else None
        if entity is not None:
            kept.append(replace(m, entity_id=entity))
        elif m.form == "nominal":
            kept.append(m)
    mentioned = {m.entity_id for m in kept}
    return {"mentions": tuple(kept), "entities": tuple(e for e in entities if e.entity_id in mentioned)}


def restore_speakers(
    *,
    sentences: tuple[Sentence, ...],
    derivations: tuple[Derivation, ...],
    quotations: tuple[Quotation, ...],
) -> Mapping[str, tuple[object, ...]]:
    """Quotations of reordered copies whose speaker stands in another sentence, with the original's speaker."""
    copies = Counterparts(sentences, derivations)
    known = {(q.article_id, q.start, q.end): q for q in quotations}

    def restored(q: Quotation) -> Quotation:
        if q.article_id not in copies or copies.in_one_sentence(q.article_id, q.start, q.speaker_start):
            return q
        there = copies.counterpart((q.article_id, q.start, q.end))
        original = known.get(there) if there else None
        speaker = original.speaker_id if original else None
        return replace(q, speaker_id=speaker, speaker_text=None, speaker_start=None, speaker_end=None)

    return {"quotations": tuple(restored(q) for q in quotations)}


class Counterparts:
    """Where the words of a reordered copy stand in its original: in the sentence with the same words."""

    def __init__(self, sentences: Iterable[Sentence], derivations: Iterable[Derivation]) -> None:
        self._original = {
            d.article_b if d.likely_original == d.article_a else d.article_a: d.likely_original
            for d in derivations
            if d.kind == "reordered" and d.likely_original
        }
        wanted = {*self._original, *self._original.values()}
        self._sentences: dict[str, list[Sentence]] = {article: [] for article in wanted}
        self._by_words: dict[tuple[str, str], Sentence] = {}
        for s in sentences:
            if s.article_id in wanted:
                self._sentences[s.article_id].append(s)
                self._by_words.setdefault((s.article_id, s.text.translate(MARKS)), s)

    def __contains__(self, article_id: str) -> bool:
        return article_id in self._original

    def counterpart(self, place: Place) -> Place | None:
        """The same words in the original; None where their sentence has no equal there."""
        article_id, start, end = place
        home = self._home(article_id, start)
        if home is None:
            return None
        partner = self._by_words.get((self._original[article_id], home.text.translate(MARKS)))
        if partner is None:
            return None
        shift = partner.start - home.start
        return partner.article_id, start + shift, end + shift

    def in_one_sentence(self, article_id: str, a: int, b: int | None) -> bool:
        """Whether two offsets of a copy lie in one sentence."""
        return b is not None and self._home(article_id, a) is self._home(article_id, b)

    def _home(self, article_id: str, offset: int) -> Sentence | None:
        return next((s for s in self._sentences[article_id] if s.start <= offset < s.end), None)
