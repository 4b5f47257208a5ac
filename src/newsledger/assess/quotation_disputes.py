"""Disputes of wording: one utterance, quoted in words that differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from newsledger.assess.affiliation import Affiliations
from newsledger.assess.sides import Said, make_dispute
from newsledger.assess.words import content_words, normal, overlap
from newsledger.link.copies.components import components
from newsledger.records import Article, Dispute, DisputeSide, Quotation, QuotationVariant

ONE_SAYING = 0.5  # overlap of content words


def quotation_disputes(
    variants: Iterable[QuotationVariant],
    quotations: Iterable[Quotation],
    articles: Mapping[str, Article],
    camps: Affiliations,
) -> Iterator[tuple[Dispute, list[DisputeSide]]]:
    """One dispute for each utterance with altered words; a side for each wording."""
    by_id = {q.quotation_id: q for q in quotations}
    altered = [v for v in variants if v.relation == "altered" and _is_one_saying(v, by_id, articles)]
    nodes = sorted({q for v in altered for q in (v.quotation_a, v.quotation_b)})
    first: dict[str, QuotationVariant] = {}
    for variant in altered:
        for q in (variant.quotation_a, variant.quotation_b):
            first.setdefault(q, variant)
    for group in components(nodes, ((v.quotation_a, v.quotation_b) for v in altered)):
        wordings: dict[str, list[Said]] = {}
        for quotation in sorted((by_id[q] for q in group), key=lambda q: (q.article_id, q.start)):
            wordings.setdefault(normal(quotation.text), []).append(_said(quotation, articles))
        if len(wordings) < 2:
            continue
        variant = first[group[0]]
        speaker = (
            camps.name(by_id[group[0]].speaker_id) or by_id[group[0]].speaker_text or "an unnamed speaker"
        )
        yield make_dispute(
            "quotation",
            list(wordings.values()),
            f"The words of {speaker} differ between papers: {variant.diff}",
            variant.reason or "one utterance in wordings that differ",
        )


def _is_one_saying(
    variant: QuotationVariant, by_id: Mapping[str, Quotation], articles: Mapping[str, Article]
) -> bool:
    """Two texts that go back to one, or wordings that share half of their content."""
    a, b = by_id.get(variant.quotation_a), by_id.get(variant.quotation_b)
    if a is None or b is None:
        return False
    family_a, family_b = articles[a.article_id].family_id, articles[b.article_id].family_id
    copied = family_a is not None and family_a == family_b
    return copied or overlap(content_words(a.text), content_words(b.text)) >= ONE_SAYING


def _said(quotation: Quotation, articles: Mapping[str, Article]) -> Said:
    return Said(
        article=articles[quotation.article_id],
        start=quotation.start,
        end=quotation.end,
        speaker_id=quotation.speaker_id,
        value=quotation.text,
    )
