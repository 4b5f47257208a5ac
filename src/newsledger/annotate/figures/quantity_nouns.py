"""The noun before a number that names its quantity: "the number of strikers at 1,200", "turnout at 48 percent"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsledger.annotate.figures.antecedents import Counting
from newsledger.annotate.figures.outcome import outcome_of_noun
from newsledger.annotate.figures.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

SCAN = 24  # tokens that a bare number looks back for its quantity noun
RATE_SCAN = 9  # tokens between the name of a rate and its percentage


def quantity_of(doc: Doc, first: int, floor: int, sentence: int) -> Counting | None:
    """``the number of strikers at 1,200``: the quantity noun names what it counts."""
    for i in range(first - 1, max(floor - 1, first - SCAN), -1):
        if doc[i].text == ";":
            return None
        if (
            doc[i].lemma_.lower() not in words("quantity_nouns")
            or i + 2 >= first
            or doc[i + 1].lower_ != "of"
        ):
            continue
        outcome = next((o for k in range(i + 2, min(i + 7, first)) if (o := _outcome(doc, k))), None)
        counted = next((k for k in range(i + 2, min(i + 7, first)) if doc[k].tag_ in ("NNS", "NNPS")), None)
        if outcome or counted:
            words_of = " ".join(t.lower_ for t in doc[i + 2 : (counted or i + 3) + 1] if t.pos_ != "DET")
            return Counting(
                sentence, outcome or words_of.split()[-1], words_of, "outcome" if outcome else "count"
            )
    return None


def _outcome(doc: Doc, k: int) -> str | None:
    return outcome_of_noun(doc[k].lemma_.lower(), doc[k].lower_)


def share_of(doc: Doc, first: int, floor: int) -> str:
    """``put turnout in Sunday's vote at 48 percent``: the rate that a percentage is of, where a word names it."""
    for i in range(first - 1, max(floor - 1, first - RATE_SCAN), -1):
        if doc[i].text in ",;:—" or (doc[i].pos_ == "NUM" and i < first - 1):
            return ""
        if doc[i].lemma_.lower() in words("rates"):
            return doc[i].lower_
    return ""
