"""One utterance in many articles: the same words, a cut, a change.

Never a verdict on which wording is right: the earlier report is named, and what differs is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from newsledger.annotate.annotation import Annotation
from newsledger.link.utterances.circumstances import Circumstances
from newsledger.link.utterances.compare import Comparison, compare_quotations
from newsledger.link.utterances.groups import group
from newsledger.link.utterances.known import known
from newsledger.link.utterances.spoken import spoken_rows
from newsledger.link.utterances.variants import Match, find_matches
from newsledger.records import (
    Alignment,
    Article,
    Derivation,
    Entity,
    Mention,
    Quotation,
    QuotationVariant,
    Sentence,
)

__all__ = ["Comparison", "compare_quotations", "link_utterances"]


def link_utterances(
    *,
    articles: tuple[Article, ...],
    annotations: tuple[Annotation, ...],
    sentences: tuple[Sentence, ...],
    quotations: tuple[Quotation, ...],
    derivations: tuple[Derivation, ...],
    alignments: tuple[Alignment, ...],
    entities: tuple[Entity, ...],
    mentions: tuple[Mention, ...],
) -> dict[str, tuple[Quotation, ...] | tuple[QuotationVariant, ...]]:
    """Give the quotations of one utterance one ``utterance_id``, and each pair of them its relation.

    Compared are quotations of one resolved speaker (or of two names for one government) that share rare
    words, a wording, or aligned sentences of a rewrite; and the same words where an article leaves open
    or does not name who said them.
    """
    named = frozenset(m.entity_id for m in mentions if m.form == "name")
    rows = spoken_rows(quotations, articles, entities, sentences, named)
    matches = find_matches(rows, known(sentences, alignments, derivations))
    utterances = group(quotations, matches)
    families = {a.article_id: a.family_id or a.article_id for a in articles}
    circumstances = Circumstances(articles, annotations, entities)
    variants = sorted(
        (_variant(m, circumstances, families) for m in matches), key=lambda v: (v.quotation_a, v.quotation_b)
    )
    return {
        "quotations": tuple(replace(q, utterance_id=utterances[q.quotation_id]) for q in quotations),
        "quotation_variants": tuple(variants),
    }


def _variant(match: Match, circumstances: Circumstances, families: Mapping[str, str]) -> QuotationVariant:
    compared = compare_quotations(match.a.wording, match.b.wording)
    flags = (*compared.flags, *circumstances.flags(match.a, match.b, match.relation))
    return QuotationVariant(
        quotation_a=match.a.id,
        quotation_b=match.b.id,
        relation=match.relation,
        diff=compared.diff,
        flags=",".join(flags),
        reason=_reason(match, flags, families),
    )


def _reason(match: Match, flags: tuple[str, ...], families: Mapping[str, str]) -> str:
    """Why they are one utterance, whether the reports are independent, and which is the earlier one."""
    one = families[match.a.quotation.article_id] == families[match.b.quotation.article_id]
    reason = f"{match.reason}; {'both reports in one family' if one else 'independent reports'}"
    if match.a.published and match.b.published and match.a.published != match.b.published:
        reason += f"; {match.a.published} the earlier report, {match.b.published} the later"
    if "occasion" in flags:
        reason += "; said to others or on another day, by these reports"
    if "translation" in flags:
        reason += "; possibly two translations"
    return reason
