"""Rows made by hand for the tests of claims and disputes."""

from __future__ import annotations

import datetime as dt

from newsledger.records import Article, Entity, Figure, Mention, Quotation, Sentence

DAY = dt.date(2022, 5, 3)


def article(number: int, text: str, family: str | None = None, day: dt.date = DAY) -> Article:
    return Article(
        article_id=f"a{number}",
        source=f"{number}.txt",
        text=text,
        published=day,
        story_id="s",
        family_id=family or f"fam{number}",
    )


def sentences(*articles: Article) -> tuple[Sentence, ...]:
    """Sentences end at a full stop with a space behind it."""
    rows = []
    for a in articles:
        start = 0
        for part in a.text.split(". "):
            end = min(start + len(part) + 1, len(a.text))
            rows.append(
                Sentence(
                    sentence_id=f"{a.article_id}:{start}",
                    article_id=a.article_id,
                    start=start,
                    end=end,
                    text=a.text[start:end],
                )
            )
            start += len(part) + 2
    return tuple(rows)


def figure(
    a: Article, words: str, value: float, unit: str, claimant: str | None = None, **more: object
) -> Figure:
    start = a.text.index(words)
    fields: dict[str, object] = {"bound": "exact", "as_of": a.published, **more}
    return Figure(
        figure_id=f"{a.article_id}:{start}",
        article_id=a.article_id,
        start=start,
        end=start + len(words),
        text=words,
        value=value,
        unit=unit,
        claimant_id=claimant,
        **fields,  # type: ignore[arg-type]
    )


def quotation(a: Article, words: str, speaker: str | None, kind: str = "direct", **more: object) -> Quotation:
    start = a.text.index(words)
    return Quotation(
        quotation_id=f"{a.article_id}:{start}",
        article_id=a.article_id,
        start=start,
        end=start + len(words),
        text=words,
        kind=kind,
        speaker_id=speaker,
        **more,  # type: ignore[arg-type]
    )


def entity(name: str, kind: str = "PERSON", role: str | None = None, speaks_for: str | None = None) -> Entity:
    return Entity(entity_id=f"e:{name}", name=name, kind=kind, role=role, speaks_for=speaks_for)


def mention(a: Article, words: str, of: Entity) -> Mention:
    start = a.text.index(words)
    return Mention(
        mention_id=f"m:{a.article_id}:{start}",
        entity_id=of.entity_id,
        article_id=a.article_id,
        start=start,
        end=start + len(words),
        text=words,
        form="name",
    )
