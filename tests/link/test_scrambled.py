"""In a reordered copy, "she" is whom the original means."""

from __future__ import annotations

from newsledger.link.scrambled import restore_references, restore_speakers
from newsledger.records import Derivation, Entity, Mention, Quotation, Sentence

ORDERED = ["Ada Quill spoke first.", "“It sank,” she said.", "Mo Tarn left.", '"I know nothing."']
SHUFFLED = [ORDERED[2], '"It sank," she said.', "She wept.", ORDERED[0], ORDERED[3]]


def rows(article_id: str, texts: list[str]) -> tuple[Sentence, ...]:
    at, found = 0, []
    for number, text in enumerate(texts):
        start, at = at, at + len(text) + 1
        found.append(
            Sentence(
                sentence_id=f"{article_id}{number}",
                article_id=article_id,
                start=start,
                end=start + len(text),
                text=text,
            )
        )
    return tuple(found)


SENTENCES = rows("a", ORDERED) + rows("b", SHUFFLED)
REORDERED = (Derivation(article_a="a", article_b="b", kind="reordered", likely_original="a"),)
ENTITIES = tuple(Entity(entity_id=e, name=e, kind="PERSON") for e in ("quill", "tarn"))


def mention(article_id: str, words: str, entity: str, sentence: str) -> Mention:
    home = next(s for s in SENTENCES if s.article_id == article_id and sentence in s.text)
    start = home.start + home.text.index(words)
    return Mention(
        mention_id=f"{article_id}{start}", entity_id=entity, article_id=article_id, start=start,
        end=start + len(words), text=words, form="pronoun" if words.lower() == "she" else "name",
    )  # fmt: skip


MENTIONS = (
    mention("a", "Ada Quill", "quill", "spoke first"),
    mention("a", "she", "quill", "It sank"),
    mention("b", "Mo Tarn", "tarn", "left"),
    mention("b", "she", "tarn", "It sank"),
    mention("b", "She", "tarn", "wept"),
)


def restore(derivations: tuple[Derivation, ...]) -> list[tuple[str, str, str]]:
    out = restore_references(
        sentences=SENTENCES,
        derivations=derivations,
        mentions=MENTIONS,
        entities=ENTITIES,
    )
    return [(m.article_id, m.text, m.entity_id) for m in out["mentions"]]  # type: ignore[attr-defined]


def test_a_pronoun_is_the_originals_and_one_without_a_counterpart_stays_open() -> None:
    assert restore(REORDERED) == [
        ("a", "Ada Quill", "quill"),
        ("a", "she", "quill"),
        ("b", "Mo Tarn", "tarn"),
        ("b", "she", "quill"),
    ]


def test_without_a_likely_original_nothing_changes() -> None:
    unknown = (Derivation(article_a="a", article_b="b", kind="reordered"),)
    assert len(restore(unknown)) == len(MENTIONS)


def test_a_speaker_in_another_sentence_is_the_originals() -> None:
    text = "I know nothing."
    places = {
        a: next(s for s in SENTENCES if s.article_id == a and text in s.text).start + 1 for a in ("a", "b")
    }
    said = tuple(
        Quotation(
            quotation_id=a, article_id=a, start=start, end=start + len(text), text=text, kind="direct",
            speaker_id=speaker, speaker_text="x", speaker_start=0, speaker_end=7,
        )
        for (a, start), speaker in zip(places.items(), ("tarn", "quill"), strict=True)
    )  # fmt: skip
    out = restore_speakers(sentences=SENTENCES, derivations=REORDERED, quotations=said)["quotations"]
    assert [q.speaker_id for q in out] == ["tarn", "tarn"]  # type: ignore[attr-defined]
    assert out[1].speaker_text is None  # type: ignore[attr-defined]
