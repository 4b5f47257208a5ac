"""Disputes: where the pile disagrees, each side with its words and its speaker."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsledger.annotate.annotation import Annotation
from newsledger.assess.affiliation import Affiliations
from newsledger.assess.altered import Copies, altered_dates, altered_figures
from newsledger.assess.counting import Scene, figure_disputes
from newsledger.assess.denial_disputes import denial_disputes
from newsledger.assess.denying import Pile
from newsledger.assess.quotation_disputes import quotation_disputes
from newsledger.assess.sentences import Sentences
from newsledger.records import (
    Alignment,
    Article,
    Derivation,
    Entity,
    Figure,
    Mention,
    Quotation,
    QuotationVariant,
    Sentence,
    Time,
)


def find_disputes(
    *,
    articles: tuple[Article, ...],
    annotations: tuple[Annotation, ...],
    sentences: tuple[Sentence, ...],
    entities: tuple[Entity, ...],
    mentions: tuple[Mention, ...],
    quotations: tuple[Quotation, ...],
    quotation_variants: tuple[QuotationVariant, ...],
    figures: tuple[Figure, ...],
    times: tuple[Time, ...],
    alignments: tuple[Alignment, ...],
    derivations: tuple[Derivation, ...],
) -> Mapping[str, tuple[Any, ...]]:
    """All disputes with their sides, in order of id."""
    article_of = {a.article_id: a for a in articles}
    spans = Sentences(sentences, annotations)
    camps = Affiliations(entities, mentions)
    pile = Pile(articles, annotations, mentions, quotations, figures, spans, camps, derivations)
    copies = Copies(alignments, derivations, sentences, article_of)
    found = {
        dispute.dispute_id: (dispute, sides)
        for dispute, sides in (
            *figure_disputes(figures, Scene(article_of, spans, camps, pile.names)),
            *denial_disputes(pile, copies),
            *altered_figures(copies, figures),
            *altered_dates(copies, times),
            *quotation_disputes(quotation_variants, quotations, article_of, camps),
        )
    }
    ordered = [found[key] for key in sorted(found)]
    return {
        "disputes": tuple(dispute for dispute, _ in ordered),
        "dispute_sides": tuple(side for _, sides in ordered for side in sides),
    }
