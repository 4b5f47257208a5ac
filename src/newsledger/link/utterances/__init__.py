"""One utterance in many articles: the same words, a cut, a change.

Never a verdict on which wording is right: the earlier report is named, and what differs is shown.
"""

from __future__ import annotations

from dataclasses import replace

from newsledger.link.utterances.compare import Comparison, compare_quotations
from newsledger.link.utterances.groups import group
from newsledger.link.utterances.spoken import spoken_rows
from newsledger.link.utterances.variants import Known, Match, find_matches
from newsledger.records import (
    Alignment,
    Article,
    Derivation,
    Entity,
    Family,
    Quotation,
    QuotationVariant,
    Sentence,
)

__all__ = ["Comparison", "compare_quotations", "link_utterances"]


def link_utterances(
    *,
    articles: tuple[Article, ...],
    sentences: tuple[Sentence, ...],
    quotations: tuple[Quotation, ...],
    families: tuple[Family, ...],
    derivations: tuple[Derivation, ...],
    alignments: tuple[Alignment, ...],
    entities: tuple[Entity, ...],
) -> dict[str, tuple[Quotation, ...] | tuple[QuotationVariant, ...]]:
    """Give the quotations of one utterance one ``utterance_id``, and each pair of them its relation.

    Compared are quotations of one resolved speaker (or of two names for one government) that share rare
    words, a wording, or aligned sentences of a rewrite.
    """
    del families
    rows = spoken_rows(quotations, articles, entities, sentences)
    matches = find_matches(rows, _known(alignments, derivations))
    utterances = group(quotations, matches)
    variants = sorted((_variant(m) for m in matches), key=lambda v: (v.quotation_a, v.quotation_b))
    return {
        "quotations": tuple(replace(q, utterance_id=utterances[q.quotation_id]) for q in quotations),
        "quotation_variants": tuple(variants),
    }


def _known(alignments: tuple[Alignment, ...], derivations: tuple[Derivation, ...]) -> Known:
    aligned = {(x.sentence_a, x.sentence_b) for x in alignments}
    related = {(d.article_a, d.article_b) for d in derivations if d.kind != "link"}
    return Known(
        aligned=frozenset(aligned | {(b, a) for a, b in aligned}),
        related=frozenset(related | {(b, a) for a, b in related}),
    )


def _variant(match: Match) -> QuotationVariant:
    return QuotationVariant(
        quotation_a=match.a.quotation.quotation_id,
        quotation_b=match.b.quotation.quotation_id,
        relation=match.relation,
        diff=match.comparison.diff,
        flags=",".join(match.comparison.flags),
        reason=match.reason,
    )
